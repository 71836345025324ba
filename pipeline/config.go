package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime"
)

// Config is what a configuration file can say.
type Config struct {
	Clean       string  // auto or none
	PageBytes   int64   // a page past this is rejected
	MaxBadRatio float64 // share of rejected pages past which a run fails
	Workers     int     // cores to use; 0 is all
	Memory      int64   // bytes that the run may hold, about
	Tables      string  // optional tables to write too: +tokens
	Patterns    string  // file of the user's own patterns of events; "" is none

	patterns *patterns // what it holds
}

// DefaultConfig is what holds where nobody says otherwise.
func DefaultConfig() Config {
	return Config{Clean: "auto", PageBytes: 64 << 20, MaxBadRatio: 1, Memory: 448 << 20}
}

// Check says what is wrong with the configuration.
func (c Config) Check() error {
	switch {
	case c.Clean != "auto" && c.Clean != "none":
		return fmt.Errorf("clean is %q: give auto or none", c.Clean)
	case c.PageBytes < 1<<10:
		return fmt.Errorf("page_bytes is %d: give at least 1024", c.PageBytes)
	case c.PageBytes > 1<<30:
		return fmt.Errorf("page_bytes is %d: give at most 1073741824, offsets are 32 bits wide", c.PageBytes)
	case !(c.MaxBadRatio >= 0 && c.MaxBadRatio <= 1): // also what is no number
		return fmt.Errorf("max_bad_ratio is %g: give a number from 0 to 1", c.MaxBadRatio)
	case c.Workers < 0:
		return fmt.Errorf("workers is %d: give the number of cores to use, 0 for all", c.Workers)
	case c.Tables != "" && !c.wants("tokens"):
		return fmt.Errorf("tables is %q: give +tokens, or leave it out", c.Tables)
	case c.Memory < 128<<20:
		return fmt.Errorf("memory is %d: give at least 134217728 (128 MiB)", c.Memory)
	}
	return nil
}

// Rows gives the keys that can change a row, and their values: what the manifest holds.
func (c Config) Rows() map[string]any {
	rows := map[string]any{"clean": c.Clean, "page_bytes": c.PageBytes}
	if c.Tables != "" {
		rows["tables"] = c.Tables
	}
	if c.patterns != nil {
		rows["patterns"] = c.patterns.row
	}
	return rows
}

// wants tells whether an optional table is to be written. There is one so far.
func (c Config) wants(table string) bool { return c.Tables == "+"+table }

// SHA256 is the digest of what Rows gives.
func (c Config) SHA256() string {
	data, err := json.Marshal(c.Rows()) // keys come sorted
	if err != nil {
		panic(err) // a map of strings and numbers always encodes
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (c Config) workers() int {
	if c.Workers > 0 {
		return c.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// inFlight bounds the bytes of pages between reader and writer. A page becomes about five
// times its bytes on its way: as it came, decoded, as blocks, as rows.
func (c Config) inFlight() int64 { return max(c.Memory/16, 8<<20) }

// held bounds the bytes of pages between survey and process.
func (c Config) held() int64 { return c.Memory / 4 }

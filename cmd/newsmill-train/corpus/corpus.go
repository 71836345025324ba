// Package corpus reads the texts that models are learned from: rows of JSON, a text each, and the
// tags of news by a large model that data/silver holds packed. What a set says of a place in its text
// is in code points; newsmill counts bytes.
package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// EachRow reads a file of JSON lines row by row.
func EachRow[T any](path string, f func(n int, row *T) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var from io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if from, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	in := bufio.NewScanner(from)
	in.Buffer(nil, 1<<26)
	for n := 0; in.Scan(); n++ {
		var row T
		err := json.Unmarshal(in.Bytes(), &row)
		if err == nil {
			err = f(n, &row)
		}
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", path, n+1, err)
		}
	}
	return in.Err()
}

// Text is a row that is read for its text.
type Text struct{ ID, Text string }

// Offsets gives the byte at which each code point of a text begins, and the end of the text.
func Offsets(text string) (offsets []int) {
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

// Silver reads a file of data/silver.
func Silver(path string) ([]byte, error) {
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	unpack, err := zstd.NewReader(nil)
	if err != nil {
		return nil, err
	}
	defer unpack.Close()
	data, err := unpack.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

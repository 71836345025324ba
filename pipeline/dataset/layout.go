// Package dataset is the folder that newsmill writes: where files lie in it, the manifest
// that says what is committed, the journal that makes a commit all or nothing, the lock, and
// the check that all is as the manifest says.
//
//	DIR/manifest.json                             what is committed
//	DIR/<table>/batch=<name>/part-00000.parquet   tables of a batch
//	DIR/<table>/part-00000.parquet                tables that link rebuilds
//	DIR/.newsmill/                                all that is no data
//
// Nothing but finished files ever stands in a table's folder: readers refuse a folder for one
// stray file.
package dataset

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Dataset is a dataset's folder.
type Dataset struct {
	Dir string
}

// Errors that the command line tells apart by exit code.
var (
	// ErrLocked says that another run holds the dataset.
	ErrLocked = errors.New("the dataset is locked by another run; wait for it to end")
	// ErrSchema says that the dataset was written with another version of the schema.
	ErrSchema = errors.New("another schema version")
	// ErrNone says that there is no dataset.
	ErrNone = errors.New("no dataset here")
)

func (d Dataset) manifestPath() string { return filepath.Join(d.Dir, "manifest.json") }

// Hidden gives a path below DIR/.newsmill, where all stands that is no data.
func (d Dataset) Hidden(parts ...string) string {
	return filepath.Join(append([]string{d.Dir, ".newsmill"}, parts...)...)
}

// Path gives the place on disk of a file that the manifest names.
func (d Dataset) Path(name string) string { return filepath.Join(d.Dir, filepath.FromSlash(name)) }

// Prepare makes the folder ready for a run. A folder with files in it that no run of newsmill
// wrote is refused: tables among foreign files can be read by nobody.
func (d Dataset) Prepare() error {
	entries, err := os.ReadDir(d.Dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	ours := len(entries) == 0
	for _, e := range entries {
		ours = ours || e.Name() == "manifest.json" || e.Name() == ".newsmill"
	}
	if !ours {
		return fmt.Errorf("%s holds files and is no dataset; give --out an empty or a new folder", d.Dir)
	}
	return os.MkdirAll(d.Hidden(), 0o777)
}

var batchName = regexp.MustCompile(`^[a-z][a-z0-9._-]*$`)

// CheckBatchName says whether readers of hive-partitioned folders take the name for what it
// is: a date, or a word that is no number to them.
func CheckBatchName(name string) error {
	if _, err := time.Parse(time.DateOnly, name); err == nil {
		return nil
	}
	switch name {
	case "nan", "inf", "infinity", "true", "false", "null":
		return fmt.Errorf("batch name %q is a number, a truth value or null to some readers; put a letter before it", name)
	}
	if _, err := strconv.ParseFloat(name, 64); err == nil || !batchName.MatchString(name) || strings.HasSuffix(name, ".") {
		return fmt.Errorf("batch name %q: give a date (2026-03-01), or a lower-case letter followed by letters, digits, '.', '_' or '-'", name)
	}
	return nil
}

// SyncDir makes the names in a folder safe on disk.
func SyncDir(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

// WriteFile puts data in place of a file at once: readers see the old or the new, also after
// a loss of power. temp is a folder on the same file system.
func WriteFile(temp, path string, data []byte) error {
	f, err := os.CreateTemp(temp, filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // nothing is there after the rename
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return SyncDir(filepath.Dir(path))
}

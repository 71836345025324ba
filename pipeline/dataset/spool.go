package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
)

// Spool writes a stream to a file below DIR/.newsmill, named by its content: the same stream,
// given again after an interruption, is the same file. The path is "" where the stream is
// empty; then nothing is left behind.
func (d Dataset) Spool(in io.Reader) (path string, err error) {
	dir := d.Hidden("spool")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, "*.tmp")
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, hash), in)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil || n == 0 {
		os.Remove(f.Name())
		for _, empty := range []string{dir, d.Hidden(), d.Dir} {
			os.Remove(empty) // fails, as it should, where something else stands in it
		}
		return "", err
	}
	path = filepath.Join(dir, hex.EncodeToString(hash.Sum(nil))+".jsonl")
	return path, os.Rename(f.Name(), path)
}

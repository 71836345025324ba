package sink

import (
	"os"

	"github.com/parquet-go/parquet-go"
)

// Opened is a Parquet file that is open for reading.
type Opened struct {
	*parquet.File
	file *os.File
}

// Open opens a Parquet file.
func Open(path string, options ...parquet.FileOption) (*Opened, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return nil, err
	}
	opened, err := parquet.OpenFile(file, info.Size(), options...)
	if err != nil {
		file.Close()
		return nil, err
	}
	return &Opened{opened, file}, nil
}

// Close closes the file.
func (o *Opened) Close() error { return o.file.Close() }

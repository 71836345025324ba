package sink

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/parquet-go/parquet-go"
)

// Rows gives the rows of Parquet files, one file after the other, in memory bounded by the
// files' pages. T is a row struct or a struct of some of its columns: only those are read.
// The sequence ends at the first error. A row is valid until the next one is asked for.
func Rows[T any](paths []string) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		buffer := make([]T, batchRows)
		for _, path := range paths {
			if !rowsOf(path, buffer, yield) {
				return
			}
		}
	}
}

func rowsOf[T any](path string, buffer []T, yield func(*T, error) bool) bool {
	file, err := os.Open(path)
	if err != nil {
		return yield(nil, err) && false
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return yield(nil, err) && false
	}
	// Opened here and not by the reader, which panics at a damaged file.
	opened, err := parquet.OpenFile(file, info.Size(), parquet.SkipBloomFilters(true), parquet.ReadBufferSize(256<<10))
	if err != nil {
		return yield(nil, fmt.Errorf("read %s: %w", path, err)) && false
	}
	reader := parquet.NewGenericReader[T](opened)
	defer reader.Close()
	for {
		clear(buffer)
		n, err := reader.Read(buffer)
		for i := range buffer[:n] {
			if !yield(&buffer[i], nil) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return yield(nil, fmt.Errorf("read %s: %w", path, err)) && false
		}
	}
}

package sink

import (
	"errors"
	"fmt"
	"io"
	"iter"

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
	file, err := Open(path, parquet.SkipBloomFilters(true), parquet.ReadBufferSize(256<<10))
	if err != nil {
		return yield(nil, fmt.Errorf("read %s: %w", path, err)) && false
	}
	defer file.Close()
	reader := parquet.NewGenericReader[T](file.File) // opened: it panics where it opens a damaged file itself
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

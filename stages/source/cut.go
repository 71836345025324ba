package source

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// Section is a part of a file that can be read apart. Start and End are byte offsets in the
// stored file, row-group numbers (Parquet), or 0 and -1 for the whole; End -1 is the end.
// An item belongs to the section in which it begins.
type Section struct {
	File       File
	Start, End int64
}

// Cut divides a file at plan time, the same way on every machine, into sections of about target
// bytes: plain JSON Lines at newlines, Parquet at row groups; all else is one section.
func Cut(f File, target int64) ([]Section, error) {
	whole := []Section{{File: f, End: -1}}
	if target <= 0 || f.Size <= target || f.Compression != None {
		return whole, nil
	}
	switch f.Format {
	case JSONLFile:
		return cutLines(f, target)
	case ParquetFile:
		return cutRowGroups(f, target)
	}
	return whole, nil
}

func cutLines(f File, target int64) ([]Section, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var sections []Section
	start := int64(0)
	window := make([]byte, 64<<10)
	for at := target; at < f.Size; {
		n, err := file.ReadAt(window, at)
		if err != nil && err != io.EOF {
			return nil, err
		}
		newline := bytes.IndexByte(window[:n], '\n')
		switch {
		case n == 0:
			at = f.Size
		case newline < 0:
			at += int64(n)
		default:
			at += int64(newline) + 1
			if at < f.Size {
				sections = append(sections, Section{File: f, Start: start, End: at})
				start = at
			}
			at += target
		}
	}
	return append(sections, Section{File: f, Start: start, End: -1}), nil
}

func cutRowGroups(f File, target int64) (sections []Section, err error) {
	defer func() {
		if r := recover(); r != nil {
			sections, err = nil, fmt.Errorf("read the footer of %q: %v", f.Path, r)
		}
	}()
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	table, err := openParquet(file, f.Size)
	if err != nil {
		return nil, fmt.Errorf("read the footer of %q: %w", f.Path, err)
	}
	var start, bytes int64
	groups := table.Metadata().RowGroups
	for i := range groups {
		bytes += max(groups[i].TotalCompressedSize, 0)
		if bytes >= target && i+1 < len(groups) {
			sections = append(sections, Section{File: f, Start: start, End: int64(i + 1)})
			start, bytes = int64(i+1), 0
		}
	}
	return append(sections, Section{File: f, Start: start, End: -1}), nil
}

func openParquet(r io.ReaderAt, size int64) (*parquet.File, error) {
	return parquet.OpenFile(r, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
}

// Package extsort sorts more records than memory holds.
//
// A record is a string of bytes; records compare as bytes, so a caller encodes its key such
// that byte order is its order (big-endian numbers, strings closed by a NUL). Records that do
// not fit the budget are spilled to sorted runs on disk and merged when they are read.
//
// A run can also be kept under a name ([Sorter.WriteRun]) and be merged later with others
// ([Merge]). Such a file ends with the number of its records and a checksum; [Check] tells
// whether it is whole.
package extsort

import (
	"bytes"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
)

// fanIn bounds the runs that are merged at a time: their files are open together, each with a
// buffer.
const fanIn = 64

// Sorter takes records in any order and gives them sorted.
type Sorter struct {
	dir    string
	budget int
	data   []byte
	ends   []int // one past each record in data
	spills []string
	temp   string // folder of the spills; "" as long as there is none
}

// New makes a sorter that holds about budget bytes in memory and spills to files in dir.
// Close removes them.
func New(dir string, budget int64) *Sorter {
	return &Sorter{dir: dir, budget: int(max(budget, 1<<10))}
}

// recordCost is what a record costs in memory besides its bytes: its end, and its slice while
// records are sorted.
const recordCost = 32

// Add takes one record and copies it.
func (s *Sorter) Add(record []byte) error {
	if len(s.ends) > 0 && len(s.data)+len(record)+recordCost*(len(s.ends)+1) > s.budget {
		if err := s.spill(); err != nil {
			return err
		}
	}
	s.data = append(s.data, record...)
	s.ends = append(s.ends, len(s.data))
	return nil
}

// inMemory gives the records that were not spilled, sorted.
func (s *Sorter) inMemory() [][]byte {
	records := make([][]byte, len(s.ends))
	start := 0
	for i, end := range s.ends {
		records[i] = s.data[start:end:end]
		start = end
	}
	slices.SortFunc(records, bytes.Compare)
	return records
}

func (s *Sorter) spill() error {
	if s.temp == "" {
		temp, err := os.MkdirTemp(s.dir, "sort-*")
		if err != nil {
			return err
		}
		s.temp = temp
	}
	path := filepath.Join(s.temp, fmt.Sprintf("%06d", len(s.spills)))
	if err := writeRun(path, each(s.inMemory()), false); err != nil {
		return err
	}
	s.spills = append(s.spills, path)
	s.data, s.ends = s.data[:0], s.ends[:0]
	return nil
}

func each(records [][]byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Sorted gives the records in order; equal ones as often as they were added. A record is
// valid until the next one is asked for. The sequence ends at the first error. It may be read
// more than once, but nothing may be added any more.
func (s *Sorter) Sorted() iter.Seq2[[]byte, error] {
	if len(s.spills) == 0 {
		return each(s.inMemory())
	}
	return func(yield func([]byte, error) bool) {
		if len(s.ends) > 0 {
			if err := s.spill(); err != nil {
				yield(nil, err)
				return
			}
		}
		if err := s.narrow(); err != nil {
			yield(nil, err)
			return
		}
		Merge(s.spills)(yield)
	}
}

// narrow merges spilled runs until few enough are left to be merged in one go.
func (s *Sorter) narrow() error {
	for len(s.spills) > fanIn {
		path := s.spills[0] + "m"
		if err := writeRun(path, Merge(s.spills[:fanIn]), false); err != nil {
			return err
		}
		for _, old := range s.spills[:fanIn] {
			if err := os.Remove(old); err != nil {
				return err
			}
		}
		// At the end, so that each record is merged as seldom as can be.
		s.spills = append(slices.Clone(s.spills[fanIn:]), path)
	}
	return nil
}

// WriteRun writes the sorted records to a file that appears under its name when it is whole.
func (s *Sorter) WriteRun(path string) error { return WriteRun(path, s.Sorted()) }

// WriteRun writes records that come in order to a file that appears under its name when it is
// whole.
func WriteRun(path string, sorted iter.Seq2[[]byte, error]) error {
	return writeRun(path, sorted, true)
}

// Close removes what was spilled. It may be called more than once.
func (s *Sorter) Close() error {
	s.data, s.ends, s.spills = nil, nil, nil
	if s.temp == "" {
		return nil
	}
	temp := s.temp
	s.temp = ""
	return os.RemoveAll(temp)
}

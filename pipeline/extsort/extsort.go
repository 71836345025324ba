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

// Sorter takes records in any order and gives them sorted.
type Sorter struct {
	dir     string
	budget  int
	blocks  [][]byte // the records' bytes, block by block, so that none is ever moved
	used    int      // blocks in use; the others are kept for the records after a spill
	size    int      // bytes of the blocks in use
	records [][]byte // each within a block
	spills  []string
	temp    string // folder of the spills; "" as long as there is none
}

// New makes a sorter that holds about budget bytes in memory and spills to files in dir.
// Close removes them.
func New(dir string, budget int64) *Sorter {
	return &Sorter{dir: dir, budget: int(max(budget, 1<<10))}
}

const (
	// recordCost is what a record costs in memory besides its bytes: its slice, and that
	// again while the list of slices grows.
	recordCost = 48
	blockSize  = 256 << 10
)

// Add takes one record and copies it.
func (s *Sorter) Add(record []byte) error {
	if len(s.records) > 0 && s.size+len(record)+recordCost*(len(s.records)+1) > s.budget {
		if err := s.spill(); err != nil {
			return err
		}
	}
	if s.used == 0 || cap(s.blocks[s.used-1])-len(s.blocks[s.used-1]) < len(record) {
		s.nextBlock(len(record))
	}
	block := &s.blocks[s.used-1]
	start := len(*block)
	*block = append(*block, record...)
	s.size += len(record)
	s.records = append(s.records, (*block)[start:len(*block):len(*block)])
	return nil
}

// nextBlock opens a block that has room for a record.
func (s *Sorter) nextBlock(room int) {
	if s.used == len(s.blocks) || cap(s.blocks[s.used]) < room {
		s.blocks = slices.Insert(s.blocks, s.used, make([]byte, 0, max(room, min(blockSize, s.budget))))
	}
	s.used++
}

// inMemory gives the records that were not spilled, sorted.
func (s *Sorter) inMemory() [][]byte {
	slices.SortFunc(s.records, bytes.Compare)
	return s.records
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
	s.records, s.used, s.size = s.records[:0], 0, 0
	// Blocks made for one long record are not kept.
	s.blocks = slices.DeleteFunc(s.blocks, func(b []byte) bool { return cap(b) > blockSize })
	for i := range s.blocks {
		s.blocks[i] = s.blocks[i][:0]
	}
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
		if len(s.records) > 0 {
			if err := s.spill(); err != nil {
				yield(nil, err)
				return
			}
			s.blocks, s.records = nil, nil
		}
		Merge(s.temp, s.spills)(yield)
	}
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
	s.blocks, s.records, s.spills, s.used, s.size = nil, nil, nil, 0, 0
	if s.temp == "" {
		return nil
	}
	temp := s.temp
	s.temp = ""
	return os.RemoveAll(temp)
}

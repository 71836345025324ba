package pipeline

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"sort"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/pipeline/sink"
)

// skips are the pages that are not processed: those that an earlier batch holds (known), and
// those that came before in this one (repeated). They stand on disk in plan order.
type skips struct {
	file *os.File
	n    int
}

// skip is one of them. A repeated page names the place of the first.
type skip struct {
	unit, ordinal int
	known         bool
	first         pageRecord // unit, section, offset
}

const skipSize = 4 + 4 + 1 + 4 + 4 + 8

// knownRun writes the ids of the articles that the dataset holds already, as a run.
func knownRun(articles []string, temp, path string) error {
	type row struct {
		ArticleID string `parquet:"article_id"`
	}
	sorter := extsort.New(temp, sortBytes)
	defer sorter.Close()
	var record []byte
	for r, err := range sink.Rows[row](articles) {
		if err != nil {
			return err
		}
		record = pageRecord{id: r.ArticleID, known: true}.append(record[:0])
		if err := sorter.Add(record); err != nil {
			return err
		}
	}
	return sorter.WriteRun(path)
}

// mergeIDs finds known and repeated pages over all units.
func mergeIDs(runs []string, temp, path string) (*skips, error) {
	sorter := extsort.New(temp, sortBytes)
	defer sorter.Close()
	var id [16]byte
	var first pageRecord
	var buffer []byte
	begun := false
	for record, err := range extsort.Merge(temp, runs) {
		if err != nil {
			return nil, fmt.Errorf("merge page ids: %w", err)
		}
		if !begun || [16]byte(record) != id {
			begun, id, first = true, [16]byte(record), parsePageRecord(record)
			continue
		}
		page := parsePageRecord(record)
		if page.known {
			continue // two batches hold it
		}
		buffer = skip{unit: page.unit, ordinal: page.ordinal, known: first.known, first: first}.append(buffer[:0])
		if err := sorter.Add(buffer); err != nil {
			return nil, err
		}
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	s := &skips{file: f}
	out := bufio.NewWriter(f)
	for record, err := range sorter.Sorted() {
		if err == nil {
			_, err = out.Write(record)
		}
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("write %s: %w", path, err)
		}
		s.n++
	}
	if err := out.Flush(); err != nil {
		f.Close()
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return s, nil
}

// from gives the skips of a unit from an ordinal on, one with each call; ok is false after
// the unit's last.
func (s *skips) from(unit, ordinal int) (next func() (skip, bool, error), err error) {
	buffer := make([]byte, skipSize)
	at := func(i int) (skip, error) {
		if _, err := s.file.ReadAt(buffer, int64(i)*skipSize); err != nil {
			return skip{}, fmt.Errorf("read %s: %w", s.file.Name(), err)
		}
		return parseSkip(buffer), nil
	}
	i := sort.Search(s.n, func(i int) bool {
		k, readErr := at(i)
		if readErr != nil {
			err = readErr
		}
		return k.unit > unit || k.unit == unit && k.ordinal >= ordinal
	})
	return func() (skip, bool, error) {
		if i >= s.n {
			return skip{}, false, nil
		}
		k, err := at(i)
		i++
		return k, err == nil && k.unit == unit, err
	}, err
}

func (s *skips) close() { s.file.Close() }

func (k skip) append(to []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(k.unit))
	to = binary.BigEndian.AppendUint32(to, uint32(k.ordinal))
	if k.known {
		to = append(to, 1)
	} else {
		to = append(to, 0)
	}
	to = binary.BigEndian.AppendUint32(to, uint32(k.first.unit))
	to = binary.BigEndian.AppendUint32(to, uint32(k.first.section))
	return binary.BigEndian.AppendUint64(to, uint64(k.first.offset))
}

func parseSkip(b []byte) (k skip) {
	k.unit, k.ordinal, k.known = int(binary.BigEndian.Uint32(b)), int(binary.BigEndian.Uint32(b[4:])), b[8] == 1
	k.first.unit, k.first.section = int(binary.BigEndian.Uint32(b[9:])), int(binary.BigEndian.Uint32(b[13:]))
	k.first.offset = int64(binary.BigEndian.Uint64(b[17:]))
	return k
}

package extsort

import (
	"bytes"
	"container/heap"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
)

// fanIn bounds the runs that are merged at a time: their files are open together, each with a
// buffer. More of them, as a dataset of thousands of batches has, are merged in rounds.
const fanIn = 64

// Merge gives the records of several runs in order, with files of its own in the folder temp
// where the runs are many. A record is valid until the next one is asked for; the sequence ends
// at the first error.
func Merge(temp string, paths []string) iter.Seq2[[]byte, error] {
	if len(paths) <= fanIn {
		return merge(paths)
	}
	return func(yield func([]byte, error) bool) {
		dir, err := os.MkdirTemp(temp, "merge-*")
		if err != nil {
			yield(nil, err)
			return
		}
		defer os.RemoveAll(dir)
		few, err := narrow(dir, paths)
		if err != nil {
			yield(nil, err)
			return
		}
		merge(few)(yield)
	}
}

// narrow merges runs until few enough are left to be open together. Each round leaves runs of
// about the same length, so that no record is copied more often than there are rounds.
func narrow(dir string, paths []string) ([]string, error) {
	made := 0
	for round := 0; len(paths) > fanIn; round++ {
		var next []string
		for group := range slices.Chunk(paths, fanIn) {
			path := filepath.Join(dir, fmt.Sprintf("%06d", made))
			made++
			if err := writeRun(path, merge(group), false); err != nil {
				return nil, err
			}
			next = append(next, path)
			if round == 0 {
				continue // the caller's
			}
			for _, old := range group {
				if err := os.Remove(old); err != nil {
					return nil, err
				}
			}
		}
		paths = next
	}
	return paths, nil
}

// merge opens all runs at the same time.
func merge(paths []string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var m merging
		defer m.close()
		for i, path := range paths {
			r, err := openRun(path)
			if err != nil {
				yield(nil, err)
				return
			}
			m.all = append(m.all, r)
			switch err := r.next(); err {
			case nil:
				m.heads = append(m.heads, head{r, i})
			case io.EOF:
			default:
				yield(nil, err)
				return
			}
		}
		heap.Init(&m)
		for len(m.heads) > 0 {
			r := m.heads[0].run
			if !yield(r.record, nil) {
				return
			}
			switch err := r.next(); err {
			case nil:
				heap.Fix(&m, 0)
			case io.EOF:
				heap.Pop(&m)
			default:
				yield(nil, err)
				return
			}
		}
	}
}

// merging is a heap of runs by their next record.
type merging struct {
	heads []head
	all   []*runReader
}

type head struct {
	run   *runReader
	order int
}

func (m *merging) close() {
	for _, r := range m.all {
		r.file.Close()
	}
}

// Len implements heap.Interface.
func (m *merging) Len() int { return len(m.heads) }

// Less implements heap.Interface.
func (m *merging) Less(i, j int) bool {
	order := bytes.Compare(m.heads[i].run.record, m.heads[j].run.record)
	return order < 0 || order == 0 && m.heads[i].order < m.heads[j].order
}

// Swap implements heap.Interface.
func (m *merging) Swap(i, j int) { m.heads[i], m.heads[j] = m.heads[j], m.heads[i] }

// Push implements heap.Interface.
func (m *merging) Push(x any) { m.heads = append(m.heads, x.(head)) }

// Pop implements heap.Interface.
func (m *merging) Pop() any {
	last := m.heads[len(m.heads)-1]
	m.heads = m.heads[:len(m.heads)-1]
	return last
}

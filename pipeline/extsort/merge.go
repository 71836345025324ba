package extsort

import (
	"bytes"
	"container/heap"
	"io"
	"iter"
)

// Merge gives the records of several runs in order. All of them are open at the same time.
// Equal records come in the order of their runs. A record is valid until the next one is
// asked for; the sequence ends at the first error.
func Merge(paths []string) iter.Seq2[[]byte, error] {
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

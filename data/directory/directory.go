// Package directory names bodies, people, buildings, lands, products and events that the world's press writes of, by the
// state that they belong to. CARD.md says where the lists come from.
package directory

import (
	_ "embed"
	"sort"
	"strings"
)

// A row is a name and, behind tabs, for each that is called so its state ("-" is none), a blank, and of what kind it is. Rows are
// sorted by the bytes of their names.
var (
	//go:embed bodies.tsv
	Bodies string
	//go:embed people.tsv
	People string // full names
)

// An Entry is somebody, or something, of a name.
type Entry struct{ Country, Kind string }

// Find gives those that a table has of a name, none where it has none.
func Find(table, name string) (all []Entry) {
	// The table is searched where it lies: none of it is read when a program starts.
	row := func(at int) (from, to int) {
		from = strings.LastIndexByte(table[:at], '\n') + 1
		return from, from + strings.IndexByte(table[from:], '\n')
	}
	at := sort.Search(len(table), func(i int) bool {
		from, to := row(i)
		found, _, _ := strings.Cut(table[from:to], "\t")
		return found >= name
	})
	if at == len(table) {
		return nil
	}
	from, to := row(at)
	for found, entry := range Rows(table[from : to+1]) {
		if found == name {
			all = append(all, entry)
		}
	}
	return all
}

// Rows gives each name of a table with each that is called so.
func Rows(table string) func(yield func(string, Entry) bool) {
	return func(yield func(string, Entry) bool) {
		for line := range strings.Lines(table) {
			name, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			for entry := range strings.SplitSeq(rest, "\t") {
				country, kind, _ := strings.Cut(entry, " ")
				if !yield(name, Entry{country, kind}) {
					return
				}
			}
		}
	}
}

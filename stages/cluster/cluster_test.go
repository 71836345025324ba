package cluster

import (
	"testing"

	"github.com/newsmill/newsmill/stages/lookup"
)

// Words that are used alike share a group; what is no word has none.
func TestGroups(t *testing.T) {
	of := func(word string) Groups { return Default.Of(lookup.Hash(word)) }
	for _, pair := range [][2]string{{"monday", "tuesday"}, {"germany", "france"}, {"said", "told"}, {"nine", "eight"}} {
		if a, b := of(pair[0]), of(pair[1]); a.Coarse == 0 || a.Coarse != b.Coarse {
			t.Errorf("%s is in %v, %s in %v", pair[0], a, pair[1], b)
		}
	}
	if a, b := of("monday"), of("germany"); a.Middle == b.Middle {
		t.Errorf("monday and germany are both in %v", a)
	}
	if got := of("xqzvkj"); got != (Groups{}) {
		t.Errorf("a word that nobody uses is in %v", got)
	}
}

// A part of a group lies in it: the groups are a tree.
func TestGroupsAreNested(t *testing.T) {
	table, err := Read(Append(nil, append(make([]uint8, Middle-1), 9), []string{"a", "b"}, []uint16{0, Middle*Parts - 1}))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := table.Of(lookup.Hash("a")), (Groups{1, 1, 1}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := table.Of(lookup.Hash("b")), (Groups{10, Middle, Middle * Parts}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, err := Read(make([]byte, Middle)); err == nil {
		t.Error("a table without words was read")
	}
}

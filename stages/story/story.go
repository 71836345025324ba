// Package story joins articles that follow one story.
package story

// Sets are disjoint sets of items 0 to n-1: at first each alone. Which items end up in one set
// does not hang on the order of the joins; the root of a set is its smallest item.
type Sets struct {
	parent []int32
}

// NewSets makes n sets of one item each; they take four bytes an item.
func NewSets(n int) *Sets {
	s := &Sets{parent: make([]int32, n)}
	for i := range s.parent {
		s.parent[i] = int32(i)
	}
	return s
}

// Root gives the smallest item of the set that i is in.
func (s *Sets) Root(i int32) int32 {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]] // halves the path for the next time
		i = s.parent[i]
	}
	return i
}

// Join makes one set of the sets of a and b.
func (s *Sets) Join(a, b int32) {
	a, b = s.Root(a), s.Root(b)
	if a > b {
		a, b = b, a
	}
	s.parent[b] = a
}

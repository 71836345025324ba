//go:build !purego

package trees

import "unsafe"

// Lanes is how many rows are scored at once.
const Lanes = 8

// score scores up to [Lanes] rows side by side: one instruction compares a feature of all of them with a
// threshold. Each tree asks for features that rows have, see [Read].
func (m *Model) score(rows []int16, sums *[Lanes]int32) {
	var store [256][Lanes]int16
	side := store[:]
	if m.Features > len(side) {
		side = make([][Lanes]int16, m.Features)
	}
	for lane := 0; len(rows) > 0; lane++ {
		for f, v := range rows[:m.Features] {
			side[f][lane] = v
		}
		rows = rows[m.Features:]
	}
	for i := range sums {
		sums[i] = m.Bias
	}
	if len(m.Trees) > 0 {
		score8(&m.Trees[0], len(m.Trees), &side[0], sums)
	}
}

// The offsets in score8 are those of a [Tree].
var _ = [1]struct{}{}[unsafe.Sizeof(Tree{})-152]

//go:noescape
func score8(trees *Tree, n int, side *[Lanes]int16, sums *[Lanes]int32)

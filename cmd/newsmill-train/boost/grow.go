package boost

import (
	"math"

	"github.com/newsmill/newsmill/stages/trees"
)

// part answers the question of a level for all drawn rows. It gives the rows of the smaller
// half of each leaf.
func (t *trainer) part(f, bin, level int) (fresh []int32) {
	leaves := 1 << level
	balance := make([]int, leaves) // rows above less those not above
	for k, b := range t.seen[f] {
		if n := t.leaf[k]; int(b) > bin {
			balance[n]++
			t.leaf[k] |= 1 << level
		} else {
			balance[n]--
		}
	}
	t.lowSide = make([]bool, leaves)
	for n := range t.lowSide {
		t.lowSide[n] = balance[n] > 0
	}
	for k, leaf := range t.leaf {
		if low := leaf>>level == 0; low == t.lowSide[int(leaf)&(leaves-1)] {
			fresh = append(fresh, int32(k))
		}
	}
	return fresh
}

// leaves gives a tree its answers from the drawn rows and adds them to the scores of all.
func (t *trainer) leaves(tree *trees.Tree) {
	var sums [1 << depth]cell
	for k, leaf := range t.leaf {
		c := &sums[leaf]
		c.g += float64(t.gradient[k])
		c.h += float64(t.curvature[k])
	}
	for n, c := range sums {
		if c.h > 0 {
			v := math.Round(t.o.Rate * c.g / (c.h + t.o.Lambda) * trees.One)
			tree.Leaf[n] = int16(min(max(v, math.MinInt16), math.MaxInt16))
		}
	}
	var cut [depth]int
	for k, f := range tree.Feature {
		cut[k] = len(t.cuts[f])
		for b, c := range t.cuts[f] {
			if c == tree.Threshold[k] {
				cut[k] = b
			}
		}
	}
	t.eachRow(func(i int) {
		n := 0
		for k, f := range tree.Feature {
			if int(t.bins[f][i]) > cut[k] {
				n |= 1 << k
			}
		}
		t.score[i] += float64(tree.Leaf[n]) / trees.One
	})
}

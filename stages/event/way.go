package event

import (
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// steps bounds the way from a candidate to the trigger, in heads.
const steps = 6

// way is the way through the tree from the word at i to that at j, by their first common head.
type way struct {
	hash  uint32 // of the relations; 0 where there is none so short
	short uint32 // the same without relations that a verb has to one of which it shares the sides
	top   int    // their first common head
	up    int    // words below it on the side of i
	down  int    // and of j
}

// way finds the way from the word at i to that at j.
func (s *scan) way(i, j int) way {
	var up, down [steps + 1]int
	n, m := s.climbed(i, &up), s.climbed(j, &down)
	for a := range n {
		for b := range m {
			if up[a] != down[b] {
				continue
			}
			w := way{hash: 1, short: 1, top: up[a], up: a, down: b}
			step := func(direction uint32, k int) {
				x := &s.traits[k]
				w.hash = linear.Mix2(direction, w.hash, x.relation)
				if !x.shares {
					w.short = linear.Mix2(direction, w.short, x.relation)
				}
			}
			for _, k := range up[:a] {
				step(1, k)
			}
			w.hash, w.short = linear.Mix(2, w.hash), linear.Mix(2, w.short)
			for k := b - 1; k >= 0; k-- {
				step(3, down[k])
			}
			return w
		}
	}
	return way{top: -1}
}

// climbed fills up with the word at i and those above it.
func (s *scan) climbed(i int, up *[steps + 1]int) (n int) {
	for n < len(up) && i >= 0 && i < len(s.traits) {
		up[n] = i
		n++
		i = int(s.traits[i].head)
	}
	return n
}

// shares says whether a relation is one of words that have the same sides.
func shares(relation string) bool {
	switch relation {
	case "conj", "xcomp", "flat", "appos":
		return true
	}
	return false
}

func hashed(s string) uint32 { return uint32(lookup.Hash(s)) }

// parted says whether a word of one of the classes stands between two words.
func (s *scan) parted(from, to int, classes class.Set) bool {
	for i := from + 1; i < to; i++ {
		if s.is(i, classes) {
			return true
		}
	}
	return false
}

package clause

import (
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/linear"
)

// steps bounds the way from a candidate to the trigger, in heads.
const steps = 6

// Way is the way through the tree from the word at i to that at j, by their first common head.
type Way struct {
	Hash  uint32 // of the relations; 0 where there is none so short
	Short uint32 // the same without relations that a verb has to one of which it shares the sides
	Top   int    // their first common head
	Up    int    // words below it on the side of i
	Down  int    // and of j
}

// Way finds the way from the word at i to that at j.
func (s *Sentence) Way(i, j int) Way {
	var up, down [steps + 1]int
	n, m := s.climbed(i, &up), s.climbed(j, &down)
	for a := range n {
		for b := range m {
			if up[a] != down[b] {
				continue
			}
			w := Way{Hash: 1, Short: 1, Top: up[a], Up: a, Down: b}
			step := func(direction uint32, k int) {
				x := &s.Traits[k]
				w.Hash = linear.Mix2(direction, w.Hash, x.Relation)
				if !x.shares {
					w.Short = linear.Mix2(direction, w.Short, x.Relation)
				}
			}
			for _, k := range up[:a] {
				step(1, k)
			}
			w.Hash, w.Short = linear.Mix(2, w.Hash), linear.Mix(2, w.Short)
			for k := b - 1; k >= 0; k-- {
				step(3, down[k])
			}
			return w
		}
	}
	return Way{Top: -1}
}

// climbed fills up with the word at i and those above it.
func (s *Sentence) climbed(i int, up *[steps + 1]int) (n int) {
	for n < len(up) && i >= 0 && i < len(s.Traits) {
		up[n] = i
		n++
		i = int(s.Traits[i].Head)
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

// Parted says whether a word of one of the classes stands between two words.
func (s *Sentence) Parted(from, to int, classes class.Set) bool {
	for i := from + 1; i < to; i++ {
		if s.Is(i, classes) {
			return true
		}
	}
	return false
}

// Far is a number of words in steps that grow.
func Far(words int) uint32 {
	switch {
	case words < 5:
		return uint32(max(0, words))
	case words < 8:
		return 5
	case words < 12:
		return 6
	case words < 20:
		return 7
	}
	return 8
}

package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// steps bounds the way from a candidate to the trigger, in heads.
const steps = 6

// way is a hash of the relations on the way through the tree from the word at i to that at j, by their first common
// head, and how many words it passes; 0 where there is none so short. It may leave out the relations that a verb has
// to one of which it shares the sides.
func (s *scan) way(i, j int, short bool) (hash uint32, length int) {
	var up, down [steps + 1]int
	n, m := s.climbed(i, &up), s.climbed(j, &down)
	for a := range n {
		for b := range m {
			if up[a] != down[b] {
				continue
			}
			hash = 1
			for _, k := range up[:a] {
				if r := s.node(k).Relation; !short || !shares(r) {
					hash = linear.Mix2(1, hash, hashed(r))
				}
			}
			hash = linear.Mix(2, hash)
			for k := b - 1; k >= 0; k-- {
				if r := s.node(down[k]).Relation; !short || !shares(r) {
					hash = linear.Mix2(3, hash, hashed(r))
				}
			}
			return hash, a + b + 1
		}
	}
	return 0, 0
}

// climbed fills up with the word at i and those above it.
func (s *scan) climbed(i int, up *[steps + 1]int) (n int) {
	for n < len(up) && i >= 0 && i < len(s.words) {
		up[n] = i
		n++
		i = s.node(i).Head
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

// lemma is the hash of the word at i in its ground form, in small letters.
func (s *scan) lemma(i int) uint32 { return hashed(strings.ToLower(s.node(i).Lemma)) }

// groups are those of words that are used as the one at i.
func (s *scan) groups(i int) cluster.Groups {
	return cluster.Default.Of(lookup.Hash(strings.ToLower(s.text(i))))
}

// parted says whether a word of one of the classes stands between two words.
func (s *scan) parted(from, to int, classes class) bool {
	for i := from + 1; i < to; i++ {
		if s.is(i, classes) {
			return true
		}
	}
	return false
}

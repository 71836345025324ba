package event

import (
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// mostCandidates bounds who may be a side of one trigger: those nearest to it.
const mostCandidates = 40

// candidate is who may be a side of an event.
type candidate struct {
	first, head int // words
	unit        int // that it is; -1 is a pronoun or a noun in no unit
}

// candidatesOf gives who may be a side of a trigger, in text order: the units of the sentence, and the pronouns and
// nouns that head a phrase in no unit.
func (s *scan) candidatesOf(t *trigger, to []candidate) []candidate {
	to = to[:0]
	for i := s.dateline(); i < len(s.words); i++ {
		if u := s.words[i].unit; u >= 0 {
			i = s.units[u].last
			to = append(to, candidate{s.units[u].first, i, int(u)})
			continue
		}
		if i >= t.first && i <= t.last && (t.pattern.noun || i == t.first) {
			continue
		}
		n := s.node(i)
		switch n.UPOS {
		case "NOUN", "PROPN", "NUM":
			if n.UPOS == "NUM" && n.Relation != "nsubj" && n.Relation != "nsubj:pass" && n.Relation != "obj" && n.Relation != "root" {
				continue // Jane Roe, 39,
			}
			if n.Relation == "compound" || n.Relation == "flat" || n.Relation == "nummod" || s.is(i, temporal|abstract|hazard|accident) || s.phrase(i) >= 0 || s.entitles(i) {
				continue
			}
		case "PRON":
			if n.XPOS != "PRP" && n.XPOS != "PRP$" && n.XPOS != "DT" && n.XPOS != "NN" {
				continue // "who" is the noun that it stands behind
			}
		default:
			continue
		}
		to = append(to, candidate{i, i, -1})
	}
	for len(to) > mostCandidates {
		if t.first-to[0].head > to[len(to)-1].first-t.last {
			to = to[1:]
		} else {
			to = to[:len(to)-1]
		}
	}
	return to
}

// entitles says whether the word at i is a title before a name: "Rep. Jane Roe".
func (s *scan) entitles(i int) bool {
	if i+1 >= len(s.words) || s.words[i+1].unit < 0 {
		return false
	}
	u := &s.units[s.words[i+1].unit]
	return u.kind == named && u.first == i+1 && s.words[i].class&capital != 0 && s.isPerson(s.actor(int(s.words[i+1].unit)))
}

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

// plainAt is a unit of the phrase that the noun at word i heads.
func (s *scan) plainAt(i int) int {
	for u := range s.units {
		if s.units[u].last == i && s.units[u].plain {
			return u
		}
	}
	first := i
	for first > 0 && s.words[first-1].unit < 0 {
		n := s.node(first - 1)
		if n.Head < first || n.Head > i || n.Relation != "compound" && n.Relation != "amod" && n.Relation != "nummod" && n.Relation != "flat" {
			break
		}
		first--
	}
	u := unit{kind: agent, plain: true, first: first, last: i, mention: -1, with: -1, same: -1, plural: s.node(i).XPOS == "NNS"}
	u.name = s.in.Doc.Text[s.words[first].start:s.words[i].end]
	s.units = append(s.units, u)
	return len(s.units) - 1
}

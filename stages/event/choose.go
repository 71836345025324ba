package event

import (
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/status"
)

// choose gives source and target of a trigger: of all pairs of those who may be, and of nobody, the one that the model
// finds the likeliest, knowing which the rules have found, -1 being none; and how sure that is. (A log-linear model of arguments over the tree and
// the order of words, as in Gildea and Jurafsky, "Automatic labeling of semantic roles", 2002.)
func (s *scan) choose(t *trigger, source, target int, addressed bool) (int, int, model.Certainty) {
	m, c := model.OpenSides(), &s.choice
	if source >= 0 && target >= 0 && s.Units[target].With == source && s.Text(s.Units[source].At) == "between" {
		return source, target, m.Sure([2]int{math.MaxInt32, math.MaxInt32}) // talks over Ukraine between Norway and Sweden
	}
	s.consider(t, source, target, addressed)
	if source >= 0 && c.source < 0 || target >= 0 && c.target < 0 {
		return source, target, m.Sure([2]int{}) // too far to be weighed
	}
	ruled := [2]int{c.source, c.target}
	var best, second [2]int // candidates of each side, by score; -1 is nobody
	var most, next, theirs [2]int
	for side, x := range model.Scored(m.Model, s.nobody(t)) {
		best[side], most[side], second[side], next[side], theirs[side] = -1, x, -1, math.MinInt32/2, x
	}
	for i := range c.candidates {
		for side, x := range model.Scored(m.Model, s.weigh(t, i)) {
			switch {
			case x > most[side]:
				second[side], next[side] = best[side], most[side]
				best[side], most[side] = i, x
			case x > next[side]:
				second[side], next[side] = i, x
			}
			if i == ruled[side] {
				theirs[side] = x
			}
		}
	}
	leads := [2]int{most[0] - next[0], most[1] - next[1]}
	if best[0] >= 0 && best[1] >= 0 && (best[0] == best[1] || !t.Pattern.Mutual && s.groupOf(best[0]) == s.groupOf(best[1])) { // nobody does it to himself, nor to who does it with him
		leads = [2]int{}
		if most[0]+next[1] >= next[0]+most[1] {
			best[1], most[1] = second[1], next[1]
		} else {
			best[0], most[0] = second[0], next[0]
		}
	}
	if best != ruled && most[0]+most[1] < theirs[0]+theirs[1]+m.Margin {
		return source, target, m.Sure([2]int{})
	}
	t.pronoun = [2]uint32{s.pronounOf(best[0]), s.pronounOf(best[1])}
	return s.conjoined(s.unitFor(best[0])), s.conjoined(s.unitFor(best[1])), m.Sure(leads)
}

// conjoined is a unit, with those joined to it that the tree joins by "and" and nothing else did yet: "seized insurers,
// trust firms and brokers".
func (s *scan) conjoined(u int) int {
	if u < 0 || s.Units[u].Pronoun {
		return u
	}
	all := s.Joined(u)
	tail, head := all[len(all)-1], s.Units[u].Last
	for i := head + 1; i < len(s.Words); i++ {
		n := s.Node(i)
		if n.Head != head || n.Relation != "conj" || n.UPOS != "NOUN" && n.UPOS != "PROPN" || !s.Parted(head, i, class.And) || s.Is(i, class.Temporal|class.Abstract|class.Hazard|class.Accident) || s.Is(i, class.Office) && n.XPOS != "NNS" {
			continue // vice-president and ruler of Dubai
		}
		v := int(s.Words[i].Unit)
		if v < 0 {
			v = s.PlainAt(i)
		}
		if slices.ContainsFunc(all, func(x int) bool { return s.Units[x].Last < i && s.Top(s.Units[x].Last) == i }) {
			continue // the army and Red Front rebels: these are joined by their name
		}
		if x := &s.Units[v]; v != u && x.With < 0 && x.Same < 0 && x.Kind != clause.Adjectival && x.Kind != clause.Place && !x.Owner {
			x.With, tail = tail, v
		}
	}
	return u
}

// unitFor is the unit that a candidate is or stands for; -1 is none.
func (s *scan) unitFor(at int) int {
	if at < 0 {
		return -1
	}
	x := s.choice.candidates[at]
	if x.unit >= 0 {
		return x.unit
	}
	if s.Node(x.head).UPOS == "PRON" || s.Aged(x.head) {
		return s.UnitOf(x.head)
	}
	return s.PlainAt(x.head)
}

// Kinds of pronouns, by whom they may stand for.
const (
	ofOne   uint32 = iota + 1 // he
	ofMany                    // they
	ofBody                    // it
	ofUs                      // we
	ofMe                      // I
	ofOther                   // some
)

// groupOf is the first of those that "and" joins to a candidate; one that is no unit is by itself.
func (s *scan) groupOf(at int) int {
	if u := s.choice.candidates[at].unit; u >= 0 {
		return s.Joined(u)[0]
	}
	return -1 - at
}

// pronounOf is what kind of pronoun a candidate is; 0 is none.
func (s *scan) pronounOf(at int) uint32 {
	if at < 0 {
		return 0
	}
	x := s.choice.candidates[at]
	if x.unit >= 0 || s.Node(x.head).UPOS != "PRON" {
		return 0
	}
	switch strings.ToLower(s.Text(x.head)) {
	case "he", "him", "his", "she", "her":
		return ofOne
	case "they", "them", "their":
		return ofMany
	case "it", "its":
		return ofBody
	case "we", "us", "our":
		return ofUs
	case "i", "me", "my":
		return ofMe
	}
	return ofOther
}

// A Choice is a trigger with those who may be its source and target, for learning which are.
type Choice struct {
	TriggerStart int // bytes of the text
	TriggerEnd   int
	Mutual       bool
	Rules        [2]int   // the source and target of the rules, as candidates; -1 is none
	Nobody       []uint32 // features of a side that the sentence does not tell
	Candidates   []Candidate
	Act          []uint32 // features of whether it tells an act at all
	// Standing gives its status by the rules. It can be called until yield returns.
	Standing func() status.Standing
	// Code gives the coding of a candidate as a side (0 is the source), with another one, or none (-1), on the other side; false where it is
	// nobody of whom anything could be told. It can be called until yield returns.
	Code func(side, candidate, other int) (Coding, bool)
}

// Candidate is one of those.
type Candidate struct {
	Start, End int  // bytes of the text
	Above      int  // where the word stands on which it hangs in the tree; -1 is none
	Apposed    bool // it hangs there as another name for the same
	Entity     int  // of its name; -1 is none
	Group      int  // the same number for those that "and" joins; -1 is none
	Features   []uint32
}

// Choices calls yield with each trigger of a document that [Code] may tell. The choice is valid until yield returns.
func Choices(in *Input, yield func(*Choice)) {
	s := newScan(in)
	s.patterns = true // what is learned here does not hang on the model of triggers, which is learned with it
	s.each(func() {
		for i := range s.triggers {
			t := &s.triggers[i]
			if t.told || s.covered(i) || !s.literal(t) {
				continue
			}
			source, target, at, addressed := s.ruled(t)
			s.consider(t, source, target, addressed)
			out := Choice{TriggerStart: s.Words[t.First].Start, TriggerEnd: s.Words[t.Last].End, Mutual: t.Pattern.Mutual, Rules: [2]int{s.choice.source, s.choice.target}}
			out.Nobody = append(out.Nobody, s.nobody(t)...)
			out.Act = append(out.Act, s.act(t, source, target)...)
			out.Standing = func() status.Standing { return s.statuses.StandingOf(&t.Trigger, at) }
			for n, x := range s.choice.candidates {
				c := Candidate{Start: s.Words[x.first].Start, End: s.Words[x.last].End, Above: -1, Entity: -1, Group: -1}
				if h := s.Node(x.head).Head; h >= 0 && h < len(s.Words) {
					c.Above = s.Words[h].Start
					c.Apposed = s.Node(x.head).Relation == "appos" || s.Node(x.head).Relation == "flat"
				}
				if x.unit >= 0 {
					u := x.unit
					if s.Units[u].Same >= 0 {
						u = s.Units[u].Same
					}
					if m := s.Units[u].Mention; m >= 0 && s.Units[u].Kind != clause.Agent {
						c.Entity = in.Found.Mentions[m].Entity
					}
					c.Group = s.Joined(u)[0]
				}
				c.Features = append(c.Features, s.weigh(t, n)...)
				out.Candidates = append(out.Candidates, c)
			}
			out.Code = func(side, candidate, other int) (Coding, bool) { return s.coding(t, side, candidate, other) }
			yield(&out)
		}
	})
}

package event

import (
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// Templates of features.
const (
	tNobody uint32 = iota + 1
	tBias
	tRules
	tWay
	tWayOver
	tWayLast
	tRelation
	tKind
	tRole
	tDistance
	tBetween
	tPreposition
	tWord
	tPronoun
	tGroup
	tNearer
	tQuoted
	tAbove
	tOwner
	tFilled
	tTop
	tAround
	tSpeaker
	tSame
	tRival
	tHangs
	tHolds
	tFrame
)

// choice is a trigger with who may be its sides, and what their features share.
type choice struct {
	candidates     []candidate
	source, target int    // of the rules, as candidates; -1 is none
	manner         uint32 // how the trigger stands in its clause
	root, rule     uint32
	filled         uint32   // what hangs on the trigger
	lemma          uint32   // of the trigger
	frame          uint32   // what its pattern may have for sides
	rank           []uint32 // of each candidate: how many have a shorter way to the trigger
	ways           []clause.Way
	speaker        int // entity of whose words the trigger is one; -1 is none
	quoted         int // the quote that holds it; -1 is none
	features       []uint32
}

// consider readies the choice of a trigger's sides, given those of the rules.
func (s *scan) consider(t *trigger, source, target int, addressed bool) {
	s.Study()
	c := &s.choice
	c.candidates = s.candidatesOf(t, c.candidates)
	c.source, c.target, c.manner, c.filled = -1, -1, s.Manner(&t.Trigger), 0
	c.root, c.rule = hashed(cameo.Root(t.Pattern.Code)), hashed(t.Pattern.Rule)
	for i, x := range c.candidates {
		holds := func(u int) bool {
			return u >= 0 && (x.unit == u || s.Units[u].Has(x.head))
		}
		if c.source < 0 && holds(source) {
			c.source = i
		}
		if c.target < 0 && holds(target) {
			c.target = i
		}
	}
	for i, relation := range [...]string{"nsubj", "obj", "obl:agent", "nsubj:pass", "nmod:poss"} {
		if s.Child(t.First, relation) >= 0 {
			c.filled |= 1 << i
		}
	}
	c.filled |= linear.Truth(addressed) << 6
	p := t.Pattern
	c.lemma, c.frame = s.Traits[t.First].Lemma, linear.Truth(p.Target)*16+linear.Truth(p.Object)*8+linear.Truth(p.Mutual)*4+linear.Truth(p.OfDoer)*2+linear.Truth(len(p.Preps) > 0)
	c.speaker, c.quoted = -1, s.Quoted(t.First)
	if c.quoted >= 0 {
		if m := s.in.Quotes[c.quoted].Speaker; m >= 0 {
			c.speaker = s.in.Found.Mentions[m].Entity
		}
	}
	c.ways, c.rank = c.ways[:0], c.rank[:0]
	for _, x := range c.candidates {
		c.ways = append(c.ways, s.Way(x.head, t.First))
	}
	for i := range c.ways {
		n := uint32(0)
		for k := range c.ways {
			n += linear.Truth(c.ways[k].Hash != 0 && (c.ways[i].Hash == 0 || c.ways[k].Up+c.ways[k].Down < c.ways[i].Up+c.ways[i].Down))
		}
		c.rank = append(c.rank, min(n, 4))
	}
}

// entity is the one that a unit names or stands for; -1 is none.
func (s *scan) entity(u int) int {
	if u < 0 {
		return -1
	}
	if v := s.Units[u].Same; v >= 0 {
		u = v
	}
	if m := s.Units[u].Mention; m >= 0 && s.Units[u].Kind != clause.Agent {
		return s.in.Found.Mentions[m].Entity
	}
	return -1
}

// between tells which marks and verbs stand between two words.
func (s *scan) between(from, to int) (found uint32) {
	finite := uint32(0)
	for i := from + 1; i < to; i++ {
		switch c := s.Words[i].Class; {
		case c&(class.Stop|class.Dashes) != 0:
			found |= 1
		case c&class.Comma != 0:
			found |= 2
		case c&class.Mark != 0:
			found |= 4
		case c&(class.Relative|class.Subordinator) != 0:
			found |= 8
		case c&class.And != 0:
			found |= 64
		}
		finite += linear.Truth(s.Finite(i))
	}
	return found | min(finite, 3)<<4
}

func hashed(s string) uint32 { return uint32(lookup.Hash(s)) }

package clause

import (
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
)

// Trigger is a pattern found in the sentence.
type Trigger struct {
	Pattern     *pattern.Pattern
	First, Last int // words of the trigger, the last one included
	Passive     bool
}

// Has says whether the word at i is one of a trigger's.
func (t *Trigger) Has(i int) bool { return t.First <= i && i <= t.Last }

// Core is the word of a trigger that tells most: the verb, or the noun, be it "state" of "state of emergency".
func (t *Trigger) Core() int {
	if t.Pattern.Noun {
		return t.Last - t.Pattern.Behind
	}
	return t.First
}

// Manner is how a trigger stands in its clause.
func (s *Sentence) Manner(t *Trigger) uint32 {
	n := s.Node(t.First)
	switch {
	case t.Pattern.Noun:
		return 0
	case t.Pattern.Suffers:
		return 1
	case t.Passive:
		return 2
	case n.XPOS == "VBG":
		return 3
	case n.XPOS == "VB" && s.Is(s.Before(t.First), class.Infinitive):
		return 4
	}
	return 5
}

// ObjectReach is how far behind a trigger what it is done to may stand, in words.
const ObjectReach = 14

package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// judges says whether a side only judges or punishes what a noun tells, and has not done it: who condemns a raid ("the raid was
// condemned by Jordan"), who calls something a hijacking, who arrests people over an attack, and these people.
func (s *scan) judges(t *trigger, source int) bool {
	n := s.Node(t.Core())
	if source < 0 || n == nil || !t.Pattern.Noun || n.Head < 0 || n.Head >= len(s.Words) {
		return false
	}
	if !t.Pattern.Mutual && s.reacts(t.Core(), source) {
		return true
	}
	v := n.Head
	switch verb := s.Node(v); {
	case verb.UPOS != "VERB" || t.Has(v):
		return false
	case n.Relation == "nsubj:pass":
		switch verb.Lemma {
		case "echo", "renew", "repeat": // a call that he makes, too
			return false
		}
		return !s.Is(v, class.Light) && s.behind(v+1, "by") == source
	case n.Relation == "xcomp" || n.Relation == "obj":
		switch verb.Lemma {
		case "call", "brand", "label", "term", "dub", "describe", "denounce", "condemn", "criticise", "criticize", "welcome", "praise", "hail":
			return s.subjectIs(v, source)
		}
	case n.Relation == "obl":
		switch verb.Lemma {
		case "accuse", "arrest", "blame", "charge", "convict", "criticise", "criticize", "detain", "imprison", "indict", "interrogate", "jail", "prosecute", "punish", "question", "sentence", "sue":
			prep := s.Text(s.Child(t.Core(), "case"))
			return (prep == "over" || prep == "for") && (s.subjectIs(v, source) || s.suspects(v, source))
		}
	}
	return false
}

// reacts says whether a unit is the subject of a verb that tells of the noun at i what the unit does or says over or about it: who imposes
// sanctions on officials over a raid has not made it.
func (s *scan) reacts(i, unit int) bool {
	about := false
	for range clause.Climb {
		switch n := s.Node(i); {
		case n == nil:
			return false
		case n.UPOS == "VERB":
			return about && slices.ContainsFunc(s.Joined(unit), func(u int) bool { return s.subjectIs(i, u) })
		case n.UPOS != "NOUN" && n.UPOS != "PROPN":
			return false
		default:
			prep := s.Text(s.Child(i, "case"))
			about = about || prep == "over" || prep == "about"
			i = n.Head
		}
	}
	return false
}

// subjectIs says whether a unit is the subject of the verb at v.
func (s *scan) subjectIs(v, unit int) bool {
	return s.Units[unit].Has(s.SubjectOf(v, "nsubj"))
}

// suspects says whether a unit is held for something by the verb at v, of which no more is told.
func (s *scan) suspects(v, unit int) bool {
	switch s.Node(v).Lemma {
	case "arrest", "detain", "interrogate", "question":
	default:
		return false
	}
	return s.Units[unit].Has(s.Child(v, "obj"))
}

// owned is the person right behind a country that owns him, in place of it: "France's Jane Roe told".
func (s *scan) owned(u int) int {
	if u < 0 || s.Units[u].Kind != clause.Named || !s.IsPlace(u) || !class.PossessiveMark(s.Text(s.Units[u].Last+1)) {
		return u
	}
	k := s.Units[u].Last + 2
	if k >= len(s.Words) || s.Words[k].Unit < 0 {
		return u
	}
	v := int(s.Words[k].Unit)
	x := &s.Units[v]
	if x.First != k || x.Mention < 0 || x.Kind != clause.Named || s.in.Found.Mentions[x.Mention].Type != entity.Person {
		return u
	}
	if x.Country == "" && x.Code == "" {
		x.Country = s.Units[u].Country
		s.Code(x)
	}
	return v
}

// nested says whether the noun at i hangs on a trigger, with nouns alone between.
func (s *scan) nested(i int, t *trigger) bool {
	for range clause.Climb {
		n := s.Node(i)
		if n == nil || n.UPOS != "NOUN" || n.Relation == "conj" {
			return false
		}
		if i = n.Head; t.Has(i) {
			return true
		}
	}
	return false
}

// repeats says whether another telling of the same trigger has the same sides and code.
func (t *Telling) repeats(o Telling) bool {
	return t.Code == o.Code && t.Source.Name == o.Source.Name && t.Source.Code == o.Source.Code && t.Target.Name == o.Target.Name && t.Target.Code == o.Target.Code
}

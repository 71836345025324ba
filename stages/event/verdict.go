package event

import "github.com/newsmill/newsmill/stages/entity"

// judges says whether a side only judges or punishes what a noun tells, and has not done it: who condemns a raid ("the raid was
// condemned by Jordan"), who calls something a hijacking, who arrests people over an attack.
func (s *scan) judges(t *trigger, source int) bool {
	n := s.node(t.core())
	if source < 0 || n == nil || !t.pattern.noun || n.Head < 0 || n.Head >= len(s.words) {
		return false
	}
	v := n.Head
	switch verb := s.node(v); {
	case verb.UPOS != "VERB" || v >= t.first && v <= t.last:
		return false
	case n.Relation == "nsubj:pass":
		switch verb.Lemma {
		case "echo", "renew", "repeat": // a call that he makes, too
			return false
		}
		return !s.is(v, light) && s.behind(v+1, "by") == source
	case n.Relation == "xcomp" || n.Relation == "obj":
		switch verb.Lemma {
		case "call", "brand", "label", "term", "dub", "describe", "denounce", "condemn", "criticise", "criticize", "welcome", "praise", "hail":
			return s.subjectIs(v, source)
		}
	case n.Relation == "obl":
		switch verb.Lemma {
		case "accuse", "arrest", "blame", "charge", "convict", "criticise", "criticize", "detain", "imprison", "indict", "interrogate", "jail", "prosecute", "punish", "question", "sentence", "sue":
			prep := s.text(s.child(t.core(), "case"))
			return (prep == "over" || prep == "for") && s.subjectIs(v, source)
		}
	}
	return false
}

// subjectIs says whether a unit is the subject of the verb at v.
func (s *scan) subjectIs(v, unit int) bool {
	k := s.subjectOf(v, "nsubj")
	return k >= 0 && s.units[unit].first <= k && k <= s.units[unit].last
}

// owned is the person right behind a country that owns him, in place of it: "France's Jane Roe told".
func (s *scan) owned(u int) int {
	if u < 0 || s.units[u].kind != named || !s.isPlace(u) || !possessiveMark(s.text(s.units[u].last+1)) {
		return u
	}
	k := s.units[u].last + 2
	if k >= len(s.words) || s.words[k].unit < 0 {
		return u
	}
	v := int(s.words[k].unit)
	x := &s.units[v]
	if x.first != k || x.mention < 0 || x.kind != named || s.in.Found.Mentions[x.mention].Type != entity.Person {
		return u
	}
	if x.country == "" && x.code == "" {
		x.country = s.units[u].country
		s.code(x)
	}
	return v
}

// nested says whether the noun at i hangs on a trigger, with nouns alone between.
func (s *scan) nested(i int, t *trigger) bool {
	for range climb {
		n := s.node(i)
		if n == nil || n.UPOS != "NOUN" || n.Relation == "conj" {
			return false
		}
		if i = n.Head; i >= t.first && i <= t.last {
			return true
		}
	}
	return false
}

// repeats says whether another telling of the same trigger has the same sides and code.
func (t *Telling) repeats(o Telling) bool {
	return t.Code == o.Code && t.Source.Name == o.Source.Name && t.Source.Code == o.Source.Code && t.Target.Name == o.Target.Name && t.Target.Code == o.Target.Code
}

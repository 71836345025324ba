package event

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// does is the unit that the tree has as the doer of the verb at v: its subject, or that of the verb
// it hangs on as an infinitive, a participle or a part of a list. Of a passive it is the agent. It says
// too whether the tree has a doer at all, be it no unit.
func (s *scan) does(v int, passive bool) (unit int, any bool) {
	if s.Node(v) == nil {
		return -1, false
	}
	if passive {
		k := s.Child(v, "obl:agent")
		if c := s.Child(v, "conj"); k < 0 && c >= 0 { // funded and built by Norway
			k = s.Child(c, "obl:agent")
		}
		return s.UnitOf(k), k >= 0
	}
	if k := s.Swallowed(v); k >= 0 {
		return s.Phrase(k), true
	}
	if s.resumes(v) {
		return -1, false // who it is stands before the clause between
	}
	for range clause.Climb {
		if k := s.SubjectOf(v, "nsubj"); k >= 0 && !s.Is(k, class.Temporal) {
			if s.Is(k, class.Relative) { // the rebels who attacked
				if n := s.Node(v); strings.HasSuffix(n.Relation, ":relcl") {
					return s.Phrase(n.Head), true
				}
			}
			return s.Phrase(k), true
		}
		n := s.Node(v)
		switch n.Relation {
		case "xcomp", "conj", "advcl":
			for _, relation := range [...]string{"obj", "iobj"} {
				if k := s.Child(n.Head, relation); (n.Relation == "xcomp" || n.Relation == "advcl" && s.Is(n.Head, class.Wished)) && k >= 0 && k < v { // asks Norway to mediate
					return s.Phrase(k), true
				}
			}
			if k := s.Child(n.Head, "obj"); n.Relation == "advcl" && n.XPOS == "VBG" && k >= 0 && s.Is(v-1, class.Preposition) && !s.Is(v-1, class.Locative) && (s.Is(n.Head, class.Blaming) || s.blames(n.Head)) {
				return s.Phrase(k), true // fined them for selling arms
			}
			if k := s.called(n.Head, v); k >= 0 {
				return k, true
			}
			v = n.Head
		case "acl", "acl:relcl", "advcl:relcl":
			if n.XPOS == "VBG" {
				return s.Phrase(n.Head), true
			}
			if k := s.Child(n.Head, "nmod:poss"); n.Relation == "acl" && n.XPOS == "VB" && k >= 0 {
				return s.Phrase(k), true // Norway's decision to suspend
			}
			return -1, false
		default:
			return -1, false
		}
		if v < 0 || v >= len(s.Words) {
			return -1, false
		}
	}
	return -1, false
}

// blames says whether the verb at v opens a pattern of disapproval: "called him out for criticising".
func (s *scan) blames(v int) bool {
	return slices.ContainsFunc(s.triggers, func(t trigger) bool { return t.First == v && cameo.Root(t.Pattern.Code) == "11" })
}

// called is the unit on which the verb at v calls to do what the infinitive at i says; -1 is none.
func (s *scan) called(v, i int) int {
	if s.Node(v).Lemma != "call" && s.Node(v).Lemma != "appeal" {
		return -1
	}
	for _, prep := range [...]string{"on", "upon", "to"} {
		if u := s.behind(v+1, prep); u >= 0 && s.Units[u].Last < i {
			return u
		}
	}
	return -1
}

// suffers is the unit that the tree has as what the verb of a pattern is done to: the subject of a
// passive, the object, or what hangs on it by one of the pattern's prepositions; -1 is none.
func (s *scan) suffers(t *trigger) int {
	v := t.First
	if s.Node(v) == nil {
		return -1
	}
	if t.Passive {
		k := s.SubjectOf(v, "nsubj:pass")
		if t.Pattern.Suffers {
			k = s.Child(v, "nsubj")
		}
		if n := s.Node(v); k < 0 && n.Relation == "conj" && n.Head >= 0 {
			k = s.Child(n.Head, "nsubj:pass")
		} else if s.Is(k, class.Relative) && strings.HasSuffix(n.Relation, ":relcl") { // Roe, who was shot
			k = n.Head
		}
		return s.Phrase(k)
	}
	if !t.Pattern.Target {
		return -1
	}
	if t.Pattern.Object {
		for _, relation := range [...]string{"obj", "iobj"} {
			k := s.Child(v, relation)
			if k < 0 {
				continue
			}
			if u := s.UnitOf(k); u >= 0 {
				return u
			}
			if u := s.UnitOf(s.Child(k, "appos")); u >= 0 { // his uncle, President Roe
				return u
			}
			if u := s.UnitOf(s.Child(k, "conj")); u >= 0 { // sentenced candidates, journalists and activists
				return u
			}
		}
	}
	for j := range s.Words {
		n := s.Node(j)
		if n.Relation != "case" || s.Words[j].Entry == nil || !has(t.Pattern.Preps, s.Words[j].Entry.ID) || n.Head < 0 || n.Head >= len(s.Words) {
			continue
		}
		if o := s.Node(n.Head); o.Relation == "obl" && o.Head == v {
			if u := s.UnitOf(n.Head); u >= 0 && s.Units[u].Kind != clause.Place {
				return u
			}
		}
	}
	return -1
}

// holder is the unit that owns what the verb of a pattern is done to, or that it is named after:
// "rejected an Indian proposal", "seized Iran's oil", "denounced the policies of France"; -1 is none.
func (s *scan) holder(t *trigger, source int) int {
	if s.Node(t.First) == nil {
		return -1
	}
	if u := s.Words[t.Last].Unit; u >= 0 && t.Last > t.First {
		if x := &s.Units[u]; x.First > t.First && x.Mention >= 0 && (source < 0 || x.Country != s.Units[source].Country) {
			return int(u) // summoned Niger's ambassador
		}
	}
	for i := range s.Units {
		u := &s.Units[i]
		if u.First <= t.First || u.Kind == clause.Place || u.Prep != 0 && u.At > t.Last && (s.Is(u.At, class.Locative) || s.Text(u.At) == "from") || u.Mention < 0 || u.Country == "" && u.Code == "" {
			continue
		}
		n := s.Node(u.Last)
		switch n.Relation {
		case "amod", "compound", "nmod:poss", "nmod":
		default:
			continue
		}
		h := n.Head
		if h > t.First && h <= t.Last && !s.Parted(t.First, u.First, class.Comma|class.Stop|class.Subordinator) {
			return i
		}
		if h <= t.First || h >= len(s.Words) || s.Words[h].Unit >= 0 || s.Parted(t.First, u.First, class.Comma|class.Stop) {
			continue
		}
		if o := s.Node(h); o.Head == t.First && o.Relation == "obj" || o.Head > t.First && o.Head <= t.Last && o.Relation == "nmod" {
			return i
		}
	}
	return -1
}

// attends is the first of those who are said to take part in a meeting: "talks attended by Norway", "a
// meeting including Sweden"; -1 is none.
func (s *scan) attends(t *trigger) int {
	for i := t.Last + 1; i < len(s.Words); i++ {
		n := s.Node(i)
		if n == nil {
			return -1
		}
		if !t.Has(n.Head) || n.Relation != "acl" && n.Relation != "nmod" && n.Relation != "case" {
			continue
		}
		switch n.Lemma {
		case "attend", "join", "lead", "head":
			return s.Phrase(s.Child(i, "obl:agent"))
		case "involve", "include", "involving", "including":
			return s.Phrase(s.Child(i, "obj"))
		}
	}
	return -1
}

// agentOf says whether a unit behind "by" did what a noun tells: it hangs on the noun, or on a verb that is said of
// it ("the attack carried out by rebels"), and on no other ("after the attack, it was rebuilt by the army").
func (s *scan) agentOf(u int, t *trigger) bool {
	n := s.Node(s.Units[u].Last)
	if n == nil || s.Units[u].At == t.Last+1 || n.Relation != "obl:agent" || n.Head < 0 || n.Head >= len(s.Words) {
		return true
	}
	verb := s.Node(n.Head)
	k := s.Child(n.Head, "nsubj:pass")
	return t.Has(verb.Head) || t.Has(k)
}

package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/status"
)

// Acts of speech that no pattern tells.
const (
	willAct = "will" // somebody is going to do it: an intent to cooperate (03) or a threat (13)
	mustAct = "must" // somebody says that another must do it

	statementRoot = "01"
	demandRoot    = "10" // what that is
	protestRoot   = "14"
	refuseRoot    = "12" // what it is to say that one will not
)

// overAct is how much surer an act of speech is than what it is about.
const overAct = .02

// act is the act of speech about a telling, which is done as it is told. The day and the place are those
// of what it is about, and not its own.
func (t Telling) act(code, act string, source, target actor.Actor, ordinal int) Telling {
	t.Code, t.Status, t.Rule, t.Ordinal = code, status.Actual, t.Rule+" ("+act+")", ordinal
	t.Place, t.PlaceBasis = -1, ""
	t.undate()
	t.Source, t.Target, t.Reciprocal, t.mutual = source, target, false, false
	t.Score += overAct
	return t
}

// coded is the code of a trigger: the pattern's or, where that is of an act of speech without what
// it is about, the code of the act and of the trigger in its complement: "urged Iran to release X".
func (s *scan) coded(t *trigger) string {
	if !t.Pattern.Embeds() || t.Pattern.Vague() == 0 {
		return t.Pattern.Code
	}
	for i := range s.triggers {
		inner := &s.triggers[i]
		if inner.First <= t.Last || !s.complements(inner.First, t.First) && !s.complements(inner.First, t.Last) {
			continue
		}
		if code := cameo.Speech(cameo.Root(t.Pattern.Code), inner.Pattern.Code); code != "" {
			return code
		}
	}
	return t.Pattern.Code
}

// complements says whether the tree has word i in a complement of the verb or noun at v: "readiness to work".
func (s *scan) complements(i, v int) bool {
	for range clause.Climb {
		n := s.Node(i)
		if n == nil {
			return false
		}
		if n.Head == v {
			return n.Relation == "xcomp" || n.Relation == "ccomp" || n.Relation == "advcl" || n.Relation == "obj" || n.Relation == "obl" || n.Relation == "acl" && s.Is(i-1, class.Infinitive)
		}
		if n.Relation != "conj" && n.Relation != "xcomp" && n.Relation != "obj" && n.Relation != "nmod" {
			return false
		}
		i = n.Head
	}
	return false
}

// intends gives the code of the act of one who is going to do what a verb tells, or says that he will
// not; "" is none. A meeting that is to come stays a meeting.
func (s *scan) intends(t *trigger, stands string, at int) string {
	if t.Pattern.Noun || t.Passive || t.Pattern.Embeds() || stands != status.Scheduled && stands != status.Denied && stands != status.Hypothetical {
		return ""
	}
	code := t.Pattern.Code
	for j := at - 1; j >= 0 && at-j <= status.Reach; j-- {
		switch {
		case stands == status.Denied && (s.Is(j, class.Will|class.Would) || s.Is(j, class.Infinitive) && s.Is(j-1, class.Planned) && s.Node(j-1) != nil && s.Node(j-1).UPOS == "VERB" && s.statuses.Negated(j-1)):
			return cameo.Speech(refuseRoot, code) // will not meet, does not intend to meet
		case stands == status.Denied && !s.Is(j, class.Adverb|class.Negation|class.Temporal):
			return ""
		case stands == status.Hypothetical && s.Is(j, class.Infinitive) && s.Node(j-1) != nil && s.Node(j-1).Lemma == "want",
			stands == status.Scheduled && (s.Is(j, class.Will|class.Would) || s.Is(j, class.Infinitive) && !s.raised(at)):
			return cameo.Speech(willAct, code)
		case !s.Is(j, class.Adverb|class.Negation|class.Auxiliary|class.Temporal):
			return ""
		}
	}
	return ""
}

// raised says whether the infinitive at i is what somebody else expects or wants of its subject.
func (s *scan) raised(i int) bool {
	n := s.Node(i)
	switch {
	case n == nil || n.Head < 0 || n.Head >= len(s.Words):
		return false
	case n.Relation == "acl":
		return s.Node(n.Head).Relation == "obj" && !s.Is(n.Head, class.Planned)
	}
	return n.Relation == "xcomp" && (s.Child(n.Head, "obj") >= 0 || s.Child(n.Head, "nsubj:pass") >= 0)
}

// obliges gives who says that the subject of a verb must do what it tells, and the code of that
// demand: "The minister said that Iran must release them"; "" is none.
func (s *scan) obliges(t *trigger, at int) (speaker int, code string) {
	n := s.Node(t.First)
	if n != nil && n.Relation == "xcomp" && n.Head >= 0 && n.Head < t.First && at == t.First {
		at = n.Head // must be ready to mediate
		n = s.Node(at)
	}
	if n == nil || t.Pattern.Noun || n.Relation != "ccomp" || n.Head < 0 || n.Head >= len(s.Words) || !s.Is(n.Head, class.Reporting) {
		return -1, ""
	}
	for j := at - 1; j >= 0 && at-j <= status.Reach && s.Words[j].Unit < 0; j-- {
		switch s.Text(j) {
		case "must", "should", "needs", "need", "ought":
			if slices.ContainsFunc(s.triggers, func(o trigger) bool { return o.Last == j }) {
				return -1, "" // a pattern has it
			}
			speaker = s.UnitOf(s.Child(n.Head, "nsubj"))
			if speaker < 0 || s.Is(j+1, class.Negation) {
				return -1, ""
			}
			return speaker, cameo.Speech(demandRoot, t.Pattern.Code)
		}
	}
	return -1, ""
}

package event

import (
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// Statuses of an event.
const (
	Actual       = "actual"
	Ongoing      = "ongoing"
	Scheduled    = "scheduled"
	Conditional  = "conditional"
	Hypothetical = "hypothetical"
	Denied       = "denied"
)

// Statuses are all there are, in the order of the model that tells them.
var Statuses = []string{Actual, Ongoing, Scheduled, Conditional, Hypothetical, Denied}

const statusReach = 8

// status reads whether the text tells an event as done. at is the word whose auxiliaries say
// so: the trigger, or the verb that a noun hangs on.
func (s *scan) status(t *trigger, at int) string {
	status := s.verbal(at)
	if s.Is(t.first, class.AuxBe) && s.negatedIn(t) {
		return Denied // was not concerned about
	}
	if status == Hypothetical && s.performs(t) {
		return Actual
	}
	if status == Scheduled && s.onlyIf(t.last+1) {
		return Conditional
	}
	if status == Actual || status == Ongoing {
		if governed := s.governed(at); governed != "" {
			return governed
		}
	}
	if status != Denied && status != Conditional {
		if under := s.under(min(at, t.first)); under != "" {
			return under
		}
	}
	if t.pattern.Noun {
		if noun := s.nominal(t, at); status == Actual || status == Ongoing && noun != Actual {
			return noun
		}
	}
	return status
}

// performs says whether somebody does with words what he says he would like to do: "I want to thank".
func (s *scan) performs(t *trigger) bool {
	switch cameo.Root(t.pattern.Code) {
	case "01", "02", "05", "11":
	default:
		return false
	}
	to := s.Before(t.first)
	if !s.Is(to, class.Infinitive) {
		return false
	}
	wish := s.Before(to)
	if n := s.Node(wish); n == nil || n.Lemma != "want" && n.Lemma != "like" && n.Lemma != "wish" {
		return false
	}
	for j := wish - 1; j >= 0 && wish-j <= 2; j-- {
		switch s.Text(j) {
		case "I", "We", "we":
			return true
		}
	}
	return false
}

// verbal reads the auxiliaries and the verb above the verb at i.
func (s *scan) verbal(i int) string {
	not, be, being, progressive, over := false, false, false, false, false
	j := i - 1
	for ; j >= 0 && i-j <= statusReach; j-- {
		w := &s.Words[j]
		switch {
		case w.Class&class.Negation != 0 && !(s.Text(j) == "no" && j < i-1):
			not = true
		case w.Class&class.Auxiliary == 0 && (w.Class&class.Adverb != 0 || s.Node(j) != nil && s.Node(j).UPOS == "ADV" && w.Class&class.Negation == 0 && w.Unit < 0 && s.Is(j-1, class.Auxiliary)):
			continue
		}
		if w.Class&class.Negation != 0 && w.Class&class.Auxiliary == 0 {
			continue
		}
		switch {
		case w.Class&class.Infinitive != 0:
			return s.above(j, not)
		case class.PossessiveMark(s.Text(j)) && s.Node(j) != nil && s.Node(j).XPOS == "POS":
			goto done
		case w.Class&class.AuxBe != 0:
			be = true
			progressive = progressive || being // is being
			being = s.Text(j) == "being"
		case w.Class&class.Will != 0:
			return orDenied(Scheduled, not)
		case w.Class&class.Would != 0:
			if s.announced(j) || be && !not && s.Words[i].Form&class.Gerund != 0 && !s.Holds(class.Condition) {
				return orDenied(Scheduled, not)
			}
			if !not && s.provided(i+1) {
				return Conditional
			}
			return orDenied(Hypothetical, not)
		case w.Class&class.Maybe != 0:
			if !not && s.conditional(i) {
				return Conditional
			}
			return orDenied(Hypothetical, not)
		case w.Class&(class.AuxHave|class.AuxDo|class.Modal) != 0:
			over = over || s.Text(j) == "had" // had been searching
		case s.Text(j) == "presumed", s.Text(j) == "feared":
			return orDenied(Hypothetical, not)
		default:
			goto done
		}
	}
done:
	if not {
		return Denied
	}
	if s.conditional(i) {
		return Conditional
	}
	if j >= 0 && j == i-1 && i < len(s.Words) && s.Is(j, class.Wished) && s.Words[i].Form&class.Participle != 0 && s.Words[j].Form&class.Participle != 0 {
		return Hypothetical // feared killed
	}
	if !over && (progressive || be && i < len(s.Words) && s.Words[i].Form&class.Gerund != 0) {
		return Ongoing
	}
	if n := s.Node(i); n != nil && !be && n.XPOS == "VB" && n.Relation == "conj" && n.Head >= 0 && n.Head < i {
		return s.verbal(n.Head) // should be on guard, and fight them
	}
	if j >= 0 && i < len(s.Words) && s.Words[i].Form&class.Gerund != 0 && (s.Is(j, class.Preposition) || s.Words[j].Unit >= 0) {
		return s.above(j, not)
	}
	if j >= 0 && s.Is(j, class.And) && i < len(s.Words) && s.Words[i].Form&(class.Base|class.Gerund) != 0 { // to meet and discuss
		for k := j - 1; k >= 0 && j-k < 8; k-- {
			if s.Is(k, class.Stop|class.Comma|class.Subordinator) {
				break
			}
			if s.Is(k, class.Infinitive) {
				return s.above(k, not)
			}
			if s.Is(k, class.Will) {
				return Scheduled
			}
			if s.Is(k, class.Would|class.Maybe) {
				return Hypothetical
			}
		}
	}
	return Actual
}

// announced says whether a "would" only puts "will" into the past: "said that talks would
// begin", with no "if" around.
func (s *scan) announced(i int) bool {
	if s.Holds(class.Condition) {
		return false
	}
	for j, n := i-1, 0; j >= 0 && n < 20; j, n = j-1, n+1 {
		if s.Is(j, class.Stop|class.Dashes|class.Relative) && s.Text(j) != "that" {
			return false
		}
		if s.Is(j, class.Reporting) && s.Words[j].Form&class.Past != 0 {
			return true
		}
	}
	return false
}

// under is the status that the words before "that" give to the clause of the word at i:
// hypothetical behind "concern that", denied behind "denied that", none behind others.
func (s *scan) under(i int) string {
	for j, n := i-1, 0; j > 0 && n < 14; j, n = j-1, n+1 {
		if s.Is(j, class.Stop|class.Dashes|class.Comma) {
			return ""
		}
		if s.Text(j) == "that" {
			for k := j - 1; k >= 0 && k >= j-5; k-- {
				switch {
				case s.Words[k].Unit >= 0:
				case s.Is(k, class.Wished):
					return Hypothetical
				case s.Is(k, class.Prevented) && !s.Is(k-1, class.Negation), s.Is(k, class.Ground) && s.negated(k):
					return Denied
				}
			}
			return ""
		}
	}
	return ""
}

// onlyIf says whether "only if" follows in the clause of the word at i: "will withdraw only if they do".
func (s *scan) onlyIf(i int) bool {
	for n := 0; i+1 < len(s.Words) && n < objectReach && !s.Is(i, class.Stop|class.Comma|class.Dashes); i, n = i+1, n+1 {
		if s.Text(i) == "only" && s.Is(i+1, class.Condition) || s.Text(i) == "unless" {
			return true
		}
	}
	return false
}

// provided says whether "if" or its like follows in the clause of the word at i: "would use force if talks fail".
func (s *scan) provided(i int) bool {
	for n := 0; i < len(s.Words) && n < objectReach && !s.Is(i, class.Stop|class.Comma|class.Dashes|class.Relative); i, n = i+1, n+1 {
		if s.Is(i, class.Condition) {
			return true
		}
	}
	return false
}

func orDenied(status string, not bool) string {
	if not {
		return Denied
	}
	return status
}

// above reads the word that governs an infinitive or a gerund: "plans to", "refused to",
// "began to", "warned against".
func (s *scan) above(i int, not bool) string {
	for j, n := i, 0; j >= 0 && n < statusReach; j, n = j-1, n+1 {
		w := &s.Words[j]
		if w.Class&(class.Stop|class.Relative|class.Subordinator|class.Comma) != 0 {
			break
		}
		switch {
		case w.Class&class.Prevented != 0:
			return Denied
		case w.Class&class.Wished != 0:
			return orDenied(Hypothetical, not || s.forbids(j))
		case w.Class&class.Planned != 0 && w.Form&class.Past != 0 && s.Node(j) != nil && s.Node(j).Lemma == "decide":
			return orDenied(s.verbal(j), not) // who decided to arrest him has done so
		case w.Class&class.Planned != 0:
			if s.denies(j) {
				return Denied
			}
			switch up := s.verbal(j); up {
			case Denied, Conditional, Hypothetical:
				return up
			}
			return orDenied(Scheduled, not)
		case j == i-1 && s.Text(j) == "going" && s.Is(s.Before(j), class.AuxBe):
			return orDenied(Scheduled, not || s.Is(j-1, class.Negation)) // is going to support them
		case w.Class&class.Done != 0 && s.Verbish(j):
			return orDenied(s.verbal(j), not)
		}
	}
	if s.Is(i, class.Infinitive) {
		if v := s.served(i + 1); v >= 0 && !not {
			return s.verbal(v)
		}
		if s.ranked(i + 1) {
			return orDenied(Actual, not)
		}
		return orDenied(Hypothetical, not)
	}
	return orDenied(Actual, not)
}

// served is the verb that is told as done to the end that the infinitive at i names, with an object or a
// place of its own: "flew to Cairo to meet the president"; -1 is none. What people do to reach an end
// that others decide ("voted to", "called on him to") is no such.
func (s *scan) served(i int) int {
	n := s.Node(i)
	if n == nil || n.Relation != "advcl" || n.Head < 0 || n.Head >= i || !s.Is(n.Head, class.Came) && !s.protests(i) {
		return -1
	}
	return n.Head
}

// ranked says whether the infinitive at i hangs on a noun that says which of all did it: "the first country to
// recognise it", "the only one to", or is a decision to do it.
func (s *scan) ranked(i int) bool {
	n := s.Node(i)
	if n == nil || n.Relation != "acl" || n.Head < 0 || n.Head >= i {
		return false
	}
	if h := s.Node(n.Head); h.Lemma == "decision" || h.Lemma == "move" {
		return true // its decision to blame
	}
	for j := n.Head; j >= 0 && n.Head-j < statusReach; j-- {
		switch s.Text(j) {
		case "first", "second", "third", "last", "latest", "only":
			return true
		}
		if s.Verbish(j) || s.Is(j, class.Stop|class.Comma) {
			return false
		}
	}
	return false
}

// protests says whether the word at i is a verb of protest: what people do to protest is their protest.
func (s *scan) protests(i int) bool {
	e := s.Words[i].Entry
	return e != nil && len(e.Patterns) > 0 && cameo.Root(e.Patterns[len(e.Patterns)-1].Code) == "14"
}

// denies says whether a word of denial stands shortly before i: "denied plans of".
func (s *scan) denies(i int) bool {
	for j, n := i-1, 0; j >= 0 && n < 5; j, n = j-1, n+1 {
		if s.Is(j, class.Stop|class.Comma|class.Subordinator|class.Relative) {
			return false
		}
		if s.Is(j, class.Prevented) {
			return true
		}
	}
	return false
}

// conditional says whether "if" or its like opens the clause of the word at i.
func (s *scan) conditional(i int) bool {
	for j, n := i, 0; j >= 0 && n < 14; j, n = j-1, n+1 {
		if s.Is(j, class.Condition) {
			return true
		}
		if s.Is(j, class.Stop|class.Comma|class.Relative|class.Dashes) {
			return false
		}
	}
	return false
}

// nominal reads the words around a noun: "possible invasion", "fears of an attack", "denied plans
// of", "talks set for". at is the verb that it hangs on.
func (s *scan) nominal(t *trigger, at int) string {
	i := t.first
	for j, n := i-1, 0; j >= 0 && n < 7; j, n = j-1, n+1 {
		w := &s.Words[j]
		switch {
		case w.Class&(class.Stop|class.Comma|class.Subordinator|class.Relative|class.Dashes) != 0, clause.Own(s.Text(j)): // its occupation of: there is one
			n = statusReach
		case s.Text(j) == "of" && (s.Text(j-1) == "case" || s.Text(j-1) == "event") && (s.Text(j-2) == "in" || s.Text(j-3) == "in"):
			return Conditional // in the event of an invasion
		case w.Class&class.Prevented != 0:
			return Denied
		case w.Class&class.Wished != 0:
			return Hypothetical
		case w.Class&class.Planned != 0 && !s.Is(j, class.Light|class.Preposition), w.Class&class.Planned != 0 && j == at:
			if s.denies(j) {
				return Denied
			}
			return Scheduled
		case w.Unit < 0 && w.Class&(class.Light|class.Verb) == 0 && w.Form&(class.Past|class.Third) != 0 && s.Verb(j):
			n = statusReach
		}
	}
	if s.conditional(i) {
		return Conditional
	}
	if at > i { // the verb behind the noun
		j := at
		if s.Is(j, class.Prevented) {
			return Denied
		}
		if s.Is(j, class.Planned) {
			return Scheduled
		}
		if s.Is(j, class.Wished) {
			return Hypothetical
		}
		for k := t.last + 1; k < at; k++ {
			switch {
			case s.Is(k, class.Negation):
				return Denied
			case s.Is(k, class.Will):
				return Scheduled
			case s.Is(k, class.Would|class.Maybe):
				return Hypothetical
			}
		}
		if s.Words[j].Class&class.Light != 0 && s.Words[j].Form&class.Gerund != 0 {
			return Ongoing
		}
	}
	return Actual
}

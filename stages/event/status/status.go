// Package status reads whether a text tells an event as done: actual, ongoing, scheduled, conditional, hypothetical or denied. In
// linguistics that is its factuality (Saurí and Pustejovsky, "FactBank", 2009).
//
// In go the open sentence and a trigger in it, out comes one of [Statuses]. [Reader.Ruled] reads it by rules, from auxiliaries, negation,
// the word above the trigger and the clause above that. [Reader.Likeliest] knows what they say and asks a model, which overrules them where
// another status is clearly likelier; but what is feared it never makes an act that was done. [Reader.StandingOf] gives what that
// model learns from.
package status

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

// Reach is how many words before a verb are read for what they say of it.
const Reach = 8

// Reader reads statuses in the open sentence.
type Reader struct {
	*clause.Sentence
	buffer []uint32
}

// Ruled reads whether the text tells an event as done. at is the word whose auxiliaries say
// so: the trigger, or the verb that a noun hangs on.
func (r *Reader) Ruled(t *clause.Trigger, at int) string {
	status := r.verbal(at)
	if r.asked(at) {
		return Hypothetical
	}
	if r.Is(t.First, class.AuxBe) && r.negatedIn(t) {
		return Denied // was not concerned about
	}
	if status == Hypothetical && r.performs(t) {
		return Actual
	}
	if status == Scheduled && r.onlyIf(t.Last+1) {
		return Conditional
	}
	if status == Actual || status == Ongoing {
		if governed := r.governed(at); governed != "" {
			return governed
		}
	}
	if status != Denied && status != Conditional {
		if under := r.under(min(at, t.First)); under != "" {
			return under
		}
	}
	if t.Pattern.Noun {
		if noun := r.nominal(t, at); status == Actual || status == Ongoing && noun != Actual {
			return noun
		}
	}
	return status
}

// performs says whether somebody does with words what he says he would like to do: "I want to thank".
func (r *Reader) performs(t *clause.Trigger) bool {
	switch cameo.Root(t.Pattern.Code) {
	case "01", "02", "05", "11":
	default:
		return false
	}
	to := r.Before(t.First)
	if !r.Is(to, class.Infinitive) {
		return false
	}
	wish := r.Before(to)
	if n := r.Node(wish); n == nil || n.Lemma != "want" && n.Lemma != "like" && n.Lemma != "wish" {
		return false
	}
	for j := wish - 1; j >= 0 && wish-j <= 2; j-- {
		switch r.Text(j) {
		case "I", "We", "we":
			return true
		}
	}
	return false
}

// verbal reads the auxiliaries and the verb above the verb at i.
func (r *Reader) verbal(i int) string {
	not, be, being, progressive, over := false, false, false, false, false
	j := i - 1
	for ; j >= 0 && i-j <= Reach; j-- {
		w := &r.Words[j]
		switch {
		case w.Class&class.Negation != 0 && !(r.Text(j) == "no" && j < i-1):
			not = true
		case w.Class&class.Auxiliary == 0 && (w.Class&class.Adverb != 0 || r.Node(j) != nil && r.Node(j).UPOS == "ADV" && w.Class&class.Negation == 0 && w.Unit < 0 && r.Is(j-1, class.Auxiliary)):
			continue
		}
		if w.Class&class.Negation != 0 && w.Class&class.Auxiliary == 0 {
			continue
		}
		switch {
		case w.Class&class.Infinitive != 0:
			return r.above(j, not)
		case class.PossessiveMark(r.Text(j)) && r.Node(j) != nil && r.Node(j).XPOS == "POS":
			goto done
		case w.Class&class.AuxBe != 0:
			be = true
			progressive = progressive || being // is being
			being = r.Text(j) == "being"
		case w.Class&class.Will != 0:
			return orDenied(Scheduled, not)
		case w.Class&class.Would != 0:
			if r.announced(j) || be && !not && r.Words[i].Form&class.Gerund != 0 && !r.Holds(class.Condition) {
				return orDenied(Scheduled, not)
			}
			if !not && r.provided(i+1) {
				return Conditional
			}
			return orDenied(Hypothetical, not)
		case w.Class&class.Maybe != 0:
			if !not && r.conditional(i) {
				return Conditional
			}
			return orDenied(Hypothetical, not)
		case w.Class&(class.AuxHave|class.AuxDo|class.Modal) != 0:
			over = over || r.Text(j) == "had" // had been searching
		case r.Text(j) == "presumed", r.Text(j) == "feared":
			return orDenied(Hypothetical, not)
		default:
			goto done
		}
	}
done:
	if not {
		return Denied
	}
	if r.conditional(i) {
		return Conditional
	}
	if j >= 0 && j == i-1 && i < len(r.Words) && r.Is(j, class.Wished) && r.Words[i].Form&class.Participle != 0 && r.Words[j].Form&class.Participle != 0 {
		return Hypothetical // feared killed
	}
	if !over && (progressive || be && i < len(r.Words) && r.Words[i].Form&class.Gerund != 0) {
		return Ongoing
	}
	if n := r.Node(i); n != nil && !be && n.XPOS == "VB" && n.Relation == "conj" && n.Head >= 0 && n.Head < i {
		return r.verbal(n.Head) // should be on guard, and fight them
	}
	if j >= 0 && i < len(r.Words) && r.Words[i].Form&class.Gerund != 0 && (r.Is(j, class.Preposition) || r.Words[j].Unit >= 0) {
		return r.above(j, not)
	}
	if j >= 0 && r.Is(j, class.And) && i < len(r.Words) && r.Words[i].Form&(class.Base|class.Gerund) != 0 { // to meet and discuss
		for k := j - 1; k >= 0 && j-k < 8; k-- {
			if r.Is(k, class.Stop|class.Comma|class.Subordinator) {
				break
			}
			if r.Is(k, class.Infinitive) {
				return r.above(k, not)
			}
			if r.Is(k, class.Will) {
				return Scheduled
			}
			if r.Is(k, class.Would|class.Maybe) {
				return Hypothetical
			}
		}
	}
	return Actual
}

// announced says whether a "would" only puts "will" into the past: "said that talks would
// begin", with no "if" around.
func (r *Reader) announced(i int) bool {
	if r.Holds(class.Condition) {
		return false
	}
	for j, n := i-1, 0; j >= 0 && n < 20; j, n = j-1, n+1 {
		if r.Is(j, class.Stop|class.Dashes|class.Relative) && r.Text(j) != "that" {
			return false
		}
		if r.Is(j, class.Reporting) && r.Words[j].Form&class.Past != 0 {
			return true
		}
	}
	return false
}

// under is the status that the words before "that" give to the clause of the word at i:
// hypothetical behind "concern that", denied behind "denied that", none behind others.
func (r *Reader) under(i int) string {
	for j, n := i-1, 0; j > 0 && n < 14; j, n = j-1, n+1 {
		if r.Is(j, class.Stop|class.Dashes|class.Comma) {
			return ""
		}
		if r.Text(j) == "that" {
			for k := j - 1; k >= 0 && k >= j-5; k-- {
				switch {
				case r.Words[k].Unit >= 0:
				case r.Is(k, class.Wished):
					return Hypothetical
				case r.Is(k, class.Prevented) && !r.Is(k-1, class.Negation), r.Is(k, class.Ground) && r.Negated(k):
					return Denied
				}
			}
			return ""
		}
	}
	return ""
}

// onlyIf says whether "only if" follows in the clause of the word at i: "will withdraw only if they do".
func (r *Reader) onlyIf(i int) bool {
	for n := 0; i+1 < len(r.Words) && n < clause.ObjectReach && !r.Is(i, class.Stop|class.Comma|class.Dashes); i, n = i+1, n+1 {
		if r.Text(i) == "only" && r.Is(i+1, class.Condition) || r.Text(i) == "unless" {
			return true
		}
	}
	return false
}

// provided says whether "if" or its like follows in the clause of the word at i: "would use force if talks fail".
func (r *Reader) provided(i int) bool {
	for n := 0; i < len(r.Words) && n < clause.ObjectReach && !r.Is(i, class.Stop|class.Comma|class.Dashes|class.Relative); i, n = i+1, n+1 {
		if r.Is(i, class.Condition) {
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
func (r *Reader) above(i int, not bool) string {
	for j, n := i, 0; j >= 0 && n < Reach; j, n = j-1, n+1 {
		w := &r.Words[j]
		if w.Class&(class.Stop|class.Relative|class.Subordinator|class.Comma) != 0 {
			break
		}
		switch {
		case w.Class&class.Prevented != 0:
			return Denied
		case w.Class&class.Wished != 0:
			return orDenied(Hypothetical, not || r.forbids(j))
		case w.Class&class.Planned != 0 && w.Form&class.Past != 0 && r.Node(j) != nil && r.Node(j).Lemma == "decide":
			return orDenied(r.verbal(j), not) // who decided to arrest him has done so
		case w.Class&class.Planned != 0:
			if r.denies(j) {
				return Denied
			}
			switch up := r.verbal(j); up {
			case Denied, Conditional, Hypothetical:
				return up
			}
			return orDenied(Scheduled, not)
		case j == i-1 && r.Text(j) == "going" && r.Is(r.Before(j), class.AuxBe):
			return orDenied(Scheduled, not || r.Is(j-1, class.Negation)) // is going to support them
		case w.Class&class.Done != 0 && r.Verbish(j):
			return orDenied(r.verbal(j), not)
		}
	}
	if r.Is(i, class.Infinitive) {
		if v := r.served(i + 1); v >= 0 && !not {
			return r.verbal(v)
		}
		if r.ranked(i + 1) {
			return orDenied(Actual, not)
		}
		return orDenied(Hypothetical, not)
	}
	return orDenied(Actual, not)
}

// served is the verb that is told as done to the end that the infinitive at i names, with an object or a
// place of its own: "flew to Cairo to meet the president"; -1 is none. What people do to reach an end
// that others decide ("voted to", "called on him to") is no such.
func (r *Reader) served(i int) int {
	n := r.Node(i)
	if n == nil || n.Relation != "advcl" || n.Head < 0 || n.Head >= i || !r.Is(n.Head, class.Came) && !r.protests(i) {
		return -1
	}
	return n.Head
}

// ranked says whether the infinitive at i hangs on a noun that says which of all did it: "the first country to
// recognise it", "the only one to", or is a decision to do it.
func (r *Reader) ranked(i int) bool {
	n := r.Node(i)
	if n == nil || n.Relation != "acl" || n.Head < 0 || n.Head >= i {
		return false
	}
	if h := r.Node(n.Head); h.Lemma == "decision" || h.Lemma == "move" {
		return true // its decision to blame
	}
	for j := n.Head; j >= 0 && n.Head-j < Reach; j-- {
		switch r.Text(j) {
		case "first", "second", "third", "last", "latest", "only":
			return true
		}
		if r.Verbish(j) || r.Is(j, class.Stop|class.Comma) {
			return false
		}
	}
	return false
}

// protests says whether the word at i is a verb of protest: what people do to protest is their protest.
func (r *Reader) protests(i int) bool {
	e := r.Words[i].Entry
	return e != nil && len(e.Patterns) > 0 && cameo.Root(e.Patterns[len(e.Patterns)-1].Code) == "14"
}

// conditional says whether "if" or its like opens the clause of the word at i.
func (r *Reader) conditional(i int) bool {
	for j, n := i, 0; j >= 0 && n < 14; j, n = j-1, n+1 {
		if r.Is(j, class.Condition) {
			return true
		}
		if r.Is(j, class.Stop|class.Comma|class.Relative|class.Dashes) {
			return false
		}
	}
	return false
}

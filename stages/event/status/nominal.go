package status

import (
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// nominal reads the words around a noun: "possible invasion", "fears of an attack", "denied plans
// of", "talks set for". at is the verb that it hangs on.
func (r *Reader) nominal(t *clause.Trigger, at int) string {
	i := t.First
	for j, n := i-1, 0; j >= 0 && n < 7; j, n = j-1, n+1 {
		w := &r.Words[j]
		switch {
		case clause.Own(r.Text(j)) && r.Is(j-1, class.Wished|class.Prevented): // demanded his release
		case w.Class&(class.Stop|class.Comma|class.Subordinator|class.Relative|class.Dashes) != 0, clause.Own(r.Text(j)): // its occupation of: there is one
			n = Reach
		case r.Text(j) == "of" && (r.Text(j-1) == "case" || r.Text(j-1) == "event") && (r.Text(j-2) == "in" || r.Text(j-3) == "in"):
			return Conditional // in the event of an invasion
		case w.Class&class.Prevented != 0:
			return Denied
		case w.Class&class.Wished != 0:
			return Hypothetical
		case w.Class&class.Planned != 0 && !r.Is(j, class.Light|class.Preposition), w.Class&class.Planned != 0 && j == at:
			if r.denies(j) {
				return Denied
			}
			return Scheduled
		case w.Unit < 0 && w.Class&(class.Light|class.Verb) == 0 && w.Form&(class.Past|class.Third) != 0 && r.Verb(j):
			n = Reach
		}
	}
	if r.conditional(i) {
		return Conditional
	}
	if at > i { // the verb behind the noun
		j := at
		if r.Is(j, class.Prevented) {
			return Denied
		}
		if r.Is(j, class.Planned) {
			return Scheduled
		}
		if r.Is(j, class.Wished) {
			return Hypothetical
		}
		for k := t.Last + 1; k < at; k++ {
			switch {
			case r.Is(k, class.Negation):
				return Denied
			case r.Is(k, class.Will):
				return Scheduled
			case r.Is(k, class.Would|class.Maybe):
				return Hypothetical
			}
		}
		if r.Words[j].Class&class.Light != 0 && r.Words[j].Form&class.Gerund != 0 {
			return Ongoing
		}
	}
	return Actual
}

// denies says whether a word of denial stands shortly before i: "denied plans of".
func (r *Reader) denies(i int) bool {
	for j, n := i-1, 0; j >= 0 && n < 5; j, n = j-1, n+1 {
		if r.Is(j, class.Stop|class.Comma|class.Subordinator|class.Relative) {
			return false
		}
		if r.Is(j, class.Prevented) {
			return true
		}
	}
	return false
}

package event

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
	if s.asked(at) {
		return Hypothetical
	}
	if s.is(t.first, auxBe) && s.negatedIn(t) {
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
	if t.pattern.noun {
		if noun := s.nominal(t, at); status == Actual || status == Ongoing && noun != Actual {
			return noun
		}
	}
	return status
}

// performs says whether somebody does with words what he says he would like to do: "I want to thank".
func (s *scan) performs(t *trigger) bool {
	switch Root(t.pattern.code) {
	case "01", "02", "05", "11":
	default:
		return false
	}
	to := s.before(t.first)
	if !s.is(to, infinitive) {
		return false
	}
	wish := s.before(to)
	if n := s.node(wish); n == nil || n.Lemma != "want" && n.Lemma != "like" && n.Lemma != "wish" {
		return false
	}
	for j := wish - 1; j >= 0 && wish-j <= 2; j-- {
		switch s.text(j) {
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
		w := &s.words[j]
		switch {
		case w.class&negation != 0 && !(s.text(j) == "no" && j < i-1):
			not = true
		case w.class&auxiliary == 0 && (w.class&adverb != 0 || s.node(j) != nil && s.node(j).UPOS == "ADV" && w.class&negation == 0 && w.unit < 0 && s.is(j-1, auxiliary)):
			continue
		}
		if w.class&negation != 0 && w.class&auxiliary == 0 {
			continue
		}
		switch {
		case w.class&infinitive != 0:
			return s.above(j, not)
		case possessiveMark(s.text(j)) && s.node(j) != nil && s.node(j).XPOS == "POS":
			goto done
		case w.class&auxBe != 0:
			be = true
			progressive = progressive || being // is being
			being = s.text(j) == "being"
		case w.class&will != 0:
			return orDenied(Scheduled, not)
		case w.class&would != 0:
			if s.announced(j) || be && !not && s.words[i].form&gerund != 0 && !s.holds(condition) {
				return orDenied(Scheduled, not)
			}
			if !not && s.provided(i+1) {
				return Conditional
			}
			return orDenied(Hypothetical, not)
		case w.class&maybe != 0:
			if !not && s.conditional(i) {
				return Conditional
			}
			return orDenied(Hypothetical, not)
		case w.class&(auxHave|auxDo|modal) != 0:
			over = over || s.text(j) == "had" // had been searching
		case s.text(j) == "presumed", s.text(j) == "feared":
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
	if j >= 0 && j == i-1 && i < len(s.words) && s.is(j, wished) && s.words[i].form&participle != 0 && s.words[j].form&participle != 0 {
		return Hypothetical // feared killed
	}
	if !over && (progressive || be && i < len(s.words) && s.words[i].form&gerund != 0) {
		return Ongoing
	}
	if n := s.node(i); n != nil && !be && n.XPOS == "VB" && n.Relation == "conj" && n.Head >= 0 && n.Head < i {
		return s.verbal(n.Head) // should be on guard, and fight them
	}
	if j >= 0 && i < len(s.words) && s.words[i].form&gerund != 0 && (s.is(j, preposition) || s.words[j].unit >= 0) {
		return s.above(j, not)
	}
	if j >= 0 && s.is(j, and) && i < len(s.words) && s.words[i].form&(base|gerund) != 0 { // to meet and discuss
		for k := j - 1; k >= 0 && j-k < 8; k-- {
			if s.is(k, stop|comma|subordinator) {
				break
			}
			if s.is(k, infinitive) {
				return s.above(k, not)
			}
			if s.is(k, will) {
				return Scheduled
			}
			if s.is(k, would|maybe) {
				return Hypothetical
			}
		}
	}
	return Actual
}

// announced says whether a "would" only puts "will" into the past: "said that talks would
// begin", with no "if" around.
func (s *scan) announced(i int) bool {
	if s.holds(condition) {
		return false
	}
	for j, n := i-1, 0; j >= 0 && n < 20; j, n = j-1, n+1 {
		if s.is(j, stop|dashes|relative) && s.text(j) != "that" {
			return false
		}
		if s.is(j, reporting) && s.words[j].form&past != 0 {
			return true
		}
	}
	return false
}

// under is the status that the words before "that" give to the clause of the word at i:
// hypothetical behind "concern that", denied behind "denied that", none behind others.
func (s *scan) under(i int) string {
	for j, n := i-1, 0; j > 0 && n < 14; j, n = j-1, n+1 {
		if s.is(j, stop|dashes|comma) {
			return ""
		}
		if s.text(j) == "that" {
			for k := j - 1; k >= 0 && k >= j-5; k-- {
				switch {
				case s.words[k].unit >= 0:
				case s.is(k, wished):
					return Hypothetical
				case s.is(k, prevented) && !s.is(k-1, negation), s.is(k, ground) && s.negated(k):
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
	for n := 0; i+1 < len(s.words) && n < objectReach && !s.is(i, stop|comma|dashes); i, n = i+1, n+1 {
		if s.text(i) == "only" && s.is(i+1, condition) || s.text(i) == "unless" {
			return true
		}
	}
	return false
}

// provided says whether "if" or its like follows in the clause of the word at i: "would use force if talks fail".
func (s *scan) provided(i int) bool {
	for n := 0; i < len(s.words) && n < objectReach && !s.is(i, stop|comma|dashes|relative); i, n = i+1, n+1 {
		if s.is(i, condition) {
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
		w := &s.words[j]
		if w.class&(stop|relative|subordinator|comma) != 0 {
			break
		}
		switch {
		case w.class&prevented != 0:
			return Denied
		case w.class&wished != 0:
			return orDenied(Hypothetical, not || s.forbids(j))
		case w.class&planned != 0 && w.form&past != 0 && s.node(j) != nil && s.node(j).Lemma == "decide":
			return orDenied(s.verbal(j), not) // who decided to arrest him has done so
		case w.class&planned != 0:
			if s.denies(j) {
				return Denied
			}
			switch up := s.verbal(j); up {
			case Denied, Conditional, Hypothetical:
				return up
			}
			return orDenied(Scheduled, not)
		case j == i-1 && s.text(j) == "going" && s.is(s.before(j), auxBe):
			return orDenied(Scheduled, not || s.is(j-1, negation)) // is going to support them
		case w.class&done != 0 && s.verbish(j):
			return orDenied(s.verbal(j), not)
		}
	}
	if s.is(i, infinitive) {
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
	n := s.node(i)
	if n == nil || n.Relation != "advcl" || n.Head < 0 || n.Head >= i || !s.is(n.Head, came) && !s.protests(i) {
		return -1
	}
	return n.Head
}

// ranked says whether the infinitive at i hangs on a noun that says which of all did it: "the first country to
// recognise it", "the only one to", or is a decision to do it.
func (s *scan) ranked(i int) bool {
	n := s.node(i)
	if n == nil || n.Relation != "acl" || n.Head < 0 || n.Head >= i {
		return false
	}
	if h := s.node(n.Head); h.Lemma == "decision" || h.Lemma == "move" {
		return true // its decision to blame
	}
	for j := n.Head; j >= 0 && n.Head-j < statusReach; j-- {
		switch s.text(j) {
		case "first", "second", "third", "last", "latest", "only":
			return true
		}
		if s.verbish(j) || s.is(j, stop|comma) {
			return false
		}
	}
	return false
}

// protests says whether the word at i is a verb of protest: what people do to protest is their protest.
func (s *scan) protests(i int) bool {
	e := s.words[i].entry
	return e != nil && len(e.patterns) > 0 && Root(e.patterns[len(e.patterns)-1].code) == "14"
}

// denies says whether a word of denial stands shortly before i: "denied plans of".
func (s *scan) denies(i int) bool {
	for j, n := i-1, 0; j >= 0 && n < 5; j, n = j-1, n+1 {
		if s.is(j, stop|comma|subordinator|relative) {
			return false
		}
		if s.is(j, prevented) {
			return true
		}
	}
	return false
}

// conditional says whether "if" or its like opens the clause of the word at i.
func (s *scan) conditional(i int) bool {
	for j, n := i, 0; j >= 0 && n < 14; j, n = j-1, n+1 {
		if s.is(j, condition) {
			return true
		}
		if s.is(j, stop|comma|relative|dashes) {
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
		w := &s.words[j]
		switch {
		case own(s.text(j)) && s.is(j-1, wished|prevented): // demanded his release
		case w.class&(stop|comma|subordinator|relative|dashes) != 0, own(s.text(j)): // its occupation of: there is one
			n = statusReach
		case s.text(j) == "of" && (s.text(j-1) == "case" || s.text(j-1) == "event") && (s.text(j-2) == "in" || s.text(j-3) == "in"):
			return Conditional // in the event of an invasion
		case w.class&prevented != 0:
			return Denied
		case w.class&wished != 0:
			return Hypothetical
		case w.class&planned != 0 && !s.is(j, light|preposition), w.class&planned != 0 && j == at:
			if s.denies(j) {
				return Denied
			}
			return Scheduled
		case w.unit < 0 && w.class&(light|aVerb) == 0 && w.form&(past|third) != 0 && s.verb(j):
			n = statusReach
		}
	}
	if s.conditional(i) {
		return Conditional
	}
	if at > i { // the verb behind the noun
		j := at
		if s.is(j, prevented) {
			return Denied
		}
		if s.is(j, planned) {
			return Scheduled
		}
		if s.is(j, wished) {
			return Hypothetical
		}
		for k := t.last + 1; k < at; k++ {
			switch {
			case s.is(k, negation):
				return Denied
			case s.is(k, will):
				return Scheduled
			case s.is(k, would|maybe):
				return Hypothetical
			}
		}
		if s.words[j].class&light != 0 && s.words[j].form&gerund != 0 {
			return Ongoing
		}
	}
	return Actual
}

package clause

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
)

// How many sentences on "the sides" are still those of a meeting, and "the two leaders".
const (
	coupleReach = 2
	twoReach    = 6
)

// front is how far into a sentence "they" may stand for them.
const front = 4

// PairUp notes the two sides of what was done, for "the two leaders", "both sides" and "they" behind it: who did it to each other, and
// where nobody did so shortly before, who are set against each other by an act that is not kind.
func (s *Sentence) PairUp(pair [2]int, from, to actor.Actor, mutual, kind bool) {
	if pair[0] < 0 || pair[1] < 0 || from.Country == "" || to.Country == "" || from.Code == to.Code {
		return
	}
	if s.goesOn(pair[0]) || s.goesOn(pair[1]) {
		s.coupled = s.Index // they go on
		return
	}
	if !mutual && (kind || s.mutual && s.coupled >= 0 && s.Index-s.coupled <= coupleReach) {
		return
	}
	if x := &s.couple; s.coupled >= 0 && s.Index-s.coupled <= twoReach && s.mutual && s.isNamed(&x[0]) && s.isNamed(&x[1]) && !(s.isNamed(&s.Units[pair[0]]) && s.isNamed(&s.Units[pair[1]])) &&
		(x[0].Country == from.Country && x[1].Country == to.Country || x[0].Country == to.Country && x[1].Country == from.Country) {
		s.coupled = s.Index // their states go on
		return
	}
	s.couple, s.coupled, s.mutual = [2]Unit{s.Units[pair[0]], s.Units[pair[1]]}, s.Index, mutual
}

// goesOn says whether a unit stands for one of the couple.
func (s *Sentence) goesOn(u int) bool {
	x := &s.Units[u]
	return s.coupled >= 0 && x.Pronoun && (x.With >= 0 && s.Units[x.With].First == x.First || u+1 < len(s.Units) && s.Units[u+1].With == u && s.Units[u+1].First == x.First)
}

// Partners gives a unit and those that are joined to it: of "the two leaders" those of whom the text has just told.
func (s *Sentence) Partners(u int) []int {
	if u < 0 || !s.bothOf(u) {
		return s.Joined(u)
	}
	x := s.Units[u]
	return s.Joined(s.standTogether(x.First, x.Last, s.Text(x.Last) == "countries" || s.Text(x.Last) == "nations"))
}

// standTogether makes units of the couple for the words from first to last, as states where that is what they are called.
func (s *Sentence) standTogether(first, last int, states bool) int {
	for n, x := range s.couple {
		if states { // of which the text names the leaders
			x.Role, x.Code = "", x.Country
			if x.Kind != Named || s.isNamed(&x) {
				x.Kind, x.Mention, x.Name = Agent, -1, s.doc.Text[s.Words[first].Start:s.Words[last].End]
			}
		}
		x.First, x.Last, x.Pronoun, x.Plural, x.Owner, x.Object, x.Prep, x.At, x.With, x.Same = first, last, true, false, false, false, 0, 0, -1, -1
		if n == 1 {
			x.With = len(s.Units) - 1
		}
		s.Units = append(s.Units, x)
	}
	return len(s.Units) - 2
}

// bothOf says whether a noun stands for the two of whom the text has just told.
func (s *Sentence) bothOf(u int) bool {
	x := &s.Units[u]
	if s.coupled < 0 || s.Index-s.coupled > twoReach || x.Mention >= 0 || x.Kind == Adjectival || x.Kind == Named || s.Text(x.Last+1) == "of" || s.Text(x.Last+1) == "from" {
		return false
	}
	two := false
	for j := x.Last; j >= max(0, x.First-2); j-- {
		word := strings.ToLower(s.Text(j))
		two = two || word == "both" || word == "two" && (strings.EqualFold(s.Text(j-1), "the") || s.Text(j-1) == "these")
		if v := s.Words[j].Unit; v >= 0 && int(v) != u || j < x.First && s.Is(j, class.Preposition|class.Comma|class.Stop) {
			break
		}
	}
	if !two && s.Index-s.coupled > coupleReach {
		return false
	}
	switch s.Text(x.Last) {
	case "sides", "parties", "delegations":
		return two || strings.ToLower(s.Text(x.First-1)) == "the" || s.Text(x.First) == "warring"
	case "two":
		return two && s.mutual
	case "countries", "nations", "governments", "neighbours", "neighbors", "allies", "capitals", "states":
		return two && s.couple[0].Country != s.couple[1].Country
	case "men", "women", "leaders", "presidents", "ministers":
		return two && s.mutual && s.couple[0].Role != "" && s.couple[1].Role != "" && s.isNamed(&s.couple[0]) && s.isNamed(&s.couple[1])
	}
	return false
}

// isNamed says whether a unit is the name of a person.
func (s *Sentence) isNamed(x *Unit) bool {
	return x.Mention >= 0 && x.Kind == Named && s.found.Mentions[x.Mention].Type == entity.Person
}

// together is a unit for the "they" or "both" at word j that is the subject behind a sentence whose subjects did something to each other; -1 is
// none.
func (s *Sentence) together(j int) int {
	if s.coupled != s.Index-1 || !s.mutual || s.topical == s.Index-1 || s.Quoted(j) >= 0 || s.Node(j).Relation != "nsubj" || j > front {
		return -1
	}
	if word := s.Text(j); word != "They" && word != "they" && word != "Both" {
		return -1
	}
	for i := range s.Units {
		if u := &s.Units[i]; u.First == j && u.Last == j {
			return i
		} else if u.Last < j && u.Kind != Adjectival && u.Kind != Place {
			return -1
		}
	}
	return s.standTogether(j, j, false)
}

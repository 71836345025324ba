package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
)

// coupleReach is how many sentences on "the two leaders" are still those of a meeting.
const coupleReach = 2

// pairUp notes the two sides of what was done, for "the two leaders", "both sides" and "they" behind it: who did it to each other, and
// where nobody did so shortly before, who are set against each other.
func (s *scan) pairUp(pair [2]int, from, to Actor, mutual bool, x *Telling) {
	if pair[0] < 0 || pair[1] < 0 || from.Country == "" || to.Country == "" || from.Code == to.Code || x.Status != Actual && x.Status != Ongoing {
		return
	}
	if s.goesOn(pair[0]) || s.goesOn(pair[1]) {
		s.coupled = s.sentence // they go on
		return
	}
	if !mutual && (Root(x.Code) < "10" || s.mutual && s.coupled >= 0 && s.sentence-s.coupled <= coupleReach) {
		return
	}
	s.couple, s.coupled, s.mutual = [2]unit{s.units[pair[0]], s.units[pair[1]]}, s.sentence, mutual
}

// goesOn says whether a unit stands for one of the couple.
func (s *scan) goesOn(u int) bool {
	x := &s.units[u]
	return s.coupled >= 0 && x.pronoun && (x.with >= 0 && s.units[x.with].first == x.first || u+1 < len(s.units) && s.units[u+1].with == u && s.units[u+1].first == x.first)
}

// partners gives a unit and those that are joined to it: of "the two leaders" those of whom the text has just told.
func (s *scan) partners(u int) []int {
	if u < 0 || !s.bothOf(u) {
		return s.joined(u)
	}
	x := s.units[u]
	return s.joined(s.standTogether(x.first, x.last, s.text(x.last) == "countries" || s.text(x.last) == "nations"))
}

// standTogether makes units of the couple for the words from first to last, as states where that is what they are called.
func (s *scan) standTogether(first, last int, states bool) int {
	for n, x := range s.couple {
		if states { // of which the text names the leaders
			x.role, x.code = "", x.country
			if x.kind != named || s.isNamed(&x) {
				x.kind, x.mention, x.name = agent, -1, s.in.Doc.Text[s.words[first].start:s.words[last].end]
			}
		}
		x.first, x.last, x.pronoun, x.plural, x.owner, x.object, x.prep, x.at, x.with, x.same = first, last, true, false, false, false, 0, 0, -1, -1
		if n == 1 {
			x.with = len(s.units) - 1
		}
		s.units = append(s.units, x)
	}
	return len(s.units) - 2
}

// bothOf says whether a noun stands for the two of whom the text has just told.
func (s *scan) bothOf(u int) bool {
	x := &s.units[u]
	if s.coupled < 0 || s.sentence-s.coupled > coupleReach || x.mention >= 0 || x.kind == adjectival || x.kind == named || s.text(x.last+1) == "of" || s.text(x.last+1) == "from" {
		return false
	}
	two := false
	for j := x.last; j >= max(0, x.first-2); j-- {
		word := strings.ToLower(s.text(j))
		two = two || word == "both" || word == "two" && (strings.EqualFold(s.text(j-1), "the") || s.text(j-1) == "these")
		if v := s.words[j].unit; v >= 0 && int(v) != u || j < x.first && s.is(j, preposition|comma|stop) {
			break
		}
	}
	switch s.text(x.last) {
	case "sides", "parties", "delegations":
		return two || strings.ToLower(s.text(x.first-1)) == "the" || s.text(x.first) == "warring"
	case "two":
		return two && s.mutual
	case "countries", "nations", "governments", "neighbours", "neighbors", "allies", "capitals", "states":
		return two && s.couple[0].country != s.couple[1].country
	case "men", "women", "leaders", "presidents", "ministers":
		return two && s.mutual && s.couple[0].role != "" && s.couple[1].role != "" && s.isNamed(&s.couple[0]) && s.isNamed(&s.couple[1])
	}
	return false
}

// isNamed says whether a unit is the name of a person.
func (s *scan) isNamed(x *unit) bool {
	return x.mention >= 0 && x.kind == named && s.in.Found.Mentions[x.mention].Type == entity.Person
}

// together is a unit for the "they" or "both" at word j that is the subject behind a sentence whose subjects did something to each other; -1 is
// none.
func (s *scan) together(j int) int {
	if s.coupled != s.sentence-1 || !s.mutual || s.topical == s.sentence-1 || s.quoted(j) >= 0 || s.node(j).Relation != "nsubj" || j > frontWords {
		return -1
	}
	if word := s.text(j); word != "They" && word != "they" && word != "Both" {
		return -1
	}
	for i := range s.units {
		if u := &s.units[i]; u.first == j && u.last == j {
			return i
		} else if u.last < j && u.kind != adjectival && u.kind != place {
			return -1
		}
	}
	return s.standTogether(j, j, false)
}

package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
)

// led gives who leads or speaks for others their role: "the leader of one of the militias", "a spokesman for the
// Norwegian army".
func (s *scan) led(u *unit, names []unit) {
	if t := s.text(u.last + 1); t != "of" && (t != "for" || !strings.HasPrefix(s.text(u.last), "spoke")) {
		return
	}
	role, at := s.ledBy(u.last)
	if role == "" {
		return
	}
	u.role = role[len(role)-3:]
	if u.country != "" {
		return
	}
	u.country = role[:len(role)-3]
	for i := range names {
		x := &names[i]
		before := x.last == at-1 && x.kind == adjectival || x.last == at-2 && class.PossessiveMark(s.text(at-1))
		if x.country != "" && x.first > u.last && (before || x.first == at+2 && s.text(at+1) == "of") {
			u.country, u.mention = x.country, x.mention
			return
		}
	}
}

// ledBy is the role of the noun for an actor behind a noun for who leads or speaks for others, and its word; "" is none.
func (s *scan) ledBy(noun int) (role string, at int) {
	for j := noun + 2; j < len(s.words) && j-noun <= actor.TitleTokens; j++ {
		if s.is(j, class.Stop|class.Comma|class.Relative) || s.verbish(j) {
			break
		}
		if s.is(j, class.Office) {
			continue
		}
		if role := s.nounRole(j); role != "" {
			return role, j
		}
	}
	return "", -1
}

// officeRole is the role of a noun for who acts for others, which tells none itself, by what stands right behind it: "a
// member of parliament", "the head of state", "the chairman of Ford"; "" is none.
func (s *scan) officeRole(i int, names []unit) string {
	if !s.is(i, class.Office) || s.text(i+1) != "of" || s.words[i].entry.Role != "" {
		return ""
	}
	if t := s.text(i + 2); t == "state" || t == "State" || t == "government" {
		return "GOV"
	}
	for n := range names {
		if x := &names[n]; x.first > i && x.mention >= 0 {
			if b, ok := s.BodyOf(x.mention); ok && s.head(x.first) == i+2 {
				return b.Role
			}
			break
		}
	}
	k := i + 2
	for s.is(k, class.Determiner|class.Adjective|class.Possessive) {
		k++
	}
	if k >= len(s.words) {
		return ""
	}
	return s.nounRole(k)
}

// once is the word before a hyphen and the noun at i that says of when, or of which rank, an office is ("then-president",
// "ex-minister"); "" is none.
func (s *scan) once(i int) string {
	if i < 2 || !class.Hyphen(s.text(i-1)) {
		return ""
	}
	switch t := strings.ToLower(s.text(i - 2)); t {
	case "then", "ex", "vice":
		return t
	}
	return ""
}

// joins says whether the tree joins the word at i to the one at j by "and".
func (s *scan) joins(j, i int) bool {
	n := s.node(i)
	return n != nil && n.Relation == "conj" && n.Head == j
}

// titled gives the last word of a title that goes on behind its noun and before a person's name
// ("Secretary of State Jane Roe"); -1 where it does not.
func (s *scan) titled(last int, names []unit, next int) int {
	if t := s.text(last + 1); t != "of" && t != "for" || next >= len(names) || names[next].first > last+6 || names[next].first < last+3 {
		return -1
	}
	if m := names[next].mention; s.in.Found.Mentions[m].Type != entity.Person {
		return -1
	}
	for i := last + 2; i < names[next].first; i++ {
		if !s.is(i, class.Capital|class.And) {
			return -1
		}
	}
	return names[next].first - 1
}

// acting gives a noun for who speaks or acts for others ("the president", "a spokesman") the country and the role of the
// organisation behind it ("of the Chamber of Commerce", "for Ford"), of one that nobody knows none, and says whether there
// is one.
func (s *scan) acting(u *unit, names []unit, next int) bool {
	expert := u.role == "CVL" && s.expert(u.last)
	if u.country != "" || u.body != "" || !s.is(u.last, class.Office) && !expert || next >= len(names) || names[next].mention < 0 || s.head(names[next].first) != u.last+2 {
		return false
	}
	switch s.text(u.last + 1) {
	case "of", "for", "at", "from", "with":
		if expert && s.text(u.last+1) == "of" {
			return false
		}
	default:
		return false
	}
	b, ok := s.BodyOf(names[next].mention)
	if !ok || b.Role == "" && b.Code != "" && b.Country != "" { // a state
		return false
	}
	u.role, u.country, u.mention = b.Role, b.Country, names[next].mention
	if b.Code != "" && b.Country == "" {
		u.body = b.Code
	}
	return true
}

// expert says whether the word at i is of those who speak for where they work: "experts from the University of Oslo".
func (s *scan) expert(i int) bool {
	switch strings.ToLower(s.text(i)) {
	case "expert", "experts", "analyst", "analysts", "specialist", "specialists", "lawyer", "lawyers":
		return true
	}
	return false
}

// portfolioWords is how many words a title may have behind its noun.
const portfolioWords = 8

// ministry gives a noun for an actor the country of a state whose name ends what he is of: "the Minister of Foreign
// Affairs of the Portuguese Republic".
func (s *scan) ministry(u *unit, names []unit) {
	if s.text(u.last+1) != "of" && s.text(u.last+1) != "for" {
		return
	}
	for i := u.last + 1; i < len(s.words) && i-u.last <= portfolioWords; i++ {
		for len(names) > 0 && names[0].last < i {
			names = names[1:]
		}
		if len(names) > 0 && names[0].first == i && names[0].country != "" && names[0].role == "" && s.text(s.head(i)-1) == "of" {
			u.country, u.mention = names[0].country, names[0].mention
			return
		}
		if !s.is(i, class.Capital|class.And|class.Determiner) && s.text(i) != "of" && s.text(i) != "for" {
			return
		}
	}
}

// nounRole is the role of the word at i of the open sentence as a noun for an actor, by the word before it or by
// itself; "" is none.
func (s *scan) nounRole(i int) string {
	if i > 0 && s.words[i-1].end+1 == s.words[i].start {
		if role := s.Paired(s.text(i-1), s.text(i)); role != "" {
			return role
		}
	}
	if s.is(i-1, class.Number) && strings.EqualFold(s.text(i), "pm") {
		return "" // 3 pm
	}
	if e := s.words[i].entry; e != nil {
		return e.Role
	}
	return ""
}

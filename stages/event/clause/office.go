package clause

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
)

// led gives who leads or speaks for others their role: "the leader of one of the militias", "a spokesman for the
// Norwegian army".
func (s *Sentence) led(u *Unit, names []Unit) {
	if t := s.Text(u.Last + 1); t != "of" && (t != "for" || !strings.HasPrefix(s.Text(u.Last), "spoke")) {
		return
	}
	role, at := s.ledBy(u.Last)
	if role == "" {
		return
	}
	u.Role = role[len(role)-3:]
	if u.Country != "" {
		return
	}
	u.Country = role[:len(role)-3]
	for i := range names {
		x := &names[i]
		before := x.Last == at-1 && x.Kind == Adjectival || x.Last == at-2 && class.PossessiveMark(s.Text(at-1))
		if x.Country != "" && x.First > u.Last && (before || x.First == at+2 && s.Text(at+1) == "of") {
			u.Country, u.Mention = x.Country, x.Mention
			return
		}
	}
}

// ledBy is the role of the noun for an actor behind a noun for who leads or speaks for others, and its word; "" is none.
func (s *Sentence) ledBy(noun int) (role string, at int) {
	for j := noun + 2; j < len(s.Words) && j-noun <= actor.TitleTokens; j++ {
		if s.Is(j, class.Stop|class.Comma|class.Relative) || s.Verbish(j) {
			break
		}
		if s.Is(j, class.Office) {
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
func (s *Sentence) officeRole(i int, before, names []Unit) string {
	if !s.Is(i, class.Office) || s.Words[i].Entry.Role != "" {
		return ""
	}
	if n := len(before); n > 0 && strings.HasPrefix(before[n-1].Code, "IGO") && class.PossessiveMark(s.Text(before[n-1].Last+1)) && s.attributive(before[n-1].Last+2, i) {
		return "GOV" // the UN's humanitarian chief
	}
	if s.Text(i+1) != "of" {
		return ""
	}
	if t := s.Text(i + 2); t == "state" || t == "State" || t == "government" {
		return "GOV"
	}
	for n := range names {
		if x := &names[n]; x.First > i && x.Mention >= 0 {
			if b, ok := s.BodyOf(x.Mention); ok && s.head(x.First) == i+2 {
				return b.Role
			}
			break
		}
	}
	k := i + 2
	for s.Is(k, class.Determiner|class.Adjective|class.Possessive) {
		k++
	}
	if k >= len(s.Words) {
		return ""
	}
	return s.nounRole(k)
}

// once is the word before a hyphen and the noun at i that says of when, or of which rank, an office is ("then-president",
// "ex-minister"); "" is none.
func (s *Sentence) once(i int) string {
	if i < 2 || !class.Hyphen(s.Text(i-1)) {
		return ""
	}
	switch t := strings.ToLower(s.Text(i - 2)); t {
	case "then", "ex", "vice":
		return t
	}
	return ""
}

// joins says whether the tree joins the word at i to the one at j by "and".
func (s *Sentence) joins(j, i int) bool {
	n := s.Node(i)
	return n != nil && n.Relation == "conj" && n.Head == j
}

// titled gives the last word of a title that goes on behind its noun and before a person's name
// ("Secretary of State Jane Roe"); -1 where it does not.
func (s *Sentence) titled(last int, names []Unit, next int) int {
	if t := s.Text(last + 1); t != "of" && t != "for" || next >= len(names) || names[next].First > last+6 || names[next].First < last+3 {
		return -1
	}
	if m := names[next].Mention; s.found.Mentions[m].Type != entity.Person {
		return -1
	}
	for i := last + 2; i < names[next].First; i++ {
		if !s.Is(i, class.Capital|class.And) {
			return -1
		}
	}
	return names[next].First - 1
}

// acting gives a noun for who speaks or acts for others ("the president", "a spokesman") the country and the role of the
// organisation behind it ("of the Chamber of Commerce", "for Ford"), of one that nobody knows none, and says whether there
// is one.
func (s *Sentence) acting(u *Unit, names []Unit, next int) bool {
	expert := u.Role == "CVL" && s.expert(u.Last)
	if u.Country != "" || u.body != "" || !s.Is(u.Last, class.Office) && !expert || next >= len(names) || names[next].Mention < 0 || s.head(names[next].First) != u.Last+2 {
		return false
	}
	switch s.Text(u.Last + 1) {
	case "of", "for", "at", "from", "with":
		if expert && s.Text(u.Last+1) == "of" {
			return false
		}
	default:
		return false
	}
	b, ok := s.BodyOf(names[next].Mention)
	if !ok || b.Role == "" && b.Code != "" && b.Country != "" { // a state
		return false
	}
	u.Role, u.Country, u.Mention = b.Role, b.Country, names[next].Mention
	if b.Code != "" && b.Country == "" {
		u.body = b.Code
	}
	return true
}

// expert says whether the word at i is of those who speak for where they work: "experts from the University of Oslo".
func (s *Sentence) expert(i int) bool {
	switch strings.ToLower(s.Text(i)) {
	case "expert", "experts", "analyst", "analysts", "specialist", "specialists", "lawyer", "lawyers":
		return true
	}
	return false
}

// portfolioWords is how many words a title may have behind its noun.
const portfolioWords = 8

// ministry gives a noun for an actor the country of a state whose name ends what he is of: "the Minister of Foreign
// Affairs of the Portuguese Republic".
func (s *Sentence) ministry(u *Unit, names []Unit) {
	if s.Text(u.Last+1) != "of" && s.Text(u.Last+1) != "for" {
		return
	}
	for i := u.Last + 1; i < len(s.Words) && i-u.Last <= portfolioWords; i++ {
		for len(names) > 0 && names[0].Last < i {
			names = names[1:]
		}
		if len(names) > 0 && names[0].First == i && names[0].Country != "" && names[0].Role == "" && s.Text(s.head(i)-1) == "of" {
			u.Country, u.Mention = names[0].Country, names[0].Mention
			return
		}
		if !s.Is(i, class.Capital|class.And|class.Determiner) && s.Text(i) != "of" && s.Text(i) != "for" {
			return
		}
	}
}

// nounRole is the role of the word at i of the open sentence as a noun for an actor, by the word before it or by
// itself; "" is none.
func (s *Sentence) nounRole(i int) string {
	if i > 0 && s.Words[i-1].End+1 == s.Words[i].Start {
		if role := s.Paired(s.Text(i-1), s.Text(i)); role != "" {
			return role
		}
	}
	if s.Is(i-1, class.Number) && strings.EqualFold(s.Text(i), "pm") {
		return "" // 3 pm
	}
	if e := s.Words[i].Entry; e != nil {
		return e.Role
	}
	return ""
}

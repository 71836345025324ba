package clause

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
)

// Kind says what a unit can be in its clause.
type Kind uint8

const (
	Named      Kind = iota // a name
	Agent                  // a noun for an actor
	Adjectival             // a nationality or place before some other noun
	Place                  // a place behind a preposition of place
)

// Unit is a stretch of words that names an actor.
type Unit struct {
	Kind        Kind
	First, Last int // words, the last one included
	Mention     int // -1 is none
	Name        string
	Code        string
	Country     string
	Role        string
	body        string // code of the body of no country for which it acts: "UN officials"
	Prep        int32  // id of the preposition before it; 0 is none
	At          int    // where that stands
	Owner       bool   // 's follows
	Plural      bool
	Foreign     bool // it says of itself that it is from elsewhere: "world leaders"
	Object      bool // a verb stands before it
	Pronoun     bool
	held        bool // it is of one person: "the president"
	Plain       bool // a noun of which no list tells whether it acts
	With        int  // the unit that it is joined to by "and"; -1 is none
	Same        int  // the name that it explains; -1 is none
}

// Has says whether the word at i is one of a unit's.
func (u *Unit) Has(i int) bool { return u.First <= i && i <= u.Last }

// Find fills the units of the sentence.
func (s *Sentence) Find() {
	s.names()
	s.pronouns()
	s.agents()
	s.people()
	for i := range s.Units {
		for j := s.Units[i].First; j <= s.Units[i].Last; j++ {
			s.Words[j].Unit = int32(i)
		}
	}
	for i := range s.Units {
		s.setting(i)
	}
	for i := 1; i < len(s.Units); i++ {
		s.join(i)
	}
	for i := range s.Units {
		u := &s.Units[i]
		if u.Prep == 0 && u.Same < 0 {
			h := s.head(u.First) - 1
			if s.Text(h) == "of" && s.Is(h-1, class.Number) {
				h = s.head(h-1) - 1 // released 30 of the 37 people
			}
			u.Object = h >= 0 && s.Verbish(h) && !s.Is(h, class.Auxiliary|class.Reporting)
		}
		if u.With >= 0 {
			u.Object = u.Object || s.Units[u.With].Object
		}
	}
}

// head is where the noun phrase begins that the word at i stands in: before its adjectives.
func (s *Sentence) head(i int) int {
	for n := 0; i > 0 && n < 4; n++ {
		p := i - 1
		if !s.Is(p, class.Determiner|class.Adjective|class.Number|class.Possessive) || s.Words[p].Unit >= 0 || s.Is(p, class.Infinitive) || class.PossessiveMark(s.Text(p)) {
			break
		}
		i = p
	}
	return i
}

// setting reads the words around a unit: the preposition before it, what follows.
func (s *Sentence) setting(i int) {
	u := &s.Units[i]
	if u.Last+1 < len(s.Words) && class.PossessiveMark(s.Text(u.Last+1)) {
		u.Owner = true
	}
	p := s.head(u.First) - 1
	if p >= 0 && s.Is(p, class.Preposition) && !s.Is(p, class.Infinitive|class.Adverb) && !(s.Node(p) != nil && s.Node(p).UPOS == "ADV" && s.Is(p+1, class.Number)) || p >= 0 && s.Is(p, class.Infinitive) {
		clause := s.Is(p, class.Subordinator) && s.Finite(u.Last+1)                                                                             // as the opposition threatened to
		if !clause && !(s.Text(p) == "of" && s.Is(p-1, class.Number)) && !(s.Text(p) == "to" && (s.Text(p-1) == "up" || s.Text(p-1) == "Up")) { // thousands of people, up to 100 people
			u.Prep, u.At = s.Words[p].Entry.ID, p
		}
	}
	if u.Kind == Adjectival && (u.Plural || s.Is(u.First-1, class.Determiner) || s.ethnic(u)) && !s.Modifies(u.Last+1) {
		u.Kind = Named
	}
	if u.Kind == Named && u.Code == "" && s.ethnic(u) {
		u.Role, u.Code = "CVL", "CVL" // the Inuit
	}
	if u.Kind == Named && u.Mention >= 0 && u.Role == "" && s.Modifies(u.Last+1) && s.found.Mentions[u.Mention].Type == entity.GPE && !u.Owner {
		u.Kind = Adjectival
	}
	if u.Kind == Named && u.Mention >= 0 && !u.Owner && s.found.Mentions[u.Mention].Type == entity.GPE && s.within(u) {
		u.Kind = Adjectival
	}
	if u.Kind == Named && u.Prep != 0 && s.Is(u.At, class.Locative) && u.Mention >= 0 {
		if t := s.found.Mentions[u.Mention].Type; t == entity.GPE || t == entity.Loc {
			u.Kind = Place
		}
	}
}

// ethnic says whether a unit is a people without a state: "apologized to Inuit".
func (s *Sentence) ethnic(u *Unit) bool {
	return u.Mention >= 0 && u.Country == "" && s.found.Mentions[u.Mention].Type == entity.NORP && !s.Is(u.Last, class.Abroad) && s.Top(u.Last) == u.Last && !strings.HasSuffix(s.Text(u.Last), "ism")
}

// within says whether the tree has a name within a longer noun phrase: "the Kashmiri human rights activist".
func (s *Sentence) within(u *Unit) bool {
	h := s.Top(u.Last)
	if h == u.Last {
		return false
	}
	det := s.Child(h, "det")
	return det >= 0 && det < u.First
}

// Top is the noun that the word at i stands before as a part of its phrase, itself where it does not.
func (s *Sentence) Top(i int) int {
	for range Climb {
		n := s.Node(i)
		if n == nil || n.Relation != "amod" && n.Relation != "compound" && n.Relation != "nmod:desc" || n.Head <= i || n.Head >= len(s.Words) {
			break
		}
		if s.Is(n.Head, class.Temporal) || s.Parted(i, n.Head, class.Conjunction|class.Comma|class.Stop|class.Preposition) {
			break // between the US and Russia next year
		}
		i = n.Head
	}
	return i
}

// Finite says whether the tagger takes the word at i for a verb of its own clause.
func (s *Sentence) Finite(i int) bool {
	n := s.Node(i)
	return n != nil && class.Finite(n.XPOS)
}

// join links a unit to the one before it: "X and Y", or "X, the minister,".
func (s *Sentence) join(i int) {
	u, at, to := &s.Units[i], i-1, s.head(s.Units[i].First)
	if x := &s.Units[at]; at > 0 && x.Pronoun && x.Owner && x.Last+1 == to {
		at, to = at-1, x.First // X and his counterpart Y
	}
	p := &s.Units[at]
	from := p.Last + 1
	if to-from < 1 || to-from > 2 || p.Owner || u.Pronoun && u.Owner {
		return
	}
	joined := false
	switch {
	case to-from == 1 && class.Hyphen(s.Text(from)) && s.Words[p.Last].End == s.Words[from].Start && p.Country != "" && u.Country != "" && p.Country != u.Country:
		u.Kind, u.Prep, u.At, u.With = p.Kind, p.Prep, p.At, at // Greek-Turkish talks
		return
	case to-from == 1 && s.Is(from, class.And), to-from == 2 && s.Is(from, class.Comma) && s.Is(from+1, class.And):
		joined = true
	case to-from == 1 && s.Is(from, class.Comma) && u.Kind == Agent && p.Kind == Named && (s.Is(u.First-1, class.Determiner) || u.Mention >= 0) && p.Mention >= 0 && s.found.Mentions[p.Mention].Type == entity.Person:
		u.Same = at
		if (p.Country == "" || p.Role == "") && !strings.HasPrefix(p.Code, "IGO") {
			p.Country, p.Role, p.Code = u.Country, u.Role, ""
			s.Code(p)
		}
		u.Prep, u.At = p.Prep, p.At
		return
	case to-from == 1 && s.Is(from, class.Comma) && u.Kind == Named && u.Mention >= 0 && s.found.Mentions[u.Mention].Type == entity.Person && (s.Is(u.Last+1, class.Comma) && !s.Is(u.Last+2, class.And) || s.Is(u.Last+1, class.Stop)):
		s.introduces(i)
		return
	case to-from == 1 && s.Is(from, class.Comma) && i+1 < len(s.Units) && (u.Kind == p.Kind || u.Kind == Named && p.Kind == Agent && p.Mention >= 0 && s.Units[i+1].Kind == Named):
		// X, Y and Z: the list ends in "and"
		q := &s.Units[i+1]
		joined = q.First-u.Last <= 4 && (s.Is(u.Last+1, class.And) || s.Is(u.Last+1, class.Comma) && s.Is(u.Last+2, class.And))
	}
	if !joined || u.Prep != 0 || u.Owner && s.Node(u.Last) != nil && s.Node(u.Last).Relation == "nmod:poss" && u.Kind == Agent {
		return // trials of the protesters, and the magistrate's words
	}
	if p.Kind == Adjectival && u.Kind == Agent && u.Country != "" { // Hungarian and Romanian officials
		p.Kind, p.Role, p.Plural, p.Code = Agent, u.Role, true, ""
		p.Name += " " + s.doc.Text[s.Words[u.Last].Start:s.Words[u.Last].End]
		s.Code(p)
	}
	if p.Kind == Adjectival && u.Kind == Adjectival || p.Kind != Adjectival {
		u.With, u.Prep, u.At = at, p.Prep, p.At
		if p.Kind == Place && u.Kind == Named {
			u.Kind = Place
		}
	}
}

// introduces gives a person between commas role and country of the noun before him, itself or what that is of: "the
// mayor of Oslo, Jane Roe,", "the head of the union, Jane Roe,".
func (s *Sentence) introduces(i int) {
	u, p := &s.Units[i], i-1
	if s.Units[p].Prep != 0 && p > 0 && s.Units[p-1].Kind == Agent && s.Units[p].At == s.Units[p-1].Last+1 {
		p--
	}
	x := &s.Units[p]
	if x.Kind != Agent || x.Plural || x.Same >= 0 {
		return
	}
	switch {
	case strings.HasPrefix(u.Code, "IGO"):
	case x.body != "":
		u.body = x.body // NATO's secretary general, Jane Roe,
		s.Code(u)
	case u.Role == "":
		u.Role, u.Foreign, u.Code = x.Role, x.Foreign, ""
		if u.Country == "" {
			u.Country = x.Country
		}
		s.Code(u)
	}
	x.Same, u.Prep, u.At = i, x.Prep, x.At
}

// Actor is a unit as one side of an event.
func (s *Sentence) Actor(i int) actor.Actor {
	if i < 0 {
		return actor.Nobody
	}
	if same := s.Units[i].Same; same >= 0 {
		i = same
	}
	u := &s.Units[i]
	return actor.Actor{Mention: u.Mention, Name: u.Name, Code: u.Code, Country: u.Country, Role: u.Role}
}

// PlainAt is a unit of the phrase that the noun at word i heads.
func (s *Sentence) PlainAt(i int) int {
	for u := range s.Units {
		if s.Units[u].Last == i && s.Units[u].Plain {
			return u
		}
	}
	first := i
	for first > 0 && s.Words[first-1].Unit < 0 {
		n := s.Node(first - 1)
		if n.Head < first || n.Head > i || n.Relation != "compound" && n.Relation != "amod" && n.Relation != "nummod" && n.Relation != "flat" {
			break
		}
		first--
	}
	u := Unit{Kind: Agent, Plain: true, First: first, Last: i, Mention: -1, With: -1, Same: -1, Plural: s.Node(i).XPOS == "NNS"}
	u.Name = s.doc.Text[s.Words[first].Start:s.Words[i].End]
	s.Units = append(s.Units, u)
	return len(s.Units) - 1
}

// Nested bounds how many quotes before a word are looked through for one that holds it.
const Nested = 8

// maxJoined bounds the sides of one event: longer lists of names are lists.
const maxJoined = 4

// Joined gives a unit and those that "and" joins to it.
func (s *Sentence) Joined(u int) []int {
	if u < 0 {
		return nil
	}
	for n := 0; n < maxJoined && s.Units[u].With >= 0; n++ {
		u = s.Units[u].With
	}
	units := []int{u}
	for i := 0; i < len(s.Units) && len(units) < maxJoined; i++ {
		if s.Units[i].With == units[len(units)-1] && !slices.Contains(units, i) {
			units = append(units, i)
			i = -1 // one that is joined to it may stand before it
		}
	}
	return units
}

// IsPlace says whether a unit is the name of a town, a region or a country.
func (s *Sentence) IsPlace(u int) bool {
	if u < 0 || s.Units[u].Mention < 0 || s.Units[u].Kind == Adjectival || s.Units[u].Kind == Agent {
		return false
	}
	t := s.found.Mentions[s.Units[u].Mention].Type
	return t == entity.GPE || t == entity.Loc
}

// Town says whether a unit is the name of a place that is no country.
func (s *Sentence) Town(u int) bool {
	x := &s.Units[u]
	return x.Mention >= 0 && x.Kind != Agent && s.found.Mentions[x.Mention].Type == entity.GPE && entity.CountryOf(x.Name) == ""
}

// HeadOf is the word that heads a unit: that hangs on none of its words.
func (s *Sentence) HeadOf(u *Unit) int {
	for i := u.First; i <= u.Last; i++ {
		if !u.Has(s.Node(i).Head) {
			return i
		}
	}
	return u.Last
}

// IsPerson says whether an actor is one whose name is known.
func (s *Sentence) IsPerson(a actor.Actor) bool {
	return a.Mention >= 0 && s.found.Mentions[a.Mention].Type == entity.Person
}

package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
)

// kind says what a unit can be in its clause.
type kind uint8

const (
	named      kind = iota // a name
	agent                  // a noun for an actor
	adjectival             // a nationality or place before some other noun
	place                  // a place behind a preposition of place
)

// unit is a stretch of words that names an actor.
type unit struct {
	kind        kind
	first, last int // words, the last one included
	mention     int // -1 is none
	name        string
	code        string
	country     string
	role        string
	body        string // code of the body of no country for which it acts: "UN officials"
	prep        int32  // id of the preposition before it; 0 is none
	at          int    // where that stands
	owner       bool   // 's follows
	plural      bool
	foreign     bool // it says of itself that it is from elsewhere: "world leaders"
	object      bool // a verb stands before it
	pronoun     bool
	held        bool // it is of one person: "the president"
	plain       bool // a noun of which no list tells whether it acts
	with        int  // the unit that it is joined to by "and"; -1 is none
	same        int  // the name that it explains; -1 is none
}

// find fills the units of the sentence.
func (s *scan) find() {
	s.names()
	s.pronouns()
	s.agents()
	s.people()
	for i := range s.units {
		for j := s.units[i].first; j <= s.units[i].last; j++ {
			s.words[j].unit = int32(i)
		}
	}
	for i := range s.units {
		s.setting(i)
	}
	for i := 1; i < len(s.units); i++ {
		s.join(i)
	}
	for i := range s.units {
		u := &s.units[i]
		if u.prep == 0 && u.same < 0 {
			h := s.head(u.first) - 1
			if s.text(h) == "of" && s.is(h-1, class.Number) {
				h = s.head(h-1) - 1 // released 30 of the 37 people
			}
			u.object = h >= 0 && s.verbish(h) && !s.is(h, class.Auxiliary|class.Reporting)
		}
		if u.with >= 0 {
			u.object = u.object || s.units[u.with].object
		}
	}
}

// head is where the noun phrase begins that the word at i stands in: before its adjectives.
func (s *scan) head(i int) int {
	for n := 0; i > 0 && n < 4; n++ {
		p := i - 1
		if !s.is(p, class.Determiner|class.Adjective|class.Number|class.Possessive) || s.words[p].unit >= 0 || s.is(p, class.Infinitive) || class.PossessiveMark(s.text(p)) {
			break
		}
		i = p
	}
	return i
}

// setting reads the words around a unit: the preposition before it, what follows.
func (s *scan) setting(i int) {
	u := &s.units[i]
	if u.last+1 < len(s.words) && class.PossessiveMark(s.text(u.last+1)) {
		u.owner = true
	}
	p := s.head(u.first) - 1
	if p >= 0 && s.is(p, class.Preposition) && !s.is(p, class.Infinitive|class.Adverb) && !(s.node(p) != nil && s.node(p).UPOS == "ADV" && s.is(p+1, class.Number)) || p >= 0 && s.is(p, class.Infinitive) {
		clause := s.is(p, class.Subordinator) && s.finite(u.last+1)                                                                             // as the opposition threatened to
		if !clause && !(s.text(p) == "of" && s.is(p-1, class.Number)) && !(s.text(p) == "to" && (s.text(p-1) == "up" || s.text(p-1) == "Up")) { // thousands of people, up to 100 people
			u.prep, u.at = s.words[p].entry.ID, p
		}
	}
	if u.kind == adjectival && (u.plural || s.is(u.first-1, class.Determiner) || s.ethnic(u)) && !s.modifies(u.last+1) {
		u.kind = named
	}
	if u.kind == named && u.code == "" && s.ethnic(u) {
		u.role, u.code = "CVL", "CVL" // the Inuit
	}
	if u.kind == named && u.mention >= 0 && u.role == "" && s.modifies(u.last+1) && s.in.Found.Mentions[u.mention].Type == entity.GPE && !u.owner {
		u.kind = adjectival
	}
	if u.kind == named && u.mention >= 0 && !u.owner && s.in.Found.Mentions[u.mention].Type == entity.GPE && s.within(u) {
		u.kind = adjectival
	}
	if u.kind == named && u.prep != 0 && s.is(u.at, class.Locative) && u.mention >= 0 {
		if t := s.in.Found.Mentions[u.mention].Type; t == entity.GPE || t == entity.Loc {
			u.kind = place
		}
	}
}

// ethnic says whether a unit is a people without a state: "apologized to Inuit".
func (s *scan) ethnic(u *unit) bool {
	return u.mention >= 0 && u.country == "" && s.in.Found.Mentions[u.mention].Type == entity.NORP && !s.is(u.last, class.Abroad) && s.top(u.last) == u.last && !strings.HasSuffix(s.text(u.last), "ism")
}

// within says whether the tree has a name within a longer noun phrase: "the Kashmiri human rights activist".
func (s *scan) within(u *unit) bool {
	h := s.top(u.last)
	if h == u.last {
		return false
	}
	det := s.child(h, "det")
	return det >= 0 && det < u.first
}

// top is the noun that the word at i stands before as a part of its phrase, itself where it does not.
func (s *scan) top(i int) int {
	for range climb {
		n := s.node(i)
		if n == nil || n.Relation != "amod" && n.Relation != "compound" && n.Relation != "nmod:desc" || n.Head <= i || n.Head >= len(s.words) {
			break
		}
		if s.is(n.Head, class.Temporal) || s.parted(i, n.Head, class.Conjunction|class.Comma|class.Stop|class.Preposition) {
			break // between the US and Russia next year
		}
		i = n.Head
	}
	return i
}

// finite says whether the tagger takes the word at i for a verb of its own clause.
func (s *scan) finite(i int) bool {
	n := s.node(i)
	return n != nil && class.Finite(n.XPOS)
}

// join links a unit to the one before it: "X and Y", or "X, the minister,".
func (s *scan) join(i int) {
	u, p := &s.units[i], &s.units[i-1]
	from, to := p.last+1, s.head(u.first)
	if to-from < 1 || to-from > 2 || p.owner {
		return
	}
	joined := false
	switch {
	case to-from == 1 && class.Hyphen(s.text(from)) && s.words[p.last].end == s.words[from].start && p.country != "" && u.country != "" && p.country != u.country:
		u.kind, u.prep, u.at, u.with = p.kind, p.prep, p.at, i-1 // Greek-Turkish talks
		return
	case to-from == 1 && s.is(from, class.And), to-from == 2 && s.is(from, class.Comma) && s.is(from+1, class.And):
		joined = true
	case to-from == 1 && s.is(from, class.Comma) && u.kind == agent && p.kind == named && (s.is(u.first-1, class.Determiner) || u.mention >= 0) && p.mention >= 0 && s.in.Found.Mentions[p.mention].Type == entity.Person:
		u.same = i - 1
		if p.country == "" || p.role == "" {
			p.country, p.role, p.code = u.country, u.role, ""
			s.code(p)
		}
		u.prep, u.at = p.prep, p.at
		return
	case to-from == 1 && s.is(from, class.Comma) && u.kind == named && u.mention >= 0 && s.in.Found.Mentions[u.mention].Type == entity.Person && (s.is(u.last+1, class.Comma) && !s.is(u.last+2, class.And) || s.is(u.last+1, class.Stop)):
		s.introduces(i)
		return
	case to-from == 1 && s.is(from, class.Comma) && i+1 < len(s.units) && (u.kind == p.kind || u.kind == named && p.kind == agent && p.mention >= 0 && s.units[i+1].kind == named):
		// X, Y and Z: the list ends in "and"
		q := &s.units[i+1]
		joined = q.first-u.last <= 4 && (s.is(u.last+1, class.And) || s.is(u.last+1, class.Comma) && s.is(u.last+2, class.And))
	}
	if !joined || u.prep != 0 || u.owner && s.node(u.last) != nil && s.node(u.last).Relation == "nmod:poss" && u.kind == agent {
		return // trials of the protesters, and the magistrate's words
	}
	if p.kind == adjectival && u.kind == agent && u.country != "" { // Hungarian and Romanian officials
		p.kind, p.role, p.plural, p.code = agent, u.role, true, ""
		p.name += " " + s.in.Doc.Text[s.words[u.last].start:s.words[u.last].end]
		s.code(p)
	}
	if p.kind == adjectival && u.kind == adjectival || p.kind != adjectival {
		u.with, u.prep, u.at = i-1, p.prep, p.at
		if p.kind == place && u.kind == named {
			u.kind = place
		}
	}
}

// introduces gives a person between commas role and country of the noun before him, itself or what that is of: "the
// mayor of Oslo, Jane Roe,", "the head of the union, Jane Roe,".
func (s *scan) introduces(i int) {
	u, p := &s.units[i], i-1
	if s.units[p].prep != 0 && p > 0 && s.units[p-1].kind == agent && s.units[p].at == s.units[p-1].last+1 {
		p--
	}
	x := &s.units[p]
	if x.kind != agent || x.plural || x.same >= 0 {
		return
	}
	if u.role == "" {
		u.role, u.foreign, u.code = x.role, x.foreign, ""
		if u.country == "" {
			u.country = x.country
		}
		s.code(u)
	}
	x.same, u.prep, u.at = i, x.prep, x.at
}

// actor is a unit as one side of an event.
func (s *scan) actor(i int) actor.Actor {
	if i < 0 {
		return actor.Nobody
	}
	if same := s.units[i].same; same >= 0 {
		i = same
	}
	u := &s.units[i]
	return actor.Actor{Mention: u.mention, Name: u.name, Code: u.code, Country: u.country, Role: u.role}
}

// plainAt is a unit of the phrase that the noun at word i heads.
func (s *scan) plainAt(i int) int {
	for u := range s.units {
		if s.units[u].last == i && s.units[u].plain {
			return u
		}
	}
	first := i
	for first > 0 && s.words[first-1].unit < 0 {
		n := s.node(first - 1)
		if n.Head < first || n.Head > i || n.Relation != "compound" && n.Relation != "amod" && n.Relation != "nummod" && n.Relation != "flat" {
			break
		}
		first--
	}
	u := unit{kind: agent, plain: true, first: first, last: i, mention: -1, with: -1, same: -1, plural: s.node(i).XPOS == "NNS"}
	u.name = s.in.Doc.Text[s.words[first].start:s.words[i].end]
	s.units = append(s.units, u)
	return len(s.units) - 1
}

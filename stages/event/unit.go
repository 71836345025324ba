package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
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
	prep        int32 // id of the preposition before it; 0 is none
	at          int   // where that stands
	owner       bool  // 's follows
	plural      bool
	object      bool // a verb stands before it
	with        int  // the unit that it is joined to by "and"; -1 is none
	same        int  // the name that it explains; -1 is none
}

// find fills the units of the sentence.
func (s *scan) find() {
	s.names()
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
			if s.text(h) == "of" && s.is(h-1, number) {
				h = s.head(h-1) - 1 // released 30 of the 37 people
			}
			u.object = h >= 0 && s.verbish(h) && !s.is(h, auxiliary|reporting)
		}
		if u.with >= 0 {
			u.object = u.object || s.units[u.with].object
		}
	}
}

// people makes actors of a nationality with an unknown noun in the plural: "Palestinian
// prisoners". Their role is unknown.
func (s *scan) people() {
	for i := range s.units {
		u := &s.units[i]
		w := u.last + 1
		if u.kind != adjectival || u.plural || w >= len(s.words) || i+1 < len(s.units) && s.units[i+1].first <= w+1 {
			continue
		}
		noun := s.text(w)
		if len(noun) < 5 || noun[len(noun)-1] != 's' || s.words[w].entry != nil || s.words[w].class != 0 || !letter(noun) || s.text(w+1) == "-" {
			continue
		}
		u.kind, u.last, u.plural = agent, w, true
		u.name = s.in.Doc.Text[s.words[u.first].start:s.words[w].end]
	}
}

// names makes units of the mentions that can act.
func (s *scan) names() {
	from := 0
	s.mentions(func(i int, m *entity.Mention) {
		switch m.Type {
		case entity.Person, entity.Org, entity.GPE, entity.NORP, entity.Loc:
		default:
			return
		}
		for from < len(s.words) && s.words[from].end <= m.Start {
			from++
		}
		last := from
		for last+1 < len(s.words) && s.words[last+1].start < m.End {
			last++
		}
		if from >= len(s.words) || len(s.units) > 0 && s.units[len(s.units)-1].last >= from {
			return
		}
		u := unit{first: from, last: last, mention: i, country: m.Country, role: m.Role, with: -1, same: -1}
		u.name = s.in.Doc.Text[m.Start:m.End]
		if m.Entity >= 0 && m.Entity < len(s.in.Found.Entities) {
			e := &s.in.Found.Entities[m.Entity]
			u.name, u.code = e.Name, e.Actor
			if u.country == "" {
				u.country = e.Country
			}
		}
		if m.Type == entity.Loc && u.code == "" && u.country == "" {
			return // a sea or a range acts in no event
		}
		if m.Type == entity.NORP {
			u.kind = adjectival
			u.plural = strings.HasSuffix(s.text(last), "s")
		}
		s.units = append(s.units, u)
	})
}

// agents makes units of nouns for actors. A nationality or an owner before one joins it; one
// right before a person's name is a title and gives the person country and role.
func (s *scan) agents() {
	names := s.units
	units := make([]unit, 0, len(names)+4)
	next := 0
	for i := 0; i < len(s.words); i++ {
		if next < len(names) && names[next].first == i {
			units = append(units, names[next])
			i = names[next].last
			next++
			continue
		}
		w := &s.words[i]
		if w.entry == nil || w.entry.role == "" || i > 0 && s.text(i-1) == "-" || i+1 < len(s.words) && s.text(i+1) == "-" {
			continue
		}
		role, first := w.entry.role, i
		last := i
		for last+1 < len(s.words) && s.words[last+1].entry != nil && s.words[last+1].entry.role != "" && (next >= len(names) || names[next].first > last+1) {
			last++ // police officers, government troops: the last noun says who
			role = s.words[last].entry.role
		}
		u := unit{kind: agent, first: first, last: last, mention: -1, role: role, with: -1, same: -1}
		u.plural = strings.HasSuffix(s.text(last), "s") || s.text(last) == "police"
		start := s.head(first)
		if n := len(units); n > 0 {
			p := &units[n-1]
			gap := start - 1 - p.last
			owner := gap == 1 && possessiveMark(s.text(p.last+1))
			if (gap == 0 || owner) && p.kind != agent && s.text(p.first-1) != "-" && p.country != "" && (p.kind == adjectival || owner || p.code != "" || p.role == "") {
				u.first, u.mention, u.country = p.first, p.mention, p.country
				units = units[:n-1]
			}
		}
		if p := s.office(last, names, next); p > last {
			last = p
		}
		if next < len(names) && names[next].first == last+1 && names[next].kind == named {
			name := &names[next] // President Putin, police chief Smith
			if name.country == "" {
				name.country = u.country
			}
			if name.role == "" {
				name.role = role
			}
			if u.mention >= 0 {
				name.first = u.first
			} else {
				name.first = first
			}
			i = last
			if name.first < first || name.first == first {
				units = append(units, *name)
				i = name.last
				next++
			}
			continue
		}
		if u.country == "" && last+2 < len(s.words) && s.text(last+1) == "of" && next < len(names) && (names[next].first == last+2 || names[next].first == last+3 && s.is(last+2, determiner)) && names[next].country != "" {
			u.country, u.mention = names[next].country, names[next].mention // the government of Sudan
			last = names[next].last
			next++
		}
		u.last = last
		u.name = strings.TrimSpace(s.in.Doc.Text[s.words[u.first].start:s.words[u.last].end])
		units = append(units, u)
		i = last
	}
	s.units = units
	for i := range s.units {
		s.code(&s.units[i])
	}
}

// office gives the last word of a title that goes on behind its noun and before a person's name
// ("Secretary of State Jane Roe"); -1 where it does not.
func (s *scan) office(last int, names []unit, next int) int {
	if t := s.text(last + 1); t != "of" && t != "for" || next >= len(names) || names[next].first > last+6 || names[next].first < last+3 {
		return -1
	}
	if m := names[next].mention; s.in.Found.Mentions[m].Type != entity.Person {
		return -1
	}
	for i := last + 2; i < names[next].first; i++ {
		if !s.is(i, capital|and) {
			return -1
		}
	}
	return names[next].first - 1
}

// code gives a unit its CAMEO actor code: the gazetteer's, else country and role.
func (s *scan) code(u *unit) {
	switch {
	case u.code != "" && u.kind != agent:
		if len(u.code) == 3 && u.role != "" && u.code == u.country {
			u.code += u.role
		}
	case u.country != "" && u.role != "":
		u.code = u.country + u.role
	case u.country != "":
		u.code = u.country
	default:
		u.code = u.role
	}
}

func possessiveMark(s string) bool { return s == "'s" || s == "’s" || s == "'" || s == "’" }

// head is where the noun phrase begins that the word at i stands in: before its adjectives.
func (s *scan) head(i int) int {
	for n := 0; i > 0 && n < 4; n++ {
		p := i - 1
		if !s.is(p, determiner|adjective|number|possessive) || s.words[p].unit >= 0 || s.is(p, infinitive) || possessiveMark(s.text(p)) {
			break
		}
		i = p
	}
	return i
}

// setting reads the words around a unit: the preposition before it, what follows.
func (s *scan) setting(i int) {
	u := &s.units[i]
	if u.last+1 < len(s.words) && possessiveMark(s.text(u.last+1)) {
		u.owner = true
	}
	p := s.head(u.first) - 1
	if p >= 0 && s.is(p, preposition) && !s.is(p, infinitive|adverb) || p >= 0 && s.is(p, infinitive) {
		if !(s.text(p) == "of" && s.is(p-1, number)) { // thousands of people
			u.prep, u.at = s.words[p].entry.id, p
		}
	}
	if u.kind == adjectival && (u.plural || s.is(u.first-1, determiner)) && !s.modifies(u.last+1) {
		u.kind = named
	}
	if u.kind == named && u.mention >= 0 && u.role == "" && s.modifies(u.last+1) && s.in.Found.Mentions[u.mention].Type == entity.GPE && !u.owner {
		u.kind = adjectival
	}
	if u.kind == named && u.prep != 0 && s.is(u.at, locative) && u.mention >= 0 {
		if t := s.in.Found.Mentions[u.mention].Type; t == entity.GPE || t == entity.Loc {
			u.kind = place
		}
	}
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
	case to-from == 1 && s.is(from, and), to-from == 2 && s.is(from, comma) && s.is(from+1, and):
		joined = true
	case to-from == 1 && s.is(from, comma) && u.kind == agent && p.kind == named && (s.is(u.first-1, determiner) || u.mention >= 0) && p.mention >= 0 && s.in.Found.Mentions[p.mention].Type == entity.Person:
		u.same = i - 1
		if p.country == "" || p.role == "" {
			p.country, p.role, p.code = u.country, u.role, ""
			s.code(p)
		}
		u.prep, u.at = p.prep, p.at
		return
	case to-from == 1 && s.is(from, comma) && i+1 < len(s.units) && (u.kind == p.kind || u.kind == named && p.kind == agent && p.mention >= 0 && s.units[i+1].kind == named):
		// X, Y and Z: the list ends in "and"
		q := &s.units[i+1]
		joined = q.first-u.last <= 4 && (s.is(u.last+1, and) || s.is(u.last+1, comma) && s.is(u.last+2, and))
	}
	if !joined || u.prep != 0 {
		return
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

// actor is a unit as one side of an event.
func (s *scan) actor(i int) Actor {
	if i < 0 {
		return nobody
	}
	if same := s.units[i].same; same >= 0 {
		i = same
	}
	u := &s.units[i]
	return Actor{Mention: u.mention, Name: u.name, Code: u.code, Country: u.country, Role: u.role}
}

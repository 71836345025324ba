package event

import (
	"cmp"
	"sort"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/actors"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/when"
)

// bearer is what a document, and what stands in data/actors, tell of who bears a name.
type bearer struct {
	country string
	role    string
	code    string // a known code; "" is made of country and role
	assumed bool   // the country is only that where the text plays
}

// roster is what stands in data/actors.
type roster struct {
	people, bodies map[string]bearer
	surnames       map[string]bearer // of those who lead states; none where two states have it
	words          map[string]string // role by a word of a body's name
	weak           map[string]bool   // words of those that say so only where no other does
	terms          map[string][]term // of those who acted for others at another time
	pairs          map[string]string // role by a word and the noun for an actor behind it
	regions        map[string]string // CAMEO code by the name of a part of the world, or the adjective of one
}

var openRoster = sync.OnceValue(func() *roster {
	r := &roster{people: make(map[string]bearer, 2048), bodies: make(map[string]bearer, 4096), surnames: make(map[string]bearer, 1024), words: map[string]string{}, weak: map[string]bool{}, pairs: make(map[string]string, 2048), regions: map[string]string{}, terms: map[string][]term{}}
	read := func(table string, to map[string]bearer) {
		actors.EachRow(table, func(code, names string) {
			b := bearerOf(code)
			for name := range strings.SplitSeq(names, "|") {
				to[name] = b
			}
		})
	}
	read(actors.People, r.people)
	read(actors.Bodies, r.bodies)
	for name, b := range r.people { // in any order: a surname of two states is none
		at := strings.LastIndexByte(name, ' ')
		if at < 0 || b.role != "GOV" {
			continue
		}
		if o, ok := r.surnames[name[at+1:]]; ok && o != b {
			b = bearer{}
		}
		r.surnames[name[at+1:]] = b
	}
	actors.EachRow(actors.Words, func(role, words string) {
		for _, word := range strings.Fields(words) {
			r.words[word], r.weak[word] = strings.TrimSuffix(role, "?"), strings.HasSuffix(role, "?")
		}
	})
	actors.EachRow(actors.Regions, func(code, names string) {
		for name := range strings.SplitSeq(names, "|") {
			r.regions[name] = code
		}
	})
	r.readPairs()
	r.readTerms()
	return r
})

// bearerOf takes a CAMEO code apart: a role alone, a country with what it has more, or a body of no
// country.
func bearerOf(code string) bearer {
	switch {
	case strings.HasPrefix(code, "IGO"), code == "NGO", strings.HasPrefix(code, "NGM"), strings.HasPrefix(code, "IMG"):
		return bearer{code: code}
	case len(code) == 3:
		return bearer{role: code}
	}
	return bearer{country: code[:3], role: code[3:6], code: code}
}

// meet learns who bears the names of the document, and in which country most of it plays. What one
// mention tells of its bearer holds for all.
func (s *scan) meet() {
	found := s.in.Found
	s.bearers = make([]bearer, len(found.Entities))
	s.focus, s.day = "", when.NoDay
	if s.in.Anchor.Known {
		s.day = s.in.Anchor.Day
	}
	s.countries = map[string]bool{}
	for i := range found.Mentions {
		if m := &found.Mentions[i]; m.Type != entity.Org {
			s.countries[m.Country] = true
		}
	}
	for range 2 { // names mean other bodies where it plays: the Congress of India is a party
		clear(s.bearers)
		for _, persons := range [...]bool{false, true} { // whom a person acts for must be known before
			for i := range found.Mentions {
				if m := &found.Mentions[i]; m.Entity >= 0 && (m.Type == entity.Person) == persons && (persons || m.Type == entity.Org || m.Type == entity.NORP || m.Type == entity.Fac) {
					s.learn(i)
				}
			}
		}
		if s.focus = s.plays(); s.focus == "" {
			break
		}
	}
	s.likely = cmp.Or(s.focus, s.leading(s.landOf, rather))
	for i := range s.bearers {
		b := &s.bearers[i]
		if b.country == "" && b.code == "" && b.role != "" {
			b.country, b.assumed = s.focus, true
		}
	}
}

// learn takes what a mention and the words around it tell of its bearer.
func (s *scan) learn(i int) {
	m := &s.in.Found.Mentions[i]
	e := &s.in.Found.Entities[m.Entity]
	b := &s.bearers[m.Entity]
	if b.code != "" {
		return
	}
	surface := s.in.Doc.Text[m.Start:m.End]
	known, ok := s.listed(m.Type, e.Name, surface)
	if !ok && m.Type == entity.Person {
		known, ok = s.roster.people[s.wordBefore(m.Start)+" "+e.Name] // King Hussein
	}
	if !ok && m.Type == entity.Person && m.Role == "GOV" && (m.Country == "" || m.Country == s.roster.surnames[e.Name].country) {
		known = s.roster.surnames[e.Name] // President Bush
	}
	if m.Type == entity.Org && s.stranger(known, e.Name) {
		if known.role == "GOV" && departmental(e.Name) {
			*b = bearer{role: known.role}
			return
		}
		known = bearer{}
	}
	if body, ok := s.office(i); ok && known.code != "" && body.code != "" && body.country == "" {
		known = body // he led a state before
	}
	if known.code != "" || known.role != "" {
		if m.Country != "" && m.Role != "" && known.country != "" && m.Country != known.country {
			known = bearer{country: m.Country, role: m.Role} // he led another state before
		}
		if known.role == "GOV" && m.Type == entity.Person && (b.role == "ELI" && m.Role == "" || s.former(m)) {
			known = bearer{country: known.country, role: "ELI"}
		}
		*b = known
		return
	}
	if m.Type == entity.NORP || m.Type == entity.Fac || e.Actor != "" {
		return
	}
	if code := s.many(e.Name); m.Type == entity.Org && code != "" {
		*b = bearer{code: code}
		return
	}
	if country := state(e.Name); m.Type == entity.Org && country != "" {
		*b = bearer{country: country, code: country}
		return
	}
	if body, ok := s.office(i); ok {
		*b = body
		return
	}
	if b.country == "" {
		b.country = m.Country
	}
	if b.role == "" {
		b.role = m.Role
		if b.role == "MIL" && strings.HasSuffix(s.wordBefore(m.Start), "General") {
			b.role = s.general(strings.TrimSuffix(s.in.Doc.Text[:m.Start], "General "))
		}
		if b.role == "MIL" && s.policed(m) {
			b.role = "COP"
		}
	}
	if m.Type == entity.Org {
		if known, ok := s.inDirectory(m.Type, e.Name); ok && (b.country == "" || b.country == known.country) {
			b.country, b.role = known.country, cmp.Or(b.role, known.role)
			return
		}
		country, role := s.spelled(e.Name)
		if b.role == "" {
			b.role = role
		}
		if b.role == "" || b.country == "" {
			role, country := s.kindOf(i)
			b.role = cmp.Or(b.role, role, s.partOf(m))
			b.country = cmp.Or(b.country, country)
		}
		if b.country == "" && b.role != "" {
			b.country = cmp.Or(country, s.seat(i))
		}
	}
	if title, _, ok := strings.Cut(e.Name, " "); ok && m.Type == entity.Person && b.role == "" {
		s.buffer = pattern.Lower(s.buffer[:0], title)
		if w := s.table.Words[string(s.buffer)]; w != nil && w.Role != "" && !cameo.Private(w.Role) { // Nuncio Roe
			b.country, b.role = cmp.Or(w.Role[:len(w.Role)-3], b.country), w.Role[len(w.Role)-3:]
		}
	}
	if m.Type == entity.Person && (b.role == "" || b.country == "") {
		role, country := s.entitledBy(i)
		b.role, b.country = cmp.Or(b.role, role), cmp.Or(b.country, country)
	}
	if m.Type == entity.Person && b.role == "" {
		role, country := s.introduced(i)
		if len(role) > 3 {
			*b = bearer{code: role}
			return
		}
		b.role, b.country = role, cmp.Or(b.country, country)
	}
	if (b.role == "GOV" || b.role == "LEG") && m.Type == entity.Person && s.former(m) {
		b.role = "ELI"
	}
	if b.role == "" || b.country == "" {
		country, role := s.explained(m)
		if len(role) > 3 {
			*b = bearer{code: role}
			return
		}
		if b.role == "" || b.role == "GOV" && role == "REB" { // their leader Roe
			b.role = role
		}
		if (b.role == "GOV" || b.role == "LEG") && m.Type == entity.Person && s.was(m) {
			b.role = "ELI"
		}
		if b.country == "" && (role != "" || b.role != "") {
			b.country = country
		}
	}
	if m.Type == entity.Person && (b.role == "" || b.country == "") {
		if known, ok := s.inDirectory(m.Type, e.Name); ok && (b.country == "" || b.country == known.country) {
			b.country, b.role = known.country, cmp.Or(b.role, known.role)
		}
	}
}

// entitledBy is the role by the noun right before a person's name ("the activist Jane Roe") or by one that has what
// it is of behind it ("Norwegian Minister of Trade and Industry Jane Roe"), with the country that stands before; ""
// is none.
func (s *scan) entitledBy(i int) (role, country string) {
	mentions := s.in.Found.Mentions
	m := &mentions[i]
	doc := s.in.Doc
	first := doc.Sentences[m.Sentence].First
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	word := func(t int) string { return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End] }
	for t := at - 1; t >= first && at-t <= titleTokens; t-- {
		s.buffer = pattern.Lower(s.buffer[:0], word(t))
		e := s.table.Words[string(s.buffer)]
		capital := s.buffer[0] != word(t)[0]
		if e != nil && e.Role != "" && (t == at-1 && !pluralAgent(word(t)) || capital && t < at-1 && (word(t+1) == "of" || word(t+1) == "to")) {
			role = e.Role
			if b, ok := s.bodyAt(i-1, t+2); ok && e.Class&class.Office != 0 && t < at-1 {
				return b.role, b.country // Director of the Clearing House Jane Roe
			}
			for n := i - 1; n >= 0 && mentions[n].Start >= doc.Tokens[max(first, t-2)].Start; n-- {
				if o := &mentions[n]; o.End <= doc.Tokens[t].Start && (o.Type == entity.NORP || o.Type == entity.GPE) {
					return role, o.Country
				}
			}
		}
		switch w := word(t); {
		case capital, w == "of", w == "and", w == "to", role != "" && (w == "the" || w == "for"):
		case w == "the" && t > first && (word(t-1) == "of" || word(t-1) == "to"): // President of the Red Society Jane Roe
		default:
			return role, ""
		}
	}
	return role, ""
}

// titleTokens is how long a title may be, in words.
const titleTokens = 9

// general is the role of a general, which text ends before: of an attorney, an auditor or a secretary that of the office.
func (s *scan) general(text string) string {
	s.buffer = pattern.Lower(s.buffer[:0], lastWord(strings.TrimRight(text, " -–")))
	if e := s.table.Words[string(s.buffer)]; e != nil && (e.Role != "" || e.Class&class.Office != 0) {
		return cmp.Or(e.Role, "GOV")
	}
	return "MIL"
}

// wordBefore is the word before an offset.
func (s *scan) wordBefore(at int) string {
	return lastWord(s.in.Doc.Text[max(0, at-titleBytes):at])
}

// lastWord is what stands behind the last space but those at the end.
func lastWord(text string) string {
	text = strings.TrimRight(text, " ")
	return text[strings.LastIndexByte(text, ' ')+1:]
}

// titleBytes is how long a title may be that stands between a body and a person.
const titleBytes = 32

// office gives for whom a person acts whose title follows the name of a body: "NATO chief Jane Roe".
func (s *scan) office(i int) (bearer, bool) {
	mentions := s.in.Found.Mentions
	m := &mentions[i]
	if i == 0 || m.Type != entity.Person {
		return bearer{}, false
	}
	p := &mentions[i-1]
	if p.Type != entity.Org || p.Entity < 0 || p.Sentence != m.Sentence || p.End+2 > m.Start || m.Start-p.End > titleBytes {
		return bearer{}, false
	}
	title := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s.in.Doc.Text[p.End:m.Start], "."), "'s"), "’s")
	if strings.ContainsAny(strings.TrimSuffix(title, ". "), ",;:()\"“”") || strings.Contains(title, " and ") {
		return bearer{}, false
	}
	b := s.bearers[p.Entity]
	if m.Role == "" && (b.country != "" || strings.Trim(title, " .") != "") { // director, chairman
		s.buffer = pattern.Lower(s.buffer[:0], s.wordBefore(m.Start))
		if e := s.table.Words[string(s.buffer)]; e == nil || e.Class&class.Office == 0 || b.role == "" {
			return bearer{}, false
		}
	}
	if b.code == "" && b.role == "" {
		b.code = s.in.Found.Entities[p.Entity].Actor
	}
	if b.code == "" && m.Role != "" && m.Role != "GOV" {
		b.role = m.Role // Greens senator Jane Roe
	}
	if m.Role == "LEG" && b.country != "" && (b.role == "GOV" || b.role == "PTY") {
		b.role, b.code = m.Role, "" // Labour MP Jane Roe
	}
	return b, true
}

// listed looks a name up among the people and bodies that are known.
func (s *scan) listed(kind entity.Type, name, surface string) (bearer, bool) {
	name = strings.ReplaceAll(name, "’", "'")
	if _, ok := s.roster.bodies[name]; !ok && kind != entity.Person {
		name = strings.TrimPrefix(name, "The ") // The Greens, but The Age
	}
	if there, ok := s.roster.bodies[name+" ("+s.focus+")"]; ok && kind != entity.Person {
		return s.roster.at(name+" ("+s.focus+")", s.day, there), true
	}
	tables := [...]map[string]bearer{s.roster.bodies, s.roster.people}
	if kind == entity.Person {
		tables[0] = nil
	}
	for _, table := range tables {
		for _, n := range [...]string{name, surface} {
			if b, ok := table[n]; ok && (n == name || kind != entity.Person && !strings.Contains(name, " ")) {
				return s.roster.at(n, s.day, b), true
			}
		}
	}
	return bearer{}, false
}

// spelled reads country and role out of the words of a body's name: "Taiwan High Prosecutors' Office".
func (s *scan) spelled(name string) (country, role string) {
	words := strings.Fields(name)
	for i, w := range words {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), "'")
		if country == "" {
			country = entity.CountryOf(w)
			if country == "" && i+1 < len(words) {
				country = entity.CountryOf(words[i] + " " + words[i+1])
			}
		}
		word := strings.ToLower(strings.TrimSuffix(w, "’"))
		r, weak := s.roster.words[word], s.roster.weak[word]
		if r != "" && !(weak && (role != "" || len(words) == 1)) && !(r == "BUS" && role == "MED") {
			role = r
		}
	}
	if n := len(words) - 1; n > 0 && role == "" {
		if b := s.roster.bodies[words[n]]; b.role != "" && strings.ToUpper(words[n]) == words[n] { // Mondeor SAPS
			return cmp.Or(country, b.country), b.role
		}
	}
	if strings.Contains(name, "Central Bank") || strings.Contains(name, "Reserve Bank") {
		role = "GOV"
	}
	if len(words) == 1 && (role == "NGO" || role == "LAB") {
		role = "" // the Union, the Federation
	}
	return country, role
}

// pluralAgent says whether a noun for an actor is of many.
func pluralAgent(noun string) bool {
	switch noun {
	case "police", "people", "children", "women", "men", "youth", "personnel":
		return true
	}
	return strings.HasSuffix(noun, "s")
}

package actor

import (
	"cmp"
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
)

// Cast is who bears the names of a document, and where it plays.
type Cast struct {
	doc       *syntax.Document
	found     *entity.Found
	dateline  int
	table     *pattern.Lexicon
	roster    *roster
	Bearers   []Bearer        // of each entity
	day       when.Day        // of the page, [when.NoDay] where it is unknown
	Countries map[string]bool // that the document names
	Focus     string          // the country where most of the document plays; "" is none
	Likely    string          // that, or where it more likely plays than elsewhere; "" is none
	read      bool            // the countries are counted
	Lands     []string        // the country of each mention, once they are
	Nations   []counted       // how often each country is named, the most often first
	Namings   int             // the sum of nations
	repute    [][]uint32      // of each entity, once it was asked for
	buffer    []byte
}

// Read learns who bears the names of a document, and in which country most of it plays. What one
// mention tells of its bearer holds for all.
func Read(doc *syntax.Document, found *entity.Found, anchor when.Anchor, dateline int, table *pattern.Lexicon) *Cast {
	c := &Cast{doc: doc, found: found, dateline: dateline, table: table, roster: openRoster(), day: when.NoDay, Countries: map[string]bool{}}
	c.Bearers = make([]Bearer, len(found.Entities))
	if anchor.Known {
		c.day = anchor.Day
	}
	for i := range found.Mentions {
		if m := &found.Mentions[i]; m.Type != entity.Org {
			c.Countries[m.Country] = true
		}
	}
	for range 2 { // names mean other bodies where it plays: the Congress of India is a party
		clear(c.Bearers)
		for _, persons := range [...]bool{false, true} { // whom a person acts for must be known before
			for i := range found.Mentions {
				if m := &found.Mentions[i]; m.Entity >= 0 && (m.Type == entity.Person) == persons && (persons || m.Type == entity.Org || m.Type == entity.NORP || m.Type == entity.Fac) {
					c.learn(i)
				}
			}
		}
		if c.Focus = c.plays(); c.Focus == "" {
			break
		}
	}
	c.Likely = cmp.Or(c.Focus, c.leading(c.landOf, rather))
	for i := range c.Bearers {
		b := &c.Bearers[i]
		if b.Country == "" && b.Code == "" && b.Role != "" {
			b.Country, b.Assumed = c.Focus, true
		}
	}
	return c
}

// learn takes what a mention and the words around it tell of its bearer.
func (c *Cast) learn(i int) {
	m := &c.found.Mentions[i]
	e := &c.found.Entities[m.Entity]
	b := &c.Bearers[m.Entity]
	if b.Code != "" {
		return
	}
	surface := c.doc.Text[m.Start:m.End]
	known, ok := c.listed(m.Type, e.Name, surface)
	if !ok && m.Type == entity.Person {
		known, ok = c.roster.people[c.wordBefore(m.Start)+" "+e.Name] // King Hussein
	}
	if !ok && m.Type == entity.Person && m.Role == "GOV" && (m.Country == "" || m.Country == c.roster.surnames[e.Name].Country) {
		known = c.roster.surnames[e.Name] // President Bush
	}
	if m.Type == entity.Org && c.stranger(known, e.Name) {
		if known.Role == "GOV" && departmental(e.Name) {
			*b = Bearer{Role: known.Role}
			return
		}
		known = Bearer{}
	}
	if body, ok := c.office(i); ok && known.Code != "" && body.Code != "" && body.Country == "" {
		known = body // he led a state before
	}
	if known.Code != "" || known.Role != "" {
		if m.Country != "" && m.Role != "" && known.Country != "" && m.Country != known.Country {
			known = Bearer{Country: m.Country, Role: m.Role} // he led another state before
		}
		if known.Role == "GOV" && m.Type == entity.Person && (b.Role == "ELI" && m.Role == "" || c.former(m)) {
			known = Bearer{Country: known.Country, Role: "ELI"}
		}
		*b = known
		return
	}
	if m.Type == entity.NORP || m.Type == entity.Fac || e.Actor != "" {
		return
	}
	if code := c.many(e.Name); m.Type == entity.Org && code != "" {
		*b = Bearer{Code: code}
		return
	}
	if country := state(e.Name); m.Type == entity.Org && country != "" {
		*b = Bearer{Country: country, Code: country}
		return
	}
	if body, ok := c.office(i); ok {
		*b = body
		return
	}
	if body, ok := c.envoy(i); ok {
		*b = body
		return
	}
	if b.Country == "" {
		b.Country = m.Country
	}
	if b.Role == "" {
		b.Role = m.Role
		if b.Role == "MIL" && strings.HasSuffix(c.wordBefore(m.Start), "General") {
			b.Role = c.general(strings.TrimSuffix(c.doc.Text[:m.Start], "General "))
		}
		if b.Role == "MIL" && c.policed(m) {
			b.Role = "COP"
		}
	}
	if m.Type == entity.Org {
		if known, ok := c.inDirectory(m.Type, e.Name); ok && (b.Country == "" || b.Country == known.Country) {
			b.Country, b.Role = known.Country, cmp.Or(b.Role, known.Role)
			return
		}
		country, role := c.spelled(e.Name)
		if b.Role == "" {
			b.Role = role
		}
		if b.Role == "" || b.Country == "" {
			role, country := c.kindOf(i)
			b.Role = cmp.Or(b.Role, role, c.partOf(m), c.fighting(m))
			b.Country = cmp.Or(b.Country, country)
		}
		if b.Country == "" && b.Role != "" {
			b.Country = cmp.Or(country, c.seat(i))
		}
	}
	if title, _, ok := strings.Cut(e.Name, " "); ok && m.Type == entity.Person && b.Role == "" {
		c.buffer = pattern.Lower(c.buffer[:0], title)
		if w := c.table.Words[string(c.buffer)]; w != nil && w.Role != "" && !cameo.Private(w.Role) { // Nuncio Roe
			b.Country, b.Role = cmp.Or(w.Role[:len(w.Role)-3], b.Country), w.Role[len(w.Role)-3:]
		}
	}
	if m.Type == entity.Person && (b.Role == "" || b.Country == "") {
		role, country := c.entitledBy(i)
		b.Role, b.Country = cmp.Or(b.Role, role), cmp.Or(b.Country, country)
	}
	if m.Type == entity.Person && b.Role == "" {
		role, country := c.introduced(i)
		if len(role) > 3 {
			*b = Bearer{Code: role}
			return
		}
		b.Role, b.Country = role, cmp.Or(b.Country, country)
	}
	if (b.Role == "GOV" || b.Role == "LEG") && m.Type == entity.Person && c.former(m) {
		b.Role = "ELI"
	}
	if b.Role == "" || b.Country == "" {
		country, role := c.explained(m)
		if len(role) > 3 {
			*b = Bearer{Code: role}
			return
		}
		if b.Role == "" || b.Role == "GOV" && role == "REB" { // their leader Roe
			b.Role = role
		}
		if (b.Role == "GOV" || b.Role == "LEG") && m.Type == entity.Person && c.was(m) {
			b.Role = "ELI"
		}
		if b.Country == "" && (role != "" || b.Role != "") {
			b.Country = country
		}
	}
	if m.Type == entity.Person && (b.Role == "" || b.Country == "") {
		if known, ok := c.inDirectory(m.Type, e.Name); ok && (b.Country == "" || b.Country == known.Country) {
			b.Country, b.Role = known.Country, cmp.Or(b.Role, known.Role)
		}
	}
}

// entitledBy is the role by the noun right before a person's name ("the activist Jane Roe") or by one that has what
// it is of behind it ("Norwegian Minister of Trade and Industry Jane Roe"), with the country that stands before; ""
// is none.
func (c *Cast) entitledBy(i int) (role, country string) {
	mentions := c.found.Mentions
	m := &mentions[i]
	doc := c.doc
	first := doc.Sentences[m.Sentence].First
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	word := func(t int) string { return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End] }
	for t := at - 1; t >= first && at-t <= TitleTokens; t-- {
		c.buffer = pattern.Lower(c.buffer[:0], word(t))
		e := c.table.Words[string(c.buffer)]
		capital := c.buffer[0] != word(t)[0]
		if e != nil && e.Role != "" && (t == at-1 && !PluralAgent(word(t)) || capital && t < at-1 && (word(t+1) == "of" || word(t+1) == "to")) {
			role = e.Role
			if b, ok := c.bodyAt(i-1, t+2); ok && e.Class&class.Office != 0 && t < at-1 {
				return b.Role, b.Country // Director of the Clearing House Jane Roe
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

// TitleTokens is how long a title may be, in words.
const TitleTokens = 9

// general is the role of a general, which text ends before: of an attorney, an auditor or a secretary that of the office.
func (c *Cast) general(text string) string {
	c.buffer = pattern.Lower(c.buffer[:0], lastWord(strings.TrimRight(text, " -–")))
	if e := c.table.Words[string(c.buffer)]; e != nil && (e.Role != "" || e.Class&class.Office != 0) {
		return cmp.Or(e.Role, "GOV")
	}
	return "MIL"
}

// wordBefore is the word before an offset.
func (c *Cast) wordBefore(at int) string {
	return lastWord(c.doc.Text[max(0, at-titleBytes):at])
}

// lastWord is what stands behind the last space but those at the end.
func lastWord(text string) string {
	text = strings.TrimRight(text, " ")
	return text[strings.LastIndexByte(text, ' ')+1:]
}

// titleBytes is how long a title may be that stands between a body and a person.
const titleBytes = 32

// office gives for whom a person acts whose title follows the name of a body: "NATO chief Jane Roe".
func (c *Cast) office(i int) (Bearer, bool) {
	mentions := c.found.Mentions
	m := &mentions[i]
	if i == 0 || m.Type != entity.Person {
		return Bearer{}, false
	}
	p := &mentions[i-1]
	if p.Type != entity.Org || p.Entity < 0 || p.Sentence != m.Sentence || p.End+2 > m.Start || m.Start-p.End > titleBytes {
		return Bearer{}, false
	}
	title := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(c.doc.Text[p.End:m.Start], "."), "'s"), "’s")
	if strings.ContainsAny(strings.TrimSuffix(title, ". "), ",;:()\"“”") || strings.Contains(title, " and ") {
		return Bearer{}, false
	}
	b := c.Bearers[p.Entity]
	if m.Role == "" && (b.Country != "" || strings.Trim(title, " .") != "") { // director, chairman
		c.buffer = pattern.Lower(c.buffer[:0], c.wordBefore(m.Start))
		if e := c.table.Words[string(c.buffer)]; e == nil || e.Class&class.Office == 0 || b.Role == "" {
			return Bearer{}, false
		}
	}
	if b.Code == "" && b.Role == "" {
		b.Code = c.found.Entities[p.Entity].Actor
	}
	if b.Code == "" && m.Role != "" && m.Role != "GOV" {
		b.Role = m.Role // Greens senator Jane Roe
	}
	if m.Role == "LEG" && b.Country != "" && (b.Role == "GOV" || b.Role == "PTY") {
		b.Role, b.Code = m.Role, "" // Labour MP Jane Roe
	}
	return b, true
}

// envoy gives for whom a person acts whom the noun before his name, with a comma between, has act for a body:
// "the African Union's envoy for Sudan, Jane Roe", "Ford's chief executive, Jane Roe".
func (c *Cast) envoy(i int) (Bearer, bool) {
	mentions := c.found.Mentions
	m := &mentions[i]
	for k := i - 1; k >= 0 && m.Type == entity.Person && mentions[k].Sentence == m.Sentence && m.Start-mentions[k].End <= envoyBytes; k-- {
		b, ok := c.BodyOf(k)
		if !ok || b.Code == "" && b.Role == "" {
			continue
		}
		owned := strings.TrimLeft(c.doc.Text[mentions[k].End:m.Start], "s'’")
		title, ok := strings.CutSuffix(owned, ", ")
		if !ok || len(owned) == m.Start-mentions[k].End || strings.ContainsAny(title, ",;:()\"“”") {
			return Bearer{}, false
		}
		for word := range strings.FieldsSeq(title) {
			c.buffer = pattern.Lower(c.buffer[:0], word)
			switch e := c.table.Words[string(c.buffer)]; {
			case e == nil || PluralAgent(word):
			case b.Country == "" && b.Code != "" && (e.Role != "" || e.Class&class.Office != 0):
				return b, true
			case e.Class&class.Office != 0:
				return Bearer{Country: b.Country, Role: b.Role}, e.Role == "" && b.Role != ""
			}
		}
		return Bearer{}, false
	}
	return Bearer{}, false
}

// envoyBytes is how long a title may be that has what it is for behind it.
const envoyBytes = 64

// listed looks a name up among the people and bodies that are known.
func (c *Cast) listed(kind entity.Type, name, surface string) (Bearer, bool) {
	name = strings.ReplaceAll(name, "’", "'")
	if _, ok := c.roster.bodies[name]; !ok && kind != entity.Person {
		name = strings.TrimPrefix(name, "The ") // The Greens, but The Age
	}
	if there, ok := c.roster.bodies[name+" ("+c.Focus+")"]; ok && kind != entity.Person {
		return c.roster.at(name+" ("+c.Focus+")", c.day, there), true
	}
	tables := [...]map[string]Bearer{c.roster.bodies, c.roster.people}
	if kind == entity.Person {
		tables[0] = nil
	}
	for _, table := range tables {
		for _, n := range [...]string{name, surface} {
			if b, ok := table[n]; ok && (n == name || kind != entity.Person && !strings.Contains(name, " ")) {
				return c.roster.at(n, c.day, b), true
			}
		}
	}
	return Bearer{}, false
}

// spelled reads country and role out of the words of a body's name: "Taiwan High Prosecutors' Office".
func (c *Cast) spelled(name string) (country, role string) {
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
		r, weak := c.roster.words[word], c.roster.weak[word]
		if r != "" && !(weak && (role != "" || len(words) == 1)) && !(r == "BUS" && role == "MED") {
			role = r
		}
	}
	if n := len(words) - 1; n > 0 && role == "" {
		if b := c.roster.bodies[words[n]]; b.Role != "" && strings.ToUpper(words[n]) == words[n] { // Mondeor SAPS
			return cmp.Or(country, b.Country), b.Role
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

// PluralAgent says whether a noun for an actor is of many.
func PluralAgent(noun string) bool {
	switch noun {
	case "police", "people", "children", "women", "men", "youth", "personnel":
		return true
	}
	return strings.HasSuffix(noun, "s")
}

// policed says whether the rank before a person's name is one of the police: "police spokeswoman, Brigadier Jane Roe".
func (c *Cast) policed(m *entity.Mention) bool {
	doc := c.doc
	first := doc.Sentences[m.Sentence].First
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	for t := at - 1; t >= first && at-t <= TitleTokens; t-- {
		switch strings.ToLower(doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End]) {
		case "police":
			return true
		case ".", ";", ":", "and", "by":
			return false
		}
		if doc.Words != nil && class.Finite(doc.Words[t].XPOS) {
			return false
		}
	}
	return false
}

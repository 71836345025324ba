package actor

import (
	"cmp"
	"sort"
	"strings"
	"unicode"

	"github.com/newsmill/newsmill/data/actors"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/pattern"
)

// readPairs enters the roles of nouns for actors by the word before them.
func (r *roster) readPairs() {
	actors.EachRow(actors.Pairs, func(role, rest string) {
		before, nouns, _ := strings.Cut(rest, "\t")
		for _, a := range strings.Fields(before) {
			for _, b := range strings.Fields(nouns) {
				if _, ok := r.pairs[a+" "+b]; !ok {
					r.pairs[a+" "+b] = role
				}
			}
		}
	})
}

// Paired is the role of a noun for an actor by the word before it ("travel agencies"); "" is none.
func (c *Cast) Paired(before, noun string) string {
	c.buffer = pattern.Lower(c.buffer[:0], before)
	c.buffer = append(c.buffer, ' ')
	c.buffer = pattern.Lower(c.buffer, noun)
	return c.roster.pairs[string(c.buffer)]
}

// BodyOf is what is known of the organisation that mention i names; nothing where it is none.
func (c *Cast) BodyOf(i int) (b Bearer, ok bool) {
	m := &c.found.Mentions[i]
	if m.Type != entity.Org || m.Entity < 0 {
		return Bearer{}, false
	}
	b = c.Bearers[m.Entity]
	if b.Code == "" && b.Role == "" {
		if code := c.found.Entities[m.Entity].Actor; code != "" {
			b = bearerOf(code)
		}
	}
	return b, true
}

// bodyAt is what is known of the organisation whose name begins at token t or behind an article there, looked for among
// mention i and those before it.
func (c *Cast) bodyAt(i, t int) (b Bearer, ok bool) {
	all, tokens := c.found.Mentions, c.doc.Tokens
	if t+1 >= len(tokens) {
		return Bearer{}, false
	}
	for ; i >= 0 && all[i].End > tokens[t].Start; i-- {
		if all[i].Start == tokens[t].Start || all[i].Start == tokens[t+1].Start && c.doc.Text[tokens[t].Start:tokens[t].End] == "the" {
			return c.BodyOf(i)
		}
	}
	return Bearer{}, false
}

// many is the code of the body of many states that a longer name begins with ("United Nations Support Mission in Libya",
// "EU Commissioner for Trade"); "" is none.
func (c *Cast) many(name string) string {
	for at := 0; ; {
		n := strings.IndexByte(name[at:], ' ')
		if n < 0 {
			return ""
		}
		at += n
		switch first := name[:at]; first {
		case "UN", "U.N.", "United Nations":
			return "IGOUNO"
		case "EU", "European Union", "European Commission", "European Parliament":
			return "IGOEEC"
		case "AU", "African Union":
			return "IGOAFRAFU"
		case "NATO", "Nato":
			return "IGOWSTNAT"
		case "World Bank":
			return "IGOBUSWBK"
		}
		at++
	}
}

// state is the country that a name of several words is the full name of ("Russian Federation", "Republic of Turkey"); "" is
// none.
func state(name string) string {
	form, rest, ok := strings.Cut(name, " of ")
	if ok && republican(lastWord(form)) {
		return entity.CountryOf(strings.TrimPrefix(rest, "the "))
	}
	if at := strings.LastIndexByte(name, ' '); at > 0 && republican(name[at+1:]) {
		return cmp.Or(entity.CountryOf(name), entity.CountryOf(name[:at]))
	}
	return ""
}

// republican says whether a word is a form of state in the names of states.
func republican(word string) bool {
	switch word {
	case "Republic", "Federation", "Kingdom", "Confederation", "Sultanate", "Emirate", "Emirates", "Principality":
		return true
	}
	return false
}

// mostShort is how many bytes the short form of a body's name has in brackets at most.
const mostShort = 12

// partOf is the role of what a body is said to be of ("the Security Committee of the parliament"); "" is none.
func (c *Cast) partOf(m *entity.Mention) string {
	rest := c.doc.Text[m.End:]
	if at := strings.IndexByte(rest[:min(len(rest), mostShort)], ')'); at > 0 && strings.HasPrefix(rest, " (") {
		rest = rest[at+1:]
	}
	rest, ok := strings.CutPrefix(rest, " of the ")
	if !ok {
		return ""
	}
	c.buffer = pattern.Lower(c.buffer[:0], openingWord(rest))
	if e := c.table.Words[string(c.buffer)]; e != nil && !cameo.Private(e.Role) {
		return e.Role
	}
	return ""
}

// fighting is the role of rebels for a body whose name stands before a noun for them: "Red Front rebels"; "" is none.
func (c *Cast) fighting(m *entity.Mention) string {
	rest, ok := strings.CutPrefix(c.doc.Text[m.End:], " ")
	if noun := openingWord(rest); ok && PluralAgent(noun) {
		if e := c.table.Words[noun]; e != nil && e.Role == "REB" {
			return e.Role
		}
	}
	return ""
}

// openingWord is the word that a text opens with; "" is none, or one that ends it.
func openingWord(text string) string {
	return text[:max(0, strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }))]
}

// kindWords is how many words may stand before an organisation's name that tell of what kind and from where it is.
const kindWords = 4

// kindOf is the role of an organisation by the noun right before its name ("rights group X", "mining company Y"), and the
// country before that ("the Chinese carmaker Z") or with "based"; "" is none.
func (c *Cast) kindOf(i int) (role, country string) {
	mentions, doc := c.found.Mentions, c.doc
	m := &mentions[i]
	first := doc.Sentences[m.Sentence].First
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	word := func(t int) string {
		if t < first {
			return ""
		}
		return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End]
	}
	noun := word(at - 1)
	role = c.Paired(word(at-2), noun)
	if c.buffer = pattern.Lower(c.buffer[:0], noun); role == "" && c.table.Words[string(c.buffer)] != nil {
		role = c.table.Words[string(c.buffer)].Role
	}
	if PluralAgent(noun) {
		role = "" // police Scotland Yard, and lists
	}
	if len(role) > 3 {
		return role[len(role)-3:], role[:len(role)-3]
	}
	if i == 0 || mentions[i-1].Sentence != m.Sentence || mentions[i-1].Country == "" || at-kindWords < 0 || mentions[i-1].Start < doc.Tokens[max(first, at-kindWords)].Start {
		return role, ""
	}
	between := doc.Text[mentions[i-1].End:m.Start]
	if o := &mentions[i-1]; o.Type == entity.NORP && role != "" && !strings.ContainsAny(between, ",.;:()\"“”’'") || o.Type == entity.GPE && strings.HasPrefix(between, "-based ") {
		country = o.Country
	}
	return role, country
}

// seat is the country of the place where mention i, a body, is said to be: "the Superior Court in Ontario"; "" is none.
func (c *Cast) seat(i int) string {
	all := c.found.Mentions
	if i+1 >= len(all) || all[i+1].Type != entity.GPE {
		return ""
	}
	if between := c.doc.Text[all[i].End:max(all[i].End, all[i+1].Start)]; between != " in " && between != " of " {
		return ""
	}
	return all[i+1].Country
}

// stranger says whether the letters that stand for a known body, or a department that many states have, mean another one
// here: the document plays in another country and does not name its own, and it is not one that the world's press calls so.
func (c *Cast) stranger(b Bearer, name string) bool {
	if c.Focus == b.Country || b.Country == "" || b.Role == "MED" || c.Countries[b.Country] {
		return false
	}
	if departmental(name) {
		return true
	}
	return c.Focus != "" && b.Country != "USA" && len(name) <= mostLetters && strings.ToUpper(name) == name
}

// departmental says whether a name is one that departments of many governments have: "Department of Justice".
func departmental(name string) bool {
	return strings.HasPrefix(name, "Department of ") || strings.HasSuffix(name, " Department")
}

// mostLetters is how many letters stand for a body's name at most.
const mostLetters = 5

// International is the code of the international body that the open sentence names, if it is one, else of that which the document
// names more often than any other; "" is none.
func (c *Cast) International(sentence int) string {
	counts, here := map[string]int{}, map[string]bool{}
	for i := range c.found.Mentions {
		m := &c.found.Mentions[i]
		if m.Entity < 0 {
			continue
		}
		code := cmp.Or(c.Bearers[m.Entity].Code, c.found.Entities[m.Entity].Actor)
		if !strings.HasPrefix(code, "IGO") || code == "IGO" {
			continue
		}
		counts[code]++
		if m.Sentence == sentence {
			here[code] = true
		}
	}
	best, tied := "", false
	for code, n := range counts { // in any order: of equals none is taken
		if len(here) == 1 && here[code] {
			return code
		}
		switch {
		case best == "" || n > counts[best]:
			best, tied = code, false
		case n == counts[best]:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return best
}

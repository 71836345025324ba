package event

import (
	"cmp"
	"sort"
	"strings"
	"unicode"

	"github.com/newsmill/newsmill/data/actors"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
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

// paired is the role of a noun for an actor by the word before it ("travel agencies"); "" is none.
func (s *scan) paired(before, noun string) string {
	s.buffer = pattern.Lower(s.buffer[:0], before)
	s.buffer = append(s.buffer, ' ')
	s.buffer = pattern.Lower(s.buffer, noun)
	return s.roster.pairs[string(s.buffer)]
}

// nounRole is the role of the word at i of the open sentence as a noun for an actor, by the word before it or by
// itself; "" is none.
func (s *scan) nounRole(i int) string {
	if i > 0 && s.words[i-1].end+1 == s.words[i].start {
		if role := s.paired(s.text(i-1), s.text(i)); role != "" {
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

// bodyOf is what is known of the organisation that mention i names; nothing where it is none.
func (s *scan) bodyOf(i int) (b bearer, ok bool) {
	m := &s.in.Found.Mentions[i]
	if m.Type != entity.Org || m.Entity < 0 {
		return bearer{}, false
	}
	b = s.bearers[m.Entity]
	if b.code == "" && b.role == "" {
		if code := s.in.Found.Entities[m.Entity].Actor; code != "" {
			b = bearerOf(code)
		}
	}
	return b, true
}

// bodyAt is what is known of the organisation whose name begins at token t or behind an article there, looked for among
// mention i and those before it.
func (s *scan) bodyAt(i, t int) (b bearer, ok bool) {
	all, tokens := s.in.Found.Mentions, s.in.Doc.Tokens
	if t+1 >= len(tokens) {
		return bearer{}, false
	}
	for ; i >= 0 && all[i].End > tokens[t].Start; i-- {
		if all[i].Start == tokens[t].Start || all[i].Start == tokens[t+1].Start && s.in.Doc.Text[tokens[t].Start:tokens[t].End] == "the" {
			return s.bodyOf(i)
		}
	}
	return bearer{}, false
}

// many is the code of the body of many states that a longer name begins with ("United Nations Support Mission in Libya",
// "EU Commissioner for Trade"); "" is none.
func (s *scan) many(name string) string {
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
func (s *scan) partOf(m *entity.Mention) string {
	rest := s.in.Doc.Text[m.End:]
	if at := strings.IndexByte(rest[:min(len(rest), mostShort)], ')'); at > 0 && strings.HasPrefix(rest, " (") {
		rest = rest[at+1:]
	}
	rest, ok := strings.CutPrefix(rest, " of the ")
	if !ok {
		return ""
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return ""
	}
	s.buffer = pattern.Lower(s.buffer[:0], rest[:end])
	if e := s.table.Words[string(s.buffer)]; e != nil && !cameo.Private(e.Role) {
		return e.Role
	}
	return ""
}

// kindWords is how many words may stand before an organisation's name that tell of what kind and from where it is.
const kindWords = 4

// kindOf is the role of an organisation by the noun right before its name ("rights group X", "mining company Y"), and the
// country before that ("the Chinese carmaker Z") or with "based"; "" is none.
func (s *scan) kindOf(i int) (role, country string) {
	mentions, doc := s.in.Found.Mentions, s.in.Doc
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
	role = s.paired(word(at-2), noun)
	if s.buffer = pattern.Lower(s.buffer[:0], noun); role == "" && s.table.Words[string(s.buffer)] != nil {
		role = s.table.Words[string(s.buffer)].Role
	}
	if pluralAgent(noun) {
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
func (s *scan) seat(i int) string {
	all := s.in.Found.Mentions
	if i+1 >= len(all) || all[i+1].Type != entity.GPE {
		return ""
	}
	if between := s.in.Doc.Text[all[i].End:max(all[i].End, all[i+1].Start)]; between != " in " && between != " of " {
		return ""
	}
	return all[i+1].Country
}

// stranger says whether the letters that stand for a known body, or a department that many states have, mean another one
// here: the document plays in another country and does not name its own, and it is not one that the world's press calls so.
func (s *scan) stranger(b bearer, name string) bool {
	if s.focus == b.country || b.country == "" || b.role == "MED" || s.countries[b.country] {
		return false
	}
	if departmental(name) {
		return true
	}
	return s.focus != "" && b.country != "USA" && len(name) <= mostLetters && strings.ToUpper(name) == name
}

// departmental says whether a name is one that departments of many governments have: "Department of Justice".
func departmental(name string) bool {
	return strings.HasPrefix(name, "Department of ") || strings.HasSuffix(name, " Department")
}

// mostLetters is how many letters stand for a body's name at most.
const mostLetters = 5

package actor

import (
	"cmp"
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
)

// appositionWords is how many words an apposition is read for.
const appositionWords = 10

// explained reads the apposition of a name: "Jane Roe, the foreign minister of Norway,". The role of who acts for
// a body of many states is that one's code.
func (c *Cast) explained(m *entity.Mention) (country, role string) {
	doc := c.doc
	sentence := doc.Sentences[m.Sentence]
	tokens := doc.Tokens[:sentence.Last]
	word := func(i int) string { return doc.Text[tokens[i].Start:tokens[i].End] }
	at := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= m.End })
	if at >= len(tokens) || word(at) != "," {
		return "", ""
	}
	mentions := c.found.Mentions
	next := sort.Search(len(mentions), func(i int) bool { return mentions[i].Start >= m.End })
	holder, owner := false, -1 // a noun for who acts for others; the organisation before it
	for i := at + 1; i < len(tokens) && i <= at+appositionWords; i++ {
		for next < len(mentions) && mentions[next].End <= tokens[i].Start {
			next++
		}
		if next < len(mentions) && mentions[next].Start <= tokens[i].Start {
			o := &mentions[next]
			if o.Type == entity.Person {
				break
			}
			if country == "" {
				country = o.Country
			}
			switch b, ok := c.BodyOf(next); {
			case !ok || tokens[i].Start > o.Start:
			case b.Code != "" && b.Country == "" && i > at+1:
				return "", b.Code // an envoy of the United Nations
			case holder && (role == "" || role == "GOV"):
				return cmp.Or(b.Country, country), b.Role // the head of a club
			default:
				owner = next // a Ford spokesman
			}
			continue
		}
		c.buffer = pattern.Lower(c.buffer[:0], word(i))
		e := c.table.Words[string(c.buffer)]
		paired := c.Paired(word(i-1), word(i))
		switch {
		case i == at+1 && e != nil && e.Class&class.Preposition != 0:
			return "", "" // the club, of fraud
		case string(c.buffer) == "general" && i+1 < len(tokens) && c.managing(word(i+1)):
			// a general manager leads no troops
		case role == "GOV" && e != nil && cameo.Private(e.Role) && string(c.buffer) != word(i):
			// the Minister of Community Development
		case doc.Words != nil && class.Finite(doc.Words[i].XPOS):
			if role == "" {
				return "", ""
			}
			return country, role
		case word(i) == ",", word(i) == ".", word(i) == ";", word(i) == ")":
			return country, role
		case class.PossessiveMark(word(i)):
		case paired != "" && (m.Type != entity.Person || !PluralAgent(word(i))):
			if role == "" || e == nil || e.Class&class.Office == 0 {
				role = paired
			}
			holder = e != nil && e.Class&class.Office != 0
		case e == nil || e.Role == "" && e.Class == 0:
			if r := c.roster.words[string(c.buffer)]; r != "" && (role != "" || holder) && !c.roster.weak[string(c.buffer)] {
				role = r // the head of a party
			}
		case e.Class&(class.Relative|class.Auxiliary|class.Reporting|class.Conjunction) != 0 && e.Role == "":
			if role == "" {
				return "", ""
			}
			return country, role
		case e.Role != "" && (m.Type != entity.Person || e.Class&class.Number == 0 && !PluralAgent(word(i))):
			if role == "" || e.Class&class.Office == 0 {
				role = e.Role // the last one, "the leader of the rebels", but for "rebel leader"
			}
			holder = e.Class&class.Office != 0
			if owner >= 0 && holder && role == "GOV" {
				b, _ := c.BodyOf(owner)
				if b.Code != "" && b.Country == "" {
					return "", b.Code
				}
				return cmp.Or(b.Country, country), b.Role
			}
		case e.Role != "" && holder:
			role, holder = e.Role, false // the head of the armed forces
		case e.Role != "":
			return "", ""
		case e.Class&class.Office != 0:
			holder = true
		}
	}
	if role == "" {
		return "", ""
	}
	return country, role
}

// managing says whether a word is a noun for who acts for others and tells no role itself: "manager", "director".
func (c *Cast) managing(word string) bool {
	e := c.table.Words[word]
	return e != nil && e.Class&class.Office != 0 && e.Role == ""
}

// introduced is the role by the noun of which a person's name is the apposition ("the mayor of Rotterdam, Jane Roe,"), with
// the country that stands around it; "" is none.
func (c *Cast) introduced(i int) (role, country string) {
	mentions, doc := c.found.Mentions, c.doc
	m := &mentions[i]
	sentence := doc.Sentences[m.Sentence]
	word := func(t int) string {
		if t < sentence.First || t >= sentence.Last {
			return ""
		}
		return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End]
	}
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	away, past := false, false // his counterpart, an ambassador; the former minister
	after := at
	for after < sentence.Last && doc.Tokens[after].Start < m.End {
		after++
	}
	if word(at-1) != "," || word(after) != "," && word(after) != "." && !c.capitalOffice(word(at-2)) || word(after+1) == "and" || doc.Words == nil {
		return "", ""
	}
	for t := at - 2; t >= sentence.First && at-t <= TitleTokens; t-- {
		c.buffer = pattern.Lower(c.buffer[:0], word(t))
		e := c.table.Words[string(c.buffer)]
		if word(t) == "," || class.Finite(doc.Words[t].XPOS) || e != nil && (e.Class&(class.Stop|class.Relative) != 0 || e.Class&class.Abroad != 0 && e.Role == "") {
			break
		}
		away = away || e != nil && e.Class&class.Abroad != 0
		noun, holder := c.Paired(word(t-1), word(t)), false
		if e != nil {
			noun, holder = cmp.Or(noun, e.Role), e.Class&class.Office != 0
		}
		if noun == "" && !holder || t < at-2 && word(t+1) != "of" && word(t+1) != "for" && !class.PossessiveMark(word(t+1)) {
			continue
		}
		if b, ok := c.bodyAt(i-1, t+2); holder && ok { // the head of a club
			return cmp.Or(b.Role, b.Code), b.Country
		}
		if noun == "" {
			continue
		}
		if PluralAgent(word(t)) && t < at-2 {
			break
		}
		for k := t - 1; k >= t-TitleTokens/2; k-- {
			past = past || strings.EqualFold(word(k), "former")
		}
		if role == "" || !holder {
			role = noun // but the head of a union is one of the union
		}
		for n := i - 1; n >= 0 && country == "" && mentions[n].Start >= doc.Tokens[max(sentence.First, t-TitleTokens/2)].Start; n-- {
			if o := &mentions[n]; o.Type == entity.NORP || o.Type == entity.GPE {
				country = o.Country
			}
		}
		if word(t+1) == "of" || word(t+1) == "for" {
			break
		}
	}
	if away && country == "" {
		return "", ""
	}
	if past && (role == "GOV" || role == "LEG") {
		role = "ELI"
	}
	return role, country
}

// was says whether the apposition of a name is of what its bearer is no more: "Jane Roe, a former minister of Norway,".
func (c *Cast) was(m *entity.Mention) bool {
	rest, ok := strings.CutPrefix(c.doc.Text[m.End:], ", ")
	if !ok {
		return false
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "a "), "the ")
	return strings.HasPrefix(rest, "former ") || strings.HasPrefix(rest, "ex-")
}

// capitalOffice says whether a word is an office with a capital, behind which a name may stand without a second comma: "the
// Lieutenant Governor, Jane Roe on Monday".
func (c *Cast) capitalOffice(word string) bool {
	c.buffer = pattern.Lower(c.buffer[:0], word)
	e := c.table.Words[string(c.buffer)]
	return e != nil && e.Role != "" && !PluralAgent(word) && string(c.buffer) != word
}

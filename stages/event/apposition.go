package event

import (
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
)

// appositionWords is how many words an apposition is read for.
const appositionWords = 10

// explained reads the apposition of a name: "Jane Roe, the foreign minister of Norway,". The role of who acts for
// a body of many states is that one's code.
func (s *scan) explained(m *entity.Mention) (country, role string) {
	doc := s.in.Doc
	sentence := doc.Sentences[m.Sentence]
	tokens := doc.Tokens[:sentence.Last]
	word := func(i int) string { return doc.Text[tokens[i].Start:tokens[i].End] }
	at := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= m.End })
	if at >= len(tokens) || word(at) != "," {
		return "", ""
	}
	mentions := s.in.Found.Mentions
	next := sort.Search(len(mentions), func(i int) bool { return mentions[i].Start >= m.End })
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
			if o.Type == entity.Org && o.Entity >= 0 && i > at+1 && strings.HasPrefix(s.in.Found.Entities[o.Entity].Actor, "IGO") {
				return "", s.in.Found.Entities[o.Entity].Actor // an envoy of the United Nations
			}
			continue
		}
		s.buffer = lower(s.buffer[:0], word(i))
		e := s.table.words[string(s.buffer)]
		switch {
		case doc.Words != nil && finiteTag(doc.Words[i].XPOS):
			if role == "" {
				return "", ""
			}
			return country, role
		case word(i) == ",", word(i) == ".", word(i) == ";", word(i) == ")":
			return country, role
		case possessiveMark(word(i)):
		case e == nil || e.role == "" && e.class == 0:
			if r := s.roster.words[string(s.buffer)]; r != "" && role != "" {
				role = r // the head of a party
			}
		case e.class&(relative|auxiliary|reporting|conjunction) != 0 && e.role == "":
			if role == "" {
				return "", ""
			}
			return country, role
		case e.role != "" && (m.Type != entity.Person || e.class&number == 0 && !pluralAgent(word(i))):
			if role == "" || e.class&office == 0 && word(i) != "General" {
				role = e.role // the last one, "the leader of the rebels", but for "rebel leader"
			}
		case e.role != "":
			return "", ""
		}
	}
	if role == "" {
		return "", ""
	}
	return country, role
}

// introduced is the role by the noun of which a person's name is the apposition ("the mayor of Rotterdam, Jane Roe,"), with
// the country that stands around it; "" is none.
func (s *scan) introduced(i int) (role, country string) {
	mentions, doc := s.in.Found.Mentions, s.in.Doc
	m := &mentions[i]
	sentence := doc.Sentences[m.Sentence]
	word := func(t int) string {
		if t < sentence.First || t >= sentence.Last {
			return ""
		}
		return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End]
	}
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	after := at
	for after < sentence.Last && doc.Tokens[after].Start < m.End {
		after++
	}
	if word(at-1) != "," || word(after) != "," && word(after) != "." || word(after+1) == "and" || doc.Words == nil {
		return "", ""
	}
	for t := at - 2; t >= sentence.First && at-t <= titleTokens; t-- {
		s.buffer = lower(s.buffer[:0], word(t))
		e := s.table.words[string(s.buffer)]
		if word(t) == "," || finiteTag(doc.Words[t].XPOS) || e != nil && e.class&(stop|relative|abroad) != 0 {
			break
		}
		if e == nil || e.role == "" || t < at-2 && word(t+1) != "of" && word(t+1) != "for" {
			continue
		}
		if pluralAgent(word(t)) && t < at-2 {
			break
		}
		if role == "" || e.class&office == 0 {
			role = e.role // but the head of a union is one of the union
		}
		for n := i - 1; n >= 0 && country == "" && mentions[n].Start >= doc.Tokens[max(sentence.First, t-titleTokens/2)].Start; n-- {
			if o := &mentions[n]; o.Type == entity.NORP || o.Type == entity.GPE {
				country = o.Country
			}
		}
		if word(t+1) == "of" || word(t+1) == "for" {
			break
		}
	}
	return role, country
}

package actor

import (
	"fmt"
	"sort"
	"strings"

	"github.com/newsmill/newsmill/data/actors"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/when"
)

// term is the time in which a person or a body acted for somebody, the last day left out; [when.NoDay] is open.
type term struct {
	from, to when.Day
	of       Bearer
}

// readTerms enters who acted for whom at what time.
func (r *roster) readTerms() {
	day := func(month string) when.Day {
		var y, m int
		if month == "-" {
			return when.NoDay
		}
		if n, _ := fmt.Sscanf(month, "%d-%d", &y, &m); n < 2 || m < 1 || m > 12 {
			panic(fmt.Sprintf("terms.tsv: %q is no month", month)) // a build with it fails its tests
		}
		return when.DayOf(y, m, 1)
	}
	actors.EachRow(actors.Terms, func(code, rest string) {
		f := strings.Split(rest, "\t")
		t := term{from: day(f[0]), to: day(f[1]), of: bearerOf(code)}
		for name := range strings.SplitSeq(f[2], "|") {
			r.terms[name] = append(r.terms[name], t)
		}
	})
}

// at gives who bears a listed name on a day, which may be unknown.
func (r *roster) at(name string, day when.Day, b Bearer) Bearer {
	if day == when.NoDay {
		return b
	}
	for _, t := range r.terms[name] {
		if (t.from == when.NoDay || t.from <= day) && (t.to == when.NoDay || day < t.to) {
			return t.of
		}
	}
	return b
}

// former says whether the title before a person's name is one that he had: "former president Jane Roe".
func (c *Cast) former(m *entity.Mention) bool {
	doc := c.doc
	first := doc.Sentences[m.Sentence].First
	at := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= m.Start })
	for t := at - 1; t >= first && at-t <= TitleTokens; t-- {
		c.buffer = pattern.Lower(c.buffer[:0], doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End])
		switch string(c.buffer) {
		case "former", "ex":
			return true
		case "and":
			if !capitalAt(doc.Text, doc.Tokens[t+1].Start) || t == first || !capitalAt(doc.Text, doc.Tokens[t-1].Start) || c.personIn(doc.Tokens[t-1].Start, m.Start) {
				return false // but former Jammu and Kashmir minister
			}
		case ",", ".", ";", ":", "(", ")", "the", "a", "by":
			return false
		}
		if doc.Words != nil && class.Finite(doc.Words[t].XPOS) {
			return false
		}
	}
	return false
}

// capitalAt says whether a capital letter of ASCII stands at an offset.
func capitalAt(text string, at int) bool { return text[at] >= 'A' && text[at] <= 'Z' }

// personIn says whether the name of a person ends between two offsets.
func (c *Cast) personIn(from, to int) bool {
	all := c.found.Mentions
	i := sort.Search(len(all), func(i int) bool { return all[i].End > from })
	for ; i < len(all) && all[i].Start < to; i++ {
		if all[i].Type == entity.Person {
			return true
		}
	}
	return false
}

// Then gives a person or a body whose times are known the code of the day of the event.
func (c *Cast) Then(a *Actor, day when.Day) {
	if a.Mention < 0 || day == when.NoDay || c.day != when.NoDay && day >= c.day || c.found.Mentions[a.Mention].Entity < 0 {
		return
	}
	m := &c.found.Mentions[a.Mention]
	name := c.found.Entities[m.Entity].Name
	if name != a.Name {
		return // a noun with the country of a name
	}
	if b := c.roster.at(name, day, Bearer{}); b.Code != "" {
		a.Code, a.Country, a.Role = b.Code, b.Country, b.Role
	}
}

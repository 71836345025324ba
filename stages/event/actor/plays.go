package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
)

// HeadSentences is how many sentences at the head of a text count twice for where it plays.
const HeadSentences = 2

// plays is the country where most of the document plays: named twice as often as any other, else that of
// the dateline; "" is none.
func (c *Cast) plays() string {
	if country := c.leading(c.CountryOf, twice); country != "" {
		return country
	}
	if d := c.dateline; d >= 0 {
		return c.found.Mentions[d].Country
	}
	return c.leading(c.landOf, twice)
}

// How many times as often as any other a country is named where the text plays, and where it more likely plays than
// elsewhere, in quarters.
const (
	twice  = 8
	rather = 5
)

// leading is the country that most mentions are of, by so many quarters of those of any other; "" is none. Those at the
// head of the text count twice.
func (c *Cast) leading(of func(mention int) string, quarters int) string {
	weights := map[string]int{}
	all := 0
	for i := range c.found.Mentions {
		country := of(i)
		if country == "" {
			continue
		}
		weight := 1
		if i == c.dateline {
			weight = 3
		} else if c.found.Mentions[i].Sentence < HeadSentences {
			weight = 2
		}
		weights[country] += weight
		all += weight
	}
	for country, n := range weights { // at most one has more than each other has
		others := 0
		for other, n := range weights {
			if other != country {
				others = max(others, n)
			}
		}
		if 3*n > all && 4*n >= quarters*others {
			return country
		}
	}
	return ""
}

// landOf is [Cast.CountryOf], and of a name that no list has the country of a town or a region in it: "Karnataka High Court",
// "Dhaka's Keraniganj upazila".
func (c *Cast) landOf(i int) string {
	if country := c.CountryOf(i); country != "" {
		return country
	}
	m := &c.found.Mentions[i]
	if m.Type != entity.Org && m.Type != entity.GPE && m.Type != entity.Fac {
		return ""
	}
	words := strings.Fields(c.doc.Text[m.Start:m.End])
	for n := min(2, len(words)); n > 0; n-- {
		for k := range len(words) - n + 1 {
			name := strings.Join(words[k:k+n], " ")
			if country := entity.LandOf(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")); country != "" {
				return country
			}
		}
	}
	return ""
}

// CountryOf is the country that a mention names, or of which its bearer is; "" is none.
func (c *Cast) CountryOf(i int) string {
	m := &c.found.Mentions[i]
	switch m.Type {
	case entity.GPE, entity.NORP, entity.Fac:
		return m.Country
	case entity.Person, entity.Org:
		if m.Entity < 0 || c.Bearers[m.Entity].Assumed {
			return ""
		}
		switch b := &c.Bearers[m.Entity]; b.Role {
		case "MED", "BUS": // they are named everywhere
		default:
			return b.Country
		}
	}
	return ""
}

// counted is how often a document names a country.
type counted struct {
	Country string
	N       int
}

// Count counts how often the document names each country.
func (c *Cast) Count() {
	if c.read {
		return
	}
	c.read = true
	counts := map[string]int{}
	for i := range c.found.Mentions {
		land := c.landOf(i)
		c.Lands = append(c.Lands, land)
		if land != "" {
			counts[land]++
			c.Namings++
		}
	}
	for country, n := range counts {
		c.Nations = append(c.Nations, counted{country, n})
	}
	slices.SortFunc(c.Nations, func(a, b counted) int {
		return cmp.Or(b.N-a.N, strings.Compare(a.Country, b.Country))
	})
}

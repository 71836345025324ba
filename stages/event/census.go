package event

import (
	"cmp"
	"slices"
	"strings"
)

// census is what the document tells of countries and of who bears its names, and what was decided of them and of the sides in the open sentence.
type census struct {
	read     bool
	lands    []string // the country of each mention
	counts   []counted
	all      int // the sum of counts
	nouns    map[uint32]string
	repute   [][]uint32 // of each entity, once it was asked for
	features []uint32
	around   []land
	told     []decision
	roles    map[reputed]string // the role that the document tells of each entity, once it was asked for
}

// reputed is an entity by the code and the name that the rules have for it.
type reputed struct {
	entity     int
	code, name string
}

// counted is how often a document names a country.
type counted struct {
	country string
	n       int
}

// count counts how often the document names each country.
func (s *scan) count() {
	c := &s.census
	if c.read {
		return
	}
	c.read = true
	counts := map[string]int{}
	for i := range s.in.Found.Mentions {
		land := s.landOf(i)
		c.lands = append(c.lands, land)
		if land != "" {
			counts[land]++
			c.all++
		}
	}
	for country, n := range counts {
		c.counts = append(c.counts, counted{country, n})
	}
	slices.SortFunc(c.counts, func(a, b counted) int {
		return cmp.Or(b.n-a.n, strings.Compare(a.country, b.country))
	})
}

// international is the code of the international body that the open sentence names, if it is one, else of that which the document
// names more often than any other; "" is none.
func (s *scan) international() string {
	counts, here := map[string]int{}, map[string]bool{}
	for i := range s.in.Found.Mentions {
		m := &s.in.Found.Mentions[i]
		if m.Entity < 0 {
			continue
		}
		code := cmp.Or(s.bearers[m.Entity].code, s.in.Found.Entities[m.Entity].Actor)
		if !strings.HasPrefix(code, "IGO") || code == "IGO" {
			continue
		}
		counts[code]++
		if m.Sentence == s.sentence {
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

// note keeps of which country each noun for an actor was last: that of "the court" may be told sentences before.
func (s *scan) note() {
	if s.in.Doc.Words == nil {
		return
	}
	for i := range s.units {
		if u := &s.units[i]; u.kind == agent && u.country != "" {
			if s.census.nouns == nil {
				s.census.nouns = map[uint32]string{}
			}
			s.census.nouns[s.nounOf(u)] = u.country
		}
	}
}

// nounOf is the hash of the noun that heads a unit.
func (s *scan) nounOf(u *unit) uint32 { return hashed(strings.ToLower(s.node(s.headOf(u)).Lemma)) }

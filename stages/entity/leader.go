package entity

import (
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/actors"
)

// A leader leads or led a state, a party or a movement, and is so well known that pages give the surname alone.
type leader struct{ name, country string }

// leaders are known by their surnames, in normal form, where these are one person's. The first full name of a line
// is that by which most of the press calls him.
var leaders = sync.OnceValue(func() map[string]leader {
	full, alone := map[string][]leader{}, map[string]bool{}
	actors.EachRow(actors.People, func(code, names string) {
		if len(code) < 6 {
			return // of no country
		}
		for name := range strings.SplitSeq(names, "|") {
			key := fold(name)
			if at := strings.LastIndexByte(key, ' '); at < 0 {
				alone[key] = true
			} else {
				full[key[at+1:]] = append(full[key[at+1:]], leader{name, code[:3]})
			}
		}
	})
	known := map[string]leader{}
	for surname := range alone {
		if who := full[surname]; len(who) > 0 && oneOf(who) {
			known[surname] = who[0]
		}
	}
	return known
})

// oneOf tells whether the names may be spellings of one person's: of one country, and with given names that begin alike.
func oneOf(who []leader) bool {
	for _, w := range who[1:] {
		if w.country != who[0].country || w.name[0] != who[0].name[0] {
			return false
		}
	}
	return true
}

// leader is the person whom a surname names that stands alone, where the document speaks of his country: "Putin" in a
// page on Russia is Vladimir Putin on whatever page.
func (l *linker) leader(surname string) (who leader, known bool) {
	who, known = leaders()[surname]
	if !known {
		return who, false
	}
	if l.countries == nil {
		l.countries = map[string]bool{}
		for i, e := range l.finder.entries {
			l.countries[e.country] = true
			if s := l.senses[i]; s != nil {
				l.countries[s.places[s.best].country] = true
			}
			l.countries[l.mentions[i].Country] = true // of the title before a name
		}
	}
	return who, l.countries[who.country]
}

package actor

import (
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/actors"
)

// Bearer is what a document, and what stands in data/actors, tell of who bears a name.
type Bearer struct {
	Country string
	Role    string
	Code    string // a known code; "" is made of country and role
	Assumed bool   // the country is only that where the text plays
}

// roster is what stands in data/actors.
type roster struct {
	people, bodies map[string]Bearer
	surnames       map[string]Bearer // of those who lead states; none where two states have it
	words          map[string]string // role by a word of a body's name
	weak           map[string]bool   // words of those that say so only where no other does
	terms          map[string][]term // of those who acted for others at another time
	pairs          map[string]string // role by a word and the noun for an actor behind it
	regions        map[string]string // CAMEO code by the name of a part of the world, or the adjective of one
}

var openRoster = sync.OnceValue(func() *roster {
	r := &roster{people: make(map[string]Bearer, 2048), bodies: make(map[string]Bearer, 4096), surnames: make(map[string]Bearer, 1024), words: map[string]string{}, weak: map[string]bool{}, pairs: make(map[string]string, 2048), regions: map[string]string{}, terms: map[string][]term{}}
	read := func(table string, to map[string]Bearer) {
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
		if at < 0 || b.Role != "GOV" {
			continue
		}
		if o, ok := r.surnames[name[at+1:]]; ok && o != b {
			b = Bearer{}
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
func bearerOf(code string) Bearer {
	switch {
	case strings.HasPrefix(code, "IGO"), code == "NGO", strings.HasPrefix(code, "NGM"), strings.HasPrefix(code, "IMG"):
		return Bearer{Code: code}
	case len(code) == 3:
		return Bearer{Role: code}
	}
	return Bearer{Country: code[:3], Role: code[3:6], Code: code}
}

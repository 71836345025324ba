package entity

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/gazetteer"
)

// placeTable is the table of places as it stands, sorted by name, then the most people first, with
// where each line begins: a look-up is a binary search and parses only the lines it hits. Its parts are unpacked when a name that
// belongs there is first looked up.
type placeTable struct{ parts []func() placePart }

type placePart struct {
	text  string
	lines []int32
}

// partBits are those of a line's index that tell it from others of its part; above them stands which part it is of.
const partBits = 16

// place is one line of the table.
type place struct {
	kind      string // town, large, other, region, county, country, land, site
	name      string // where it was found by a short form; else "": the name that was looked up
	geonames  string // "" is unknown
	wikidata  string // the same, of what is in the table of points
	country   string // ISO 3166-1 alpha-3
	region    string // first-level division, by GeoNames' code
	latitude  float64
	longitude float64
	people    int
}

func openPlaces(parts []gazetteer.PlacesPart) (t placeTable) {
	for _, part := range parts {
		t.parts = append(t.parts, sync.OnceValue(func() placePart { return openPart(part.Lines()) }))
	}
	return t
}

func openPart(table string) placePart {
	p := placePart{text: table, lines: make([]int32, 0, 4<<10)}
	for at := 0; at < len(p.text); {
		p.lines = append(p.lines, int32(at))
		n := strings.IndexByte(p.text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	return p
}

func (p *placePart) name(i int) string {
	line := p.text[p.lines[i]:]
	return line[:max(0, strings.IndexByte(line, '\t'))]
}

// first is the index of the first line of a name; -1 is none.
func (t *placeTable) first(name string) int {
	at := gazetteer.PartOf(name)
	p := t.parts[at]()
	i := sort.Search(len(p.lines), func(i int) bool { return p.name(i) >= name })
	if i < len(p.lines) && p.name(i) == name {
		return at<<partBits | i
	}
	return -1
}

// each calls yield with the places of a name, countries among them, the one of most people first.
func (t *placeTable) each(name string) func(yield func(place) bool) {
	return func(yield func(place) bool) {
		i := t.first(name)
		if i < 0 {
			return
		}
		for p := t.parts[i>>partBits](); i%(1<<partBits) < len(p.lines) && p.name(i%(1<<partBits)) == name; i++ {
			if !yield(t.at(i)) {
				return
			}
		}
	}
}

// named gives the places of a name, the one of most people first.
func (t *placeTable) named(name string) (places []place) {
	for p := range t.each(name) {
		if p.kind != kindCountry {
			places = append(places, p)
		}
	}
	return places
}

// withoutCity makes no more than another name of a town's name without its "City", where it is a small part of a region that is
// called so: Oklahoma is the state, New York the town.
func (t *placeTable) withoutCity(name string, places []place) {
	for i := range places {
		p := &places[i]
		if p.kind != kindTown && p.kind != kindLarge {
			continue
		}
		if slices.ContainsFunc(places, func(r place) bool {
			return r.kind == kindRegion && r.country == p.country && r.region == p.region && p.people < r.people/leastPart
		}) && slices.ContainsFunc(t.named(name+" City"), func(q place) bool { return q.geonames == p.geonames }) {
			p.kind = kindOther
		}
	}
}

// leastPart is what part of a region's people a town has at least that takes its name without "City".
const leastPart = 4

// country is the middle of a country, by its code.
func (t *placeTable) country(code string) (place, bool) {
	for p := range t.each(code) {
		if p.kind == kindCountry {
			return p, true
		}
	}
	return place{}, false
}

// at parses line i.
func (t *placeTable) at(i int) place {
	part := t.parts[i>>partBits]()
	line, _, _ := strings.Cut(part.text[part.lines[i%(1<<partBits)]:], "\n")
	var f [8]string
	for k := range f {
		f[k], line, _ = strings.Cut(line, "\t")
	}
	p := place{kind: f[1], geonames: f[2], country: f[3], region: f[4]}
	p.latitude, _ = strconv.ParseFloat(f[5], 64)
	p.longitude, _ = strconv.ParseFloat(f[6], 64)
	p.people, _ = strconv.Atoi(f[7])
	return p
}

// key is what the place's entity_id is made of.
func (p *place) key(name string) string {
	switch {
	case p.geonames != "":
		return "geonames:" + p.geonames
	case p.kind == kindRegion:
		return "region:" + p.country + "." + p.region
	case p.people == 0: // of the atlas, which may have two of a name in a region, and two names of one
		return p.kind + ":" + strconv.FormatFloat(p.latitude, 'f', 2, 64) + "," + strconv.FormatFloat(p.longitude, 'f', 2, 64)
	}
	return p.kind + ":" + p.country + "." + p.region + "." + fold(name)
}

// Kinds of places that are looked at, as the table names them.
const (
	kindTown    = "town"
	kindLarge   = "large"
	kindRegion  = "region"
	kindCounty  = "county"
	kindOther   = "other"
	kindCountry = "country"
	kindLand    = "land" // what nature made, and parts of countries and towns without a government
	kindSite    = "site" // what was built
)

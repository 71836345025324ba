package entity

import (
	"sort"
	"strconv"
	"strings"
)

// placeTable is [gazetteer.Places] as it stands, sorted by name, then the most people first, with
// where each line begins: a look-up is a binary search and parses only the lines it hits.
type placeTable struct {
	text  string
	lines []int32
}

// place is one line of the table.
type place struct {
	kind      string // town, large, other, region, county, country
	name      string // where it was found by a short form; else "": the name that was looked up
	geonames  string // "" is unknown
	wikidata  string // the same, of what is in the table of points
	country   string // ISO 3166-1 alpha-3
	region    string // first-level division, by GeoNames' code
	latitude  float64
	longitude float64
	people    int
}

func openPlaces(table string) placeTable {
	t := placeTable{text: table, lines: make([]int32, 0, 1<<18)}
	for at := 0; at < len(t.text); {
		t.lines = append(t.lines, int32(at))
		n := strings.IndexByte(t.text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	return t
}

func (t *placeTable) name(i int) string {
	line := t.text[t.lines[i]:]
	return line[:max(0, strings.IndexByte(line, '\t'))]
}

// first is the index of the first line of a name; -1 is none.
func (t *placeTable) first(name string) int {
	i := sort.Search(len(t.lines), func(i int) bool { return t.name(i) >= name })
	if i < len(t.lines) && t.name(i) == name {
		return i
	}
	return -1
}

// named gives the places of a name, the one of most people first.
func (t *placeTable) named(name string) (places []place) {
	for i := t.first(name); i >= 0 && i < len(t.lines) && t.name(i) == name; i++ {
		if p := t.at(i); p.kind != kindCountry {
			places = append(places, p)
		}
	}
	return places
}

// country is the middle of a country, by its code.
func (t *placeTable) country(code string) (place, bool) {
	for i := t.first(code); i >= 0 && i < len(t.lines) && t.name(i) == code; i++ {
		if p := t.at(i); p.kind == kindCountry {
			return p, true
		}
	}
	return place{}, false
}

// at parses line i.
func (t *placeTable) at(i int) place {
	line, _, _ := strings.Cut(t.text[t.lines[i]:], "\n")
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
	}
	return p.kind + ":" + p.country + "." + p.region + "." + fold(name)
}

// Kinds of places that are looked at, as the table names them.
const (
	kindRegion  = "region"
	kindCounty  = "county"
	kindOther   = "other"
	kindCountry = "country"
)

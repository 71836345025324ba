package entity

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/gazetteer"
)

// none marks words with a capital that are no names: months, days of the week, "I".
const none Type = "NONE"

// entry is what the gazetteer knows of a name.
type entry struct {
	kind    Type
	name    string // of the bearer; for countries the common English name
	id      string // the gazetteer's own id
	country string
	actor   string
	stated  []area // what stands behind the name of a place: "Paris, Texas"
}

func (e *entry) isCountry() bool { return strings.HasPrefix(e.id, "country:") }

// isCapital says whether an entry is a capital, by its own name.
func (e *entry) isCapital() bool { return e.kind == GPE && e.id == "" && e.country != "" }

type tables struct {
	entries map[string]entry
	longest map[string]int    // most bytes of an entry, by its first word
	titles  map[string]string // role by title in small letters
	heads   map[string]Type
	areas   map[string][]shortForm // first-level divisions and towns by short form
	points  map[string]place       // of seas, continents and the like, by name
	codes   map[string]entry       // countries by ISO 3166-1 alpha-3
	places  placeTable
	// Words that say of what kind a place is.
	beforePlace, behindPlace map[string]bool
	sides                    map[string]bool // those of beforePlace that say which part is meant
	states                   map[string]bool // forms of state: Kingdom, Republic
	kinds                    []string        // kinds of divisions, behind whose names the table has them: "Homs Governorate"
	divisions                map[string]bool // the same in small letters
}

// shortForm is whose short form one is.
type shortForm struct{ name, country, region string }

// shortened gives the places of a short form.
func (t *tables) shortened(form string) (all []place) {
	for _, a := range t.areas[form] {
		places := slices.DeleteFunc(t.places.named(a.name), func(p place) bool {
			return p.country != a.country || a.region != "" && p.region != a.region
		})
		if len(places) > 0 {
			p := places[max(0, slices.IndexFunc(places, func(p place) bool { return p.kind == kindRegion }))]
			p.name = a.name
			all = append(all, p)
		}
	}
	return all
}

// lexicon is the embedded gazetteer, read once.
var lexicon = sync.OnceValue(openLexicon)

func openLexicon() *tables {
	t := &tables{
		entries: make(map[string]entry, 2048), longest: map[string]int{}, titles: map[string]string{},
		heads: map[string]Type{}, areas: map[string][]shortForm{}, points: map[string]place{}, codes: map[string]entry{}, beforePlace: map[string]bool{}, behindPlace: map[string]bool{}, sides: map[string]bool{}, states: map[string]bool{}, divisions: map[string]bool{},
	}
	t.places = openPlaces(gazetteer.PlacesParts())
	rows(gazetteer.Regions, 3, func(f []string) {
		country, region, _ := strings.Cut(f[0], ".")
		for _, short := range strings.Split(f[2], "|") {
			t.areas[short] = append(t.areas[short], shortForm{f[1], country, region})
		}
	})
	rows(gazetteer.Parts, 2, func(f []string) {
		if f[0] == "DIVISION" {
			t.kinds = strings.Fields(f[1])
			for _, kind := range t.kinds {
				t.divisions[strings.ToLower(kind)] = true
			}
			return
		}
		if f[0] == "WORLD" { // and none of the towns of its name
			for _, world := range strings.Fields(f[1]) {
				name, id, _ := strings.Cut(world, ":")
				t.add(name, entry{kind: Loc, name: name, id: "wikidata:" + id})
			}
			return
		}
		words := map[string]map[string]bool{"BEFORE": t.beforePlace, "AFTER": t.behindPlace, "SIDE": t.sides, "STATE": t.states}[f[0]]
		for _, word := range strings.Fields(f[1]) {
			words[word] = true
			if f[0] == "SIDE" {
				t.beforePlace[word] = true
			}
		}
	})
	rows(gazetteer.Countries, 5, t.addCountry)
	rows(gazetteer.Territories, 2, func(f []string) {
		names := strings.Split(f[1], "|")
		for _, name := range names {
			t.add(name, entry{kind: GPE, name: names[0], id: "country:" + f[0], country: f[0]})
		}
	})
	rows(gazetteer.Names, 5, t.addNames)
	rows(gazetteer.Points, 7, func(f []string) {
		names := strings.Split(f[0], "|")
		p := place{name: names[0], geonames: f[3], wikidata: f[4]}
		p.latitude, _ = strconv.ParseFloat(f[1], 64)
		p.longitude, _ = strconv.ParseFloat(f[2], 64)
		for _, name := range names {
			t.points[name] = p
			t.add(name, entry{kind: Type(f[5]), name: names[0], id: strings.ToLower(f[5]) + ":" + names[0], country: f[6]})
		}
	})
	rows(gazetteer.States, 3, func(f []string) {
		t.add(f[0], entry{GPE, f[0], "geonames:" + f[2], "USA", "USA", nil})
	})
	rows(gazetteer.Titles, 2, func(f []string) {
		role := f[0]
		if role == "-" {
			role = ""
		}
		for _, title := range strings.Split(f[1], "|") {
			t.titles[title] = role
		}
	})
	rows(gazetteer.Heads, 2, func(f []string) {
		for _, word := range strings.Fields(f[1]) {
			t.heads[word] = Type(f[0])
		}
	})
	return t
}

// rows calls f for each line of a table that has as many columns as wanted.
func rows(table string, columns int, f func([]string)) {
	for line := range strings.Lines(table) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) == columns && !strings.HasPrefix(line, "#") {
			f(fields)
		}
	}
}

// add enters a name; what came first stays, so that a country comes before a town.
func (t *tables) add(name string, e entry) {
	if name == "" {
		return
	}
	if _, ok := t.entries[name]; ok {
		return
	}
	t.entries[name] = e
	end := 0
	for end < len(name) {
		r, n := utf8.DecodeRuneInString(name[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' {
			break
		}
		end += n
	}
	t.longest[name[:end]] = max(t.longest[name[:end]], len(name))
}

func (t *tables) addCountry(f []string) {
	code := f[0]
	place := entry{GPE, f[1], "country:" + code, code, code, nil}
	t.codes[code] = place
	t.add(f[1], place)
	for _, name := range strings.Split(f[2], "|") {
		t.add(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "), place)
	}
	for _, name := range strings.Split(f[3], "|") {
		t.add(name, entry{NORP, name, "norp:" + name, code, "", nil})
	}
	for _, name := range strings.Split(f[4], "|") {
		t.add(name, entry{GPE, name, "", code, code, nil})
	}
}

func (t *tables) addNames(f []string) {
	value := func(s string) string { return strings.TrimPrefix(s, "-") }
	names := strings.Split(f[4], "|")
	for _, name := range names {
		e := entry{Type(f[0]), name, value(f[3]), value(f[1]), value(f[2]), nil}
		if e.id != "" {
			e.name = names[0]
		} else {
			e.id = strings.ToLower(f[0]) + ":" + name
		}
		t.add(name, e)
	}
}

// CountryOf gives the country that a name is of, or a capital or an adjective of; "" is none.
func CountryOf(name string) string {
	if e := lexicon().entries[name]; e.isCountry() || e.kind == NORP || e.isCapital() {
		return e.country
	}
	return ""
}

// LandOf is CountryOf, and for a region or a large town its country where no other one has a fourth as many people in a
// place of that name; "" is none.
func LandOf(name string) string {
	if country := CountryOf(name); country != "" {
		return country
	}
	places := lexicon().places.named(name)
	if len(places) == 0 || places[0].people < famous {
		return ""
	}
	for _, p := range places[1:] {
		if p.country != places[0].country && p.people*4 > places[0].people {
			return ""
		}
	}
	return places[0].country
}

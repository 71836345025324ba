package entity

import (
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
	capital bool // a city of the city table, in this country
}

type tables struct {
	entries map[string]entry
	longest map[string]int    // most bytes of an entry, by its first word
	titles  map[string]string // role by title in small letters
	heads   map[string]Type
	states  map[string]string // postal code by name
	iso     map[string]string // common English name by country code
	cities  cityTable
}

// lexicon is the embedded gazetteer, read once.
var lexicon = sync.OnceValue(openLexicon)

func openLexicon() *tables {
	t := &tables{
		entries: make(map[string]entry, 2048), longest: map[string]int{}, titles: map[string]string{},
		heads: map[string]Type{}, states: map[string]string{}, iso: map[string]string{},
	}
	t.cities = openCities(gazetteer.Cities)
	rows(gazetteer.Countries, 5, t.addCountry)
	rows(gazetteer.Names, 5, t.addNames)
	rows(gazetteer.States, 3, func(f []string) {
		t.states[f[0]] = f[1]
		t.add(f[0], entry{GPE, f[0], "geonames:" + f[2], "USA", "USA", false})
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
	t.iso[code] = f[1]
	place := entry{GPE, f[1], "country:" + code, code, code, false}
	t.add(f[1], place)
	for _, name := range strings.Split(f[2], "|") {
		t.add(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "), place)
	}
	for _, name := range strings.Split(f[3], "|") {
		t.add(name, entry{NORP, name, "norp:" + name, code, "", false})
	}
	for _, name := range strings.Split(f[4], "|") {
		t.add(name, entry{GPE, name, "", code, code, true})
	}
}

func (t *tables) addNames(f []string) {
	value := func(s string) string { return strings.TrimPrefix(s, "-") }
	names := strings.Split(f[4], "|")
	for _, name := range names {
		e := entry{Type(f[0]), name, value(f[3]), value(f[1]), value(f[2]), false}
		if e.id != "" {
			e.name = names[0]
		} else {
			e.id = strings.ToLower(f[0]) + ":" + name
		}
		t.add(name, e)
	}
}

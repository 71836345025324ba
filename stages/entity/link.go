package entity

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// splitPairs parts two surnames of the document that a hyphen joins: "the Biden-Putin summit".
func (f *finder) splitPairs() {
	surnames := map[string]bool{}
	for i, m := range f.mentions {
		if text := f.text(i); m.Type == Person {
			surnames[text[strings.LastIndexByte(text, ' ')+1:]] = true
		}
	}
	for i := 0; i < len(f.mentions); i++ {
		m := f.mentions[i]
		left, right, ok := strings.Cut(f.text(i), "-")
		if !ok || f.entries[i].kind != "" || !surnames[left] || !surnames[right] {
			continue
		}
		first, second := m, m
		first.End, second.Start = m.Start+len(left), m.End-len(right)
		first.Type, second.Type = Person, Person
		f.mentions = slices.Replace(f.mentions, i, i+1, first, second)
		f.entries = slices.Insert(f.entries, i, entry{})
	}
}

// link makes the entities and points every mention to its own.
func (f *finder) link() Found {
	l := linker{finder: f, byKey: map[string]int{}, surnames: map[string]int{}, acronyms: map[string]int{}, article: f.articleCountry()}
	for i := range f.mentions { // full names first, so that a surname before its name joins too
		if m := f.mentions[i]; m.Type == Person && strings.Contains(f.text(i), " ") {
			l.person(i)
		}
	}
	for i := range f.mentions {
		l.mention(i)
	}
	return Found{Mentions: f.mentions, Entities: l.entities}
}

func (f *finder) text(i int) string {
	m := f.mentions[i]
	return f.doc.Text[m.Start:m.End]
}

// articleCountry is the country named most often; the first named of equals.
func (f *finder) articleCountry() string {
	count := map[string]int{}
	best := ""
	for i, m := range f.mentions {
		if m.Country != "" && (f.entries[i].kind == GPE || f.entries[i].kind == NORP) {
			count[m.Country]++
		}
	}
	for _, m := range f.mentions {
		if count[m.Country] > count[best] {
			best = m.Country
		}
	}
	return best
}

type linker struct {
	*finder
	entities []Entity
	byKey    map[string]int // by gazetteer id, or by type, NUL and normalised name
	surnames map[string]int
	acronyms map[string]int
	article  string
}

// entity is the index of the entity of a key; a new one where there is none.
func (l *linker) entity(key string, e Entity) int {
	at, ok := l.byKey[key]
	if !ok {
		sum := sha256.Sum256([]byte(key))
		e.ID = hex.EncodeToString(sum[:16])
		at = len(l.entities)
		l.entities = append(l.entities, e)
		l.byKey[key] = at
	}
	return at
}

// person links a person named in full.
func (l *linker) person(i int) {
	name := fold(l.text(i))
	m := l.mentions[i]
	at := l.entity(string(Person)+"\x00"+name, Entity{Name: spaced(l.text(i)), Type: Person, Country: m.Country})
	if l.entities[at].Country == "" {
		l.entities[at].Country = m.Country
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if _, ok := l.surnames[last]; !ok {
		l.surnames[last] = at
	}
}

// mention links one mention.
func (l *linker) mention(i int) {
	m, e := &l.mentions[i], l.finder.entries[i]
	m.LinkScore = 1
	text := l.text(i)
	switch {
	case e.capital:
		m.Entity = l.city(m, e)
		m.LinkScore = .9
	case e.kind != "":
		m.Entity = l.entity(e.id, Entity{Name: e.name, Type: m.Type, Country: e.country, Actor: e.actor, GeoNames: strings.TrimPrefix(after(e.id, "geonames:"), " ")})
		m.Country = e.country
	default:
		name := fold(text)
		if at, ok := l.surnames[name]; ok && m.Type == Person {
			m.Entity, m.LinkScore = at, .8
			if m.Country == "" {
				m.Country = l.entities[at].Country
			}
			return
		}
		if at, ok := l.acronyms[text]; ok && m.Type == Org {
			m.Entity, m.LinkScore = at, .9
			return
		}
		m.Entity = l.entity(string(m.Type)+"\x00"+name, Entity{Name: spaced(text), Type: m.Type, Country: m.Country})
		if m.Country == "" && m.Type == Person {
			m.Country = l.entities[m.Entity].Country
		}
	}
	l.acronym(i)
}

// acronym remembers the short form in brackets after an organisation: "... Party (ABC)".
func (l *linker) acronym(i int) {
	m, text := l.mentions[i], l.finder.doc.Text
	rest, ok := strings.CutPrefix(text[m.End:], " (")
	if m.Type != Org || !ok {
		return
	}
	short, _, ok := strings.Cut(rest[:min(len(rest), 16)], ")")
	if !ok || !capitals(short) {
		return
	}
	if _, first, _ := strings.Cut(l.text(i), " "); first != "" && short[0] == l.text(i)[0] {
		l.acronyms[short] = m.Entity
	}
}

// city links a city of the table.
func (l *linker) city(m *Mention, e entry) int {
	region := ""
	country := e.country
	if len(e.actor) == 2 { // the state that stood after the name
		region = e.actor
	}
	c, ok := l.cities.choose(e.name, region, country, l.article)
	if !ok {
		m.Country = e.country
		return l.entity(string(GPE)+"\x00"+fold(e.name), Entity{Name: e.name, Type: GPE, Country: e.country})
	}
	m.Country = c.country
	return l.entity("geonames:"+c.id, Entity{
		Name: e.name, Type: GPE, Country: c.country, HasPoint: true,
		Latitude: c.latitude, Longitude: c.longitude, GeoNames: c.id, Actor: c.country,
	})
}

// after is what stands after a prefix; "" where the text does not have it.
func after(text, prefix string) string {
	rest, ok := strings.CutPrefix(text, prefix)
	if !ok {
		return ""
	}
	return rest
}

// spaced folds white space.
func spaced(name string) string { return strings.Join(strings.Fields(name), " ") }

// fold is the normal form of a name: NFKC, no case, no marks over letters, single spaces.
func fold(name string) string {
	plain := true
	for i := 0; i < len(name); i++ {
		plain = plain && name[i] < 0x80
	}
	if plain {
		return strings.ToLower(spaced(name))
	}
	name = cases.Fold().String(norm.NFKC.String(name))
	name = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(name))
	return spaced(norm.NFC.String(name))
}

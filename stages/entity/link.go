package entity

import (
	"cmp"
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
	l := linker{finder: f, byKey: map[string]int{}, surnames: map[string]int{}, acronyms: map[string]int{}, givens: map[string]int{}, senses: f.resolve()}
	for i := range f.mentions { // full names first, so that a surname before its name joins too
		if m := f.mentions[i]; m.Type == Person && strings.Contains(f.text(i), " ") {
			l.person(i)
		}
	}
	for i := range f.mentions { // the same of organisations: "IMF" before "International Monetary Fund"
		if m := f.mentions[i]; m.Type == Org && f.entries[i].kind == "" && strings.Contains(f.text(i), " ") {
			l.organisation(i)
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

type linker struct {
	*finder
	entities []Entity
	byKey    map[string]int // by gazetteer id, or by type, NUL and normalised name
	surnames map[string]int
	givens   map[string]int // torn where two have it
	acronyms map[string]int // short forms of organisations; torn where two have one
	senses   []*sense       // of each mention; nil where it is no place of the table
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
	given, _, _ := strings.Cut(name, " ")
	if o, ok := l.givens[given]; ok && o != at {
		l.givens[given] = torn // two Marias
	} else {
		l.givens[given] = at
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if _, ok := l.surnames[last]; !ok {
		l.surnames[last] = at
	}
}

// torn is an entity's place where two have the same short form.
const torn = -1

// organisation notes the short forms of an organisation of several words: its initials, and its name
// without the last words ("Harlan" for "Harlan Foods", "Harlan Foods" for "Harlan Foods Inc.").
func (l *linker) organisation(i int) {
	text := l.text(i)
	at := l.entity(string(Org)+"\x00"+fold(text), Entity{Name: spaced(text), Type: Org, Country: l.mentions[i].Country})
	note := func(short string) {
		if o, ok := l.acronyms[short]; ok && o != at {
			l.acronyms[short] = torn
			return
		}
		l.acronyms[short] = at
	}
	words := strings.Fields(text)
	var initials []byte
	for _, w := range words {
		if 'A' <= w[0] && w[0] <= 'Z' {
			initials = append(initials, w[0])
		}
	}
	if len(initials) > 2 {
		note(string(initials))
	}
	for n := 1; n < len(words); n++ {
		short := strings.Join(words[:n], " ")
		if e, known := l.tables.entries[short]; known && e.kind != Org || n == 1 && (len(short) < 4 || l.places.first(short) >= 0) {
			continue // "American Airlines" is not "American", "London Transport" not "London"
		}
		note(short)
	}
}

// mention links one mention.
func (l *linker) mention(i int) {
	m, e := &l.mentions[i], l.finder.entries[i]
	m.LinkScore = 1
	text := l.text(i)
	switch {
	case l.senses[i] != nil:
		l.place(m, l.senses[i], e)
	case e.kind != "":
		m.Entity = l.known(m, e)
	default:
		name := fold(text)
		if at, ok := l.surnames[name]; ok && m.Type == Person {
			m.Entity, m.LinkScore = at, .8
			if m.Country == "" {
				m.Country = l.entities[at].Country
			}
			return
		}
		if at, ok := l.acronyms[text]; ok && at != torn && m.Type == Org {
			m.Entity, m.LinkScore = at, .9
			return
		}
		if at, ok := l.givens[name]; ok && at != torn && m.Type == Person {
			m.Entity, m.LinkScore = at, .7
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

// place links a mention to the place that its name is in this document.
func (l *linker) place(m *Mention, s *sense, e entry) {
	p := &s.places[s.best]
	m.Country = p.country
	m.LinkScore = .7
	if s.certain {
		m.LinkScore = .9
	}
	if p.kind == kindCountry {
		m.Entity = l.known(m, e)
		return
	}
	name := cmp.Or(p.name, s.name)
	m.Entity = l.entity(p.key(name), Entity{
		Name: name, Type: m.Type, Country: p.country, HasPoint: true,
		Latitude: p.latitude, Longitude: p.longitude, GeoNames: p.geonames, Actor: p.country,
	})
}

// known links a mention to what the tables have of it.
func (l *linker) known(m *Mention, e entry) int {
	out := Entity{Name: e.name, Type: m.Type, Country: e.country, Actor: e.actor, GeoNames: after(e.id, "geonames:")}
	p, ok := l.points[e.name]
	if e.isCountry() || e.kind == NORP {
		if p, ok = l.places.country(e.country); !e.isCountry() {
			p.geonames = "" // a people is no place
		}
	}
	if ok {
		out.GeoNames = cmp.Or(out.GeoNames, p.geonames)
		out.HasPoint, out.Latitude, out.Longitude = true, p.latitude, p.longitude
	}
	m.Country = e.country
	return l.entity(e.id, out)
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
	return spaced(norm.NFC.String(unmarked(cases.Fold().String(norm.NFKC.String(name)))))
}

// unmarked leaves out the marks over letters.
func unmarked(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(name))
		}
	}
	return name
}

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
	l := linker{finder: f, byKey: map[string]int{}, organisations: map[string]int{}, acronyms: map[string]int{}}
	f.halves()
	l.senses, l.seats = f.resolve()
	l.gatherPeople()            // full names first, so that a surname before its name joins too
	for i := range f.mentions { // the same of organisations: "IMF" before "International Monetary Fund"
		if m := f.mentions[i]; m.Type == Org && strings.Contains(f.text(i), " ") {
			l.organisation(i)
		}
	}
	same := l.oneType()
	for i := range f.mentions {
		if same[i] < 0 {
			l.mention(i)
		}
	}
	for i, other := range same {
		if other >= 0 {
			for same[other] >= 0 {
				other = same[other]
			}
			m := &l.mentions[i]
			m.Entity, m.LinkScore = l.mentions[other].Entity, .7
			m.Country = cmp.Or(m.Country, l.mentions[other].Country)
		}
	}
	return Found{Mentions: f.mentions, Entities: l.entities, References: l.references()}
}

func (f *finder) text(i int) string {
	m := f.mentions[i]
	return f.doc.Text[m.Start:m.End]
}

type linker struct {
	*finder
	entities      []Entity
	byKey         map[string]int // by gazetteer id, or by type, NUL and normalised name
	people        people
	organisations map[string]int       // by what is left of a name without what it may go without
	acronyms      map[string]int       // short forms of organisations; torn where two have one
	senses        []*sense             // of each mention; nil where it is no place of the table
	countries     map[string]bool      // that the document speaks of; nil before they are asked for
	lone          map[string]lonePlace // nil before it is asked for
	seats         []*sense             // of each mention that is named after a place; nil is none
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
	} else if known := &l.entities[at]; shouted(known.Name) && !shouted(e.Name) {
		known.Name = e.Name // a headline in capitals came first
	}
	return at
}

// shouted says whether a name of several words is in capitals throughout.
func shouted(name string) bool { return strings.Contains(name, " ") && strings.ToUpper(name) == name }

// mention links one mention.
func (l *linker) mention(i int) {
	m, e := &l.mentions[i], l.finder.entries[i]
	m.LinkScore = 1
	text := l.text(i)
	if at := l.surname(i); at >= 0 && l.shortOf(text, m.Type) < 0 {
		m.Entity, m.LinkScore, m.Country = at, .7, l.entities[at].Country
		return
	}
	switch {
	case l.senses[i] != nil:
		l.place(m, l.senses[i], e)
	case e.kind != "":
		m.Entity = l.known(m, e)
	default:
		name := fold(text)
		if m.Type == Person && l.person(i) {
			return
		}
		if who, known := l.leader(name); known && m.Type == Person {
			m.Entity, m.LinkScore, m.Country = l.entity(string(Person)+"\x00"+fold(who.name), Entity{Name: who.name, Type: Person, Country: who.country}), .8, cmp.Or(m.Country, who.country)
			break
		}
		if at := l.shortOf(text, m.Type); at >= 0 {
			m.Entity, m.LinkScore = at, .9
			break
		}
		m.Entity = l.entity(string(m.Type)+"\x00"+name, Entity{Name: spaced(text), Type: m.Type, Country: m.Country})
	}
	if seat := l.seats[i]; seat != nil && !l.entities[m.Entity].HasPoint {
		e, p := &l.entities[m.Entity], &seat.places[seat.best]
		e.HasPoint, e.Latitude, e.Longitude = true, p.latitude, p.longitude
	}
	l.acronym(i)
}

// person links a mention to a person who is named in full or with a title, if there is one.
func (l *linker) person(i int) bool {
	m, n := &l.mentions[i], l.people.of[i]
	if n < 0 {
		name := l.personName(i)
		if len(name.words) != 1 {
			return false
		}
		if n = l.people.alone(name.words[0], name.gender); n < 0 {
			return false
		}
		m.LinkScore = .8
		if w := l.people.all[n].words; w[len(w)-1] != name.words[0] {
			m.LinkScore = .7
		}
	}
	who := &l.people.all[n]
	l.people.of[i] = n
	m.Entity = who.entity
	if e := &l.entities[who.entity]; e.Country == "" {
		e.Country = m.Country
	} else if m.Country == "" {
		m.Country = e.Country
	}
	return true
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
	out := Entity{Name: e.name, Type: m.Type, Country: e.country, Actor: e.actor, GeoNames: after(e.id, "geonames:"), Wikidata: after(e.id, "wikidata:")}
	p, ok := l.points[e.name]
	if e.isCountry() || e.kind == NORP && e.country != "" {
		if p, ok = l.places.country(e.country); !e.isCountry() {
			p.geonames = "" // a people is no place
		}
	}
	if ok {
		out.GeoNames = cmp.Or(out.GeoNames, p.geonames)
		out.HasPoint, out.Latitude, out.Longitude = true, p.latitude, p.longitude
	}
	m.Country = e.country
	if ok && p.wikidata != "" { // "the Pacific" is the Pacific Ocean
		out.Name, out.Wikidata = p.name, p.wikidata
		return l.entity("wikidata:"+p.wikidata, out)
	}
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

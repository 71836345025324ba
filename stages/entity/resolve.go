package entity

import (
	"maps"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// area is a country, or a first-level division of one.
type area struct{ country, region string }

// sense is a name of a place, the same all through a document.
type sense struct {
	name     string
	places   []place
	own      string         // the country that the table of names has for it: of a capital, of a division
	capital  bool           // it is that of a capital, which is the largest town of the name there
	stated   []area         // what stands behind the name after a comma
	listed   map[string]int // how often it stands in a list of the divisions of a country, "" of countries
	named    int            // how often it is called a state, a province
	best     int
	weights  []float64
	certain  bool // the others may be judged by it
	national bool // its country is certain: all the places of much weight lie there
	strange  bool // a small place of a country that nothing else in the document speaks of: hardly the one that is meant
}

// What speaks for one of the places of a name, in powers of ten of its people.
const (
	forStated   = 100.   // "Paris, Texas"
	forCountry  = 2.5    // all countries that the text speaks of are the place's
	forRegion   = 1.5    // the text speaks of its region
	forNear     = 1.5    // it lies beside another place of the text
	forOwn      = 1.     // it is the country's that the table of names has for it
	forList     = 3.     // it stands in a list of countries, or of a country's states
	forHeld     = 2.     // another place is said to lie in it: the Georgia of "Atlanta, Georgia"
	ofPlace     = .5     // a place that is certain speaks for its country, of 1 where that is named
	nearness    = 150.   // kilometres at which that is down to a half
	againstName = 1.5    // it is only another name of the place
	againstArea = 1.1    // it is a region: its people live in many towns
	sure        = 1.2    // a lead that makes a choice certain
	fewest      = 500    // people that any place has at least
	known       = 20_000 // people of a place that is told of where nothing else in the text is of its country
	// A country comes before a region of its name, unless the text speaks of that one's country.
	peopleOfCountry = 30_000_000
)

// surroundings are what a document tells of where it plays.
type surroundings struct {
	countries map[string]float64
	all       float64
	regions   map[area]float64
	held      map[area]float64 // regions and countries that places are said to lie in
	points    []place
}

func (s *surroundings) country(code string, weight float64) {
	if code != "" {
		s.countries[code] += weight
		s.all += weight
	}
}

func (s *surroundings) place(p *place) {
	s.regions[area{p.country, p.region}]++
	if p.kind != kindRegion {
		s.points = append(s.points, *p)
	}
}

// resolve chooses among the places of each name: first what stands behind it ("Paris, Texas"), then
// by people, by the countries that the document speaks of, and by what lies near the places that
// are certain. One name is one place throughout.
func (f *finder) resolve() (byMention, seats []*sense) {
	f.shorten()
	byMention = make([]*sense, len(f.mentions))
	byName := map[string]*sense{}
	var senses []*sense
	var torn []string // countries whose names are regions' too
	at := surroundings{countries: map[string]float64{}, regions: map[area]float64{}}
	lists := f.lists()
	for i, m := range f.mentions {
		e := f.entries[i]
		switch {
		case e.isCountry() && f.regionToo(e.name):
			if !slices.Contains(torn, e.name) {
				torn = append(torn, e.name)
				at.country(e.country, .5)
			}
		case e.isCountry() || e.kind == NORP:
			at.country(e.country, 1)
		}
		stated := e.stated
		if lists[i] != "" {
			stated = nil // "Georgia, Illinois and Ohio"
		}
		for _, a := range stated {
			at.country(a.country, .5)
			if a.region != "" {
				at.regions[a]++
			}
		}
		if m.Type != GPE && m.Type != Loc && (m.Type != Fac || !f.isSite(f.placeName(i))) || e.kind != GPE && e.id != "" || // the West is no region of Cameroon
			e.kind == GPE && e.id != "" && e.country == "" || // Korea is two countries and no town
			e.isCountry() && (len(stated) == 0 || lists[i] == countriesListed) && !f.regionToo(e.name) {
			continue
		}
		name := f.placeName(i)
		s := byName[name]
		if s == nil {
			s = &sense{name: name, best: -1, own: e.country, capital: e.kind == GPE && e.id == "" && e.actor != "", listed: map[string]int{}}
			s.places = f.candidates(name, e)
			byName[name] = s
			senses = append(senses, s)
		}
		s.stated = append(s.stated, stated...)
		if lists[i] != "" {
			s.listed[lists[i]]++
		}
		if f.calledDivision(m) {
			s.named++
		}
		if len(s.places) > 0 {
			byMention[i] = s
		}
	}
	for _, s := range senses {
		s.choose(&at)
	}
	last := at
	for range 2 {
		next := surroundings{countries: maps.Clone(at.countries), regions: maps.Clone(at.regions), held: map[area]float64{}, all: at.all}
		for _, s := range senses {
			if !s.national {
				continue
			}
			p := &s.places[s.best]
			next.country(p.country, ofPlace)
			if !s.certain {
				continue
			}
			next.place(p)
			for _, a := range s.stated {
				if a.country == p.country && (a.region == "" || a.region == p.region) {
					next.held[a]++
				}
			}
		}
		for _, s := range senses {
			s.choose(&next)
		}
		last = next
	}
	for i, s := range byMention {
		if s != nil && s.strange {
			byMention[i] = nil
			if !f.entries[i].isCountry() {
				f.entries[i] = entry{}
			}
		}
	}
	f.statedApart(byMention, lists)
	return byMention, f.seats(byName, &last)
}

// statedApart gives a mention the place that stands behind it where the document has others of that name: after "Paris, France"
// stands "Paris, Texas".
func (f *finder) statedApart(byMention []*sense, lists []string) {
	type key struct {
		of    *sense
		place int
	}
	apart := map[key]*sense{}
	for i, s := range byMention {
		if s == nil || lists[i] != "" || s.best < 0 || len(f.entries[i].stated) == 0 || s.places[s.best].inOneOf(f.entries[i].stated) {
			continue
		}
		at := slices.IndexFunc(s.places, func(p place) bool { return p.inOneOf(f.entries[i].stated) }) // the one of most people
		if at < 0 {
			continue
		}
		k := key{s, at}
		if apart[k] == nil {
			own := *s
			own.best, own.certain, own.national = at, true, true
			apart[k] = &own
		}
		byMention[i] = apart[k]
	}
}

// inOneOf says whether a place lies in one of these regions and countries, a region in a country only.
func (p *place) inOneOf(areas []area) bool {
	return slices.ContainsFunc(areas, func(a area) bool {
		return a.country == p.country && (a.region == "" || a.region == p.region && p.kind != kindRegion)
	})
}

// shorten takes a short name of one country for another one, of which the text gives the name in full that ends so: "Congo" in a text that
// names the Democratic Republic of Congo, or its capital alone. Whose own name it is, as Sudan beside South Sudan, keeps it.
func (f *finder) shorten() {
	full := map[string]entry{} // by last word; of no country where two have it
	capitals := map[string]bool{}
	for i := range f.mentions {
		e, text := f.entries[i], f.text(i)
		if e.isCapital() {
			capitals[e.country] = true
		}
		at := strings.LastIndexByte(text, ' ')
		if at < 0 || !e.isCountry() {
			continue
		}
		if x, ok := full[text[at+1:]]; ok && x.country != e.country {
			e = entry{}
		}
		full[text[at+1:]] = e
	}
	for i := range f.mentions {
		e, text := f.entries[i], f.text(i)
		if !e.isCountry() || text == e.name {
			continue
		}
		x, told := full[text]
		for _, o := range longNames()[text] {
			if told || !capitals[o.country] {
				continue
			}
			if x.isCountry() {
				x = entry{} // it names the capitals of both
				break
			}
			x = o
		}
		if x.isCountry() {
			f.entries[i] = x
		}
	}
}

// longNames are the countries that have names of several words, by the last word of these; once each.
var longNames = sync.OnceValue(func() map[string][]entry {
	all := map[string][]entry{}
	for name, e := range lexicon().entries { // in any order: of each country one is kept, and they are the same but for the spelling
		if at := strings.LastIndexByte(name, ' '); at >= 0 && e.isCountry() {
			last := name[at+1:]
			if !slices.ContainsFunc(all[last], func(o entry) bool { return o.country == e.country }) {
				all[last] = append(all[last], e)
			}
		}
	}
	return all
})

// placeName is the name of a mention as the table has it.
func (f *finder) placeName(i int) string {
	name := f.text(i)
	if end := f.mentions[i].End; end < len(f.doc.Text) && f.doc.Text[end] == '.' && f.areas[name+"."] != nil {
		return name + "." // HELENA, Mont.
	}
	if f.areas[name] == nil {
		return usualCase(name)
	}
	return name
}

// regionToo says whether a country's name is a region's of another country too, as Georgia's is.
func (f *finder) regionToo(name string) bool {
	too, ok := f.regions[name]
	if !ok {
		too = f.isRegion(name)
		f.regions[name] = too
	}
	return too
}

// isSite says whether something that was built is called so.
func (f *finder) isSite(name string) bool {
	return slices.ContainsFunc(f.places.named(name), func(p place) bool { return p.kind == kindSite })
}

func (f *finder) isRegion(name string) bool {
	return slices.ContainsFunc(f.places.named(name), func(p place) bool { return p.kind == kindRegion })
}

// choose takes the place that most speaks for.
func (s *sense) choose(at *surroundings) {
	if len(s.places) == 0 {
		return
	}
	chosen := 0
	s.weights = s.weights[:0]
	for i := range s.places {
		s.weights = append(s.weights, s.weigh(&s.places[i], at))
		if s.weights[i] > s.weights[chosen] {
			chosen = i
		}
	}
	p, best := &s.places[chosen], s.weights[chosen]
	second, abroad := math.Inf(-1), math.Inf(-1)
	for i, x := range s.weights {
		if i != chosen {
			second = max(second, x)
		}
		if s.places[i].country != p.country {
			abroad = max(abroad, x)
		}
	}
	others := at.countries[p.country]
	if s.national && s.places[s.best].country == p.country {
		others -= ofPlace // what it spoke for itself
	}
	s.best = chosen
	s.strange = p.people < known && p.country != "" && at.all > 0 && others <= 0 && best < forStated
	s.national = best-abroad >= sure && !s.strange
	s.certain = s.national && best-second >= sure
}

func (s *sense) weigh(p *place, at *surroundings) float64 {
	x := magnitude(max(p.people, fewest))
	switch p.kind {
	case kindOther:
		x -= againstName
	case kindRegion, kindCounty:
		x -= againstArea
	}
	if p.inOneOf(s.stated) {
		x += forStated
	}
	if at.all > 0 {
		x += float64(forCountry * at.countries[p.country] / at.all)
	}
	if p.country == s.own && p.kind != kindCounty && (!s.capital || s.isCapital(p)) {
		x += forOwn
	}
	switch {
	case p.kind == kindCountry && s.listed[countriesListed] > 0, p.kind == kindRegion && s.listed[p.country] > 0:
		x += forList
	case p.kind == kindRegion && s.named > 0:
		x += forHeld
	}
	if p.kind == kindRegion && at.held[area{p.country, p.region}] > 0 || p.kind == kindCountry && at.held[area{country: p.country}] > 0 {
		x += forHeld
	}
	if p.kind != kindRegion {
		if n := at.regions[area{p.country, p.region}]; n > 0 {
			x += float64(forRegion * n / (n + .5))
		}
	}
	near := 0.
	for i := range at.points {
		o := &at.points[i]
		same := o.geonames != "" && o.geonames == p.geonames || o.kind == p.kind && o.latitude == p.latitude && o.longitude == p.longitude
		if !same { // Mexico City, which is called Mexico too, does not lie beside itself
			near = max(near, nearness*nearness/(nearness*nearness+squareDistance(p, o)))
		}
	}
	return x + float64(forNear*near)
}

// isCapital says whether a place is the first town of a capital's name in its country, where most people live.
func (s *sense) isCapital(p *place) bool {
	i := slices.IndexFunc(s.places, func(q place) bool { return q.country == s.own && (q.kind == kindTown || q.kind == kindLarge) })
	return i >= 0 && s.places[i].geonames == p.geonames
}

// magnitude is about the decimal logarithm of a number: straight between powers of two, and so the
// same on every machine.
func magnitude(n int) float64 {
	k := bits.Len(uint(n)) - 1
	return float64(.30103 * (float64(k-1) + float64(n)/float64(int(1)<<k)))
}

// squareDistance is that of two places in square kilometres on a map that is flat, which is right
// enough where they are near each other. The cosine is Bhaskara's: it takes no more than divisions,
// and so is the same on every machine.
func squareDistance(a, b *place) float64 {
	const degree = 111.2
	middle := (a.latitude + b.latitude) / 2
	cosine := (32400 - float64(4*middle*middle)) / (32400 + float64(middle*middle))
	east := math.Abs(a.longitude - b.longitude)
	east = float64(min(east, 360-east)*degree) * cosine
	north := float64((a.latitude - b.latitude) * degree)
	return float64(north*north) + float64(east*east)
}

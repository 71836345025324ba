package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/name"
)

// read makes mentions of the tagger's names, each with what the gazetteer knows of it and what the
// words before it say of its bearer. Between them stand countries that the tagger overlooked.
func (f *finder) read(spans []name.Span) {
	for i, sentence := range f.doc.Sentences {
		f.sentence = i
		at := sentence.First
		for len(spans) > 0 && spans[0].First < sentence.Last {
			f.overlooked(at, spans[0].First)
			f.takeEach(spans[0])
			at, spans = spans[0].Last, spans[1:]
		}
		f.overlooked(at, sentence.Last)
	}
}

// takeEach makes a mention of a name, and of a place for each of its parts between commas: "Irvine, California" is two,
// but "Washington, D.C." is what the city is called. So are a town and a square "on" which it is.
func (f *finder) takeEach(s name.Span) {
	s = f.behindParty(s)
	if s.Type == name.Place {
		for i := s.First + 1; i < s.Last-1; i++ {
			if i <= s.First || f.word(i) != "," && !f.lies(s, i) || strings.HasPrefix(strings.ReplaceAll(f.word(i+1), ".", ""), "DC") {
				continue
			}
			part := s
			part.Last, s.First = i, i+1
			f.take(part)
			for s.First < s.Last-1 && !upper(f.word(s.First)) { // in southern Sweden
				s.First++
			}
		}
	}
	f.take(s)
}

// behindParty is the state of a name that the letter of a party stands before: "D-Calif.", "R., Ohio".
func (f *finder) behindParty(s name.Span) name.Span {
	if s.Last-s.First < 3 || len(f.word(s.First)) != 1 {
		return s
	}
	switch f.word(s.First + 1) {
	case ",", "-", "–":
		state := f.span(s.First+2, s.Last)
		if f.areas[state] != nil || f.areas[state+"."] != nil || f.isRegion(state) {
			s.First, s.Type = s.First+2, name.Place
		}
	}
	return s
}

// lies says whether a word within a place's name says where a town lies that stands before it: "Columbus on Tahrir Square",
// but not "Southend on Sea" or "Burton on Trent", which are towns themselves.
func (f *finder) lies(s name.Span, i int) bool {
	switch f.word(i) {
	case "on", "in", "at", "near":
	default:
		return false
	}
	text := func(first, last int) string { return f.doc.Text[f.doc.Tokens[first].Start:f.doc.Tokens[last-1].End] }
	return s.Last-i > 2 && f.isPlace(text(s.First, i)) && !f.isPlace(text(s.First, s.Last)) && !f.isPlace(strings.ReplaceAll(text(s.First, s.Last), " ", "-"))
}

// isPlace says whether the gazetteer has a place of that name.
func (f *finder) isPlace(text string) bool {
	return f.tables.entries[text].kind == GPE || f.places.first(text) >= 0
}

// take makes a mention of one name.
func (f *finder) take(s name.Span) {
	if s.First+1 < s.Last && f.loose(s) {
		s.First++
	}
	text := f.doc.Text[f.doc.Tokens[s.First].Start:f.doc.Tokens[s.Last-1].End]
	if f.tables.entries[text].kind == none {
		return // a day, a month
	}
	if s.Type == name.Person && s.First > 0 && f.word(s.First-1) == "near" && !strings.Contains(text, " ") {
		s.Type = name.Place // things happen near a place
	}
	if s.Type == name.Person && s.First > 0 && strings.EqualFold(f.word(s.First-1), "the") && f.tables.entries[text].kind == Org {
		s.Type = name.Org // the Kremlin
	}
	e := f.entryOf(text, s)
	kind := e.kind
	if kind == "" {
		kind = f.kindOf(s)
	}
	country, role := "", ""
	switch kind {
	case Person:
		country, role = f.bearer(s.First)
	case Org:
		country = f.countryBefore(s.First)
	}
	f.emit(s.First, s.Last, kind, s.Score, e, country, role)
}

// loose says whether the first word of a name is no part of it: an article, what a person is called with ("Hey Steve"), or
// the small "western" of a place that is known without.
func (f *finder) loose(s name.Span) bool {
	first := f.word(s.First)
	switch first {
	case "the":
		return true
	case "Hey", "Hi", "Hello", "Uh", "Dear": // Oh is a family name
		return s.Type == name.Person
	}
	rest := f.doc.Text[f.doc.Tokens[s.First+1].Start:f.doc.Tokens[s.Last-1].End]
	return s.Type == name.Place && !upper(first) && f.tables.entries[rest].kind == GPE
}

// overlooked tags the countries that stand among tokens outside of names.
func (f *finder) overlooked(from, to int) {
	for i := from; i < to; i++ {
		if e, j, ok := f.known(i, to); ok && e.isCountry() && e.actor != "" && upper(f.word(i)) { // a reunion is no island
			f.emit(i, j, GPE, .5, e, "", "")
			i = j - 1
		}
	}
}

// entryOf is what the gazetteer has of a name, where that agrees with its type.
func (f *finder) entryOf(text string, s name.Span) entry {
	e, ok := f.tables.entries[text]
	if !ok {
		e, ok = f.tables.entries[strings.TrimSuffix(text, ".")]
	}
	if form := usualCase(text); !ok && form != text {
		text = form // "GENEVA, Jan 10", "north korea"
		if e, ok = f.tables.entries[text]; !ok {
			e, ok = f.tables.entries[strings.TrimSuffix(text, ".")]
		}
	}
	if !ok && s.Type == name.Place && f.places.first(text) < 0 {
		if e, ok = f.country(text); !ok {
			if e, ok = f.tables.entries[f.whole(text)]; ok && !e.isCountry() && e.kind != Loc {
				e, ok = entry{}, false
			}
		}
	}
	_, built := f.points[e.name]
	switch {
	case ok && e.kind == Org && built && (s.Type == name.Place || s.Type == name.Facility):
		e.kind = Fac // the White House as a place is no town of that name
		return e
	case ok && s.Type == name.Place && (e.kind == GPE || e.kind == Loc || e.kind == Fac),
		ok && s.Type == name.Facility && e.kind == Fac,
		ok && s.Type == name.People && e.kind == NORP,
		ok && e.kind == Org && (s.Type == name.Org || s.Type == name.Place && f.places.first(text) < 0), // the U.N.
		ok && s.Type == name.Other && e.kind == Event:
		if e.kind == GPE {
			e.stated = f.following(s.Last)
		}
		return e
	case s.Type == name.Place && f.places.first(text) >= 0:
		e = entry{kind: f.fineType(text, s), name: text, stated: f.following(s.Last)}
		if capital := f.tables.entries[unmarked(text)]; capital.kind == GPE && capital.id == "" {
			e.country = capital.country // Bogotá
		}
		return e
	}
	return entry{}
}

// fineType is the type of a place that the table has: a town's or a division's before that of a river or a bridge of its name.
func (f *finder) fineType(text string, s name.Span) Type {
	kind := f.kindOf(s)
	for p := range f.places.each(text) {
		switch p.kind {
		case kindLand:
			kind = Loc
		case kindSite:
		default:
			return GPE
		}
	}
	return kind
}

// country finds the country of a name that the tables have with a hyphen or without ("Guinea Bissau"), or of its code.
func (f *finder) country(text string) (entry, bool) {
	forms := [...]string{strings.ReplaceAll(text, " ", "-"), strings.ReplaceAll(text, "-", " ")}
	for _, form := range forms {
		if e := f.tables.entries[form]; form != text && e.isCountry() {
			return e, true
		}
	}
	e, ok := f.codes[text]
	return e, ok
}

// whole is the name of what a part of is meant, or what is called by its form of state: the Africa of "northern Africa",
// the Chile of "Republic of Chile".
func (f *finder) whole(text string) string {
	if state, rest, ok := strings.Cut(text, " of "); ok && f.states[state[strings.LastIndexByte(state, ' ')+1:]] {
		return strings.TrimPrefix(rest, "the ")
	}
	for {
		first, rest, ok := strings.Cut(text, " ")
		if !ok || !f.sides[first] {
			return text
		}
		text = rest
	}
}

// kindOf is the type of a name that the gazetteer does not have.
func (f *finder) kindOf(s name.Span) Type {
	switch s.Type {
	case name.Person:
		return Person
	case name.Org:
		return Org
	case name.People:
		return NORP
	case name.Product:
		return Product
	case name.Facility:
		return Fac
	case name.Other:
		if f.headed(s, Event) {
			return Event
		}
		return Work
	}
	if f.headed(s, Loc) {
		return Loc
	}
	return GPE
}

// headed says whether a word of the name is one that names of that type begin or end with:
// "Lake Chad", "Gulf of Mexico", "Black Sea".
func (f *finder) headed(s name.Span, kind Type) bool {
	if f.heads[f.word(s.Last-1)] == kind || f.heads[f.word(s.First)] == kind {
		return true
	}
	for i := s.First; i+1 < s.Last; i++ {
		if f.word(i+1) == "of" && f.heads[f.word(i)] == kind {
			return true
		}
	}
	return false
}

// bearer is what the title before a person says: the country and the role.
func (f *finder) bearer(i int) (country, role string) {
	first := f.doc.Sentences[f.sentence].First
	at := i
	for n := 4; n > 0; n-- { // the longest one, a stop behind it or not
		for _, stop := range [...]int{0, 1} {
			from, to := i-n-stop, i-stop
			if from < first || stop == 1 && f.word(i-1) != "." {
				continue
			}
			if r, ok := f.title(from, to); ok {
				return f.countryBefore(f.portfolio(from)), r
			}
		}
	}
	return f.countryBefore(at), ""
}

// portfolio steps back from a title over what a minister is minister of: "Russian Transport Minister".
func (f *finder) portfolio(i int) int {
	first := f.doc.Sentences[f.sentence].First
	for n := 0; n < 3 && i-1 > first; n++ {
		word := f.word(i - 1)
		if _, known := f.tables.entries[word]; known || !upper(word) {
			break
		}
		i--
	}
	return i
}

// title looks up tokens i to j among the titles.
func (f *finder) title(i, j int) (string, bool) {
	text := f.doc.Text[f.doc.Tokens[i].Start:f.doc.Tokens[j-1].End]
	if len(text) > longestTitle {
		return "", false
	}
	role, ok := f.titles[strings.ReplaceAll(strings.ToLower(text), ".", "")] // Rep., Lt. Gen.
	return role, ok
}

// longestTitle is how many bytes a title may have.
const longestTitle = 32

// countryBefore is the country of the adjective or possessive right before token i, past
// small words of a title: "the Russian deputy minister", "Russia's president".
func (f *finder) countryBefore(i int) string {
	if len(f.mentions) == 0 {
		return ""
	}
	m := f.mentions[len(f.mentions)-1]
	if m.Sentence != f.sentence || m.Country == "" || m.Type != NORP && m.Type != GPE || m.End > f.doc.Tokens[i].Start {
		return ""
	}
	between := strings.TrimSpace(f.doc.Text[m.End:f.doc.Tokens[i].Start])
	switch {
	case m.Type == NORP && between == "", between == "'s", between == "’s":
		return m.Country
	case strings.ContainsAny(between, ",;:()\"“”") || len(between) > 30:
		return ""
	}
	// Only title words may stand between.
	between = strings.TrimPrefix(strings.TrimPrefix(between, "'s"), "’s")
	if _, ok := f.titles[strings.TrimSpace(between)]; ok {
		return m.Country
	}
	return ""
}

// following gives the regions or the country that may be meant by what stands after a comma at
// token j: "Paris, Texas", "Paris, Tex.", "Paris, France".
func (f *finder) following(j int) []area {
	last := f.doc.Sentences[f.sentence].Last
	if j+1 >= last || f.word(j) != "," || !upper(f.word(j+1)) {
		return nil
	}
	for k := min(j+1+longestRegion, last); k > j+1; k-- {
		text := f.doc.Text[f.doc.Tokens[j+1].Start:f.doc.Tokens[k-1].End]
		var areas []area
		if e := f.tables.entries[text]; e.isCountry() {
			areas = append(areas, area{country: e.country})
		}
		for _, p := range append(f.places.named(text), f.shortened(text)...) {
			if p.kind == kindRegion {
				areas = append(areas, area{p.country, p.region})
			}
		}
		if areas != nil {
			return areas
		}
	}
	return nil
}

// longestRegion is the number of tokens that a region's name may have.
const longestRegion = 4

// usualCase is a name as the tables have it that a text has in capitals or in small letters throughout.
func usualCase(text string) string {
	switch {
	case capitals(text) && len(text) > 3:
		return titleCase(text)
	case strings.ToLower(text) != text:
		return text
	}
	words := strings.Split(text, " ")
	for i, w := range words {
		switch {
		case w == "of", w == "and", w == "the", w == "":
		case initials(w):
			words[i] = strings.ToUpper(w)
		default:
			r, n := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToTitle(r)) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// titleCase makes small letters of all but the first of each ASCII word.
func titleCase(text string) string {
	out := []byte(text)
	for k := 1; k < len(out); k++ {
		if 'A' <= out[k] && out[k] <= 'Z' && out[k-1] != ' ' && out[k-1] != '-' {
			out[k] |= 0x20
		}
	}
	return string(out)
}

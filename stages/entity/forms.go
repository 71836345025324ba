package entity

import (
	"cmp"
	"slices"
	"strings"
)

// candidates are the places of a name. A country that shares its name with a region stands beside it.
func (f *finder) candidates(name string, e entry) []place {
	places := f.called(name)
	if len(places) == 0 {
		places = f.spelled(name)
	} else if end := strings.LastIndexByte(name, ' '); end > 0 && places[0].kind == kindRegion && f.divisions[strings.ToLower(name[end+1:])] {
		for _, p := range f.places.named(name[:end]) { // Uganda has a Central Region, and Ghana's region is called Central
			if p.kind == kindRegion && !slices.ContainsFunc(places, func(q place) bool { return q.geonames == p.geonames }) {
				p.name = name[:end]
				places = append(places, p)
			}
		}
	}
	if e.isCountry() {
		if p, ok := f.places.country(e.country); ok {
			p.people = peopleOfCountry
			places = append(places, p)
		}
	}
	return places
}

// called gives the places that the table has under a name or a short form.
func (f *finder) called(name string) []place {
	places := append(f.places.named(name), f.shortened(name)...)
	f.places.withoutCity(name, places)
	for _, short := range [...]string{"St. ", "St "} {
		if rest, ok := strings.CutPrefix(name, short); ok {
			for _, p := range f.places.named("Saint " + rest) {
				p.name = "Saint " + rest
				places = append(places, p)
			}
		}
	}
	return places
}

// spelled gives the places of a name that the table has in another form: the kind of place before or
// behind it ("Homs province"), without marks, with a hyphen or without, with the Arabic article or
// without.
func (f *finder) spelled(name string) []place {
	bare := f.bareName(name)
	if words := strings.Fields(name); f.divisions[strings.ToLower(words[len(words)-1])] && len(words) > 1 {
		for _, kind := range f.kinds { // it is the division and not its town
			places := f.places.named(bare + " " + kind)
			if len(places) > 0 && places[0].kind == kindRegion {
				return called(bare+" "+kind, places)
			}
		}
	}
	if bare != name {
		places := f.called(bare)
		if first, _, _ := strings.Cut(name, " "); f.sides[first] && len(places) > 0 { // a small town has no sides
			places = slices.DeleteFunc(places, func(p place) bool { return p.people < known && (p.kind == kindTown || p.kind == kindOther) })
			return called(bare, places)
		}
		if len(places) > 0 {
			return called(bare, places)
		}
	}
	plain := unmarked(bare)
	forms := []string{plain, "Al " + plain, "Al-" + plain, strings.ReplaceAll(plain, "-", " "), strings.ReplaceAll(plain, " ", "-")}
	if article, rest, ok := strings.Cut(strings.ReplaceAll(plain, "-", " "), " "); ok && len(article) == 2 && strings.EqualFold(article[1:], "l") {
		forms = append(forms, "Al "+rest, "Al-"+rest, "El "+rest, rest)
	}
	for _, form := range append(forms, articles(plain)...) {
		if places := f.called(form); form != name && len(places) > 0 {
			return called(form, places)
		}
	}
	return nil
}

// called notes by which name places were found.
func called(name string, places []place) []place {
	for i := range places {
		places[i].name = cmp.Or(places[i].name, name)
	}
	return places
}

// articles are the forms of a name with another spelling of the Arabic article inside: "Sharm El Sheikh" is "Sharm el-Sheikh".
func articles(name string) (forms []string) {
	words := strings.Fields(strings.ReplaceAll(name, "-", " "))
	for i := 1; i+1 < len(words) && len(words) <= longestRegion; i++ {
		switch strings.ToLower(words[i]) {
		case "al", "el", "ul":
			before, behind := strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")
			for _, article := range [...]string{"al", "el", "Al", "El", "ul"} {
				forms = append(forms, before+" "+article+"-"+behind, before+" "+article+" "+behind, before+"-"+article+"-"+behind)
			}
		}
	}
	return forms
}

// bareName takes off a name what only says of what kind the place is, or which part of it is meant:
// "Oaxaca State", "City of London", "northern Mali".
func (f *finder) bareName(name string) string {
	if _, part, ok := strings.Cut(strings.Replace(name, "’s ", "'s ", 1), "'s "); ok {
		name = part // China's Xinjiang
	}
	name, _, _ = strings.Cut(name, " in ") // Taian in Shandong province
	if kind, rest, ok := strings.Cut(name, " of "); ok && f.behindPlace[kind[strings.LastIndexByte(kind, ' ')+1:]] {
		name = rest // southern island of Tokunoshima
	}
	words := strings.Split(name, " ")
	for len(words) > 1 && f.behindPlace[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && f.beforePlace[words[0]] {
		words = words[1:]
		if words[0] == "of" && len(words) > 1 {
			words = words[1:]
		}
	}
	return strings.Join(words, " ")
}

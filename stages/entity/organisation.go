package entity

import (
	"slices"
	"strings"
)

// torn is an entity's place where two have the same short form.
const torn = -1

// organisation notes the short forms of an organisation of several words: its initials, its name
// without the last words ("Harlan" for "Harlan Foods", "Harlan Foods" for "Harlan Foods Inc."),
// without the place before it ("Pirates" for "Pittsburgh Pirates"), and what it is of ("Scientology"
// for "Church of Scientology").
func (l *linker) organisation(i int) {
	text := l.text(i)
	at := -1
	e := &l.finder.entries[i]
	if e.kind == "" {
		*e = l.ofState(text)
	}
	if e.kind != "" {
		at = l.known(&l.mentions[i], *e)
	} else if o, ok := l.organisations[bareOrganisation(text)]; ok {
		at = o
	} else {
		at = l.entity(string(Org)+"\x00"+fold(text), Entity{Name: spaced(text), Type: Org, Country: l.mentions[i].Country})
		l.organisations[bareOrganisation(text)] = at
	}
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
	for n := 1; n < min(len(words), mostShort); n++ {
		short := strings.Join(words[:n], " ")
		e, known := l.tables.entries[short]
		if at := l.places.first(short); known && (e.kind == GPE || e.kind == NORP) || at >= 0 && l.places.at(at).people >= famous {
			note(strings.Join(words[n:], " "))
		}
		if known && e.kind != Org || n == 1 && (len(short) < 4 || l.places.first(short) >= 0) {
			continue // "American Airlines" is not "American", "London Transport" not "London"
		}
		note(short)
	}
	if _, of, ok := strings.Cut(text, " of "); ok {
		of = strings.TrimPrefix(of, "the ")
		if _, known := l.tables.entries[of]; !known && l.places.first(of) < 0 {
			note(of)
		}
	}
}

// ofState is the body that a name means together with its state: "US State Department", "Italian Senate".
func (f *finder) ofState(name string) entry {
	for at, r := range name {
		if at > longestSeated {
			break
		}
		if r != ' ' {
			continue
		}
		if state := f.tables.entries[name[:at]]; state.country != "" && (state.isCountry() || state.kind == NORP) {
			if e := f.tables.entries[name[at+1:]]; e.kind == Org && e.country == state.country {
				return e
			}
		}
	}
	return entry{}
}

// famous is how many people a place has before whose name an organisation's may go without it: few know
// the town of University in Florida.
const famous = 100_000

// mostShort is how many words a short form of an organisation has at most: a name may be as long as a
// text is.
const mostShort = 8

// bareOrganisation is a name in small letters without what it may go without: "the", "'s", the kind of
// company.
func bareOrganisation(text string) string {
	words := strings.Fields(fold(text))
	out := words[:0]
	for _, w := range words {
		w = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), ".,'’")
		switch w {
		case "the", "":
			continue
		case "&":
			w = "and"
		}
		out = append(out, w)
	}
	for len(out) > 1 {
		switch out[len(out)-1] {
		case "inc", "corp", "corporation", "ltd", "limited", "co", "plc", "llc", "ag", "sa", "gmbh", "nv":
			out = out[:len(out)-1]
			continue
		}
		break
	}
	return strings.Join(out, " ")
}

// shortOf is the organisation that goes by a short form or another form of its name; -1 is none.
func (l *linker) shortOf(text string, kind Type) int {
	if kind == Person || kind == GPE || kind == Loc {
		return -1
	}
	if at, ok := l.acronyms[text]; ok && at != torn {
		return at
	}
	if at, ok := l.organisations[bareOrganisation(text)]; ok && kind == Org {
		return at
	}
	return -1
}

// oneType gives for each mention whose name has another type elsewhere in the document, and there
// oftener, one of those others; -1 for all other mentions. A name has one bearer in a document, but an
// organisation may be called as a place is, and a person as an organisation.
func (l *linker) oneType() []int {
	same := make([]int, len(l.mentions))
	type votes struct {
		count [len(types)]int32
		first [len(types)]int32
		kinds int
	}
	all := make([]votes, 0, len(l.mentions))
	by := make(map[string]int, len(l.mentions))
	name := func(i int) string { return strings.TrimPrefix(l.text(i), "The ") }
	for i, m := range l.mentions {
		n, ok := by[name(i)]
		if !ok {
			n = len(all)
			by[name(i)], all = n, append(all, votes{})
		}
		v, t := &all[n], slices.Index(types[:], m.Type)
		if v.count[t]++; v.count[t] == 1 {
			v.first[t] = int32(i)
			v.kinds++
		}
		same[i] = -1
	}
	for i, m := range l.mentions {
		v := &all[by[name(i)]]
		if v.kinds == 1 || l.finder.entries[i].kind != "" || l.senses[i] != nil {
			continue
		}
		own := slices.Index(types[:], m.Type)
		best := own
		for t, kind := range types {
			n, most := v.count[t], v.count[best]
			if n > 0 && n >= oftener(m.Type, kind)*v.count[own] && (n > most || n == most && t < best) && joins(m.Type, kind) {
				best = t
			}
		}
		if best != own && !(isPlace(types[best]) && m.Type == Person && l.bears(i)) {
			same[i] = int(v.first[best])
		}
	}
	return same
}

// types are all of them, in the order in which they win where they are as many.
var types = [...]Type{Person, Org, GPE, Loc, Fac, NORP, Event, Product, Work}

// joins says whether a name of the second type may bear the first by mistake.
func joins(from, to Type) bool {
	return !(isPlace(to) && (from == Org || from == NORP)) && !(to == NORP && isPlace(from))
}

// oftener is how many times as often a name has to be of the second type. Persons, organisations and places are often called
// alike; that a faith or a work is called as an organisation is mostly a mistake.
func oftener(from, to Type) int32 {
	if isPlace(from) || isPlace(to) || from == Person && to == Org || from == Org && to == Person {
		return 2
	}
	return 1
}

func isPlace(t Type) bool { return t == GPE || t == Loc || t == Fac }

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

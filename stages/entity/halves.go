package entity

import "strings"

// halves gives the names of a land of which two states have a part to the state that is meant: "Korea" is the one of which
// alone the document tells, and where it tells of both one may be "the North" and the other "the South".
func (f *finder) halves() {
	var land string
	var north, south entry
	for _, e := range f.entries {
		if !e.isCountry() {
			continue
		}
		if rest, ok := strings.CutPrefix(e.name, "North "); ok && f.isCountry("South "+rest) {
			land, north = rest, e
		}
		if rest, ok := strings.CutPrefix(e.name, "South "); ok && f.isCountry("North "+rest) {
			land, south = rest, e
		}
	}
	if land == "" {
		return
	}
	both := north.kind != "" && south.kind != ""
	for i, m := range f.mentions {
		if m.Type != GPE {
			continue
		}
		switch text := f.text(i); {
		case both && text == "North":
			f.entries[i] = north
		case both && text == "South":
			f.entries[i] = south
		case !both && text == land && north.kind != "":
			f.entries[i] = north
		case !both && text == land:
			f.entries[i] = south
		}
	}
}

func (f *finder) isCountry(name string) bool {
	e := f.tables.entries[name]
	return e.isCountry()
}

package entity

import (
	"strings"

	"github.com/newsmill/newsmill/stages/bearer"
)

// lonePlace is a name that the tagger has for a place's.
type lonePlace struct {
	first         int  // mention
	again, placed bool // whether it stands again, and anywhere where a place does
}

// surname is the entity of the only person of two words or more whose last name mention i is, which the tagger has for something
// else; -1 is none. A place's name is one only where the person is named before it and it nowhere stands as a place does, and one
// that the gazetteer has only where the given name is known for one, too, or it stands again.
func (l *linker) surname(i int) int {
	m, name, sense := &l.mentions[i], l.text(i), l.senses[i]
	if m.Type == Person || sense == nil && l.finder.entries[i].kind != "" || sense != nil && m.Type != GPE {
		return -1
	}
	same := l.people.byLast[strings.TrimSuffix(strings.TrimSuffix(fold(name), "'s"), "’s")]
	if len(same) != 1 || len(l.people.all[same[0]].words) < 2 {
		return -1
	}
	who := &l.people.all[same[0]]
	if !isPlace(m.Type) {
		return who.entity
	}
	if l.lone == nil {
		l.lone = map[string]lonePlace{}
		for k := range l.mentions {
			if !isPlace(l.mentions[k].Type) {
				continue
			}
			p, again := l.lone[l.text(k)]
			if !again {
				p.first = k
			}
			p.again, p.placed = again, p.placed || l.standsAsPlace(k)
			l.lone[l.text(k)] = p
		}
	}
	p := l.lone[name]
	if p.placed || who.first > p.first || sense != nil &&
		(!p.again && bearer.GenderOf(who.words[0]) == bearer.Unknown || !strings.HasSuffix(l.entities[who.entity].Name, name)) {
		return -1
	}
	return who.entity
}

// standsAsPlace says whether a name stands where one of a place does: behind "in", before ", Texas".
func (l *linker) standsAsPlace(i int) bool {
	m, text := l.mentions[i], l.doc.Text
	if rest, ok := strings.CutPrefix(text[m.End:], ", "); ok && upper(rest) {
		return true
	}
	switch strings.ToLower(lastWord(text[max(0, m.Start-12):m.Start])) {
	case "in", "at", "from", "to", "into", "near", "of", "around", "outside", "across", "through", "toward", "towards", "over", "for", "left", "leave":
		return true
	}
	return false
}

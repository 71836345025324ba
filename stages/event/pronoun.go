package event

import "github.com/newsmill/newsmill/stages/entity"

// follow notes of whom the sentence before the open one speaks, for the "he" or "she" of this one: its
// subject if that is a person, else the only person in it. A sentence without persons changes nothing
// within its paragraph.
func (s *scan) follow() {
	doc, all := s.in.Doc, s.in.Found.Mentions
	if s.sentence == 0 || doc.Words == nil {
		s.person = -1
		return
	}
	before := doc.Sentences[s.sentence-1]
	if before.Paragraph != doc.Sentences[s.sentence].Paragraph {
		s.person = -1 // unless the sentence before has one, below
	}
	for s.spoken < len(all) && all[s.spoken].Start < before.Start {
		s.spoken++
	}
	one, subject, persons := -1, -1, 0
	token := before.First
	for ; s.spoken < len(all) && all[s.spoken].Start < before.End; s.spoken++ {
		m := &all[s.spoken]
		if m.Type != entity.Person || m.Entity < 0 {
			continue
		}
		if one < 0 || all[one].Entity != m.Entity {
			one = s.spoken
			persons++
		}
		for token < before.Last && doc.Tokens[token].End <= m.Start {
			token++
		}
		for i := token; i < before.Last && doc.Tokens[i].Start < m.End && subject < 0; i++ {
			if doc.Words[i].Relation == "nsubj" || doc.Words[i].Relation == "nsubj:pass" {
				subject = s.spoken
			}
		}
	}
	switch {
	case subject >= 0:
		s.person = subject
	case persons == 1:
		s.person = one
	case persons > 1:
		s.person = -1
	}
}

// antecedent is a unit for the "he" or "she" at word j, of whom the sentence before speaks and no person of
// this one before it; -1 is none.
func (s *scan) antecedent(j int) int {
	switch s.text(j) {
	case "he", "He", "she", "She":
	default:
		return -1
	}
	if s.person < 0 || s.quoted(j) >= 0 {
		return -1
	}
	for i := range s.units {
		x := &s.units[i]
		if x.first == j && x.last == j {
			return i
		}
		if x.last < j && x.mention >= 0 && s.in.Found.Mentions[x.mention].Type == entity.Person {
			return -1
		}
	}
	m := &s.in.Found.Mentions[s.person]
	u := s.named(s.person, m)
	u.first, u.last = j, j
	s.code(&u)
	s.units = append(s.units, u)
	return len(s.units) - 1
}

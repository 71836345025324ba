package clause

import (
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/segment"
)

// divide finds the parts of a digest, each under the name of a place as its heading: "KENYA" on a line of its own, "Sudan: Fighting raged".
// What stands under one plays there, and no side of it is told under another one. A text with headings of fewer than two countries has
// none.
func (s *Sentence) divide() {
	doc, all := s.doc, s.found.Mentions
	s.parts, s.lands = make([]int32, len(doc.Sentences)), []string{""}
	m, part, several := 0, int32(0), false
	for n := range doc.Sentences {
		sentence := &doc.Sentences[n]
		for m < len(all) && all[m].Start < sentence.Start {
			m++
		}
		if m < len(all) && (n == 0 || doc.Sentences[n-1].Paragraph != sentence.Paragraph) && s.heading(sentence, &all[m]) {
			part++
			s.lands = append(s.lands, all[m].Country)
			several = several || part > 1 && s.lands[part-1] != all[m].Country
		}
		s.parts[n] = part
	}
	if !several {
		clear(s.parts)
	}
}

// SamePart says whether two sentences stand in one part of a digest.
func (s *Sentence) SamePart(i, j int) bool { return s.parts[i] == s.parts[j] }

// heading says whether a sentence is, or begins with, the name of a place and no more.
func (s *Sentence) heading(sentence *segment.Sentence, m *entity.Mention) bool {
	doc := s.doc
	if m.Type != entity.GPE || m.Country == "" || strings.Trim(doc.Text[sentence.Start:m.Start], "*•-– ") != "" || m.End > sentence.End {
		return false
	}
	rest := strings.TrimSpace(doc.Text[m.End:sentence.End])
	return rest == "" || rest[0] == ':'
}

// land is the country of the part of a digest that the open sentence stands in; "" is none.
func (s *Sentence) land() string { return s.lands[s.parts[s.Index]] }

// Native gives a side whose phrase names no country that of its part of a digest.
func (s *Sentence) Native(a actor.Actor) actor.Actor {
	land := s.land()
	if land == "" || a.Mention >= 0 || a.Role == "" || a.Country == land || a.Code != a.Country+a.Role {
		return a
	}
	switch a.Role {
	case "IGO", "NGO", "INS", "REF":
		return a
	}
	a.Country, a.Code = land, land+a.Role
	return a
}

// Leave ends the last sentence: the text plays where all of it does.
func (s *Sentence) Leave() { s.Focus, s.Likely = s.plot[0], s.plot[1] }

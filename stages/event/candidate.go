package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// mostCandidates bounds who may be a side of one trigger: those nearest to it.
const mostCandidates = 40

// candidate is who may be a side of an event.
type candidate struct {
	first, head, last int // words: the head hangs on none of the others
	unit              int // that it is; -1 is a pronoun or a noun in no unit
}

// candidatesOf gives who may be a side of a trigger, in text order: the units of the sentence, and the pronouns and
// nouns that head a phrase in no unit.
func (s *scan) candidatesOf(t *trigger, to []candidate) []candidate {
	to = to[:0]
	for i := s.Dateline(); i < len(s.Words); i++ {
		if u := s.Words[i].Unit; u >= 0 {
			i = s.Units[u].Last
			to = append(to, candidate{s.Units[u].First, s.HeadOf(&s.Units[u]), i, int(u)})
			continue
		}
		if t.Has(i) && (t.Pattern.Noun || i == t.First) {
			continue
		}
		n := s.Node(i)
		switch n.UPOS {
		case "NOUN", "PROPN", "NUM":
			if n.UPOS == "NUM" && n.Relation != "nsubj" && n.Relation != "nsubj:pass" && n.Relation != "obj" && n.Relation != "root" {
				continue // Jane Roe, 39,
			}
			if n.Relation == "compound" || n.Relation == "flat" || n.Relation == "nummod" || s.Is(i, class.Temporal|class.Abstract|class.Hazard|class.Accident) || s.Phrase(i) >= 0 || s.entitles(i) {
				continue
			}
		case "PRON":
			if n.XPOS != "PRP" && n.XPOS != "PRP$" && n.XPOS != "DT" && n.XPOS != "NN" {
				continue // "who" is the noun that it stands behind
			}
		default:
			if !s.Aged(i) {
				continue
			}
		}
		to = append(to, candidate{i, i, i, -1})
	}
	for len(to) > mostCandidates {
		if t.First-to[0].last > to[len(to)-1].first-t.Last {
			to = slices.Delete(to, 0, 1)
		} else {
			to = to[:len(to)-1]
		}
	}
	return to
}

// entitles says whether the word at i is a title before a name: "Rep. Jane Roe".
func (s *scan) entitles(i int) bool {
	if i+1 >= len(s.Words) || s.Words[i+1].Unit < 0 {
		return false
	}
	u := &s.Units[s.Words[i+1].Unit]
	return u.Kind == clause.Named && u.First == i+1 && s.Words[i].Class&class.Capital != 0 && s.IsPerson(s.Actor(int(s.Words[i+1].Unit)))
}

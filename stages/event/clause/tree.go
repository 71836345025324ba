package clause

import (
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Climb bounds how far above a verb its subject is looked for.
const Climb = 4

// Node is what the word at i is in its sentence; nil where the text is not analysed.
func (s *Sentence) Node(i int) *syntax.Word {
	all := s.doc.Words
	if all == nil || i < 0 || i >= len(s.Words) {
		return nil
	}
	return &all[s.doc.Sentences[s.Index].First+i]
}

// Child is the first word that hangs on v by a relation; -1 is none.
func (s *Sentence) Child(v int, relation string) int {
	if s.doc.Words == nil {
		return -1
	}
	for j := range s.Words {
		if n := s.Node(j); n.Head == v && n.Relation == relation {
			return j
		}
	}
	return -1
}

// SubjectOf is the word that the tree has as the subject of the verb at v by a relation, of two the nearer one that stands
// behind no preposition ("RAIPUR: a rebel was killed", "a firm in the province signed"); -1 is none.
func (s *Sentence) SubjectOf(v int, relation string) int {
	best := s.Child(v, relation)
	for j := best + 1; best >= 0 && j < v; j++ {
		if n := s.Node(j); n.Head == v && n.Relation == relation && s.Child(j, "case") < 0 && s.Parted(best, j, class.Stop|class.Comma|class.Dashes) {
			best = j
		}
	}
	return best
}

// UnitOf is the unit that the word at j stands in or, for a pronoun, stands for; -1 is none.
func (s *Sentence) UnitOf(j int) int {
	if j < 0 || j >= len(s.Words) { // of a sentence too long to be read to its end
		return -1
	}
	if u := s.Words[j].Unit; u >= 0 {
		if x := &s.Units[u]; x.Kind == Adjectival || x.Pronoun && x.Owner || x.Last < s.Dateline() {
			return -1
		}
		return int(u)
	}
	if s.Aged(j) {
		if s.person < 0 || s.Quoted(j) >= 0 {
			return -1
		}
		return s.standIn(s.person, j)
	}
	if s.Node(j).UPOS == "PRON" {
		if u := s.speaker(j); u >= 0 {
			return u
		}
		if u := s.anaphor(j); u >= 0 {
			return u
		}
		if u := s.antecedent(j); u >= 0 {
			return u
		}
		if u := s.resumed(j); u >= 0 {
			return u
		}
		if u := s.together(j); u >= 0 {
			return u
		}
		return s.those(j)
	}
	return -1
}

// Phrase is the unit of the noun phrase that the word at j heads: itself or, where it only says how many or
// what part of them, the one that hangs on it: "thousands of students", "the Hamas wing"; -1 is none.
func (s *Sentence) Phrase(j int) int {
	u := s.UnitOf(j)
	if u >= 0 || j < 0 || j >= len(s.Words) || s.Words[j].Unit >= 0 || s.Node(j).UPOS == "PRON" {
		return u
	}
	if k := s.Child(j, "appos"); k > j && s.Words[k].Unit >= 0 { // his uncle, President Roe
		return s.UnitOf(k)
	}
	whole := s.Is(j, class.Number|class.Part)
	for depth := 1; depth <= 2; depth++ {
		for i := range s.Units {
			x := &s.Units[i]
			if !whole && (x.Kind != Agent || !x.Plural || s.Text(x.At) != "of" || s.Abstract(j)) {
				continue // a convoy of troops
			}
			if s.Hangs(x.Last, j, depth) {
				return i
			}
		}
	}
	return -1
}

// Hangs says whether the word at i modifies the noun at j, or a noun that does.
func (s *Sentence) Hangs(i, j, depth int) bool {
	for ; depth > 0; depth-- {
		switch n := s.Node(i); n.Relation {
		case "nmod", "compound", "amod", "nmod:poss":
			i = n.Head
		default:
			return false
		}
		if i < 0 || i >= len(s.Words) {
			return false
		}
	}
	return i == j
}

// anaphor is the unit that a pronoun stands for, where it is the subject of a clause under a verb of
// which that is the subject: "Israel announced it would free prisoners". -1 is none.
func (s *Sentence) anaphor(j int) int {
	word := strings.ToLower(s.Text(j))
	v := s.Node(j).Head
	for range Climb {
		if v < 0 || v >= len(s.Words) {
			return -1
		}
		n := s.Node(v)
		switch n.Relation {
		case "ccomp", "advcl", "parataxis", "xcomp", "conj", "acl:relcl", "advcl:relcl":
		default:
			return -1
		}
		v = n.Head
		if up := s.Node(v); word == "it" && (up == nil || up.UPOS != "VERB") {
			return -1 // France was the power there until it was annexed
		}
		k := s.Child(v, "nsubj")
		if k < 0 || k == j {
			continue
		}
		u := s.Words[k].Unit
		if u < 0 || s.Units[u].Kind == Adjectival || s.Quoted(j) != s.Quoted(k) {
			return -1 // who speaks of himself in a quote says "I"
		}
		x := &s.Units[u]
		person := x.Mention >= 0 && x.Kind == Named && s.found.Mentions[x.Mention].Type == entity.Person
		switch {
		case (word == "he" || word == "she") && (person || x.Kind == Agent && !x.Plural),
			word == "it" && !person && !x.Plural,
			word == "they" && !person:
			return int(u)
		}
		return -1
	}
	return -1
}

// Quoted is the direct quote that the word at i stands in; -1 is none.
func (s *Sentence) Quoted(i int) int {
	quotes, at := s.quotes, s.Words[i].Start
	end := sort.Search(len(quotes), func(n int) bool { return quotes[n].Start > at })
	for n := end - 1; n >= 0 && n >= end-Nested; n-- {
		if quotes[n].End > at && quotes[n].Kind != "indirect" {
			return n
		}
	}
	return -1
}

// Swallowed is the noun right before a finite verb that the tree has behind a preposition, where that may open a
// clause: "agreed after observers refused to"; -1 is none.
func (s *Sentence) Swallowed(v int) int {
	k := s.Before(v)
	if k < 0 || !s.Finite(v) || s.Child(v, "nsubj") >= 0 {
		return -1
	}
	n := s.Node(k)
	if c := s.Child(k, "case"); n.UPOS != "NOUN" && n.UPOS != "PROPN" || n.Relation != "obl" && n.Relation != "nmod" || c < 0 || !s.Is(c, class.Subordinator) {
		return -1
	}
	return k
}

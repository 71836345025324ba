package event

import (
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/pattern"
)

// trigger is a pattern found in the sentence, and what is known of it.
type trigger struct {
	clause.Trigger
	told    bool // it is a part of another one
	weighed bool
	act     int     // once weighed, how likely it tells an act
	share   float32 // of such words that tell the act, where no pattern names it
	// What sides gives, once it was asked.
	sided                   bool
	source, target, carrier int
	ruled                   [2]int          // source and target by the rules alone
	sure                    model.Certainty // 0 to 1
	cleared                 []actor.Actor   // who has not done it, though the models take them for its source
	pronoun                 [2]uint32       // what kind of pronoun a side is whose bearer the sentence does not name; 0 is none
}

// match gives the last word of the pattern at word i, or -1. A gap stays in the clause.
func (s *scan) match(p *pattern.Pattern, i int) int {
	at := i
	for k, e := range p.Words {
		next := at + 1
		command := p.Command && k == len(p.Words)-1
		if e.Gap {
			for n := 0; n <= pattern.GapTokens && next < len(s.Words) && !s.fits(e, next, command); n++ {
				if s.Text(next) == "-" && n > 0 {
					n -= 2 // a two-decade-old pact is two words
				}
				if m := s.Node(next); m != nil && m.UPOS == "VERB" && (m.Head == i && (m.Relation == "conj" || m.Relation == "xcomp" && m.XPOS == "VBG") || s.Node(i).Head == next && s.Is(i, class.AuxBe)) {
					return -1 // stopped the convoy and threatened to set fire; stop buying oil from; was in 2015 sentenced to two years in prison
				}
				if s.Is(next, class.Comma|class.Stop|class.Dashes|class.Subordinator|class.Relative) && !(next == i+1 && s.Text(next) == "that") || s.Is(next, class.Auxiliary) && !class.PossessiveMark(s.Text(next)) && s.Text(at) != "that" {
					return -1
				}
				if u := s.Words[next].Unit; u >= 0 {
					k := next + 1
					for k <= s.Units[u].Last && (s.Is(k, class.Capital) || !s.fits(e, k, command)) {
						k++
					}
					next = k - 1 // a name is one word, however long, unless its noun is what is looked for
				}
				next++
			}
		} else {
			for n := 0; n < pattern.GapTokens && s.Is(next, class.Temporal|class.Adverb) && !s.Is(next, class.Negation) && !s.fits(e, next, command); n++ {
				next++
			}
		}
		if next >= len(s.Words) || !s.fits(e, next, command) {
			return -1
		}
		at = next
	}
	return at
}

// fits says whether the word at i is one of a pattern's place; of a command, with what is to be done behind it.
func (s *scan) fits(e pattern.Element, i int, command bool) bool {
	w := &s.Words[i]
	if command && !s.infinitiveAt(i+1) {
		return false
	}
	if w.Entry == nil || w.Class&class.Capital != 0 && w.Unit >= 0 && s.Units[w.Unit].Mention >= 0 && s.Units[w.Unit].Kind == clause.Named {
		return false // a train called Operation Norway
	}
	for _, id := range e.IDs {
		if id == w.Entry.ID {
			return true
		}
	}
	return false
}

// triggersOf finds the triggers of the sentence: at each word the longest pattern of its reading.
func (s *scan) triggersOf() {
	s.held = append(s.held[:0], make([]bool, len(s.Words))...)
	for i := 0; i < len(s.Words); i++ {
		w := &s.Words[i]
		if w.Entry == nil || len(w.Entry.Patterns) == 0 || w.Unit >= 0 && s.Units[w.Unit].Kind != clause.Agent {
			continue
		}
		if w.Class&class.Capital != 0 && i > 0 && !s.Is(i-1, class.Mark) { // a name or a headline
			continue
		}
		verb := s.Verb(i) || w.Class&class.AuxBe != 0
		for _, p := range w.Entry.Patterns {
			if p.Noun == verb {
				continue
			}
			last := s.match(p, i)
			if last < 0 || last > i && s.inAgent(last) || p.Noun && (w.Unit >= 0 || s.Modifies(last+1) || !s.nominalAt(i, last)) {
				continue
			}
			for j := i; j <= last; j++ {
				s.held[j] = true
			}
			if p.Code == "" { // what it finds is no event
				i = last
				break
			}
			t := trigger{Trigger: clause.Trigger{Pattern: p, First: i, Last: last}}
			if verb {
				t.Passive = p.Suffers || (p.Object && (s.reduced(i) || s.bereft(p, i)) || s.passive(i, last)) && !s.marched(p, i) && !s.phrasal(p, i)
			}
			s.triggers = append(s.triggers, t)
			if !p.Embeds() && len(p.Words) > 0 && !p.Words[len(p.Words)-1].Gap {
				i = last
			}
			break
		}
	}
}

// inAgent says whether the word at i is the first part of a noun for an actor: "leads the opposition party".
func (s *scan) inAgent(i int) bool {
	u := s.Words[i].Unit
	return u >= 0 && s.Units[u].Kind == clause.Agent && s.Units[u].Last > i && s.Units[u].First == i && s.Text(i+1) != "of"
}

// nominalAt says whether the tree has a noun from first to last that does not go on in another one: no "less offensive",
// no "riot shields".
func (s *scan) nominalAt(first, last int) bool {
	n, end := s.Node(first), s.Node(last)
	return n == nil || (first < last || n.UPOS != "ADJ" && n.UPOS != "ADV") && !(end.Relation == "compound" && end.Head > last && end.Head < len(s.Words) && s.Node(end.Head).UPOS == "NOUN" && (s.Words[end.Head].Entry == nil || len(s.Words[end.Head].Entry.Patterns) == 0))
}

// infinitiveAt says whether a verb follows behind "to".
func (s *scan) infinitiveAt(i int) bool {
	for s.Is(i, class.Adverb|class.Temporal) {
		i++
	}
	n := s.Node(i)
	return n == nil || n.XPOS == "VB" || n.UPOS == "VERB" || s.Words[i].Form&class.Base != 0
}

// passive says whether the verb at i is one: a participle behind a form of "be", before "by", or
// without an object of its own behind the object of another verb ("released the men arrested on
// Monday").
func (s *scan) passive(i, last int) bool {
	if s.Words[i].Form&class.Participle == 0 {
		return false
	}
	p := s.Before(i)
	if s.Is(p, class.AuxBe) || s.Node(i) != nil && s.Node(i).XPOS == "VBN" && s.stays(p) {
		return true
	}
	if s.resumes(i) {
		return false
	}
	if n := s.Node(i); n != nil && n.XPOS == "VBN" && !s.Is(p, class.AuxHave) && (s.Child(i, "aux:pass") >= 0 || n.Relation == "acl" && !s.objectAt(s.noun(i+1))) {
		return true // troops deployed to the border
	}
	if n := s.Node(i); n != nil && n.XPOS == "VBN" && n.Relation == "conj" && n.Head >= 0 && n.Head < i && !s.objectAt(s.noun(i+1)) && (s.Child(n.Head, "aux:pass") >= 0 || s.Child(n.Head, "nsubj:pass") >= 0 || s.Node(n.Head).XPOS == "VBN" && s.Node(n.Head).Relation == "acl") {
		return true // was arrested and charged
	}
	if n := s.Node(i); n != nil && n.XPOS == "VBD" && n.Relation == "conj" && n.Head >= 0 && n.Head < i && s.Child(n.Head, "aux:pass") >= 0 && s.Child(i, "obj") < 0 && s.Child(i, "nsubj") < 0 && !s.objectAt(s.noun(i+1)) {
		return true // was found in the capital and charged
	}
	for j := last + 1; j <= last+2 && j < len(s.Words); j++ {
		if n := s.Node(i); n != nil && (n.XPOS == "VBD" || last > i && s.Child(i, "obj") >= 0) {
			break // stopped the march led by
		}
		if s.Text(j) == "by" && !s.Is(p, class.AuxHave) {
			return j+1 < len(s.Words) && s.Words[j+1].Form&class.Gerund == 0
		}
		if s.Words[j].Unit >= 0 {
			break
		}
	}
	if i == 0 || i != last || s.Words[i-1].Unit < 0 {
		return false
	}
	u := &s.Units[s.Words[i-1].Unit]
	if n := s.Node(i); n != nil && s.Child(i, "nsubj") == u.Last && n.XPOS == "VBD" && (n.Head < 0 || n.Relation == "parataxis") {
		return false // ..., an organisation charged on Monday
	}
	return (u.Object || u.Prep != 0) && u.Kind != clause.Adjectival && s.Is(i+1, class.Preposition|class.Temporal|class.Stop|class.Comma|class.Mark) && !s.Is(i+1, class.Infinitive)
}

// resumes says whether the verb at i goes on with the subject of the sentence, behind a comma that closes a relative
// clause or an apposition ("the mayor, who was seen as weak, called for", "the mayor, Jane Roe, called for"), be it
// that the tree takes it for one of the clause or for a participle of the noun.
func (s *scan) resumes(i int) bool {
	n := s.Node(i)
	if n == nil || n.XPOS != "VBN" && n.XPOS != "VBD" || s.Words[i].Form&class.Past == 0 || !s.Is(i-1, class.Comma) || n.Head < 0 || n.Head >= i {
		return false
	}
	switch n.Relation {
	case "conj":
		k := s.aside(i - 1)
		return k >= 0 && n.Head > k && (s.Is(k+1, class.Relative) || s.Text(k+1) == "whose")
	case "acl":
		return s.Node(n.Head).Head < 0 && n.Head < i-2 && !s.anyFinite()
	}
	return false
}

// bereft says whether who is accused or convicted of something is not named behind the verb at i: "the bishops, accused of".
func (s *scan) bereft(p *pattern.Pattern, i int) bool {
	root := cameo.Root(p.Code)
	return len(p.Words) > 0 && p.Words[0].Gap && s.Text(i+1) == "of" && (root == "09" || root == "11" || root == "17") && s.Words[i].Form&class.Participle != 0
}

// anyFinite says whether a verb of the sentence is finite.
func (s *scan) anyFinite() bool {
	for i := range s.Words {
		if s.Finite(i) {
			return true
		}
	}
	return false
}

// reduced says whether the verb at i, right behind a noun and without an object, is a participle of that noun, since the
// verb of its clause is yet to come: "two men arrested in Antwerp are", "the man accused of spying left".
func (s *scan) reduced(i int) bool {
	n := s.Node(i)
	if n == nil || i == 0 || n.XPOS != "VBN" && n.XPOS != "VBD" || s.Words[i].Form&class.Participle == 0 || !s.Is(i+1, class.Preposition|class.Temporal) || s.Is(i+1, class.Infinitive|class.Subordinator) {
		return false
	}
	if noun := s.Node(i - 1); noun.UPOS != "NOUN" && noun.UPOS != "PROPN" {
		return false
	}
	for j := i + 1; j < len(s.Words) && j-i <= clause.ObjectReach; j++ {
		if s.Finite(j) {
			return true
		}
		if s.Is(j, class.Stop|class.Comma|class.Dashes|class.Mark|class.Relative|class.Subordinator|class.And) || s.Node(j).UPOS == "PRON" && s.Node(j).XPOS == "PRP" {
			return false
		}
	}
	return false
}

// stays says whether the word at i is a verb that makes a passive as "be" does: "stands accused", "remain detained".
func (s *scan) stays(i int) bool {
	n := s.Node(i)
	return n != nil && n.UPOS == "VERB" && (n.Lemma == "stand" || n.Lemma == "get" || n.Lemma == "remain")
}

// marched says whether a participle behind its noun is of a protest: "students demonstrated against" is read as
// "students arrested", and nobody is demonstrated.
func (s *scan) marched(p *pattern.Pattern, i int) bool {
	return cameo.Root(p.Code) == "14" && p.Code <= "143" && i > 0 && s.Words[i-1].Unit >= 0
}

// phrasal says whether a verb goes on with its preposition or "that" and has no "be": a mayor who called for help called.
func (s *scan) phrasal(p *pattern.Pattern, i int) bool {
	return len(p.Words) > 0 && !p.Words[0].Gap && (s.Is(i+1, class.Preposition) || s.Text(i+1) == "that") && !s.Is(s.Before(i), class.AuxBe)
}

// noun is the first word from i on that is no determiner or adjective.
func (s *scan) noun(i int) int {
	for s.Is(i, class.Determiner|class.Adjective|class.Number|class.Possessive) && s.Words[i].Unit < 0 {
		i++
	}
	return i
}

// objectAt says whether a noun stands at word i: it is the object of a verb right before it.
func (s *scan) objectAt(i int) bool {
	if i >= len(s.Words) || s.Is(i, class.Temporal) {
		return false
	}
	switch s.Node(i).UPOS {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return s.Words[i].Unit >= 0
}

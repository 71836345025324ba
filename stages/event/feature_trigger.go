package event

import (
	"math/bits"
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/linear"
)

// Templates of the features that tell the root of a trigger.
const (
	gRules uint32 = iota + 400
	gWord
	gEnd
	gBelow
	gUnit
	gAbove
	gAround
	gField
)

// How much is read of what stands around a word.
const (
	triggerBelow  = 8 // words that hang on it
	triggerAround = 2
	shortText     = 3 // sentences of a text that tells no more of what it is about
)

// triggerFeatures gives what tells whether a word tells an act, and of which root: the word itself and its groups, its ending, what hangs on it, what it
// hangs on, the words around it, what the passage is about and, where a pattern names it, what that says.
func (s *scan) triggerFeatures(i int, t *trigger, e evidence) []uint32 {
	f := s.choice.features[:0]
	add := func(feature uint32) { f = append(f, feature) }
	x, n := &s.Traits[i], s.Node(i)
	lemma, middle := x.Lemma, uint32(x.Groups.Middle)
	noun := linear.Truth(n.UPOS == "NOUN")
	manner := s.bearing(i)
	add(linear.Mix2(gWord, 0, noun))
	add(linear.Mix3(gWord, 1, lemma, noun))
	add(linear.Mix3(gWord, 2, lemma, manner))
	add(linear.Mix3(gWord, 3, middle, noun))
	add(linear.Mix3(gWord, 4, middle, manner))
	add(linear.Mix3(gWord, 5, uint32(x.Groups.Coarse), noun))
	add(linear.Mix3(gWord, 6, uint32(x.Groups.Fine), noun))
	add(linear.Mix3(gWord, 7, x.Tag, manner))
	word := strings.ToLower(n.Lemma)
	for k := 2; k <= 4 && k < len(word); k++ {
		add(linear.Mix3(gEnd, uint32(k), hashed(word[len(word)-k:]), noun))
	}
	if len(word) > 5 {
		add(linear.Mix3(gEnd, 10, hashed(word[:5]), noun))
	}
	s.choice.features = f
	if t != nil {
		s.addRuling(i, t, e, manner)
	}
	s.addBelow(i, noun)
	s.addAbove(i, noun)
	s.addAround(i, noun)
	s.addPassage(t, e, noun, middle)
	f = s.choice.features
	return f[:min(len(f), linear.MaxFeatures)]
}

// addRuling adds what the rules have of a trigger that a pattern names: its pattern, who its sides are and how sure that is, its status, whether they
// tell it, and how likely it is an act by marks of acts.
func (s *scan) addRuling(i int, t *trigger, e evidence, manner uint32) {
	add := func(feature uint32) { s.choice.features = append(s.choice.features, feature) }
	root, rule, told, lemma := hashed(e.root), hashed(t.Pattern.Rule), linear.Truth(e.told), s.Traits[i].Lemma
	add(linear.Mix2(gRules, 0, root))
	add(linear.Mix2(gRules, 1, rule))
	add(linear.Mix2(gRules, 2, hashed(t.Pattern.Code)))
	add(linear.Mix3(gRules, 3, rule, manner))
	add(linear.Mix3(gRules, 4, root, lemma))
	if t.Last != i || t.First != i {
		add(linear.Mix3(gRules, 5, s.LemmaAt(t.First), s.LemmaAt(t.Last)))
	}
	add(linear.Mix2(gRules, 6, told))
	add(linear.Mix3(gRules, 7, told, root))
	add(linear.Mix3(gRules, 8, told, rule))
	add(linear.Mix3(gRules, 9, told, lemma))
	var who [2]uint32
	for side, u := range e.sides {
		k := uint32(side)
		if u >= 0 {
			x := &s.Units[u]
			who[side] = 1 + linear.Mix3(gRules, hashed(x.Role), linear.Truth(x.Country != "")*4+linear.Truth(x.Code != "")*2+linear.Truth(x.Pronoun), uint32(x.Kind))
		}
		add(linear.Mix4(gRules, 10+k, who[side], root, told))
		add(linear.Mix4(gRules, 12+k, who[side], rule, 0))
		add(linear.Mix4(gRules, 14+k, linear.Truth(u >= 0), rule, told))
	}
	add(linear.Mix4(gRules, 16, who[0], who[1], root))
	add(linear.Mix4(gRules, 17, linear.Truth(e.sides[0] >= 0), linear.Truth(e.sides[1] >= 0), root))
	add(linear.Mix4(gRules, 20, e.act, 0, 0))
	add(linear.Mix4(gRules, 21, e.act, root, 0))
	add(linear.Mix4(gRules, 22, e.act, told, 0))
	tenths := func(share float32) uint32 { return uint32(share * 10) }
	add(linear.Mix4(gRules, 23, tenths(t.sure.Both), told, 0))
	add(linear.Mix4(gRules, 24, tenths(t.sure.Side[0]), tenths(t.sure.Side[1]), told))
	status := hashed(e.status)
	add(linear.Mix4(gRules, 25, status, told, root))
	add(linear.Mix4(gRules, 26, status, told, 0))
	add(linear.Mix4(gRules, 27, status, who[0], who[1]))
	add(linear.Mix4(gRules, 28, status, rule, 0))
	short := s.short()
	add(linear.Mix4(gRules, 29, short, told, root))
	add(linear.Mix4(gRules, 30, short, told, 0))
}

// short is how many sentences a text has, up to the number from which on it tells what it is about.
func (s *scan) short() uint32 { return uint32(min(len(s.passages), shortText)) }

// addBelow adds what hangs on a word.
func (s *scan) addBelow(i int, noun uint32) {
	add := func(feature uint32) { s.choice.features = append(s.choice.features, feature) }
	lemma, middle := s.Traits[i].Lemma, uint32(s.Traits[i].Groups.Middle)
	n := 0
	for j := range s.Traits {
		y := &s.Traits[j]
		if int(y.Head) != i {
			continue
		}
		if n++; n > triggerBelow {
			break
		}
		relation := y.Relation
		if y.Prep >= 0 {
			relation = linear.Mix2(gBelow, relation, s.Traits[y.Prep].Lemma)
			add(linear.Mix3(gBelow, 20, relation, lemma))
		}
		add(linear.Mix3(gBelow, 0, relation, noun))
		add(linear.Mix3(gBelow, 1, relation, lemma))
		add(linear.Mix3(gBelow, 2, relation, middle))
		add(linear.Mix4(gBelow, 3, relation, y.Lemma, noun))
		add(linear.Mix4(gBelow, 4, relation, y.Lemma, lemma))
		add(linear.Mix4(gBelow, 5, relation, y.Lemma, middle))
		add(linear.Mix4(gBelow, 6, relation, uint32(y.Groups.Middle), lemma))
		add(linear.Mix4(gBelow, 7, relation, uint32(y.Groups.Middle), middle))
		add(linear.Mix4(gBelow, 8, relation, uint32(y.Groups.Coarse), lemma))
		if u := s.Words[j].Unit; u >= 0 {
			who := linear.Mix3(gUnit, hashed(s.Units[u].Role), linear.Truth(s.Units[u].Country != ""), uint32(s.Units[u].Kind))
			add(linear.Mix4(gUnit, 0, relation, who, noun))
			add(linear.Mix4(gUnit, 1, relation, who, lemma))
			add(linear.Mix4(gUnit, 2, relation, who, middle))
		}
	}
	add(linear.Mix3(gBelow, 30, uint32(min(n, 4)), lemma))
}

// addAbove adds what a word hangs on.
func (s *scan) addAbove(i int, noun uint32) {
	add := func(feature uint32) { s.choice.features = append(s.choice.features, feature) }
	x := &s.Traits[i]
	h := int(x.Head)
	if h < 0 || h >= len(s.Traits) {
		return
	}
	y, lemma, middle := &s.Traits[h], x.Lemma, uint32(x.Groups.Middle)
	add(linear.Mix3(gAbove, 0, x.Relation, noun))
	add(linear.Mix3(gAbove, 1, x.Relation, lemma))
	add(linear.Mix4(gAbove, 2, x.Relation, y.Lemma, noun))
	add(linear.Mix4(gAbove, 3, x.Relation, y.Lemma, lemma))
	add(linear.Mix4(gAbove, 4, x.Relation, y.Lemma, middle))
	add(linear.Mix4(gAbove, 5, x.Relation, uint32(y.Groups.Middle), lemma))
	add(linear.Mix4(gAbove, 6, x.Relation, uint32(y.Groups.Middle), middle))
	if x.Prep >= 0 {
		prep := s.Traits[x.Prep].Lemma
		add(linear.Mix4(gAbove, 7, prep, y.Lemma, noun))
		add(linear.Mix4(gAbove, 8, prep, y.Lemma, lemma))
	}
	for k := range s.triggers {
		if o := &s.triggers[k]; !o.Pattern.Detected() && o.Has(h) {
			add(linear.Mix4(gAbove, 9, x.Relation, hashed(cameo.Root(o.Pattern.Code)), noun))
			add(linear.Mix4(gAbove, 10, x.Relation, hashed(cameo.Root(o.Pattern.Code)), lemma))
		}
	}
}

// addAround adds the words before and behind a word.
func (s *scan) addAround(i int, noun uint32) {
	add := func(feature uint32) { s.choice.features = append(s.choice.features, feature) }
	lemma, middle := s.Traits[i].Lemma, uint32(s.Traits[i].Groups.Middle)
	for d := 1; d <= triggerAround; d++ {
		for side, j := range [...]int{i - d, i + d} {
			place := uint32(2*d + side)
			add(linear.Mix4(gAround, place, s.LemmaAt(j), noun, 0))
			add(linear.Mix4(gAround, place, s.LemmaAt(j), lemma, 1))
			if j >= 0 && j < len(s.Traits) {
				add(linear.Mix4(gAround, place, uint32(s.Traits[j].Groups.Middle), middle, 2))
			}
		}
	}
}

// addPassage adds what the sentence and the text are about.
func (s *scan) addPassage(t *trigger, e evidence, noun, middle uint32) {
	add := func(feature uint32) { s.choice.features = append(s.choice.features, feature) }
	coded := min(s.actors, 4)
	add(linear.Mix3(gField, 100, coded, noun))
	add(linear.Mix3(gField, 101, coded, middle))
	for k, w := range s.passages[s.Index].Weight {
		add(linear.Mix3(gField, uint32(k), uint32(min(w, 6)), noun))
		add(linear.Mix3(gField, uint32(k), uint32(min(w, 6)), middle))
	}
	for k, w := range s.whole.Weight {
		share := uint32(bits.Len(uint(w * 200 / max(1, s.whole.Words))))
		add(linear.Mix3(gField, 300+uint32(k), share, noun))
		add(linear.Mix3(gField, 300+uint32(k), share, middle))
		if t != nil {
			add(linear.Mix3(gField, 400+uint32(k), share, hashed(t.Pattern.Rule)))
		}
	}
	add(linear.Mix3(gField, 200, linear.Truth(s.Focus != ""), noun))
	add(linear.Mix3(gField, 500, uint32(min(len(s.Countries), 5)), noun))
	add(linear.Mix3(gField, 501, s.short(), noun))
	add(linear.Mix3(gField, 502, s.short(), linear.Truth(t != nil)+linear.Truth(e.told)))
}

// bearing is how a word stands in its clause.
func (s *scan) bearing(i int) uint32 {
	n := s.Node(i)
	switch {
	case n.UPOS == "NOUN":
		return linear.Truth(n.XPOS == "NNS")
	case s.Child(i, "aux:pass") >= 0 || s.Child(i, "nsubj:pass") >= 0:
		return 2
	case n.XPOS == "VBG":
		return 3
	case n.XPOS == "VB" && s.Is(s.Before(i), class.Infinitive):
		return 4
	case n.XPOS == "VBN":
		return 5
	}
	return 6
}

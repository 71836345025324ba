package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
)

// meant says whether a trigger tells an act, and whether it surely does. What the user's patterns find is meant.
func (s *scan) meant(t *trigger) (meant, sure bool) {
	if s.in.Doc.Words == nil || t.Pattern.Own {
		return true, false
	}
	m, score := model.OpenActs(), s.actScore(t)
	return score >= m.Least, score >= m.Sure
}

// actScore is the score of how likely a trigger tells an act.
func (s *scan) actScore(t *trigger) int {
	if !t.weighed {
		t.weighed, t.act = true, model.Scored(model.OpenActs().Model, s.act(t, t.ruled[0], t.ruled[1]))[0]
	}
	return t.act
}

// Templates of the features that tell acts.
const (
	aRule uint32 = iota + 100
	aRoot
	aAround
	aArgument
	aSides
	aAbove
	aMood
	aField
	aTopic
)

// roundTokens is how many words before and behind a trigger are looked at.
const roundTokens = 2

// act gives the features of whether a trigger is meant in the sense of its code, and tells an act of politics: its pattern, the
// words around it and on it in the tree, who the rules have for its sides, and what its sentence is about.
func (s *scan) act(t *trigger, source, target int) []uint32 {
	s.Study()
	c := &s.choice
	f := c.features[:0]
	add := func(feature uint32) { f = append(f, feature) }
	n, m := s.Node(t.First), s.Manner(&t.Trigger)
	root, rule := hashed(cameo.Root(t.Pattern.Code)), hashed(t.Pattern.Rule)
	add(linear.Mix(aRule, rule))
	add(linear.Mix2(aRule, rule, m))
	add(linear.Mix2(aRoot, root, m))
	add(linear.Mix2(aRoot, hashed(t.Pattern.Code), 10))
	add(linear.Mix3(aRoot, root, hashed(n.XPOS), 20))

	word := func(at int, place uint32) {
		if at < 0 || at >= len(s.Words) {
			add(linear.Mix3(aAround, place, root, 0))
			return
		}
		lemma, groups := s.Traits[at].Lemma, s.Traits[at].Groups
		add(linear.Mix3(aAround, place, lemma, root))
		add(linear.Mix3(aAround, place, 1, lemma))
		add(linear.Mix3(aAround, place, 2, linear.Mix2(rule, uint32(groups.Middle), 0)))
		add(linear.Mix3(aAround, place, 3, linear.Mix2(root, uint32(groups.Middle), 0)))
	}
	for d := 1; d <= roundTokens; d++ {
		word(t.First-d, uint32(d))
		word(t.Last+d, uint32(10+d))
	}
	for i, relation := range [...]string{"nsubj", "nsubj:pass", "obj", "obl", "nmod", "amod", "compound"} {
		k := s.Child(t.First, relation)
		if k < 0 && t.Last != t.First {
			k = s.Child(t.Last, relation)
		}
		if k < 0 {
			continue
		}
		lemma, groups := s.Traits[k].Lemma, s.Traits[k].Groups
		add(linear.Mix3(aArgument, uint32(i), lemma, root))
		add(linear.Mix3(aArgument, uint32(10+i), uint32(groups.Coarse), rule))
		add(linear.Mix3(aArgument, uint32(20+i), uint32(groups.Middle), root))
		if u := s.Words[k].Unit; u >= 0 {
			add(linear.Mix3(aArgument, uint32(30+i), hashed(s.Units[u].Role), rule))
			add(linear.Mix3(aArgument, uint32(40+i), hashed(s.Units[u].Role)+linear.Truth(s.Units[u].Country != ""), root))
		}
	}
	if h := n.Head; h >= 0 && h < len(s.Words) {
		add(linear.Mix3(aAbove, hashed(n.Relation), hashed(s.Node(h).Lemma), 0))
		add(linear.Mix3(aAbove, hashed(n.Relation), root, m))
	}
	for _, relation := range [...]string{"aux", "advmod", "mark", "case", "det"} {
		if k := s.Child(t.First, relation); k >= 0 {
			add(linear.Mix3(aMood, hashed(relation), hashed(strings.ToLower(s.Text(k))), root))
		}
	}
	kind := func(u int) uint32 {
		if u < 0 {
			return 0
		}
		x := &s.Units[u]
		return linear.Mix3(aSides, hashed(x.Role), linear.Truth(x.Country != "")*2+linear.Truth(x.Code != ""), uint32(x.Kind))
	}
	from, to := kind(source), kind(target)
	add(linear.Mix3(aSides, from, to, root))
	add(linear.Mix3(aSides, from, 1, root))
	add(linear.Mix3(aSides, to, 2, root))
	add(linear.Mix3(aSides, from, 3, rule))
	add(linear.Mix3(aSides, to, 4, rule))
	add(linear.Mix3(aSides, linear.Truth(source >= 0), linear.Truth(target >= 0), rule))
	add(linear.Mix3(aField, min(s.actors, 5), 100, root))
	for i, w := range s.passages[s.Index].Weight {
		add(linear.Mix3(aField, uint32(i), uint32(min(w, 6)), root))
		add(linear.Mix3(aField, uint32(i), uint32(min(w, 6)), 0))
	}
	add(linear.Mix3(aField, 200, linear.Truth(s.Focus != ""), root))
	add(linear.Mix3(aField, 300, linear.Truth(s.Quoted(t.First) >= 0), root))
	for i := range s.Words {
		if x := s.Node(i); (x.UPOS == "NOUN" || x.UPOS == "VERB") && !t.Has(i) {
			add(linear.Mix3(aTopic, uint32(s.Traits[i].Groups.Coarse), root, 0))
		}
		if len(f) >= linear.MaxFeatures {
			break
		}
	}
	c.features = f
	return f[:min(len(f), linear.MaxFeatures)]
}

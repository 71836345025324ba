package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/field"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/status"
)

// detect adds the triggers that no pattern names, in a sentence that has a word of one: words that tell an act by what they mean and by what stands around them. (A log-linear model over
// each word, as in Ahn, "The stages of event extraction", 2006.)
func (s *scan) detect() {
	if s.in.Doc.Words == nil || s.patterns || s.whole.Of(false) != field.Politics || s.whole.Idle() { // the gate lets nothing of these stand
		return
	}
	m := model.OpenTriggers()
	s.Study()
	s.detected = s.detected[:0]
	for i := range s.Words {
		if !s.tellable(i) {
			continue
		}
		root, lead := m.Root(s.triggerFeatures(i, nil, evidence{}), "")
		if lead < m.Bar {
			continue
		}
		t := s.unnamed(i, root)
		t.share = m.Share(lead)
		s.detected = append(s.detected, t)
	}
	if len(s.detected) > 0 {
		s.triggers = append(s.triggers, s.detected...)
		slices.SortStableFunc(s.triggers, func(a, b trigger) int { return a.First - b.First })
	}
}

// unnamed is the word at i as a trigger of a root.
func (s *scan) unnamed(i int, root string) trigger {
	t := trigger{Trigger: clause.Trigger{Pattern: s.Table.Detected(root, s.Node(i).UPOS == "NOUN"), First: i, Last: i}}
	t.Passive = !t.Pattern.Noun && s.passive(i, i)
	return t
}

// Unnamed calls yield with each word that may tell an act and that no pattern names: where it begins, in bytes, and what gives the status of the act
// by the rules if it is one of a root, for learning. That can be called until yield returns.
func Unnamed(in *Input, yield func(start int, standing func(root string) status.Standing)) {
	if !readable(in) || in.Doc.Words == nil {
		return
	}
	s := newScan(in)
	s.patterns = true
	s.each(func() {
		s.Study()
		for i := range s.Words {
			if s.tellable(i) {
				yield(s.Words[i].Start, func(root string) status.Standing {
					t := s.unnamed(i, root)
					_, _, at := s.argue(&t)
					return s.statuses.StandingOf(&t.Trigger, at)
				})
			}
		}
	})
}

// tellable says whether a word may be a trigger that no pattern names: a verb or a noun that is no part of a name, of a trigger or of what the
// patterns have for none.
func (s *scan) tellable(i int) bool {
	n, w := s.Node(i), &s.Words[i]
	switch {
	case s.held[i], n.UPOS != "VERB" && n.UPOS != "NOUN", w.Class&(class.Temporal|class.Auxiliary|class.Number) != 0, w.Class&class.Capital != 0 && i > 0 && !s.Is(i-1, class.Mark):
		return false
	}
	return w.Unit < 0 || s.Units[w.Unit].Kind == clause.Agent && s.Units[w.Unit].Last != i
}

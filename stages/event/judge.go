package event

import (
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/model"
)

// evidence is what the rules have of a trigger of a pattern.
type evidence struct {
	sides  [2]int // units; -1 is none
	status string
	root   string // of what they tell, or of the pattern
	told   bool   // they tell an event
	act    uint32 // how likely it tells an act by marks of acts, in steps
}

// actSteps is how many steps are told apart to each side of the least score of an act, four of them up to what is sure.
const actSteps = 20

func (s *scan) evidence(t *trigger, sides [2]int, at int, told []Telling) evidence {
	e := evidence{sides: sides, status: s.statuses.Ruled(&t.Trigger, at), root: cameo.Root(t.Pattern.Code), told: len(told) > 0}
	if e.told {
		e.root = cameo.Root(told[0].Code)
	}
	if s.in.Doc.Words != nil {
		m := model.OpenActs()
		e.act = uint32(actSteps + min(actSteps, max(-actSteps, (s.actScore(t)-m.Least)*4/max(1, m.Sure-m.Least))))
	}
	return e
}

// judge appends what a trigger tells. The rules say who its sides are and whether these make an event; the model, which knows what they say, whether
// there is one, whoever has a part in it, and of which root it is. Of the user's patterns the rules alone tell.
func (s *scan) judge(tellings []Telling, t *trigger) []Telling {
	source, target, at, ok := s.opposed(t)
	first := len(tellings)
	if t.Pattern.Detected() {
		return modelled(s.emit(tellings, t, source, target, at, true), first, t.share, true)
	}
	if !ok {
		return tellings
	}
	tellings = s.emit(tellings, t, source, target, at, false)
	if s.in.Doc.Words == nil || t.Pattern.Own {
		return tellings
	}
	m, e := model.OpenTriggers(), s.evidence(t, [2]int{source, target}, at, tellings[first:])
	features := s.triggerFeatures(t.Core(), t, e)
	root, lead := m.Root(features, e.root)
	if e.told {
		lead += m.Due
	}
	switch {
	case lead < m.Bar:
		return tellings[:first]
	case !e.told:
		tellings = s.emit(tellings[:first], t, source, target, at, true)
	}
	if root != e.root {
		root, _ = m.Likeliest(cameo.Roots, e.root, features, none)
	}
	for i := first; root != e.root && i < len(tellings); i++ {
		if cameo.Root(tellings[i].Code) == e.root {
			tellings[i].Code = root + "0"
		}
	}
	return modelled(tellings, first, m.Share(lead), !e.told)
}

// modelled makes the tellings from the first one on as sure as their trigger is, and notes whether the model alone tells them.
func modelled(tellings []Telling, first int, share float32, alone bool) []Telling {
	for i := first; i < len(tellings); i++ {
		tellings[i].Score *= share
		tellings[i].modelled = alone
	}
	return tellings
}

// none is a discount that leaves out the class for none.
func none(class string) int {
	if class == "" {
		return 1 << 20
	}
	return 0
}

// A Word is one that may tell an act, for learning of which root it is.
type Word struct {
	Start, End int    // bytes of the text: of all words of the trigger, where a pattern names it
	Rules      string // the root by the rules; "" where no pattern names it
	Told       bool   // by the rules
	Features   []uint32
}

// Words calls yield with each word of a document that may tell an act. It is valid until yield returns.
func Words(in *Input, yield func(*Word)) {
	s := newScan(in)
	s.patterns = true
	s.each(func() {
		s.Study()
		for i := range s.triggers {
			t := &s.triggers[i]
			if t.told || s.covered(i) || !s.literal(t) {
				continue
			}
			source, target, at, ok := s.opposed(t)
			if !ok {
				continue
			}
			e := s.evidence(t, [2]int{source, target}, at, s.emit(nil, t, source, target, at, false))
			yield(&Word{s.Words[t.First].Start, s.Words[t.Last].End, e.root, e.told, s.triggerFeatures(t.Core(), t, e)})
		}
		for i := range s.Words {
			if s.tellable(i) {
				yield(&Word{s.Words[i].Start, s.Words[i].End, "", false, s.triggerFeatures(i, nil, evidence{})})
			}
		}
	})
}

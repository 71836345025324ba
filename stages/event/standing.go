package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/model"
)

// standing is the status of what a trigger tells: the likeliest one by marks where that is clearly likelier than that of the rules.
func (s *scan) standing(t *trigger, at int, ruled string) string {
	if s.in.Doc.Words == nil || t.pattern.Own { // of the user's patterns the rules alone tell it
		return ruled
	}
	if s.feared(t, ruled) {
		return Hypothetical
	}
	return model.OpenStatuses().Likeliest(Statuses, ruled, s.statusFeatures(t, at, ruled), func(string) int { return 0 })
}

// feared says whether a word right above a trigger says that what it tells is feared, proposed or asked for, by the rules too, whatever marks of other
// sentences tell ("a threat of war"), or one farther up that it is feared: "fears of a new attack, including further seizures".
func (s *scan) feared(t *trigger, ruled string) bool {
	h := s.Node(t.core()).Head
	if h >= 0 && h < len(s.Words) && ruled == Hypothetical && s.Node(h).UPOS == "NOUN" && s.Is(h, class.Wished) {
		return true
	}
	for n := 0; n < clause.Climb && h >= 0 && h < len(s.Words); n++ {
		x := s.Node(h)
		if x.Lemma == "fear" {
			return true
		}
		if s.Finite(h) {
			k := s.Child(h, "nsubj") // fears mount over
			return k >= 0 && s.Node(k).Lemma == "fear"
		}
		h = x.Head
	}
	return false
}

// A Standing is the status of a trigger by the rules, with the features that tell it, for learning.
type Standing struct {
	Rules    string
	Features []uint32
}

func (s *scan) standingOf(t *trigger, at int) Standing {
	ruled := s.status(t, at)
	return Standing{Rules: ruled, Features: slices.Clone(s.statusFeatures(t, at, ruled))}
}

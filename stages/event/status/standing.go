package status

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/model"
)

// Likeliest is the status of what a trigger tells, the likeliest one by marks where that is clearly likelier than that of the rules, and how sure that
// is; 1 is where nothing tells.
func (r *Reader) Likeliest(t *clause.Trigger, at int, ruled string) (status string, sure float32) {
	if r.Node(t.First) == nil || t.Pattern.Own { // of the user's patterns the rules alone tell it
		return ruled, 1
	}
	m := model.OpenStatuses()
	status, lead := m.Likeliest(Statuses, ruled, r.statusFeatures(t, at, ruled), func(string) int { return 0 })
	if r.feared(t, ruled) {
		return Hypothetical, m.Share(lead)
	}
	return status, m.Share(lead)
}

// feared says whether a word right above a trigger says that what it tells is feared, proposed or asked for, by the rules too, whatever marks of other
// sentences tell ("a threat of war"), or one farther up that it is feared: "fears of a new attack, including further seizures".
func (r *Reader) feared(t *clause.Trigger, ruled string) bool {
	h := r.Node(t.Core()).Head
	if h >= 0 && h < len(r.Words) && ruled == Hypothetical && r.Node(h).UPOS == "NOUN" && r.Is(h, class.Wished) {
		return true
	}
	for n := 0; n < clause.Climb && h >= 0 && h < len(r.Words); n++ {
		x := r.Node(h)
		if x.Lemma == "fear" {
			return true
		}
		if r.Finite(h) {
			k := r.Child(h, "nsubj") // fears mount over
			return k >= 0 && r.Node(k).Lemma == "fear"
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

// StandingOf gives them.
func (r *Reader) StandingOf(t *clause.Trigger, at int) Standing {
	ruled := r.Ruled(t, at)
	return Standing{Rules: ruled, Features: slices.Clone(r.statusFeatures(t, at, ruled))}
}

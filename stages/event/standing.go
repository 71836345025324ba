package event

import (
	"slices"
	"sync"

	"github.com/newsmill/newsmill/data/sides"
)

// openStatuses opens the model of the statuses, in the order of [Statuses]: its last column is how far the rules are to be believed.
var openStatuses = sync.OnceValue(func() *coder { return openCoder(sides.Statuses) })

// standing is the status of what a trigger tells: the likeliest one by marks where that is clearly likelier than that of the rules.
func (s *scan) standing(t *trigger, at int, ruled string) string {
	if s.in.Doc.Words == nil || t.pattern.own { // of the user's patterns the rules alone tell it
		return ruled
	}
	return openStatuses().likeliest(Statuses, ruled, s.statusFeatures(t, at, ruled), func(string) int { return 0 })
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

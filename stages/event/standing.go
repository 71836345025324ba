package event

import (
	"math"
	"slices"
	"sync"

	"github.com/newsmill/newsmill/data/sides"
	"github.com/newsmill/newsmill/stages/linear"
)

// openStatuses opens the model of the statuses, in the order of [Statuses]: its last column is how far the rules are to be believed.
var openStatuses = sync.OnceValue(func() *coder { return openCoder(sides.Statuses) })

// standing is the status of what a trigger tells: the likeliest one by marks where that is clearly likelier than that of the rules.
func (s *scan) standing(t *trigger, at int, ruled string) string {
	if s.in.Doc.Words == nil || t.pattern.own { // of the user's patterns the rules alone tell it
		return ruled
	}
	m, features := openStatuses(), s.statusFeatures(t, at, ruled)
	var sums [8]uint16
	m.Scores(features, sums[:])
	best, most, theirs := ruled, math.MinInt, 0
	for i, status := range Statuses {
		x := int(sums[i])
		if status == ruled {
			x += int(sums[len(Statuses)]) - linear.Zero*len(features)
			theirs = x
		}
		if x > most {
			best, most = status, x
		}
	}
	if most < theirs+m.margin {
		return ruled
	}
	return best
}

// A Standing is the status of a trigger by the rules, with the features that tell it, for learning.
type Standing struct {
	Rules    string
	Root     string // of its pattern
	Rule     string // the pattern
	Features []uint32
}

func (s *scan) standingOf(t *trigger, at int) Standing {
	ruled := s.status(t, at)
	return Standing{Rules: ruled, Root: Root(t.pattern.code), Rule: t.pattern.rule, Features: slices.Clone(s.statusFeatures(t, at, ruled))}
}

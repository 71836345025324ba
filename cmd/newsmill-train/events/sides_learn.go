package events

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	sideBits    = 19
	sideDraws   = 9 // one order alone moves what hangs on few examples
	sideEpochs  = 4
	sideRate    = .1
	sideRepeats = 45   // how often the plain sentences stand among the others
	sideSure    = .7   // the least sureness of a teacher of whom something is learned
	sideStep    = .25  // of a lead
	sideRare    = 3    // how often a feature stands somewhere, at least
	sideFlat    = 1e-3 // a slope below which no step is taken
)

// sideModel has the weights of hashed features for the source and the target.
type sideModel [][2]float32

// score sums the weights of features.
func (m sideModel) score(features []uint32) (sum [2]float32) {
	mask := uint32(len(m) - 1)
	for _, f := range features {
		w := &m[f&mask]
		sum[0] += w[0]
		sum[1] += w[1]
	}
	return sum
}

// featuresOf gives those of candidate i; behind the last one stands nobody.
func featuresOf(c *event.Choice, i int) []uint32 {
	if i == len(c.Candidates) {
		return c.Nobody
	}
	return c.Candidates[i].Features
}

// thin leaves out of all lessons the features that they have less than sideRare times. Of what a teacher has marked, nothing else is kept.
func thin(examples []*sideExample) {
	const rows = 1 << 24
	counts := make([]uint8, rows)
	for _, e := range examples {
		for i := range len(e.choice.Candidates) + 1 {
			for _, f := range featuresOf(e.choice, i) {
				if c := &counts[f%rows]; *c < sideRare {
					*c++
				}
			}
		}
	}
	often := func(features []uint32) []uint32 {
		kept := make([]uint32, 0, len(features))
		for _, f := range features {
			if counts[f%rows] >= sideRare {
				kept = append(kept, f)
			}
		}
		return kept
	}
	for _, e := range examples {
		c := *e.choice
		c.Nobody, c.Candidates = often(c.Nobody), slices.Clone(c.Candidates)
		for i := range c.Candidates {
			c.Candidates[i].Features = often(c.Candidates[i].Features)
		}
		if e.lesson = &c; e.aside {
			e.choice = &c
		}
	}
}

// learnSides learns a log-linear model of which candidate is a side by AdaGrad (Duchi et al. 2011). Where several are
// right, any of them is. The mean of all rounds of several orders is taken.
func learnSides(examples []*sideExample) sideModel {
	mean := make(sideModel, 1<<sideBits)
	for draw := range uint64(sideDraws) {
		m, squares := make(sideModel, 1<<sideBits), make(sideModel, 1<<sideBits)
		random := rand.New(rand.NewPCG(1+draw, 1))
		order := random.Perm(len(examples))
		for range sideEpochs {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, i := range order {
				m.step(squares, examples[i])
			}
			for i := range m {
				for side, w := range m[i] {
					mean[i][side] += float32(w / (sideEpochs * sideDraws))
				}
			}
		}
	}
	return mean
}

// step takes one step down the slope of an example's loss.
func (m sideModel) step(squares sideModel, e *sideExample) {
	n := len(e.lesson.Candidates)
	scores, slopes := make([][2]float32, n+1), make([][2]float32, n+1)
	for i := range scores {
		scores[i] = m.score(featuresOf(e.lesson, i))
	}
	right := make([]bool, n+1)
	for side, skip := range e.skip {
		if skip {
			continue
		}
		clear(right)
		for _, i := range e.right[side] {
			right[i] = true
		}
		right[n] = len(e.right[side]) == 0
		chance := make([]float64, n+1)
		top, all, good := math.Inf(-1), 0.0, 0.0
		for i := range scores {
			top = max(top, float64(scores[i][side]))
		}
		for i := range chance {
			chance[i] = math.Exp(float64(scores[i][side]) - top)
			all += chance[i]
			if right[i] {
				good += chance[i]
			}
		}
		for i := range chance {
			slope := chance[i] / all
			if right[i] {
				slope -= chance[i] / good
			}
			slopes[i][side] = float32(slope)
		}
	}
	mask := uint32(len(m) - 1)
	for i, slope := range slopes {
		for side, g := range slope {
			if math.Abs(float64(g)) < sideFlat {
				continue
			}
			for _, f := range featuresOf(e.lesson, i) {
				loglinear.Slide(&m[f&mask][side], &squares[f&mask][side], g, sideRate)
			}
		}
	}
}

// choose gives the likeliest source and target of an example, -1 being nobody, by how much they are likelier than those of the rules, and how far
// ahead of the next each is: 0 where one would be both.
func (m sideModel) choose(e *sideExample) (best [2]int, gain float32, ahead [2]float32) {
	n := len(e.choice.Candidates)
	var next, ruled [2]int
	var most, second [2]float32 // the scores of best and next
	var theirs float32
	for side := range 2 {
		if ruled[side] = e.choice.Rules[side]; ruled[side] < 0 {
			ruled[side] = n
		}
		most[side], second[side] = -math.MaxFloat32, -math.MaxFloat32
	}
	for i := range n + 1 {
		for side, x := range m.score(featuresOf(e.choice, i)) {
			switch {
			case x > most[side]:
				next[side], second[side] = best[side], most[side]
				best[side], most[side] = i, x
			case x > second[side]:
				next[side], second[side] = i, x
			}
			if i == ruled[side] {
				theirs += x
			}
		}
	}
	ahead = [2]float32{most[0] - second[0], most[1] - second[1]}
	alike := best[0] == best[1]
	if best[0] < n && best[1] < n && !e.choice.Mutual {
		a, b := &e.choice.Candidates[best[0]], &e.choice.Candidates[best[1]]
		alike = alike || a.Group >= 0 && a.Group == b.Group
	}
	if alike && best[0] < n {
		ahead = [2]float32{}
		side := 0
		if most[0]+second[1] >= second[0]+most[1] {
			side = 1
		}
		best[side], most[side] = next[side], second[side]
	}
	gain = most[0] + most[1] - theirs
	for side := range best {
		if best[side] == n {
			best[side] = -1
		}
	}
	return best, gain, ahead
}

// pack stores the model with weights of eight bits, and its bars.
func (m sideModel) pack(b sideBars) []byte {
	weights, units := loglinear.Bytes(func(yield func(float32) bool) {
		for _, row := range m {
			if !yield(row[0]) || !yield(row[1]) {
				return
			}
		}
	})
	return linear.Pack(model.AppendChooser(nil, weights, units(b.margin), units(sideStep), b.sure))
}

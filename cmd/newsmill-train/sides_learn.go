package main

import (
	"math"
	"math/rand/v2"

	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	sideBits    = 18
	sideEpochs  = 4
	sideRate    = .1
	sideSmooth  = .1
	sideRepeats = 3 // how often the plain sentences stand among the others
	sideStep    = 1 // of a lead
	sideMargin  = 2 // by which others must be likelier than those of the rules
)

// sideModel has the weights of hashed features for the source and the target.
type sideModel [][2]float32

func (m sideModel) score(features []uint32, side int) (sum float32) {
	for _, f := range features {
		sum += m[f&(1<<sideBits-1)][side]
	}
	return sum
}

// features are those of candidate i; behind the last one stands nobody.
func (e *sideExample) features(i int) []uint32 {
	if i == len(e.choice.Candidates) {
		return e.choice.Nobody
	}
	return e.choice.Candidates[i].Features
}

// learnSides learns a log-linear model of which candidate is a side by AdaGrad (Duchi et al. 2011). Where several are
// right, any of them is. The mean of all rounds is taken.
func learnSides(examples []*sideExample) sideModel {
	m, squares, mean := make(sideModel, 1<<sideBits), make(sideModel, 1<<sideBits), make(sideModel, 1<<sideBits)
	random := rand.New(rand.NewPCG(1, 1))
	order := random.Perm(len(examples))
	for range sideEpochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			for side := range 2 {
				if e := examples[i]; !e.lost[side] {
					m.step(squares, e, side)
				}
			}
		}
		for i := range m {
			for side, w := range m[i] {
				mean[i][side] += w
			}
		}
	}
	return mean
}

// step takes one step down the slope of an example's loss.
func (m sideModel) step(squares sideModel, e *sideExample, side int) {
	n := len(e.choice.Candidates)
	right := make([]bool, n+1)
	for _, i := range e.right[side] {
		right[i] = true
	}
	right[n] = len(e.right[side]) == 0
	chance := make([]float64, n+1)
	top, all, good := math.Inf(-1), 0.0, 0.0
	for i := range chance {
		chance[i] = float64(m.score(e.features(i), side))
		top = max(top, chance[i])
	}
	for i := range chance {
		chance[i] = math.Exp(chance[i] - top)
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
		g := float32(slope)
		for _, f := range e.features(i) {
			f &= 1<<sideBits - 1
			q := &squares[f][side]
			*q += float32(g * g)
			m[f][side] -= float32(sideRate * g / float32(math.Sqrt(float64(*q)+sideSmooth)))
		}
	}
}

// choose gives source and target of an example as a run does, -1 being nobody, and how far they are ahead of the next, in steps: 0
// where one would be both, or hardly likelier than those of the rules.
func (m sideModel) choose(e *sideExample) (best [2]int, lead int) {
	n := len(e.choice.Candidates)
	var next, ruled [2]int
	var most, second [2]float32 // the scores of best and next
	var theirs float32
	for side := range 2 {
		if ruled[side] = e.choice.Rules[side]; ruled[side] < 0 {
			ruled[side] = n
		}
		most[side], second[side] = -math.MaxFloat32, -math.MaxFloat32
		for i := range n + 1 {
			x := m.score(e.features(i), side)
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
	ahead := min(most[0]-second[0], most[1]-second[1])
	if best[0] == best[1] && best[0] < n {
		ahead = 0
		side := 0
		if most[0]+second[1] >= second[0]+most[1] {
			side = 1
		}
		best[side], most[side] = next[side], second[side]
	}
	if best != ruled && most[0]+most[1] < theirs+sideMargin {
		best, ahead = ruled, 0
	}
	for side := range best {
		if best[side] == n {
			best[side] = -1
		}
	}
	return best, int(min(ahead/sideStep, event.Leads-1))
}

// pack stores the model with weights of eight bits, and how many of a thousand choices are right by their lead.
func (m sideModel) pack(right [event.Leads]int) []byte {
	most := 0.0
	for _, row := range m {
		most = max(most, math.Abs(float64(row[0])), math.Abs(float64(row[1])))
	}
	weights := make([]int8, 0, 2*len(m))
	for _, row := range m {
		for _, w := range row {
			weights = append(weights, int8(math.Round(float64(w)*127/most)))
		}
	}
	return linear.Pack(event.AppendChooser(nil, weights, int(math.Round(sideMargin*127/most)), int(math.Round(sideStep*127/most)), right))
}

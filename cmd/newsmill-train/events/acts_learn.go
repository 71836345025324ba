package events

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	actBits   = 18
	actEpochs = 4
	actRate   = .05
)

// actModel has the weights of hashed features of acts.
type actModel []float32

func (m actModel) score(features []uint32) (sum float32) {
	for _, f := range features {
		sum += m[f&(1<<actBits-1)]
	}
	return sum
}

// learnActs learns by AdaGrad (Duchi et al. 2011) which triggers tell an act: logistic regression, the mean of all rounds.
func learnActs(examples []*sideExample) actModel {
	m, squares, mean := make(actModel, 1<<actBits), make(actModel, 1<<actBits), make(actModel, 1<<actBits)
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(examples))
	for range actEpochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := examples[i]
			if e.silent {
				continue
			}
			slope := 1 / (1 + math.Exp(-float64(m.score(e.choice.Act))))
			g := float32(slope) - e.act
			for _, f := range e.choice.Act {
				f &= 1<<actBits - 1
				loglinear.Slide(&m[f], &squares[f], g, actRate)
			}
		}
		for i, w := range m {
			mean[i] += w / actEpochs
		}
	}
	return mean
}

// pack stores the model with weights of eight bits, and its bars.
func (m actModel) pack(b sideBars) []byte {
	weights, units := loglinear.Bytes(slices.Values(m))
	return linear.Pack(model.AppendActs(nil, weights, units(b.least), units(b.surely)))
}

package main

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/sentiment"
)

// What was found best in five folds.
const (
	toneBits     = 20
	toneEpochs   = 6
	toneSeeds    = 3
	toneRate     = .02
	toneLeft     = .4 // of the features are left out at each step
	tonePositive = 1.3
	toneLog      = .6 // how much a feature's log ratio counts against 1
)

// temperatures are tried: how much the sums of the weights are flattened before they are chances.
var temperatures = [...]float64{.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3}

// toneModel is logistic regression over hashed features.
type toneModel [][3]float64

func (m toneModel) sums(features []uint32) (sums [3]float64) {
	for _, f := range features {
		w := &m[f&(1<<toneBits-1)]
		for c := range sums {
			sums[c] += w[c]
		}
	}
	return sums
}

func (m toneModel) best(features []uint32) int {
	sums := m.sums(features)
	return slices.Index(sums[:], slices.Max(sums[:]))
}

// scaled gives the sums where features have sizes.
func (m toneModel) scaled(features []uint32, scale toneModel) (sums [3]float64) {
	for _, f := range features {
		w, s := &m[f], &scale[f]
		for c := range sums {
			sums[c] += float64(w[c] * s[c])
		}
	}
	return sums
}

// chances are what sums of weights stand for.
func chances(sums [3]float64, temperature float64) (p [3]float64) {
	top, total := slices.Max(sums[:]), 0.0
	for c := range p {
		p[c] = math.Exp((sums[c] - top) / temperature)
		total += p[c]
	}
	for c := range p {
		p[c] /= total
	}
	return p
}

// logRatios gives how large each feature is for each class: partly 1, partly the size of the logarithm of how much more
// often it stands there than elsewhere (Wang and Manning 2012), so that what tells nothing cannot be learned by heart.
func logRatios(examples []*toneExample) toneModel {
	counts := make(toneModel, 1<<toneBits)
	var all [3]float64
	for _, e := range examples {
		for _, f := range e.features {
			counts[f&(1<<toneBits-1)][e.class]++
		}
		all[e.class]++
	}
	for i := range counts {
		row := counts[i]
		total := row[0] + row[1] + row[2]
		for c, n := range row {
			here := (n + 1) / (all[c] + 2)
			elsewhere := (total - n + 1) / (float64(len(examples)) - all[c] + 2)
			counts[i][c] = 1 - toneLog + float64(toneLog*math.Abs(math.Log(here/elsewhere)))
		}
	}
	return counts
}

// learnTone learns by AdaGrad (Duchi et al. 2011), with features scaled by their log ratios, some left out at random, the
// rarer class weighed, and the mean of all rounds from several seeds taken.
func learnTone(examples []*toneExample) toneModel {
	scale := logRatios(examples)
	m, mean, squares := make(toneModel, 1<<toneBits), make(toneModel, 1<<toneBits), make([][3]float64, 1<<toneBits)
	kept := make([]uint32, 0, 1024)
	for seed := range uint64(toneSeeds) {
		random := rand.New(rand.NewPCG(1, seed))
		clear(m)
		clear(squares)
		order := random.Perm(len(examples))
		for range toneEpochs {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, i := range order {
				kept = kept[:0]
				for _, f := range examples[i].features {
					if random.Float64() >= toneLeft {
						kept = append(kept, f&(1<<toneBits-1))
					}
				}
				slope := chances(m.scaled(kept, scale), 1)
				slope[examples[i].class]--
				if examples[i].class == int(sentiment.Positive) {
					for c := range slope {
						slope[c] *= tonePositive
					}
				}
				for _, f := range kept {
					w, q := &m[f], &squares[f]
					for c, g := range slope {
						g *= scale[f][c]
						q[c] += float64(g * g)
						w[c] -= float64(toneRate*g) / (math.Sqrt(q[c]) + 1e-6)
					}
				}
			}
			for i := range m {
				for c, w := range m[i] {
					mean[i][c] += w * scale[i][c] / (toneEpochs * toneSeeds)
				}
			}
		}
	}
	return mean
}

// cutWeights is the share of weights that are cut to fit eight bits.
const cutWeights = 1e-5

// pack stores the model with weights of eight bits, behind the chances that its sums stand for.
func (m toneModel) pack(temperature float64) []byte {
	var sizes []float64
	for _, row := range m {
		for _, w := range row {
			if w != 0 {
				sizes = append(sizes, math.Abs(w))
			}
		}
	}
	slices.Sort(sizes)
	scale := 127 / sizes[int(float64(len(sizes)-1)*(1-cutWeights))]
	weights := make([]int8, 0, 3*len(m))
	for _, row := range m {
		for _, w := range row {
			weights = append(weights, int8(math.Round(max(-127, min(127, w*scale)))))
		}
	}
	var stored []byte
	for d := range sentiment.Steps {
		stored = binary.LittleEndian.AppendUint32(stored, uint32(math.Round(math.Exp(-float64(d*sentiment.Step)/(scale*temperature))*sentiment.Whole)))
	}
	return linear.Pack(linear.Append(stored, 3, weights))
}

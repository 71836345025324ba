package sentiment

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
	toneRare     = 2 // features that stand in fewer examples are left out
	toneEpochs   = 4
	toneSeeds    = 1
	toneRate     = .02
	toneLeft     = .4 // of the features are left out at each step
	tonePositive = 1.3
	toneTold     = .5 // what an example counts that a model told
	toneLog      = .6 // how much a feature's log ratio counts against 1
	tonePlain    = .6 // how much of its classes' shares plain news is excused
	toneLevels   = 40 // of weights above and below 0
)

// temperatures are tried: how much the sums of the weights are flattened before they are chances.
var temperatures = [...]float64{.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3}

// numbered puts in place of each feature the number of its row among those that are learned, in order of how frequent they
// are, so that those often met lie together in memory. It gives the rows by their numbers.
func numbered(examples []*toneExample) (rows []uint32) {
	counts, numbers := make([]uint32, 1<<toneBits), make([]uint32, 1<<toneBits)
	for _, e := range examples {
		for i, f := range e.features {
			e.features[i] = f & (1<<toneBits - 1)
			counts[e.features[i]]++
		}
	}
	for row, n := range counts {
		if n >= toneRare {
			rows = append(rows, uint32(row))
		}
	}
	slices.SortStableFunc(rows, func(a, b uint32) int { return int(counts[b]) - int(counts[a]) })
	for n, row := range rows {
		numbers[row] = uint32(n)
	}
	for _, e := range examples {
		e.features = slices.DeleteFunc(e.features, func(f uint32) bool { return counts[f] < toneRare })
		for i, f := range e.features {
			e.features[i] = numbers[f]
		}
	}
	return rows
}

// toneModel is logistic regression over numbered features.
type toneModel [][3]float64

func (m toneModel) sums(features []uint32) (sums [3]float64) {
	for _, f := range features {
		for c, w := range m[f] {
			sums[c] += w
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

// toneCell is what is learned of a feature: its weights, the sums of their slopes' squares, and how large the feature is
// for each class. They lie together as they are used.
type toneCell struct{ weights, squares, size [3]float32 }

// toneCells gives features their sizes: partly 1, partly the size of the logarithm of how much more often a feature
// stands in a class than elsewhere (Wang and Manning 2012), so that what tells nothing cannot be learned by heart.
func toneCells(examples []*toneExample, n int) []toneCell {
	counts := make([][3]float64, n)
	var all [3]float64
	for _, e := range examples {
		for _, f := range e.features {
			for c, p := range e.chances {
				counts[f][c] += float64(e.counts() * p)
			}
		}
		for c, p := range e.chances {
			all[c] += float64(e.counts() * p)
		}
	}
	total := all[0] + all[1] + all[2]
	cells := make([]toneCell, n)
	for i, row := range counts {
		for c, x := range row {
			here := (x + 1) / (all[c] + 2)
			elsewhere := (row[0] + row[1] + row[2] - x + 1) / (total - all[c] + 2)
			cells[i].size[c] = float32(1 - toneLog + float64(toneLog*math.Abs(math.Log(here/elsewhere))))
		}
	}
	return cells
}

// plainer gives, for each class, the logarithm of how much more frequent it is in what a model told of plain news than in sentences
// that were chosen for their tone, in part. It is added to the sums of the former, so that the weights need not tell it: a run
// speaks as of the latter (Menon et al. 2021, "Long-tail learning via logit adjustment").
func plainer(examples []*toneExample) (more [3]float64) {
	var sums [2][3]float64
	for _, e := range examples {
		kind := 0
		if e.told() {
			kind = 1
		}
		for c, p := range e.chances {
			sums[kind][c] += float64(p)
		}
	}
	if sums[1] == more {
		return more
	}
	for c := range more {
		more[c] = tonePlain * math.Log(sums[1][c]/sums[0][c])
	}
	return more
}

// learnTone learns over n features by AdaGrad (Duchi et al. 2011), with features scaled by their log ratios, some left out at random, the
// rarer class weighed, and the mean of all rounds from several seeds taken.
func learnTone(examples []*toneExample, n int) toneModel {
	cells, mean, more := toneCells(examples, n), make(toneModel, n), plainer(examples)
	kept := make([]uint32, 0, 1024)
	for seed := range uint64(toneSeeds) {
		random := rand.New(rand.NewPCG(1, seed))
		for i := range cells {
			cells[i].weights, cells[i].squares = [3]float32{}, [3]float32{}
		}
		order := random.Perm(len(examples))
		for range toneEpochs {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, i := range order {
				kept = kept[:0]
				for _, f := range examples[i].features {
					if random.Float64() >= toneLeft {
						kept = append(kept, f)
					}
				}
				step(cells, kept, examples[i], more)
			}
			for i := range cells {
				for c, w := range cells[i].weights {
					mean[i][c] += float64(w*cells[i].size[c]) / (toneEpochs * toneSeeds)
				}
			}
		}
	}
	return mean
}

// step takes one step down the slope of an example's loss, of which some features are kept.
func step(cells []toneCell, kept []uint32, e *toneExample, more [3]float64) {
	var sums [3]float64
	for _, f := range kept {
		cell := &cells[f]
		for c := range sums {
			sums[c] += float64(cell.weights[c] * cell.size[c])
		}
	}
	if e.told() {
		for c := range sums {
			sums[c] += more[c]
		}
	}
	weight := e.counts() * (1 + float32((tonePositive-1)*e.chances[sentiment.Positive]))
	var slope [3]float32
	for c, p := range chances(sums, 1) {
		slope[c] = weight * (float32(p) - e.chances[c])
	}
	for _, f := range kept {
		cell := &cells[f]
		for c, g := range slope {
			g *= cell.size[c]
			cell.squares[c] += float32(g * g)
			cell.weights[c] -= float32(toneRate*g) / (float32(math.Sqrt(float64(cell.squares[c]))) + 1e-6)
		}
	}
}

// cutWeights is the share of weights that are cut to fit the levels.
const cutWeights = 1e-5

// pack stores the model with weights of few levels, behind the chances that its sums stand for.
func (m toneModel) pack(rows []uint32, temperature float64) []byte {
	var sizes []float64
	for _, row := range m {
		for _, w := range row {
			if w != 0 {
				sizes = append(sizes, math.Abs(w))
			}
		}
	}
	slices.Sort(sizes)
	scale := toneLevels / sizes[int(float64(len(sizes)-1)*(1-cutWeights))]
	weights := make([]int8, 3<<toneBits)
	for i, row := range m {
		for c, w := range row {
			weights[3*rows[i]+uint32(c)] = int8(math.Round(max(-toneLevels, min(toneLevels, w*scale))))
		}
	}
	var stored []byte
	for d := range sentiment.Steps {
		stored = binary.LittleEndian.AppendUint32(stored, uint32(math.Round(math.Exp(-float64(d*sentiment.Step)/(scale*temperature))*sentiment.Whole)))
	}
	return linear.Pack(linear.Append(stored, 3, weights))
}

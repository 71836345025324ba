package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	codeEpochs    = 6
	codeDraws     = 3 // one order alone moves what hangs on few examples
	codeRate      = .1
	codeSmooth    = .1
	codeRepeats   = 20 // how often the plain sentences stand among the others
	roleBits      = 15
	countryBits   = 17
	statusBits    = 15
	statusRate    = .04
	statusRepeats = 40
)

// A codeLesson is a choice of one of several things, by features of each, or of classes, by features that they share.
type codeLesson struct {
	shared   []uint32
	features [][]uint32
	right    []bool
	ruled    int // that of the rules; of a class -1 is none
}

// lessons are what an example teaches of its role and of its country.
func (e *codeExample) lessons() [2]*codeLesson {
	return [2]*codeLesson{
		{shared: e.RoleFeatures, right: e.right[0], ruled: slices.Index(e.Roles, e.Role)},
		{features: e.Features, right: e.right[1], ruled: slices.Index(e.Countries, e.Country)},
	}
}

// codeModel has a row of weights for each hashed feature: one, or one for each class and a last one for that of the rules, whichever it is.
type codeModel struct {
	columns int
	rows    [][]float32
}

func newCodeModel(columns, bits int) *codeModel {
	m := &codeModel{columns: columns, rows: make([][]float32, 1<<bits)}
	weights := make([]float32, columns<<bits)
	for i := range m.rows {
		m.rows[i], weights = weights[:columns], weights[columns:]
	}
	return m
}

// each calls yield with the features and the columns of the weights that add up to the score of choice i.
func (m *codeModel) each(l *codeLesson, i int, yield func(features []uint32, column int)) {
	if m.columns == 1 {
		yield(l.features[i], 0)
		return
	}
	yield(l.shared, i)
	if i == l.ruled {
		yield(l.shared, m.columns-1)
	}
}

func (m *codeModel) scores(l *codeLesson) []float32 {
	scores, mask := make([]float32, len(l.right)), uint32(len(m.rows)-1)
	for i := range scores {
		m.each(l, i, func(features []uint32, column int) {
			for _, f := range features {
				scores[i] += m.rows[f&mask][column]
			}
		})
	}
	return scores
}

// learnCodes learns a log-linear model by AdaGrad (Duchi et al. 2011), the mean of all rounds of several orders.
func learnCodes(lessons []*codeLesson, columns, bits int, rate float32) *codeModel {
	mean := newCodeModel(columns, bits)
	for draw := range uint64(codeDraws) {
		m, squares := newCodeModel(columns, bits), newCodeModel(columns, bits)
		random := rand.New(rand.NewPCG(1+draw, 3))
		order := random.Perm(len(lessons))
		for range codeEpochs {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, n := range order {
				m.step(squares, lessons[n], rate)
			}
			for i, row := range m.rows {
				for k, w := range row {
					mean.rows[i][k] += float32(w / (codeEpochs * codeDraws))
				}
			}
		}
	}
	return mean
}

// step takes one step down the slope of a lesson's loss.
func (m *codeModel) step(squares *codeModel, l *codeLesson, rate float32) {
	scores, mask := m.scores(l), uint32(len(m.rows)-1)
	chance, all, good := make([]float64, len(scores)), 0.0, 0.0
	top := float64(slices.Max(scores))
	for i, x := range scores {
		chance[i] = math.Exp(float64(x) - top)
		all += chance[i]
		if l.right[i] {
			good += chance[i]
		}
	}
	if good == 0 {
		return
	}
	for i := range chance {
		slope := chance[i] / all
		if l.right[i] {
			slope -= chance[i] / good
		}
		if math.Abs(slope) < sideFlat {
			continue
		}
		g := float32(slope)
		m.each(l, i, func(features []uint32, column int) {
			for _, f := range features {
				q := &squares.rows[f&mask][column]
				*q += float32(g * g)
				m.rows[f&mask][column] -= float32(rate * g / float32(math.Sqrt(float64(*q)+codeSmooth)))
			}
		})
	}
}

// pack stores the model with weights of eight bits, and by how much another choice must be likelier than that of the rules.
func (m *codeModel) pack(margin float32) []byte {
	weights, most := m.bytes()
	return linear.Pack(model.AppendCoder(nil, m.columns, weights, int(math.Round(float64(margin)*127/most))))
}

// bytes are its weights in parts of the largest, which is most.
func (m *codeModel) bytes() (weights []int8, most float64) {
	for _, row := range m.rows {
		for _, w := range row {
			most = max(most, math.Abs(float64(w)))
		}
	}
	weights = make([]int8, 0, m.columns*len(m.rows))
	for _, row := range m.rows {
		for _, w := range row {
			x := int8(math.Round(float64(w) * 127 / most))
			if x*x == 1 {
				x = 0 // it decides nothing, and takes room
			}
			weights = append(weights, x)
		}
	}
	return weights, most
}

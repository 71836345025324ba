// Package loglinear learns log-linear models of choices by hashed features. Where the choice is of classes and rules have
// made one already, theirs has weights of its own, whichever class it is: so a model learns how far they can be believed.
package loglinear

import (
	"iter"
	"math"
	"math/rand/v2"
	"slices"
)

// What was found best in five folds.
const (
	epochs = 6
	draws  = 9 // one order alone moves what hangs on few examples
	smooth = .1
	flat   = 1e-3 // a slope below which no step is taken
)

// A Lesson is a choice of one of several things, by features of each, or of classes, by features that they share.
type Lesson struct {
	Shared   []uint32
	Features [][]uint32
	Right    []bool
	Ruled    int // that of the rules; of a class -1 is none
}

// A Model has a row of weights for each hashed feature: one, or one for each class and a last one for that of the rules, whichever it is.
type Model struct {
	Columns int
	rows    [][]float32
}

func newModel(columns, bits int) *Model {
	m := &Model{Columns: columns, rows: make([][]float32, 1<<bits)}
	weights := make([]float32, columns<<bits)
	for i := range m.rows {
		m.rows[i], weights = weights[:columns], weights[columns:]
	}
	return m
}

// each calls yield with the features and the columns of the weights that add up to the score of choice i.
func (m *Model) each(l *Lesson, i int, yield func(features []uint32, column int)) {
	if m.Columns == 1 {
		yield(l.Features[i], 0)
		return
	}
	yield(l.Shared, i)
	if i == l.Ruled {
		yield(l.Shared, m.Columns-1)
	}
}

// Scores are those of the choices of a lesson.
func (m *Model) Scores(l *Lesson) []float32 {
	scores, mask := make([]float32, len(l.Right)), uint32(len(m.rows)-1)
	for i := range scores {
		m.each(l, i, func(features []uint32, column int) {
			for _, f := range features {
				scores[i] += m.rows[f&mask][column]
			}
		})
	}
	return scores
}

// Learn learns a log-linear model by AdaGrad (Duchi et al. 2011), the mean of all rounds of several orders.
func Learn(lessons []*Lesson, columns, bits int, rate float32) *Model {
	mean := newModel(columns, bits)
	for draw := range uint64(draws) {
		m, squares := newModel(columns, bits), newModel(columns, bits)
		random := rand.New(rand.NewPCG(1+draw, 3))
		order := random.Perm(len(lessons))
		for range epochs {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, n := range order {
				m.step(squares, lessons[n], rate)
			}
			for i, row := range m.rows {
				for k, w := range row {
					mean.rows[i][k] += float32(w / (epochs * draws))
				}
			}
		}
	}
	return mean
}

// step takes one step down the slope of a lesson's loss.
func (m *Model) step(squares *Model, l *Lesson, rate float32) {
	scores, mask := m.Scores(l), uint32(len(m.rows)-1)
	chance, all, good := make([]float64, len(scores)), 0.0, 0.0
	top := float64(slices.Max(scores))
	for i, x := range scores {
		chance[i] = math.Exp(float64(x) - top)
		all += chance[i]
		if l.Right[i] {
			good += chance[i]
		}
	}
	if good == 0 {
		return
	}
	for i := range chance {
		slope := chance[i] / all
		if l.Right[i] {
			slope -= chance[i] / good
		}
		if math.Abs(slope) < flat {
			continue
		}
		g := float32(slope)
		m.each(l, i, func(features []uint32, column int) {
			for _, f := range features {
				Slide(&m.rows[f&mask][column], &squares.rows[f&mask][column], g, rate)
			}
		})
	}
}

// Slide takes a weight down a slope of the loss by AdaGrad, given the sum of the squares of its slopes so far.
func Slide(weight, squares *float32, slope, rate float32) {
	*squares += float32(slope * slope)
	*weight -= float32(rate * slope / float32(math.Sqrt(float64(*squares)+smooth)))
}

// Bytes are its weights in parts of the largest, and units gives other numbers in these.
func (m *Model) Bytes() (weights []int8, units func(float32) int) {
	return Bytes(func(yield func(float32) bool) {
		for _, row := range m.rows {
			for _, w := range row {
				if !yield(w) {
					return
				}
			}
		}
	})
}

// Bytes are weights in parts of the largest, and units gives other numbers in these.
func Bytes(all iter.Seq[float32]) (weights []int8, units func(float32) int) {
	most := 0.0
	for w := range all {
		most = max(most, math.Abs(float64(w)))
	}
	for w := range all {
		x := int8(math.Round(float64(w) * 127 / most))
		if x*x == 1 {
			x = 0 // it decides nothing, and takes room
		}
		weights = append(weights, x)
	}
	return weights, func(x float32) int { return int(math.Round(float64(x) * 127 / most)) }
}

// Package boost trains the models of package trees: gradient boosting of the logistic loss
// with oblivious trees over binned integer features.
//
// Every sum is taken in one order, by one goroutine for each feature, so the same rows give
// the same model however many cores there are.
package boost

import (
	"math"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/trees"
)

// Options steer the training. All shares are between 0 and 1.
type Options struct {
	Trees        int
	Rate         float64 // how much of each tree's answer is taken
	Lambda       float64 // added to the weight of each leaf: small leaves say little
	RowShare     float64 // of the rows, drawn anew for each tree: see draw.go
	FeatureShare float64 // of the features, likewise
	Draws        int     // models of rows and features drawn otherwise, of which the mean is taken: none is one
}

// Rows are what is learned from: Values holds Features values for each row; a row's label is
// true or not, and it counts as much as its weight.
type Rows struct {
	Features int
	Values   []int16
	Label    []bool
	Weight   []float32
}

// Add appends a row.
func (r *Rows) Add(values []int16, label bool, weight float32) {
	r.Values = append(r.Values, values...)
	r.Label = append(r.Label, label)
	r.Weight = append(r.Weight, weight)
}

// Train gives a model that tells rows with the label from those without. The mean of several is one with all their trees, each of
// which answers so much less.
func Train(rows *Rows, o Options) *trees.Model {
	t := newTrainer(rows, o)
	m := &trees.Model{Features: rows.Features}
	draws := max(o.Draws, 1)
	for draw := range draws {
		m.Bias = t.bias()
		for i := range o.Trees {
			tree := t.grow(uint64(draw*o.Trees + i))
			for k, v := range tree.Leaf {
				tree.Leaf[k] = int16(math.Round(float64(v) / float64(draws)))
			}
			m.Trees = append(m.Trees, tree)
		}
	}
	return m
}

const depth = trees.Depth

// A trainer holds the rows in columns of bins, and where boosting stands with each row.
type trainer struct {
	o      Options
	rows   int
	cuts   [][]int16 // of each feature: bin b holds values up to cuts[b]
	bins   [][]uint8
	label  []bool
	weight []float32
	score  []float64

	gradient, curvature []float32 // of each drawn row
	drawn               []int32   // rows of the tree at hand
	leaf                []uint8   // of each drawn row
	seen                [][]uint8 // bins of each drawn row, by feature; see fill
	lowSide             []bool    // for each leaf of the level before: the smaller half has the answer no
	hist                [][]cell
}

// A cell is the sum of gradients and curvatures of some rows.
type cell struct{ g, h float64 }

func newTrainer(rows *Rows, o Options) *trainer {
	n := len(rows.Label)
	t := &trainer{
		o: o, rows: n, label: rows.Label, weight: rows.Weight,
		score: make([]float64, n), seen: make([][]uint8, rows.Features),
		cuts: make([][]int16, rows.Features), bins: make([][]uint8, rows.Features), hist: make([][]cell, rows.Features),
	}
	cores.Each(rows.Features, func(f int) {
		t.cuts[f] = cutsOf(rows, f)
		t.bins[f] = binsOf(rows, f, t.cuts[f])
	})
	return t
}

// bias puts all rows where they begin, at the odds of the label, and gives these.
func (t *trainer) bias() int32 {
	var yes, all float64
	for i, w := range t.weight {
		all += float64(w)
		if t.label[i] {
			yes += float64(w)
		}
	}
	yes = min(max(yes/all, 1e-6), 1-1e-6)
	b := int32(math.Round(math.Log(yes/(1-yes)) * trees.One))
	for i := range t.score {
		t.score[i] = float64(b) / trees.One
	}
	return b
}

// grow adds one tree.
func (t *trainer) grow(number uint64) trees.Tree {
	t.draw(number)
	var features []int
	limit := uint64(t.o.FeatureShare * (1 << 32))
	for f := range t.bins {
		if len(t.cuts[f]) > 0 && mix(uint64(f)*0xd1342543de82ef95+number+1<<40)>>32 < limit {
			features = append(features, f)
		}
	}
	var tree trees.Tree
	fresh := make([]int32, len(t.drawn))
	for k := range fresh {
		fresh[k] = int32(k)
	}
	for level := range depth {
		cores.Each(len(features), func(k int) { t.fill(features[k], level, fresh) })
		f, bin := t.best(features, 1<<level)
		if f < 0 {
			for k := level; k < depth; k++ { // nothing parts the rows: no value is above the highest
				tree.Threshold[k] = math.MaxInt16
			}
			break
		}
		tree.Feature[level], tree.Threshold[level] = uint16(f), t.cuts[f][bin]
		fresh = t.part(f, bin, level)
	}
	t.leaves(&tree)
	return tree
}

// fill sums the drawn rows, fresh by their place among them, by leaf and bin of a feature. Of the two halves of each leaf of the
// level before only the smaller, fresh, is summed; the other is what is left.
func (t *trainer) fill(f, level int, fresh []int32) {
	width := len(t.cuts[f]) + 1
	if need := width << depth; len(t.hist[f]) < need {
		t.hist[f] = make([]cell, need)
	}
	hist := t.hist[f]
	if level == 0 {
		clear(hist[:width])
		t.seen[f] = t.seen[f][:0]
		for k, i := range t.drawn {
			bin := t.bins[f][i]
			t.seen[f] = append(t.seen[f], bin)
			c := &hist[bin]
			c.g += float64(t.gradient[k])
			c.h += float64(t.curvature[k])
		}
		return
	}
	bins := t.seen[f]
	// Leaf n of the level before is now n and n + half. What is fresh is summed in its own place.
	half := 1 << (level - 1)
	upper := hist[half*width : 2*half*width]
	clear(upper)
	for _, i := range fresh {
		c := &upper[int(t.leaf[i])&(half-1)*width+int(bins[i])]
		c.g += float64(t.gradient[i])
		c.h += float64(t.curvature[i])
	}
	for n := range half {
		low, high := hist[n*width:(n+1)*width], upper[n*width:(n+1)*width]
		for b := range low {
			low[b].g -= high[b].g
			low[b].h -= high[b].h
		}
		if t.lowSide[n] {
			for b := range low {
				low[b], high[b] = high[b], low[b]
			}
		}
	}
}

// best gives the question that lowers the loss most over all leaves, or -1. Ties go to the
// first feature and bin.
func (t *trainer) best(features []int, leaves int) (feature, bin int) {
	type answer struct {
		gain float64
		bin  int
	}
	answers := make([]answer, len(features))
	cores.Each(len(features), func(k int) {
		f := features[k]
		width := len(t.cuts[f]) + 1
		gains := make([]float64, width-1)
		for n := range leaves {
			cells := t.hist[f][n*width : (n+1)*width]
			var all cell
			for _, c := range cells {
				all.g += c.g
				all.h += c.h
			}
			if all.h <= 0 {
				continue
			}
			none := all.g * all.g / (all.h + t.o.Lambda)
			var low cell
			for b := range gains {
				low.g += cells[b].g
				low.h += cells[b].h
				high := cell{all.g - low.g, all.h - low.h}
				gains[b] += low.g*low.g/(max(low.h, 0)+t.o.Lambda) + high.g*high.g/(max(high.h, 0)+t.o.Lambda) - none
			}
		}
		a := answer{bin: -1}
		for b, g := range gains {
			if g > a.gain {
				a = answer{g, b}
			}
		}
		answers[k] = a
	})
	most := 1e-9
	feature = -1
	for k, a := range answers {
		if a.bin >= 0 && a.gain > most {
			most, feature, bin = a.gain, features[k], a.bin
		}
	}
	return feature, bin
}

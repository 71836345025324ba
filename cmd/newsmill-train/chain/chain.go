// Package chain trains taggers of sequences: the averaged structured perceptron (Collins,
// "Discriminative training methods for hidden Markov models", 2002) over hashed features. Weights
// are integers and one goroutine trains a model: the same weights each time.
package chain

import "math/rand/v2"

// A Sequence is one sentence: the features of each token, one after another, and its tags.
type Sequence struct {
	Features []uint32
	Ends     []int32 // of each token's features
	Tags     []uint8
	Weight   int32 // how much an error moves weights; 0 leaves the sequence out
}

func (s *Sequence) token(i int) []uint32 {
	from := int32(0)
	if i > 0 {
		from = s.Ends[i-1]
	}
	return s.Features[from:s.Ends[i]]
}

const (
	// Lanes is how many weights a row has: tags rounded up.
	Lanes = 32
	words = Lanes / 4
)

// row packs weights of 16 bits, the sum of each one shifted to its place: a weight below zero
// borrows from the next, and rows add up as whole numbers.
type row [words]uint64

func (r *row) add(k uint8, by int32) { r[k/4%words] += uint64(int64(by)) << (16 * (k % 4)) }

// unpack writes the weights out.
func (r *row) unpack(out *[Lanes]int32) {
	for i, w := range r {
		for k := range 4 {
			lane := int16(w)
			out[4*i+k] = int32(lane)
			w = (w - uint64(int64(lane))) >> 16
		}
	}
}

// Options of training.
type Options struct {
	Bits    int   // of the table of features
	Tags    int   // at most Lanes; what is next to the last stands for the edge of a sequence
	Epochs  int   //
	Drop    int   // in 64ths: share of features left out at each step
	Cost    int32 // added to the score of each wrong tag while training
	Follows func(a, b uint8) bool
	Seed    uint64
}

// model holds weights: a row for each value of a feature's lower bits, and a weight for each step
// from tag to tag, Tags being the edge of a sequence.
type model struct {
	rows  []row
	steps [Lanes][Lanes]int32
	sum   [][Lanes]int64 // of changes, each times the step it was made at
}

// Trained is an averaged model.
type Trained struct {
	Options
	Weights [][Lanes]float32
	Steps   [Lanes][Lanes]float32
}

// Train fits a model.
func Train(data []Sequence, o Options) *Trained {
	m := model{rows: make([]row, 1<<o.Bits), sum: make([][Lanes]int64, 1<<o.Bits)}
	var sumSteps [Lanes][Lanes]int64
	draw := rand.New(rand.NewPCG(o.Seed, 17))
	order := draw.Perm(len(data))
	d := newDecoder(o)
	step := int64(1)
	mask := uint32(1<<o.Bits - 1)
	var kept Sequence
	for range o.Epochs {
		draw.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			s := &data[at]
			if len(s.Tags) == 0 || s.Weight == 0 {
				continue
			}
			if o.Drop > 0 {
				kept.drop(s, o.Drop, draw)
				s = &kept
			}
			step++
			d.sums = resize(d.sums, len(s.Tags))
			for i := range s.Tags {
				var sum row
				for _, f := range s.token(i) {
					w := &m.rows[f&mask]
					for k := range sum {
						sum[k] += w[k]
					}
				}
				sum.unpack(&d.sums[i])
				if o.Cost != 0 {
					for k := range o.Tags {
						d.sums[i][k] += o.Cost
					}
					d.sums[i][s.Tags[i]] -= o.Cost
				}
			}
			got := d.best(&m.steps)
			before, beforeGot := uint8(o.Tags), uint8(o.Tags)
			for i, gold := range s.Tags {
				if got[i] != gold {
					for _, f := range s.token(i) {
						r, u := &m.rows[f&mask], &m.sum[f&mask]
						r.add(gold, s.Weight)
						r.add(got[i], -s.Weight)
						u[gold%Lanes] += step * int64(s.Weight)
						u[got[i]%Lanes] -= step * int64(s.Weight)
					}
				}
				if got[i] != gold || before != beforeGot {
					m.steps[before][gold] += s.Weight
					m.steps[beforeGot][got[i]] -= s.Weight
					sumSteps[before][gold] += step * int64(s.Weight)
					sumSteps[beforeGot][got[i]] -= step * int64(s.Weight)
				}
				before, beforeGot = gold, got[i]
			}
		}
	}
	t := &Trained{Options: o, Weights: make([][Lanes]float32, len(m.rows))}
	var w [Lanes]int32
	for r := range m.rows {
		m.rows[r].unpack(&w)
		for k := range w {
			t.Weights[r][k] = float32(w[k]) - float32(float64(m.sum[r][k])/float64(step))
		}
	}
	for a := range m.steps {
		for b := range m.steps[a] {
			t.Steps[a][b] = float32(m.steps[a][b]) - float32(float64(sumSteps[a][b])/float64(step))
		}
	}
	return t
}

// drop copies a sequence without some of its features.
func (s *Sequence) drop(of *Sequence, share int, draw *rand.Rand) {
	s.Features, s.Ends, s.Tags, s.Weight = s.Features[:0], s.Ends[:0], of.Tags, of.Weight
	bits, left := uint64(0), 0
	at := 0
	for _, end := range of.Ends {
		for ; at < int(end); at++ {
			if left == 0 {
				bits, left = draw.Uint64(), 10
			}
			if int(bits&63) >= share {
				s.Features = append(s.Features, of.Features[at])
			}
			bits >>= 6
			left--
		}
		s.Ends = append(s.Ends, int32(len(s.Features)))
	}
}

func resize[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	return old[:n]
}

// Frequent leaves out, in place, features that stand only once: they say nothing that could be
// learned, and their rows serve others better.
func Frequent(data []Sequence) []Sequence {
	const bits = 25
	once, twice := make([]uint64, 1<<bits/64), make([]uint64, 1<<bits/64)
	for i := range data {
		if data[i].Weight == 0 {
			continue
		}
		for _, f := range data[i].Features {
			f >>= 32 - bits
			bit := uint64(1) << (f % 64)
			twice[f/64] |= once[f/64] & bit
			once[f/64] |= bit
		}
	}
	for i := range data {
		s := &data[i]
		at, kept := 0, 0
		for t, end := range s.Ends {
			for ; at < int(end); at++ {
				if f := s.Features[at] >> (32 - bits); twice[f/64]>>(f%64)&1 == 1 {
					s.Features[kept] = s.Features[at]
					kept++
				}
			}
			s.Ends[t] = int32(kept)
		}
		s.Features = s.Features[:kept]
	}
	return data
}

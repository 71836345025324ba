// Package chain trains taggers of sequences: linear-chain conditional random fields (Lafferty,
// McCallum and Pereira, "Conditional random fields", 2001) over hashed features. One goroutine
// trains a model: the same weights each time.
package chain

import "math/rand/v2"

// A Sequence is one sentence: the features of each token, one after another, and its tags.
type Sequence struct {
	Features []uint32
	Ends     []int32 // of each token's features
	Tags     []uint8
	Weight   float32 // how much it counts; 0 leaves the sequence out
}

func (s *Sequence) token(i int) []uint32 {
	from := int32(0)
	if i > 0 {
		from = s.Ends[i-1]
	}
	return s.Features[from:s.Ends[i]]
}

// Len is how many features the tokens have.
func (s *Sequence) Len() int {
	if len(s.Ends) == 0 {
		return 0
	}
	return int(s.Ends[len(s.Ends)-1])
}

// Lanes is how many weights a row has: tags rounded up.
const Lanes = 32

// Options of training.
type Options struct {
	Bits    int     // of the table of features
	Tags    int     // how many there are, below Lanes; the number Tags stands for the edge of a sequence
	Epochs  int     //
	Drop    int     // in 64ths: share of features left out at each step
	Rate    float32 // how far a weight moves at its first step, in the units of log odds
	Follows func(a, b uint8) bool
	Seed    uint64
}

// Trained is an averaged model.
type Trained struct {
	Options
	Weights [][Lanes]float32
	Steps   [Lanes][Lanes]float32
}

// Train fits a model by stochastic gradients; the steps of each weight shrink as it moves (Duchi,
// Hazan and Singer, "Adaptive subgradient methods", 2011), and weights are averaged over all steps.
func Train(data []Sequence, o Options) *Trained {
	f := newField(o)
	draw := rand.New(rand.NewPCG(o.Seed, 17))
	order := draw.Perm(len(data))
	var kept Sequence
	total, done := o.Epochs*len(data), 0
	for range o.Epochs {
		draw.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			done++
			s := &data[at]
			if len(s.Tags) == 0 || s.Weight == 0 {
				continue
			}
			if o.Drop > 0 {
				kept.drop(s, o.Drop, draw)
				s = &kept
			}
			f.learn(s, float32(done)/float32(total))
		}
	}
	return f.averaged()
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

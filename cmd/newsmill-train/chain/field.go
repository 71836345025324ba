package chain

import (
	"math"
	"unsafe"

	"github.com/newsmill/newsmill/stages/linear"
)

// field is a model in training.
type field struct {
	Options
	rows   weights
	steps  [Lanes][Lanes]float32
	moved  [Lanes][Lanes]float32 // as of weights
	past   [Lanes][Lanes]float32
	odds   [Lanes][Lanes]float32 // exp of steps; 0 where one tag may not follow the other
	before [Lanes][]uint8        // the tags that may stand before each one

	// Of a sequence: exp of the sums of each token, the shares of its tags by all that stands
	// before and in it, and by what stands behind it, each up to a factor.
	sums, here, behind [][Lanes]float32
	change             [Lanes][Lanes]float32 // steps expected, less those taken
	seen               float32               // what near gave, so that it is done
}

// weights are rows with, for each weight, the sum of squares of its gradients, and the sum of its
// moves, each times the share of the training that was done.
type weights struct{ now, moved, past [][Lanes]float32 }

func newField(o Options) *field {
	n := 1 << o.Bits
	f := &field{Options: o, rows: weights{make([][Lanes]float32, n), make([][Lanes]float32, n), make([][Lanes]float32, n)}}
	f.before = newDecoder(o).pre
	for _, r := range [][][Lanes]float32{f.rows.now, f.rows.moved, f.rows.past} {
		linear.AdviseHuge(unsafe.Slice((*byte)(unsafe.Pointer(&r[0])), len(r)*int(unsafe.Sizeof(r[0]))))
	}
	for a := range o.Tags + 1 {
		for b := range o.Tags + 1 {
			if o.Follows(uint8(a), uint8(b)) {
				f.odds[a][b] = 1
			}
		}
	}
	return f
}

// learn moves the weights by the gradient of a sequence; done is the share of the training behind it.
func (f *field) learn(s *Sequence, done float32) {
	f.score(s)
	f.forward()
	f.backward()
	f.moveRows(s, done)
	f.moveSteps(s, done)
}

func (f *field) score(s *Sequence) {
	n, mask := len(s.Tags), uint32(len(f.rows.now)-1)
	f.sums, f.here, f.behind = resize(f.sums, n), resize(f.here, n), resize(f.behind, n)
	for i := range n {
		f.seen += near(f.rows.now, s.token(i), mask)
		var sum [Lanes]float32
		for _, x := range s.token(i) {
			w := &f.rows.now[x&mask]
			for k := range sum {
				sum[k] += w[k]
			}
		}
		most := sum[0]
		for _, v := range sum[1:f.Tags] {
			most = max(most, v)
		}
		for k := range f.Tags {
			sum[k] = float32(math.Exp(float64(sum[k] - most)))
		}
		f.sums[i] = sum
	}
}

func (f *field) forward() {
	last := &[Lanes]float32{}
	for i := range f.sums {
		here, total := &f.here[i], float32(0)
		*here = [Lanes]float32{}
		for b := range uint8(f.Tags) {
			v := float32(0)
			if i == 0 {
				v = f.odds[f.Tags][b%Lanes]
			}
			for _, a := range f.before[b] {
				v += float32(last[a%Lanes] * f.odds[a%Lanes][b%Lanes])
			}
			here[b%Lanes] = v * f.sums[i][b%Lanes]
			total += here[b%Lanes]
		}
		scale(here, total)
		last = here
	}
}

// backward fills in f.behind, and f.change with the steps that are expected.
func (f *field) backward() {
	f.change = [Lanes][Lanes]float32{}
	edge := uint8(f.Tags)
	for i := len(f.sums) - 1; i >= 0; i-- {
		// What each tag of the next token, or the edge, has of all that comes.
		var next [Lanes]float32
		tags := allTags[edge : edge+1]
		next[edge%Lanes] = 1
		if i+1 < len(f.sums) {
			next, tags = [Lanes]float32{}, allTags[:edge]
			for b := range f.Tags {
				next[b] = f.sums[i+1][b] * f.behind[i+1][b]
			}
		}
		here, behind := &f.here[i], &f.behind[i]
		*behind = [Lanes]float32{}
		sure, total := float32(0), float32(0)
		for _, b := range tags {
			for _, a := range f.before[b] {
				v := float32(f.odds[a%Lanes][b%Lanes] * next[b%Lanes])
				behind[a%Lanes] += v
				sure += float32(v * here[a%Lanes])
				total += v
			}
		}
		for _, b := range tags {
			share := next[b%Lanes] / sure
			for _, a := range f.before[b] {
				f.change[a%Lanes][b%Lanes] += float32(here[a%Lanes] * f.odds[a%Lanes][b%Lanes] * share)
			}
		}
		scale(behind, total)
	}
}

var allTags = func() (all [Lanes]uint8) {
	for k := range all {
		all[k] = uint8(k)
	}
	return all
}()

func scale(row *[Lanes]float32, by float32) {
	for k := range row {
		row[k] /= by
	}
}

// near reads rows that are looked at next, so that memory is waited for once and not row by row.
func near(rows [][Lanes]float32, features []uint32, mask uint32) (sum float32) {
	for _, x := range features {
		w := &rows[x&mask]
		sum += w[0] + w[Lanes/2]
	}
	return sum
}

// least is the least gradient that moves a weight.
const least = 1. / 512

func (f *field) moveRows(s *Sequence, done float32) {
	mask, edge := uint32(len(f.rows.now)-1), f.Tags
	var tags [Lanes]uint8
	var by [Lanes]float32
	for i, gold := range s.Tags {
		share, total := f.here[i], float32(0)
		for k := range share {
			share[k] *= f.behind[i][k]
			total += share[k]
		}
		scale(&share, total)
		if i == 0 {
			f.change[edge] = share
		}
		count := 0
		for k := range f.Tags {
			g := -share[k]
			if k == int(gold) {
				g++
			}
			if g > least || g < -least {
				tags[count], by[count] = uint8(k), g*s.Weight
				count++
			}
		}
		if count == 0 {
			continue
		}
		f.seen += near(f.rows.moved, s.token(i), mask) + near(f.rows.past, s.token(i), mask)
		for _, x := range s.token(i) {
			w, m, u := &f.rows.now[x&mask], &f.rows.moved[x&mask], &f.rows.past[x&mask]
			for j := range count {
				k := tags[j] % Lanes
				f.move(&w[k], &m[k], &u[k], by[j], done)
			}
		}
	}
}

func (f *field) moveSteps(s *Sequence, done float32) {
	last := uint8(f.Tags)
	for i := range len(s.Tags) + 1 {
		tag := uint8(f.Tags)
		if i < len(s.Tags) {
			tag = s.Tags[i]
		}
		f.change[last][tag]--
		last = tag
	}
	for a := range f.Tags + 1 {
		for b := range f.Tags + 1 {
			if g := -f.change[a][b]; g > least || g < -least {
				f.move(&f.steps[a][b], &f.moved[a][b], &f.past[a][b], g*s.Weight, done)
				f.odds[a][b] = float32(math.Exp(float64(f.steps[a][b])))
			}
		}
	}
}

func (f *field) move(w, moved, past *float32, gradient, done float32) {
	*moved += float32(gradient * gradient)
	d := f.Rate * gradient / float32(math.Sqrt(float64(1+*moved)))
	*w += d
	*past += float32(d * done)
}

func (f *field) averaged() *Trained {
	t := &Trained{Options: f.Options, Weights: f.rows.now, Steps: f.steps}
	for r := range t.Weights {
		for k := range t.Weights[r] {
			t.Weights[r][k] -= f.rows.past[r][k]
		}
	}
	for a := range t.Steps {
		for b := range t.Steps[a] {
			t.Steps[a][b] -= f.past[a][b]
		}
	}
	return t
}

package chain

import (
	"math"
	"reflect"
	"testing"
)

// toy are sequences in which a tag hangs on the token and on the tag before: a 2 stands behind a
// 1 alone.
func toy() []Sequence {
	var data []Sequence
	for i := range uint32(60) {
		s := Sequence{Weight: 1}
		for k := range uint32(4) {
			tag := uint8(0)
			switch x := (i + k*i) % 3; {
			case x == 1:
				tag = 1
			case x == 2 && k > 0 && s.Tags[k-1] == 1:
				tag = 2
			}
			s.Features = append(s.Features, (i+k*i)%3, 7)
			s.Ends = append(s.Ends, int32(len(s.Features)))
			s.Tags = append(s.Tags, tag)
		}
		data = append(data, s)
	}
	return data
}

var toyOptions = Options{Bits: 4, Tags: 3, Epochs: 10, Rate: 0.3, Follows: func(a, b uint8) bool { return b != 2 || a == 1 }, Seed: 1}

// What was seen in training is tagged as it was, by the same weights each time.
func TestTagsAreLearned(t *testing.T) {
	data := toy()
	model := Train(data, toyOptions)
	tagger := NewTagger(model)
	for i := range data {
		if got := tagger.Tags(&data[i]); !reflect.DeepEqual(got, data[i].Tags) {
			t.Errorf("sequence %d: %v, want %v", i, got, data[i].Tags)
		}
	}
	if again := Train(toy(), toyOptions); !reflect.DeepEqual(again.Weights, model.Weights) || again.Steps != model.Steps {
		t.Error("the same data give other weights")
	}
}

// likelihood is the logarithm of how likely the tags of a sequence are, all sequences counted one
// by one.
func likelihood(f *field, s *Sequence) float64 {
	value := func(tags []uint8) float64 {
		sum, last := 0.0, uint8(f.Tags)
		for i, tag := range tags {
			if !f.Follows(last, tag) {
				return math.Inf(-1)
			}
			sum += float64(f.steps[last][tag])
			for _, x := range s.token(i) {
				sum += float64(f.rows.now[x][tag])
			}
			last = tag
		}
		return sum + float64(f.steps[last][f.Tags])
	}
	total, tags := 0.0, make([]uint8, len(s.Tags))
	for n := range int(math.Pow(float64(f.Tags), float64(len(tags)))) {
		for i := range tags {
			tags[i] = uint8(n % f.Tags)
			n /= f.Tags
		}
		total += math.Exp(value(tags))
	}
	return value(s.Tags) - math.Log(total)
}

// A weight moves as the likelihood of the tags rises with it.
func TestWeightsFollowTheGradient(t *testing.T) {
	f := newField(toyOptions)
	data := toy()
	for i := range data[:20] {
		f.learn(&data[i], 0)
	}
	s := &data[5]
	slope := func(w *float32) float64 {
		const by = 1. / 64
		old := *w
		*w = old + by
		above := likelihood(f, s)
		*w = old - by
		below := likelihood(f, s)
		*w = old
		return (above - below) / (2 * by)
	}
	// What has moved far moves on by steps that hardly shrink.
	const far = 1 << 20
	rows := make([][Lanes]float32, len(f.rows.now))
	for r := range rows {
		for k := range rows[r] {
			rows[r][k] = far
		}
	}
	for k := range f.moved {
		f.moved[k] = rows[0]
	}
	f.rows.moved, f.Rate = rows, 1
	var wantRows, wantSteps [4][4]float64
	for tag := range f.Tags {
		for r := range 4 {
			wantRows[r][tag] = slope(&f.rows.now[r][tag])
			if f.Follows(uint8(r), uint8(tag)) {
				wantSteps[r][tag] = slope(&f.steps[r][tag])
			}
		}
	}
	before, steps := append([][Lanes]float32(nil), f.rows.now...), f.steps
	f.learn(s, 0)
	for tag := range f.Tags {
		for r := range 4 {
			for kind, pair := range map[string][2]float64{
				"row":  {float64(f.rows.now[r][tag] - before[r][tag]), wantRows[r][tag]},
				"step": {float64(f.steps[r][tag] - steps[r][tag]), wantSteps[r][tag]},
			} {
				if got, want := 1024*pair[0], pair[1]; math.Abs(got-want) > 0.01 {
					t.Errorf("%s %d, tag %d moved by %.3f, the slope is %.3f", kind, r, tag, got, want)
				}
			}
		}
	}
}

// The mean of models scores as they do together.
func TestAverage(t *testing.T) {
	a := &Trained{Weights: [][Lanes]float32{{1, 4}}, Steps: [Lanes][Lanes]float32{1: {2: 6}}}
	b := &Trained{Weights: [][Lanes]float32{{3, -4}}, Steps: [Lanes][Lanes]float32{1: {2: 2}}}
	mean := Average([]*Trained{a, b})
	if mean.Weights[0] != [Lanes]float32{2, 0} || mean.Steps[1] != [Lanes]float32{2: 4} {
		t.Errorf("got %v and %v", mean.Weights[0], mean.Steps[1])
	}
}

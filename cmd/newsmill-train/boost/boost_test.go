package boost

import (
	"bytes"
	"runtime"
	"testing"

	"github.com/newsmill/newsmill/stages/trees"
)

// rows says yes where feature 0 is above 50 or feature 1 is below 10, but not both; the other
// features say nothing.
func rows() *Rows {
	r := &Rows{Features: 5}
	for i := range 4000 {
		v := make([]int16, r.Features)
		for f := range v {
			v[f] = int16(mix(uint64(i*len(v)+f)) % 100)
		}
		r.Add(v, (v[0] > 50) != (v[1] < 10), 1)
	}
	return r
}

var options = Options{Trees: 60, Rate: 0.3, Lambda: 1, RowShare: 0.8, FeatureShare: 0.9}

func TestTrainLearnsWhatTwoFeaturesSayTogether(t *testing.T) {
	all := rows()
	m := Train(all, options)
	wrong := 0
	for i, label := range all.Label {
		if m.Score(all.Values[i*all.Features:(i+1)*all.Features]) > 0 != label {
			wrong++
		}
	}
	if wrong > len(all.Label)/100 {
		t.Errorf("%d of %d rows are told wrong", wrong, len(all.Label))
	}
	read, _, err := trees.Read(m.Append(nil))
	if err != nil || !bytes.Equal(read.Append(nil), m.Append(nil)) {
		t.Errorf("the model does not survive writing: %v", err)
	}
}

func TestAnyNumberOfCoresGivesTheSameModel(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := Train(rows(), options).Append(nil)
	runtime.GOMAXPROCS(3)
	if !bytes.Equal(one, Train(rows(), options).Append(nil)) {
		t.Error("three cores give another model than one")
	}
}

func TestModelsOfSeveralDrawsHaveTheMeanScore(t *testing.T) {
	all, twice := rows(), options
	twice.Draws = 2
	one, two := Train(all, options), Train(all, twice)
	if len(two.Trees) != 2*len(one.Trees) {
		t.Fatalf("%d trees, want two for each of %d", len(two.Trees), len(one.Trees))
	}
	other := &trees.Model{Features: two.Features, Bias: two.Bias, Trees: two.Trees[len(one.Trees):]}
	for i := range 50 {
		row := all.Values[i*all.Features : (i+1)*all.Features]
		// The second draw's trees give half of its score each, beside the bias.
		want := (one.Score(row)-one.Bias)/2 + other.Score(row)
		if got := two.Score(row); max(got-want, want-got) > int32(len(one.Trees)) {
			t.Errorf("row %d has %d, want %d", i, got, want)
		}
		if other.Score(row) > 0 != all.Label[i] && one.Score(row) > 0 == all.Label[i] {
			t.Errorf("row %d: the second draw learned something else", i)
		}
	}
}

func TestTrainStopsWhereNothingPartsTheRows(t *testing.T) {
	r := &Rows{Features: 2}
	for i := range 20 {
		r.Add([]int16{7, 7}, i%4 == 0, 1)
	}
	m := Train(r, options)
	if got := m.Score([]int16{7, 7}); got > -900 || got < -1300 { // ln(1/3)
		t.Errorf("score %d, want the odds of one in four", got)
	}
}

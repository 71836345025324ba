package linear

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

// The sums of a model are those of the weights that it was written from, whatever the number of
// classes, and what is cut short is refused.
func TestScoresAreSumsOfWeights(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, classes := range []int{1, 2, 3, 4, 5, 8, 9, 40, 51, 64, 76, 88, 150} {
		const rows = 64
		weights := make([]int8, rows*classes)
		for i := range weights {
			weights[i] = int8(random.IntN(255) - 127)
		}
		stored := Append(nil, classes, weights)
		m, rest, err := Read(append(stored, 1, 2, 3))
		if err != nil || len(rest) != 3 || m.Classes != classes {
			t.Fatal(err, len(rest))
		}
		if _, _, err := Read(stored[:len(stored)-1]); err == nil {
			t.Errorf("%d classes: a model cut short was read", classes)
		}
		features := make([]uint32, MaxFeatures)
		for i := range features {
			features[i] = random.Uint32()
		}
		scores := make([]uint16, Stride(classes))
		for _, n := range []int{0, 1, MaxFeatures} {
			m.Scores(features[:n], scores)
			for c := range classes {
				want := Zero * n
				for _, f := range features[:n] {
					want += int(weights[int(f%rows)*classes+c])
				}
				if int(scores[c]) != want {
					t.Fatalf("%d classes, %d features: class %d has %d, want %d", classes, n, c, scores[c], want)
				}
			}
		}
	}
}

// Of equal scores the first is the best.
func TestBest(t *testing.T) {
	if got := Best([]uint16{1, 7, 3, 7}); got != 1 {
		t.Errorf("got %d", got)
	}
}

// Features of other templates or values fall on other rows.
func TestMixesDiffer(t *testing.T) {
	seen := map[uint32]bool{}
	n := 0
	for template := range uint32(30) {
		for a := range uint32(30) {
			seen[Mix(template, a)] = true
			n++
			for b := range uint32(30) {
				seen[Mix2(template+100, a, b)] = true
				seen[Mix3(template+200, a, b, 5)] = true
				seen[Mix3(template+300, 5, a, b)] = true
				n += 3
			}
		}
	}
	if len(seen) < n-10 {
		t.Errorf("%d mixes fall on %d numbers", n, len(seen))
	}
}

// What was packed comes back, in the same bytes each time; what is damaged is refused.
func TestPack(t *testing.T) {
	stored := Append(nil, 8, make([]int8, 8<<10))
	packed := Pack(stored)
	if !bytes.Equal(packed, Pack(stored)) || len(packed) > len(stored)/10 {
		t.Errorf("%d bytes became %d", len(stored), len(packed))
	}
	got, err := Unpack(packed)
	if err != nil || !bytes.Equal(got, stored) {
		t.Fatal(err)
	}
	if _, err := Unpack(packed[:len(packed)-5]); err == nil {
		t.Error("a model cut short was unpacked")
	}
}

// The class that is ahead is the highest, by what parts it from the second, wherever they stand.
func TestAhead(t *testing.T) {
	for _, test := range []struct {
		scores []uint16
		best   int
		ahead  uint16
	}{
		{[]uint16{5}, 0, 5},
		{[]uint16{1, 7, 3, 7}, 1, 0},
		{[]uint16{9, 2, 4}, 0, 5},
		{[]uint16{2, 4, 9}, 2, 5},
		{[]uint16{0, 0}, 0, 0},
	} {
		if best, ahead := Ahead(test.scores); best != test.best || ahead != test.ahead {
			t.Errorf("%v: %d ahead by %d", test.scores, best, ahead)
		}
	}
}

// What is added in stages is the sum of all at once.
func TestAdd(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, classes := range []int{2, 3, 51, 76} {
		weights := make([]int8, classes<<6)
		for i := range weights {
			weights[i] = int8(random.IntN(255) - 127)
		}
		m, _, err := Read(Append(nil, classes, weights))
		if err != nil {
			t.Fatal(err)
		}
		features := make([]uint32, 40)
		for i := range features {
			features[i] = random.Uint32()
		}
		all, some := make([]uint16, Stride(classes)), make([]uint16, Stride(classes))
		m.Scores(features, all)
		m.Add(features[:13], some)
		m.Add(features[13:], some)
		if !slices.Equal(all, some) {
			t.Errorf("%d classes: %v, in stages %v", classes, all, some)
		}
	}
}

package sentiment

import (
	"math"
	"testing"
)

// A word is the mean of its longest pieces, and a word with a piece that the table lacks is none.
func TestVectorOfPieces(t *testing.T) {
	v := &pieces{rows: map[string]int{"over": 0, "##rule": 1, "##ru": 2, "##d": 3}, size: 2, data: []float32{1, 2, 3, 6, 9, 9, 2, 1}}
	if x := v.vector("overruled"); len(x) != 3 || x[0] != 2 || x[1] != 3 || x[2] != 1 {
		t.Errorf("overruled: %v, want [2 3 1]", x)
	}
	if x := v.vector("overrun"); x != nil {
		t.Errorf("overrun: %v, want none", x)
	}
}

// The regression finds the line that points lie on, and a weight that counts for nothing does not move it.
func TestRidgeFindsALine(t *testing.T) {
	fit := newRidge(3)
	for _, p := range [][2]float64{{0, 0}, {1, 0}, {0, 1}, {2, 3}, {-1, 4}} {
		fit.add([]float64{p[0], p[1], 1}, 2*p[0]-3*p[1]+5, 1)
	}
	fit.add([]float64{7, 7, 1}, 1000, 0)
	got := fit.solve(1e-9)
	for i, want := range []float64{2, -3, 5} {
		if math.Abs(got[i]-want) > 1e-6 {
			t.Errorf("weight %d: %v, want %v", i, got[i], want)
		}
	}
}

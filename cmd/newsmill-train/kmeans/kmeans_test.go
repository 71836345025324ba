package kmeans

import (
	"runtime"
	"slices"
	"testing"
)

// Rows of two directions come into two groups, whatever their lengths, and the number of cores
// changes nothing.
func TestDirectionsAreGrouped(t *testing.T) {
	v := Vectors{Size: 2}
	for i := range 100 {
		length := float32(i%7 + 1)
		v.Values = append(v.Values, length, 0.1, -0.1, length)
	}
	v.Normalise()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	centres := Train(v, 2, 5)
	of := centres.Nearest(v)
	for i, g := range of {
		if g != of[i%2] {
			t.Fatalf("row %d is in group %d, row %d in %d", i, g, i%2, of[i%2])
		}
	}
	if of[0] == of[1] {
		t.Error("both directions are in one group")
	}
	runtime.GOMAXPROCS(3)
	if !slices.Equal(centres.Values, Train(v, 2, 5).Values) {
		t.Error("three cores give other groups than one")
	}
}

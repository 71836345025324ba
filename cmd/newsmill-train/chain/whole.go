package chain

import (
	"math"
	"slices"
)

// Scale is what weights are to be multiplied with to fit in eight bits: all but one in two
// thousand do, the others become the largest.
func (t *Trained) Scale() float32 {
	var sizes []float32
	for r := range t.Weights {
		for k := range t.Tags {
			if w := t.Weights[r][k]; w != 0 {
				sizes = append(sizes, max(w, -w))
			}
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return 127 / sizes[len(sizes)-1-len(sizes)/2000]
}

// Whole brings a weight to scale and within limits.
func Whole(w, scale float32, limit int) int {
	return max(-limit, min(limit, int(math.Round(float64(w*scale)))))
}

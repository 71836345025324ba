package chain

import "math"

// Whole brings weights to eight bits: those of row r go to weights[r*stride+at:]. It gives the weights
// of steps at the same scale, from each tag and then the edge to each.
func (t *Trained) Whole(weights []int8, stride, at int) (steps []int16) {
	scale := t.scale()
	for r := range t.Weights {
		for k := range t.Tags {
			weights[r*stride+at+k] = int8(whole(t.Weights[r][k], scale, 127))
		}
	}
	for a := range t.Tags + 1 {
		for b := range t.Tags + 1 {
			steps = append(steps, int16(whole(t.Steps[a][b], scale, 1<<14)))
		}
	}
	return steps
}

// scale is what weights are to be multiplied with so that the largest fits in eight bits. To cut
// even one in two thousand costs half a point: those are the weights that most tokens have.
func (t *Trained) scale() float32 {
	most := float32(0)
	for r := range t.Weights {
		for k := range t.Tags {
			most = max(most, t.Weights[r][k], -t.Weights[r][k])
		}
	}
	if most == 0 {
		return 1
	}
	return 127 / most
}

// whole brings a weight to scale and within limits.
func whole(w, scale float32, limit int) int {
	return max(-limit, min(limit, int(math.Round(float64(w*scale)))))
}

// Average is the mean of models of one table, made in the first one: orders of training differ
// more in what they get wrong than in what they get right.
func Average(models []*Trained) *Trained {
	mean := models[0]
	add := func(to, more *[Lanes]float32) {
		for k := range to {
			to[k] += more[k]
		}
	}
	for _, t := range models[1:] {
		for r := range t.Weights {
			add(&mean.Weights[r], &t.Weights[r])
		}
		for a := range t.Steps {
			add(&mean.Steps[a], &t.Steps[a])
		}
	}
	n := float32(len(models))
	for r := range mean.Weights {
		scale(&mean.Weights[r], n)
	}
	for a := range mean.Steps {
		scale(&mean.Steps[a], n)
	}
	return mean
}

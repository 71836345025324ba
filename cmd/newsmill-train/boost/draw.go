package boost

import (
	"math"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
)

// draw chooses the rows of a tree and takes their gradients. A row is drawn the likelier the more it
// can still change, and counts the more the less likely it was: most rows are soon told right, and
// say little (Ibragimov and Gusev, "Minimal variance sampling in stochastic gradient boosting", 2019).
func (t *trainer) draw(number uint64) {
	type change struct{ g, h, size float32 }
	changes := make([]change, t.rows)
	t.eachRow(func(i int) {
		p := 1 / (1 + math.Exp(-t.score[i]))
		y := 0.0
		if t.label[i] {
			y = 1
		}
		w := float64(t.weight[i])
		g, h := w*(y-p), w*max(p*(1-p), 1e-4)
		changes[i] = change{float32(g), float32(h), float32(math.Sqrt(g*g + h*h))}
	})
	const every = 16 // rows suffice to find the size from which a row is always drawn
	var sizes []float64
	for i := 0; i < len(changes); i += every {
		sizes = append(sizes, float64(changes[i].size))
	}
	always := sizeFor(sizes, t.o.RowShare*float64(len(sizes)))
	t.drawn, t.gradient, t.curvature = t.drawn[:0], t.gradient[:0], t.curvature[:0]
	for i, c := range changes {
		share := 1.0
		if float64(c.size) < always {
			share = float64(c.size) / always
		}
		if mix(uint64(i)*0x9e3779b97f4a7c15+number)>>32 < uint64(share*(1<<32)) {
			t.drawn = append(t.drawn, int32(i))
			t.gradient, t.curvature = append(t.gradient, float32(float64(c.g)/share)), append(t.curvature, float32(float64(c.h)/share))
		}
	}
	t.leaf = append(t.leaf[:0], make([]uint8, len(t.drawn))...)
}

// eachRow calls work for each row, on all cores.
func (t *trainer) eachRow(work func(int)) {
	const some = 4096
	cores.Each((t.rows+some-1)/some, func(k int) {
		for i := k * some; i < min((k+1)*some, t.rows); i++ {
			work(i)
		}
	})
}

// sizeFor gives the size such that, where rows of it and larger are drawn and smaller ones with a
// chance that is their part of it, so many are drawn.
func sizeFor(sizes []float64, want float64) float64 {
	slices.Sort(sizes)
	below := 0.0
	for _, s := range sizes {
		below += s
	}
	for k := len(sizes) - 1; k >= 0; k-- { // sizes behind k are drawn always
		below -= sizes[k]
		if drawn := float64(len(sizes) - k); sizes[k] > 0 && drawn+below/sizes[k] >= want {
			return sizes[k]
		}
	}
	return 0
}

// Package kmeans groups vectors by their directions (Dhillon and Modha, "Concept decompositions
// for large sparse text data using clustering", 2001).
//
// Sums are taken in one order and no multiplication is fused with an addition, so the groups are
// the same on every machine, however many cores there are.
package kmeans

import (
	"math"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
)

// Vectors are rows of Size numbers each.
type Vectors struct {
	Size   int
	Values []float32
}

// Len is the number of rows.
func (v Vectors) Len() int { return len(v.Values) / v.Size }

// Row is the row at i.
func (v Vectors) Row(i int) []float32 { return v.Values[i*v.Size:][:v.Size] }

// Rows are the rows from start to before end.
func (v Vectors) Rows(start, end int) Vectors {
	return Vectors{v.Size, v.Values[start*v.Size : end*v.Size]}
}

// Pick copies the given rows.
func (v Vectors) Pick(rows []int) Vectors {
	out := Vectors{Size: v.Size}
	for _, i := range rows {
		out.Values = append(out.Values, v.Row(i)...)
	}
	return out
}

// Normalise gives each row the length 1; a row of zeros stays.
func (v Vectors) Normalise() {
	for i := range v.Len() {
		row := v.Row(i)
		if length := float32(math.Sqrt(float64(dot(row, row)))); length > 0 {
			for j := range row {
				row[j] /= length
			}
		}
	}
}

// Train gives the directions of so many groups. It begins with rows taken at even distances; a
// group that lost all its rows keeps its direction.
func Train(v Vectors, groups, rounds int) Vectors {
	centres := Vectors{Size: v.Size, Values: make([]float32, groups*v.Size)}
	if v.Len() == 0 {
		return centres
	}
	for g := range groups {
		copy(centres.Row(g), v.Row(g*v.Len()/groups))
	}
	sums := Vectors{Size: v.Size, Values: make([]float32, len(centres.Values))}
	for range rounds {
		clear(sums.Values)
		for i, g := range centres.Nearest(v) {
			sum := sums.Row(g)
			for j, x := range v.Row(i) {
				sum[j] += x
			}
		}
		for g := range groups {
			if sum := sums.Row(g); dot(sum, sum) > 0 {
				copy(centres.Row(g), sum)
			}
		}
		centres.Normalise()
	}
	return centres
}

// Nearest gives for each of other rows the row of v whose direction is nearest; of equals the first.
func (v Vectors) Nearest(others Vectors) []int {
	nearest := make([]int, others.Len())
	cores.Each(others.Len(), func(i int) {
		row, best := others.Row(i), float32(math.Inf(-1))
		for g := range v.Len() {
			if d := dot(row, v.Row(g)); d > best {
				best, nearest[i] = d, g
			}
		}
	})
	return nearest
}

// dot sums in four lanes: one would wait for itself.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float32(a[i] * b[i])
		s1 += float32(a[i+1] * b[i+1])
		s2 += float32(a[i+2] * b[i+2])
		s3 += float32(a[i+3] * b[i+3])
	}
	for ; i < len(a); i++ {
		s0 += float32(a[i] * b[i])
	}
	return s0 + s1 + s2 + s3
}

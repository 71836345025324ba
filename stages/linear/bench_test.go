package linear

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// The three sizes are those of a parser's moves, its relations, and a tagger.
func BenchmarkScores(b *testing.B) {
	for _, classes := range []int{2, 51, 76} {
		b.Run(fmt.Sprint(classes, " classes"), func(b *testing.B) {
			m, _, err := Read(Append(nil, classes, make([]int8, classes<<16)))
			if err != nil {
				b.Fatal(err)
			}
			features := make([]uint32, 64)
			random := rand.New(rand.NewPCG(1, 2))
			for i := range features {
				features[i] = random.Uint32()
			}
			scores := make([]uint16, Stride(classes))
			for b.Loop() {
				m.Scores(features, scores)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(features)), "ns/feature")
		})
	}
}

package story

import (
	"math/rand/v2"
	"testing"
)

func TestJoinedItemsShareARoot(t *testing.T) {
	s := NewSets(6)
	s.Join(5, 3)
	s.Join(3, 4)
	s.Join(0, 2)
	want := []int32{0, 1, 0, 3, 3, 3}
	for i, root := range want {
		if got := s.Root(int32(i)); got != root {
			t.Errorf("root of %d is %d, want %d", i, got, root)
		}
	}
}

func TestOrderOfJoinsDoesNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const n = 500
	pairs := make([][2]int32, 400)
	for i := range pairs {
		pairs[i] = [2]int32{random.Int32N(n), random.Int32N(n)}
	}
	roots := func() (out [n]int32) {
		s := NewSets(n)
		for _, p := range pairs {
			s.Join(p[0], p[1])
		}
		for i := range out {
			out[i] = s.Root(int32(i))
		}
		return out
	}
	want := roots()
	for range 5 {
		random.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
		if roots() != want {
			t.Fatal("another order of joins gives other sets")
		}
	}
}

package perceptron

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
)

// learn teaches which of three numbers a feature stands for, a fifth of the time a wrong one.
func learn() *Model {
	m := New(8, 3)
	random := rand.New(rand.NewPCG(1, 1))
	var scores [4]uint16
	for range 5000 {
		gold := random.IntN(3)
		f := []uint32{uint32(gold), uint32(10 + random.IntN(50)), 7}
		if random.IntN(5) == 0 {
			gold = random.IntN(3)
		}
		m.Scores(f, scores[:])
		if best := linear.Best(scores[:3]); best != gold {
			m.Teach(f, gold, best)
		}
		m.Next()
	}
	return m
}

// The averaged model knows what it was taught, through the noise, and training again gives the
// same bytes.
func TestLearns(t *testing.T) {
	m := learn()
	done, _, err := linear.Read(m.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	var scores [4]uint16
	for gold := range 3 {
		for noise := range 50 {
			done.Scores([]uint32{uint32(gold), uint32(10 + noise), 7}, scores[:])
			if best := linear.Best(scores[:3]); best != gold {
				t.Errorf("%d was taken for %d", gold, best)
			}
		}
	}
	if !bytes.Equal(m.Append(nil), learn().Append(nil)) {
		t.Error("the same examples gave another model")
	}
}

// Weights stop at their bounds: however often one thing is taught, sums stay what they are.
func TestBounds(t *testing.T) {
	m := New(4, 5)
	f := make([]uint32, features)
	var scores [8]uint16
	for range 3 * zero {
		m.Teach(f[:1], 4, 0)
	}
	m.Scores(f, scores[:])
	if want := uint16(features * 2 * zero); scores[4] != want || scores[0] != 0 || scores[2] != want/2 {
		t.Errorf("scores are %v, the highest should be %d", scores, want)
	}
}

// The weights of a committee are the means of its members': one that is all alone says what it said
// before, and of two that learned the opposite nothing is left.
func TestCommittee(t *testing.T) {
	left, right := New(4, 2), New(4, 2)
	for range 9 {
		left.Teach([]uint32{3}, 0, 1)
		left.Next()
		right.Teach([]uint32{3}, 1, 0)
		right.Next()
	}
	if !bytes.Equal(Committee{left}.AppendStaged(nil, 5), Committee{left, left}.AppendStaged(nil, 5)) {
		t.Error("a model twice says other things than once")
	}
	m, _, err := linear.ReadStaged(Committee{left, right}.AppendStaged(nil, 5))
	if err != nil {
		t.Fatal(err)
	}
	var scores [2]uint16
	if m.Scores([]uint32{3}, scores[:]); scores[0] != scores[1] {
		t.Errorf("scores are %v", scores)
	}
}

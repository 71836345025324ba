package cores

import (
	"sync/atomic"
	"testing"
)

func TestEachPieceIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 3, 1000} {
		done := make([]atomic.Int32, n)
		Each(n, func(i int) { done[i].Add(1) })
		for i := range done {
			if got := done[i].Load(); got != 1 {
				t.Errorf("%d of %d was done %d times", i, n, got)
			}
		}
	}
}

func TestNoMoreCallsAtATimeThanAsked(t *testing.T) {
	var now, most atomic.Int32
	AtMost(2, 200, func(int) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		now.Add(-1)
	})
	if most.Load() > 2 {
		t.Errorf("%d calls at a time", most.Load())
	}
}

package parse

import (
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// Whatever moves are made among those that are allowed, all words end up in one tree, one of them
// on the root, in two moves for each word.
func TestAnyMovesGiveATree(t *testing.T) {
	var s State
	for size := range 9 {
		for seed := range 500 {
			s.Reset(make([]tag.Word, size))
			moves := 0
			for n := seed*7919 + 1; !s.Done(); n = n*1103515245 + 12345 {
				var can []int
				for move := range Moves {
					if s.Can(move) {
						can = append(can, move)
					}
				}
				if len(can) == 0 {
					t.Fatalf("%d words: no move after %d", size, moves)
				}
				if only := s.only(); only != None && (len(can) != 1 || can[0] != only) {
					t.Fatalf("%d words: of moves %v only %d is taken", size, can, only)
				}
				s.Do(can[n>>16&0xFFFF%len(can)], 1)
				moves++
			}
			if moves != 2*size {
				t.Errorf("%d words took %d moves", size, moves)
			}
			roots := 0
			for i := range size {
				at, steps := i, 0
				for ; at != size && steps <= size; steps++ {
					at = int(s.Nodes[at].Head)
				}
				if at != size {
					t.Fatalf("%d words: word %d hangs on no root", size, i)
				}
				if int(s.Nodes[i].Head) == size {
					roots++
				}
			}
			if size > 0 && roots != 1 {
				t.Fatalf("%d words: %d hang on the root", size, roots)
			}
		}
	}
}

// The guide from a sentence that was parsed from its end has its arcs where the words stand.
func TestMirror(t *testing.T) {
	var s State
	s.Reset(make([]tag.Word, 3)) // c b a: b hangs on a, c on b
	for _, move := range []int{Shift, Left, Shift, Left, Shift, Left} {
		s.Do(move, 4)
	}
	got := s.Mirror(nil)
	want := []Arc{{3, 4, 1, 0, 1 << 4}, {0, 4, 2, 0, 1 << 4}, {1, 4, None, 0, 0}}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("word %d: %+v, want %+v", i, got[i], want[i])
		}
	}
}

// At each state there are features in each stage, with a guide more, and no more than fit a sum.
func TestFeaturesFit(t *testing.T) {
	words := make([]tag.Word, 3)
	var s State
	s.Reset(words)
	count := func() (n int) {
		moment := s.Look(words)
		for stage := range Stages {
			n += len(moment.Features(nil, stage))
		}
		return n
	}
	plain := count()
	s.Guide = []Arc{{1, 2, None, 0, 0}, {3, 0, 2, 1, 1}, {1, 2, None, 0, 0}}
	for !s.Done() {
		n := count()
		if n <= plain || n > linear.MaxFeatures {
			t.Fatalf("%d features, %d without a guide", n, plain)
		}
		move := Shift
		if s.Next > 1 {
			move = Right
			if len(s.Stack) < 2 {
				move = Left
			}
		}
		if !s.Can(move) {
			move = Shift
		}
		s.Do(move, 1)
	}
}

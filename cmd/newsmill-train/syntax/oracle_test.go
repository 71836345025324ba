package syntax

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax/parse"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// reachable is the most gold arcs that a state has or can still get, by trying all moves.
func reachable(s parse.State, heads []int32) int {
	if s.Done() {
		n := 0
		for i, head := range heads {
			if s.Nodes[i].Head == head {
				n++
			}
		}
		return n
	}
	best := -1
	for move := range parse.Moves {
		if s.Can(move) {
			best = max(best, reachable(after(s, move), heads))
		}
	}
	return best
}

func after(s parse.State, move int) parse.State {
	s.Stack, s.Nodes = slices.Clone(s.Stack), slices.Clone(s.Nodes)
	s.Do(move, 1)
	return s
}

// anyTree makes a tree without crossing arcs by moves drawn at random.
func anyTree(random *rand.Rand, size int) []int32 {
	var s parse.State
	s.Reset(make([]tag.Word, size))
	for !s.Done() {
		if move := random.IntN(parse.Moves); s.Can(move) {
			s.Do(move, 1)
		}
	}
	heads := make([]int32, size)
	for i := range heads {
		heads[i] = s.Nodes[i].Head
	}
	return heads
}

// What a move costs is what can no longer be reached after it, in each state that moves lead to.
func TestCostsAreWhatIsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 60 {
		heads := anyTree(random, 1+random.IntN(5))
		var s parse.State
		for s.Reset(make([]tag.Word, len(heads))); !s.Done(); {
			cost, most := costs(&s, heads), reachable(s, heads)
			var can []int
			for move := range parse.Moves {
				if !s.Can(move) {
					continue
				}
				can = append(can, move)
				if want := most - reachable(after(s, move), heads); cost[move] != want {
					t.Fatalf("heads %v, stack %v, next %d: move %d costs %d, want %d", heads, s.Stack, s.Next, move, cost[move], want)
				}
			}
			s.Do(can[random.IntN(len(can))], 1)
		}
	}
}

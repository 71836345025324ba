package syntax

import (
	"github.com/newsmill/newsmill/stages/syntax/parse"
)

// costs tells of each move how many of the gold arcs that can still be found it loses (Goldberg
// and Nivre 2013); one that is not allowed costs too much. heads has the gold head of each word, the
// root's being their number.
func costs(s *parse.State, heads []int32) [parse.Moves]int {
	const never = 1 << 30
	cost := [parse.Moves]int{never, never, never}
	top, next, root := len(s.Stack)-1, int32(s.Next), int32(s.Size)
	if s.Can(parse.Shift) {
		cost[parse.Shift] = 0
		for i, word := range s.Stack {
			if heads[word] == next || word == heads[next] && i < top {
				cost[parse.Shift]++
			}
		}
		if heads[next] == root && top >= 0 { // only the first on the stack can stay for the root
			cost[parse.Shift]++
		}
	}
	if top < 0 {
		return cost
	}
	// Both other moves take the top off the stack, so that it gets no more children.
	word, lost := s.Stack[top], 0
	for _, head := range heads[next:] {
		if head == word {
			lost++
		}
	}
	head, below := heads[word], int32(parse.None)
	if top > 0 {
		below = s.Stack[top-1]
	}
	ahead := next <= head && head < root || head == root && top == 0
	if s.Can(parse.Left) {
		cost[parse.Left] = lost
		if ahead && head != next || head == below {
			cost[parse.Left]++
		}
	}
	if s.Can(parse.Right) {
		cost[parse.Right] = lost
		if ahead {
			cost[parse.Right]++
		}
	}
	return cost
}

package loglinear

import "testing"

// What the rules say is learned to be believed by what stands beside it, whatever it is.
func TestRulesAreBelievedByTheirColumn(t *testing.T) {
	lesson := func(right, ruled int, features ...uint32) *Lesson {
		l := &Lesson{Shared: features, Right: make([]bool, 4), Ruled: ruled}
		l.Right[right] = true
		return l
	}
	var lessons []*Lesson
	for range 50 { // with 1 the rules are right, with 2 it is class 3
		lessons = append(lessons, lesson(0, 0, 1), lesson(1, 1, 1), lesson(3, 0, 2), lesson(3, 1, 2))
	}
	m := Learn(lessons, 5, 6, .1)
	for features, want := range map[uint32]int{1: 2, 2: 3} { // class 2 was never the rules'
		scores := m.Scores(lesson(0, 2, features))
		for i, x := range scores {
			if i != want && x >= scores[want] {
				t.Errorf("feature %d: class %d has %.2f, %d %.2f", features, i, x, want, scores[want])
			}
		}
	}
}

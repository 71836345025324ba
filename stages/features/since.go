package features

import "github.com/newsmill/newsmill/stages/article"

// phrases are the kinds of phrases behind which the text of others may stand.
var phrases = [...]int{related, promotion, comments}

const far = 200 // blocks; also where there was none

// Since tells for each block of a page how many blocks back the last phrase of each kind was.
type Since struct {
	kinds []int8 // of the phrase that each block begins with
	back  [len(phrases)][]int
}

// SinceOf takes the texts of a page's blocks and what each is made of.
func SinceOf(n int, block func(int) (string, *article.Measure)) (s Since) {
	back := [len(phrases)]int{far, far, far}
	s.kinds = make([]int8, n)
	for k := range s.back {
		s.back[k] = make([]int, n)
	}
	for i := range n {
		text, made := block(i)
		kind := phraseKind(text, made.Weight)
		s.kinds[i] = int8(kind)
		for k := range s.back {
			if back[k] = min(back[k]+1, far); kind == phrases[k] {
				back[k] = 0
			}
			s.back[k][i] = back[k]
		}
	}
	return s
}

// Kind numbers the kind of phrase that a block begins with, 0 is none.
func (s *Since) Kind(i int) int { return int(s.kinds[i]) }

// Related tells whether a block begins with a phrase that opens lists of other stories.
func (s *Since) Related(i int) bool { return s.kinds[i] == related }

// Add appends what is known of a block.
func (s *Since) Add(r *Row, i int) {
	for k := range s.back {
		r.Add(s.back[k][i])
	}
}

package features

import "github.com/newsmill/newsmill/stages/trees"

// Surface is how many values, the first of a row, the second model sees of each block itself:
// more of them it would take for what they were worth on the pages it learned from.
const Surface = 28

// A Verdict says for each block of a page how likely it is the article, in thousandths, and how
// much of what it speaks of the likely blocks speak of too, likewise; -1 is of no words.
type Verdict struct {
	Sure  []int32
	Topic []int
}

// Judge tells which blocks of a page are likely the article, by two models of which the second sees the scores of the first. Letters says how long each block
// is, page what it says, groups which are alike; row appends what there is to see of one. Only the surface of the rows is held at once.
func Judge(first, second *trees.Model, letters []int, page *Words, groups [][]int32, row func(*Row, int)) Verdict {
	n := len(letters)
	score := make([]int32, n)
	surface := make(Row, 0, Surface*n)
	each(first, score, func(r *Row, i int) {
		begin := len(*r)
		row(r, i)
		surface = append(surface, (*r)[begin:begin+Surface]...)
	})
	c := NewContext(score, letters, page, groups)
	sure := make([]int32, n)
	each(second, sure, func(r *Row, i int) {
		*r = append(*r, surface[i*Surface:(i+1)*Surface]...)
		c.Add(r, i)
	})
	for i, s := range sure {
		sure[i] = Logistic(s)
	}
	return Verdict{sure, c.topic}
}

// each scores the rows of all blocks, a few at once.
func each(m *trees.Model, scores []int32, row func(*Row, int)) {
	var rows Row
	for from := 0; from < len(scores); from += trees.Lanes {
		rows = rows[:0]
		to := min(from+trees.Lanes, len(scores))
		for i := from; i < to; i++ {
			row(&rows, i)
		}
		m.Scores(rows, scores[from:to])
	}
}

// Again gives the rows of the second model for the scores that the first gave.
func (l *Look) Again(score []int32) (out Row, wide int) {
	c := NewContext(score, l.Letters, WordsIn(len(l.Texts), func(i int) string { return l.Texts[i] }), l.Groups)
	for i := range score {
		out = append(out, l.Rows[i*l.Width:i*l.Width+Surface]...)
		c.Add(&out, i)
		wide = len(out) / (i + 1)
	}
	return out, wide
}

// A Look is a page as a model sees it: its blocks, the letters in each, and Width features of
// each. It is what a model learns from.
type Look struct {
	Texts   []string
	Letters []int
	Rows    []int16
	Width   int
	Groups  [][]int32 // of blocks that are alike: see [NewContext]
}

// Add appends a block.
func (l *Look) Add(text string, letters int, row func(*Row, int)) {
	row((*Row)(&l.Rows), len(l.Texts))
	l.Texts, l.Letters = append(l.Texts, text), append(l.Letters, letters)
	l.Width = len(l.Rows) / len(l.Texts)
}

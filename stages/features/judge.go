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
// is, text what it says, groups which are alike; row appends what there is to see of one. Only the surface of the rows is held at once.
func Judge(first, second *trees.Model, letters []int, text func(int) string, groups [][]int32, row func(*Row, int)) Verdict {
	score := make([]int32, len(letters))
	surface := make(Row, 0, Surface*len(letters))
	var r Row
	for i := range score {
		r = r[:0]
		row(&r, i)
		score[i] = first.Score(r)
		surface = append(surface, r[:Surface]...)
	}
	c := NewContext(score, letters, text, groups)
	sure := make([]int32, len(score))
	for i := range sure {
		r = append(r[:0], surface[i*Surface:(i+1)*Surface]...)
		c.Add(&r, i)
		sure[i] = Logistic(second.Score(r))
	}
	return Verdict{sure, c.topic}
}

// Again gives the rows of the second model for the scores that the first gave.
func (l *Look) Again(score []int32) (out Row, wide int) {
	c := NewContext(score, l.Letters, func(i int) string { return l.Texts[i] }, l.Groups)
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

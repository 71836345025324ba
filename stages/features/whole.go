package features

import "github.com/newsmill/newsmill/stages/article"

// A Whole sums up a page of which some blocks are kept: is there an article at all, or only what
// looks like the best of one?
type Whole struct {
	blocks, all                        int // of the page: blocks, letters
	kept, letters, texts, rows         int // that are kept: blocks, letters, paragraphs, paragraphs behind a paragraph
	common, longest, sure, most, doubt int
	likely                             int // letters, of the page
	Between                            int // letters from the first that is kept to the last
	stops, words                       int
}

// Sum gives the sums over a page's blocks.
func (v Verdict) Sum(keep []bool, made func(int) *article.Measure) (w Whole) {
	before, reach := false, 0
	for i := range keep {
		m := made(i)
		w.blocks++
		w.all += m.Weight
		w.likely += m.Weight * int(v.Sure[i]) / 1000
		w.most = max(w.most, int(v.Sure[i]))
		if w.kept > 0 {
			reach += m.Weight
		}
		if !keep[i] {
			before = false
			continue
		}
		if w.kept == 0 {
			reach = m.Weight
		}
		w.Between = reach
		w.kept++
		w.letters += m.Weight
		w.common += m.Weight * max(v.Topic[i], 0)
		w.sure += m.Weight * int(v.Sure[i])
		if v.Sure[i] < 800 {
			w.doubt += m.Weight
		}
		w.longest = max(w.longest, m.Weight)
		w.stops += m.Stops
		w.words += m.Words
		// Thai and its like have no mark at the end of a sentence.
		text := m.Weight >= longText && m.Stops > 0 || m.Weight >= leastArticle
		if text {
			w.texts++
			if before {
				w.rows++
			}
		}
		before = text
	}
	return w
}

// Bare tells whether bare text, which says nothing of itself, holds an article: not if what is kept is
// too little of it, or has no paragraph (but where it is all that there is).
func (w *Whole) Bare() bool {
	switch {
	case w.letters < leastArticle && w.letters*2 < w.all, w.texts == 0 && (w.letters < w.all || w.letters >= leastArticle):
		return false
	}
	return w.kept > 0
}

// Add appends what the sums say.
func (w *Whole) Add(r *Row) {
	one := max(w.letters, 1)
	r.Add(w.blocks, w.all, w.kept, w.letters, Permille(w.letters, w.all), w.texts, w.rows, Permille(w.rows, w.texts), w.common/one, w.longest, Permille(w.longest, w.letters),
		w.sure/one, w.most, Permille(w.doubt, w.letters), w.likely, Permille(w.likely, w.all), Permille(w.letters, w.Between), w.letters/max(w.kept, 1),
		Permille(w.stops, w.words), Permille(w.words, w.letters), w.stops)
}

package blocks

import (
	"fmt"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/boost"
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/trees"
)

// What a page counts: an article that is lost costs more than text on a page that has none.
const (
	articleWeight = 2
	emptyWhole    = 1   // invented without an article
	restWhole     = 0.1 // the rest of a page whose article was taken out
	aloneWhole    = 1   // an article, or two paragraphs of it, and nothing else
)

// wholeOptions are of the model that tells whether a page has an article: small steps, for it learns from few pages, and a page is lost or
// not by what trees were drawn.
var wholeOptions = boost.Options{Trees: 400, Rate: 0.0175, Lambda: 1, RowShare: 0.7, FeatureShare: 0.2}

// A sight is a page as a whole, seen by a pupil that did not learn from it.
type sight struct {
	row     []int16
	e       *example
	weight  float32
	article bool
}

// beyond tells all blocks but so many first paragraphs of the article.
func (e *example) beyond(paragraphs int) []bool {
	const least = 100 // letters
	out := e.rest()
	for i := range out {
		if out[i] = out[i] || paragraphs == 0 || e.Letters[i] < least; !out[i] {
			paragraphs--
		}
	}
	return out
}

// sights gives a page as it is, the rest of it without its article, and the article alone.
func (l *lesson) sights(e *example, p pupil) (seen []sight) {
	if row := l.whole(e, nil, false, p); row != nil {
		s := sight{row, e, articleWeight, true}
		if e.set == emptySet {
			s.weight, s.article = emptyWhole, false
		}
		seen = append(seen, s)
	}
	if len(e.body) == 0 || !e.real() {
		return seen
	}
	if row := l.whole(e, e.body, false, p); row != nil {
		seen = append(seen, sight{row, e, restWhole, false})
	}
	for _, out := range [][]bool{e.rest(), e.beyond(2)} {
		if row := l.whole(e, out, true, p); row != nil {
			seen = append(seen, sight{row, e, aloneWhole, true})
		}
	}
	return seen
}

// pages learns which pages have an article, from all examples and from the rest of them without
// it. Each pupil gets the model that is learned from the other parts' pages.
func (l *lesson) pages(pupils []pupil) *trees.Model {
	all := slices.Concat(l.examples, l.wholes)
	sights := make([][]sight, len(all))
	cores.Each(len(sights), func(i int) { sights[i] = l.sights(all[i], pupils[all[i].fold(folds)]) })
	seen := slices.Concat(sights...)
	learn := func(without int) *trees.Model {
		var rows boost.Rows
		for _, s := range seen {
			if s.e.fold(folds) != without {
				rows.Features = len(s.row)
				rows.Add(s.row, s.article, s.weight)
			}
		}
		return boost.Train(&rows, wholeOptions)
	}
	for k := range pupils {
		pupils[k].page = learn(k)
	}
	fmt.Println("model of pages")
	for _, least := range []int32{-3 * trees.One, -2 * trees.One, -trees.One, 0, trees.One} {
		lost, articles, strange, given, rest := 0, 0, 0, 0, 0
		for _, s := range seen {
			found := pupils[s.e.fold(folds)].page.Score(s.row) >= least
			if s.article {
				articles++
			}
			switch {
			case s.article && !found && s.e.set == inventedSet:
				strange++
			case s.article && !found:
				lost++
			case found && s.e.set == emptySet:
				given++
			case found && !s.article:
				rest++
			}
		}
		fmt.Printf("  from %d: %d of %d articles lost and %d invented ones, %d invented pages without one and %d rests of pages taken for one\n",
			least, lost, articles, strange, given, rest)
	}
	return learn(-1)
}

package blocks

import (
	"fmt"
	"os"

	"github.com/newsmill/newsmill/cmd/newsmill-train/boost"
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/features"
	"github.com/newsmill/newsmill/stages/trees"
)

// folds is the number of parts of a cross-validation: each part of the publishers is judged by
// models that saw the others only.
const folds = 5

// partWeight is what a page without its article, or the article alone, counts beside the page.
const partWeight = 0.25

// partEvery is of how many publishers the pages of one are also learned from without their
// article, and those of another without all else.
const partEvery = 4

// A lesson learns the models of one kind of page.
type lesson struct {
	kind
	examples []*example
	wholes   []*example // invented: to learn from which pages have an article
	accounts map[string]account
	opening  boost.Options // of the first model
	again    boost.Options // of the second model, which soon knows what the first one's scores are worth on the pages at hand
}

// A pupil is what was learned from some pages.
type pupil struct {
	past          extract.Past
	first, second *trees.Model
	page          *trees.Model
}

// learn gives what is learned from all examples, after it told by cross-validation what that is
// worth: the blocks' models, then the text of the whole extractor with them.
func (l *lesson) learn() pupil {
	pupils := make([]pupil, folds)
	l.validate("first model", func(k int, train, test []*example) func(*example) []int32 {
		pupils[k].past, pupils[k].first = l.first(train, test)
		return func(e *example) []int32 { return scores(pupils[k].first, e.Rows, e.Width) }
	})
	// The second model learns from scores of pages that the first did not learn from.
	var unseen [][]int32
	for _, e := range l.examples {
		unseen = append(unseen, e.score)
	}
	l.validate("second model", func(k int, train, _ []*example) func(*example) []int32 {
		pupils[k].second = l.second(train)
		return func(e *example) []int32 {
			rows, width := e.Again(e.score)
			return scores(pupils[k].second, rows, width)
		}
	})
	for i, e := range l.examples {
		e.score = unseen[i]
	}
	var page *trees.Model
	if l.whole != nil {
		page = l.pages(pupils)
	}
	printReport("extractor", l.examples, 30, func(e *example) string { return l.extract(e.goldPage, e.site, pupils[e.fold(folds)]) })
	all := pupil{second: l.second(l.examples), page: page}
	all.past, all.first = l.first(l.examples, nil)
	return all
}

// validate scores every example by what is learned from the other parts.
func (l *lesson) validate(name string, learn func(k int, train, test []*example) func(*example) []int32) {
	out := make([][]int32, len(l.examples))
	for k := range folds {
		var train, test []*example
		for _, e := range l.examples {
			if e.fold(folds) == k {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		judge := learn(k, train, test)
		for i, e := range l.examples {
			if e.fold(folds) == k {
				out[i] = judge(e)
			}
		}
		fmt.Fprintf(os.Stderr, "%s: part %d of %d\n", name, k+1, folds)
	}
	for i, e := range l.examples {
		e.score = out[i]
	}
	printReport(name, l.examples, 0, (*example).cut)
	printLabels(l.examples)
}

// first learns the model of single blocks. Each page is seen with what the words of the other
// publishers' pages tell.
func (l *lesson) first(train, test []*example) (extract.Past, *trees.Model) {
	h := historyOf(train, l.accounts)
	past := h.past()
	lend := &lender{history: h, whole: past}
	cores.Each(len(test), func(i int) {
		e := test[i]
		e.Look = l.look(e.goldPage.body, past, e.site)
	})
	parts := make([]part, len(train))
	cores.Each(len(train), func(i int) {
		e := train[i]
		lend.without(l.accounts[e.publisher()], func(own extract.Past) {
			e.Look = l.look(e.goldPage.body, own, e.site)
			parts[i] = l.part(e, own)
		})
	})
	var rows boost.Rows
	for i, e := range train {
		rows.Features = e.Width
		for i := range e.body {
			rows.Add(e.Rows[i*e.Width:(i+1)*e.Width], e.body[i], e.weight[i])
		}
		p := &parts[i]
		for i, k := 0, 0; i < len(p.Texts); i, k = i+1, k+1 {
			for p.out[k] {
				k++
			}
			rows.Add(p.Rows[i*p.Width:(i+1)*p.Width], e.body[k], e.weight[k]*partWeight)
		}
	}
	return past, boost.Train(&rows, l.opening)
}

// A part is what is left of a page when some of its blocks are out.
type part struct {
	features.Look
	out []bool
}

// part gives the part of a page that is learned from besides it, none of most.
func (l *lesson) part(e *example, past extract.Past) (p part) {
	if l.without == nil || !e.real() {
		return p
	}
	switch e.fold(partEvery*folds) / folds {
	case 0:
		p.out = e.body
	case 1:
		p.out = e.rest()
	default:
		return p
	}
	p.Look = l.without(e.goldPage.body, p.out, past, e.site)
	return p
}

// second learns the model that sees the scores around each block.
func (l *lesson) second(train []*example) *trees.Model {
	var rows boost.Rows
	for _, e := range train {
		values, width := e.Again(e.score)
		rows.Features = width
		for i := range e.body {
			rows.Add(values[i*width:(i+1)*width], e.body[i], e.weight[i])
		}
	}
	return boost.Train(&rows, l.again)
}

func scores(m *trees.Model, rows []int16, width int) []int32 {
	out := make([]int32, len(rows)/max(width, 1))
	m.Scores(rows, out)
	return out
}

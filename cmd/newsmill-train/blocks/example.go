package blocks

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/features"
)

// A kind is a form in which pages come, and how the extractor of that form looks at them.
type kind struct {
	folder string // of a set
	look   func(page []byte, past extract.Past, t *article.Template) features.Look
	survey func(page []byte) article.Lines
	// extract gives the text that the extractor would find with what was learned.
	extract func(g *goldPage, site *article.Template, p pupil) string
	tally   func(page []byte, body []bool) map[string]extract.Tally // of class words; nil where there are none
	grow    func(page []byte, body []bool, paragraphs []string) (grown []byte, behind int)
	whole   func(e *example, out []bool, silent bool, p pupil) features.Row // what there is to see of the page as a whole; nil where pages are not judged so
	without func(page []byte, out []bool, past extract.Past, t *article.Template) features.Look
}

// sets of pages with the texts of their articles. Newsmill is for news: its pages count more.
var sets = []struct {
	name   string
	weight float64
}{{"news", 3}, {"sites", 3}, {"articles", 1}}

// An example is a page with its blocks told apart.
type example struct {
	*goldPage
	features.Look
	body    []bool
	weight  []float32 // of each block, about 1 a page
	letters int       // of the article
	classes map[string]extract.Tally
	wording map[uint32][2]int // short blocks with a word: all, and those of the article
	site    *article.Template // of the publisher's pages in the sets
	score   []int32           // by a model that did not see the page's publisher
}

// readExamples reads all sets and aligns their pages with the texts of their articles.
func readExamples(root string, k kind) (all []*example, err error) {
	for _, set := range sets {
		gold, err := readGold(root, set.name, k.folder)
		if err != nil {
			return nil, err
		}
		of := make([]*example, len(gold))
		cores.Each(len(gold), func(i int) { of[i] = newExample(gold[i], k, set.weight) })
		all = append(all, of...)
	}
	surveySites(all, k)
	printReport(fmt.Sprintf("%d pages, perfect labels", len(all)), all, 0, (*example).perfect)
	return all, nil
}

func newExample(g *goldPage, k kind, weight float64) *example {
	e := &example{goldPage: g, Look: k.look(g.body, extract.Past{}, nil), wording: map[uint32][2]int{}}
	aligned, words := align(e.Texts, g.Text)
	e.body = make([]bool, len(words))
	for i := range words {
		e.body[i] = aligned[i]*2 > words[i]
	}
	e.weigh(words, weight)
	page := features.WordsIn(len(e.Texts), func(i int) string { return e.Texts[i] })
	for i := range words {
		count := func(h uint32) {
			n := e.wording[h]
			n[0]++
			if e.body[i] {
				n[1]++
			}
			e.wording[h] = n
		}
		page.EachWording(i, article.MeasureOf(e.Texts[i]).Words, count, count)
	}
	if k.tally != nil {
		e.classes = k.tally(g.body, e.body)
	}
	return e
}

// weigh gives each block its weight by the words in it. A long block decides about more text,
// but is one decision all the same.
func (e *example) weigh(words []int, weight float64) {
	sum := 0.0
	for i, n := range words {
		if e.body[i] {
			e.letters += e.Letters[i]
		}
		sum += math.Pow(float64(n)+1, 0.7)
	}
	e.weight = make([]float32, len(words))
	for i, n := range words {
		e.weight[i] = float32(weight * math.Pow(float64(n)+1, 0.7) / sum)
	}
}

// real tells a page as it was published.
func (e *example) real() bool {
	return e.set != grownSet && e.set != plantedSet && e.set != transplantedSet
}

// rest tells the blocks that are not the article's.
func (e *example) rest() []bool {
	out := make([]bool, len(e.body))
	for i, is := range e.body {
		out[i] = !is
	}
	return out
}

// surveySites tells each page which lines recur on the pages of its publisher, as newsmill's
// survey does.
func surveySites(all []*example, k kind) {
	pages, counts := map[string]int{}, map[string]map[uint64]int32{}
	for _, e := range all {
		site := e.publisher()
		pages[site]++
		if counts[site] == nil {
			counts[site] = map[uint64]int32{}
		}
		for _, hash := range k.survey(e.goldPage.body).Hashes {
			counts[site][hash]++
		}
	}
	templates := map[string]*article.Template{}
	for site, lines := range counts {
		var hashes []uint64
		var count []int32
		for _, hash := range slices.Sorted(maps.Keys(lines)) {
			if lines[hash] > 1 {
				hashes, count = append(hashes, hash), append(count, lines[hash])
			}
		}
		templates[site] = article.NewTemplate(pages[site], hashes, count)
	}
	for _, e := range all {
		e.site = templates[e.publisher()]
	}
}

// accounts sums the examples of each publisher.
func accounts(all []*example) map[string]account {
	of := map[string][]*example{}
	for _, e := range all {
		of[e.publisher()] = append(of[e.publisher()], e)
	}
	out := map[string]account{}
	for publisher, examples := range of {
		out[publisher] = accountOf(examples)
	}
	return out
}

// historyOf sums the accounts of the publishers of some examples.
func historyOf(examples []*example, of map[string]account) *history {
	publishers := map[string]bool{}
	for _, e := range examples {
		publishers[e.publisher()] = true
	}
	h := newHistory()
	for _, publisher := range slices.Sorted(maps.Keys(publishers)) {
		h.add(of[publisher])
	}
	return h
}

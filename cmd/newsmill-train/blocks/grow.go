package blocks

import (
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/language"
)

const (
	// growEvery is of how many publishers the pages of one are also learned from with an article
	// as long as a book's chapter, or a book.
	growEvery = 8
	// leastGrown and mostGrown are how many letters are put into an article.
	leastGrown, mostGrown = 20_000, 400_000
)

// The sets of pages that are made from others, or invented, without an article and with one.
const grownSet, plantedSet, transplantedSet, emptySet, inventedSet = "grown", "planted", "transplanted", "empty", "invented"

// grown gives pages whose articles have the texts of others in the middle: of publishers of the same part
// of a cross-validation and in their language.
func grown(all []*example, k kind) (out []*example) {
	languages := make([]string, len(all))
	for i, e := range all {
		languages[i], _ = language.Detect(e.Text)
	}
	for i, e := range all {
		if e.fold(growEvery*folds)/folds != 0 {
			continue
		}
		h := fnv.New32a()
		h.Write([]byte(e.ID))
		want := int(leastGrown * math.Pow(float64(mostGrown)/leastGrown, float64(h.Sum32()%1000)/1000))
		var paragraphs []string
		letters := 0
		for step := 1; step < len(all) && letters < want; step++ {
			donor := (i + step*7) % len(all)
			if all[donor].fold(folds) != e.fold(folds) || languages[donor] != languages[i] || donor == i {
				continue
			}
			for p := range strings.Lines(all[donor].Text) {
				if p = strings.TrimSpace(p); len(p) >= 40 && letters < want {
					paragraphs = append(paragraphs, p)
					letters += len(p)
				}
			}
		}
		if g := e.grow(k, paragraphs); g != nil {
			out = append(out, g)
		}
	}
	return out
}

// grow gives the example with paragraphs put into its article, or nil where that can't be done.
func (e *example) grow(k kind, paragraphs []string) *example {
	page, behind := k.grow(e.goldPage.body, e.body, paragraphs)
	if len(page) == 0 || len(paragraphs) == 0 {
		return nil
	}
	gold := *e.goldPage
	gold.set, gold.body, gold.Text = grownSet, page, e.Text+"\n\n"+strings.Join(paragraphs, "\n\n")
	g := &example{goldPage: &gold, Look: k.look(page, extract.Past{}, e.site), site: e.site}
	if len(g.Texts) != len(e.Texts)+len(paragraphs) {
		return nil
	}
	g.body = slices.Insert(slices.Clone(e.body), behind+1, slices.Repeat([]bool{true}, len(paragraphs))...)
	words := make([]int, len(g.Texts))
	for i, text := range g.Texts {
		words[i] = len(goldWords(text))
	}
	g.weigh(words, 1)
	return g
}

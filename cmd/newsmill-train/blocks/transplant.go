package blocks

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/language"
)

// transplantedWeight is what the lines of a page with the article of another count beside the page.
const transplantedWeight = 0.5

// transplanted gives the lines of each page with the article of another in place of its own, of a publisher of the same part of a
// cross-validation and in its language: what stands around articles is a publisher's, and few
// publishers are in the sets.
func transplanted(all []*example, k kind) (out []*example) {
	languages := make([]string, len(all))
	for i, e := range all {
		languages[i], _ = language.Detect(e.Text)
	}
	for i, e := range all {
		for step := 1; step < len(all); step++ {
			j := (i + step*13) % len(all)
			donor := all[j]
			if donor.fold(folds) != e.fold(folds) || languages[j] != languages[i] || donor.publisher() == e.publisher() {
				continue
			}
			if t := e.transplant(k, donor); t != nil {
				out = append(out, t)
				break
			}
		}
	}
	return out
}

// transplant gives an example's lines with the article of another, or nil where that can't be done.
func (e *example) transplant(k kind, donor *example) *example {
	from, to := e.article()
	first, last := donor.article()
	if from == to || first == last {
		return nil
	}
	texts := slices.Concat(e.Texts[:from], donor.Texts[first:last], e.Texts[to:])
	gold := *e.goldPage
	gold.set, gold.body, gold.Text = transplantedSet, []byte(strings.Join(texts, "\n")), donor.Text
	t := &example{goldPage: &gold, Look: k.look(gold.body, extract.Past{}, e.site), site: e.site}
	if len(t.Texts) != len(texts) {
		return nil
	}
	t.body = slices.Concat(e.body[:from], donor.body[first:last], e.body[to:])
	words := make([]int, len(texts))
	for i, text := range texts {
		words[i] = len(goldWords(text))
	}
	t.weigh(words, transplantedWeight)
	return t
}

// article gives the blocks between which an example's article stands, its title with it where it is near, 0 and 0 where there is
// none.
func (e *example) article() (from, to int) {
	const near = 25 // blocks
	from = max(slices.Index(e.body, true), 0)
	for i := from; i < len(e.body); i++ {
		if e.body[i] {
			to = i + 1
		}
	}
	for i := from - 1; i >= max(from-near, 0); i-- {
		if e.Title != "" && strings.EqualFold(e.Texts[i], e.Title) {
			return i, to
		}
	}
	return min(from, to), to
}

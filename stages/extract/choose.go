package extract

import (
	"slices"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// A choice says for each block how likely it is the article, in thousandths, whether the site
// prints it on all pages, and whether it is kept.
type choice struct {
	sure    []int32
	site    []bool
	keep    []bool
	beside  []article.Label // what a block is that would be kept but stands beside the text; "" of the others
	letters int             // that are kept
	page    features.Row    // what the model of pages saw; nil where no block is kept
}

// outside are the hints of text that a reader of the page does not see, or sees before it, or
// has written, here or on a social network.
const outside = furniture.Hidden | furniture.Unseen | furniture.Consent | furniture.Comment | furniture.Embed

// decide says which blocks are the article.
func (s *scanner) decide(m *Model, t *article.Template) choice {
	n := len(s.blocks)
	letters := make([]int, n)
	for i := range letters {
		letters[i] = s.blocks[i].Weight
	}
	l := newLayout(s)
	c := choice{site: make([]bool, n), beside: make([]article.Label, n)}
	groups := l.groups()
	v := features.Judge(m.First, m.Second, letters, l.page, groups, func(r *features.Row, i int) { l.row(r, i, t) })
	claimed := s.claim.News || s.claim.Article || s.claim.OpenGraph
	wrapped := s.wrapped(v.Sure, claimed)
	for i := range s.blocks {
		b := &s.blocks[i]
		if c.site[i] = t.Boilerplate(b.text, letters[i]); c.site[i] || letters[i] == 0 || b.hints&outside != 0 && !wrapped {
			v.Sure[i] = 0
		}
	}
	c.sure, c.keep = v.Sure, v.Keep(letters, claimed, groups[inBranch], groups[ofPath])
	for i := range c.keep {
		b := &s.blocks[i]
		if c.keep[i] && b.tag >= idH2 && b.tag <= idH6 && b.hints&against != 0 && (i+1 == n || !c.keep[i+1]) {
			c.keep[i] = false // the heading of a box whose text is not the article's
		}
	}
	s.setBeside(&c)
	if !slices.Contains(c.keep, true) {
		return c
	}
	for i := range c.keep {
		if c.keep[i] {
			c.letters += letters[i]
		}
	}
	told := l.whole(&c.page, v, c.keep) && claimed
	claimed = claimed || s.claim.Published
	if !m.holds(c.page, claimed, told, c.letters) || !claimed && s.asks(c.keep) {
		clear(c.keep)
		c.letters = 0
	}
	return c
}

// longConsent is what no request for consent is as long as: letters, times 1000 as they are counted.
const longConsent = 2500 * 1000

// wrapped tells whether three quarters of what is likely the article stands under hints that it is
// not the article's: then they say nothing, for the whole page is wrapped in an element of such a name. A page
// that does not claim to be an article may well ask for consent and nothing else.
func (s *scanner) wrapped(sure []int32, claimed bool) bool {
	all, under, consent := 0, 0, 0
	for i := range s.blocks {
		b := &s.blocks[i]
		likely := b.Weight * int(sure[i])
		all += likely
		if b.hints&outside != 0 {
			under += likely
		}
		if b.hints&furniture.Consent != 0 {
			consent += likely
		}
	}
	return under*4 > all*3 && (claimed || consent*2 <= all || all >= longConsent)
}

package extract

import (
	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
	"github.com/newsmill/newsmill/stages/trees"
)

const (
	// leastClaimed and leastSilent are the scores from which a page has an article, if it claims one
	// or gives the day it was published, and if it does neither. To lose an article is worse than to make one up, but news make a claim.
	leastClaimed, leastSilent = -3 * trees.One / 2, -3 * trees.One / 4
	// leastTold is the score from which a page that claims an article has one, if what would be kept says what its description and title
	// say: news in brief look like nothing beside all that stands around them.
	leastTold = -3 * trees.One
	// leastUnclaimed is how many letters an article has on a page that does not claim one: an error
	// has fewer.
	leastUnclaimed = 120
)

// holds tells whether a page has an article, by what there is to see of it as a whole.
func (m *Model) holds(whole features.Row, claimed, told bool, letters int) bool {
	least := int32(leastSilent)
	switch {
	case told:
		least = leastTold
	case claimed:
		least = leastClaimed
	}
	return (claimed || letters >= leastUnclaimed) && (m.Page == nil || m.Page.Score(whole) >= least)
}

// asks tells whether the text that would be kept is made of such words. No article that was learned from
// has as many, on a page that does not claim to have one.
func (s *scanner) asks(keep []bool) bool {
	const most = 13 // of a thousand words
	var kept []string
	for i := range keep {
		if keep[i] {
			kept = append(kept, s.blocks[i].text)
		}
	}
	return features.Consenting().Among(kept) > most
}

// whole appends what there is to see of a page of which some blocks, at least one, would be kept: from
// it a model tells whether it has an article. Told says that it has what the page's title and description say.
func (l *layout) whole(r *features.Row, v features.Verdict, keep []bool) (told bool) {
	const ofTitle, ofDescription = 500, 700 // thousandths
	sums := v.Sum(keep, func(i int) *article.Measure { return &l.blocks[i].Measure })
	sums.Add(r)
	r.Flag(l.claim.News)
	r.Flag(l.claim.Article)
	r.Flag(l.claim.Published)
	r.Flag(l.claim.OpenGraph)
	first, last, linked, text, asking, outer, speaking := -1, -1, 0, 0, 0, 0, 0
	var kept []string
	for i := range l.blocks {
		if !keep[i] {
			continue
		}
		b := &l.blocks[i]
		if first < 0 {
			first = i
		}
		last = i
		kept = append(kept, b.text)
		linked += b.link
		text += len(b.text)
		if b.hints&furniture.Consent != 0 {
			asking += b.Weight
		}
		if b.hints&outside != 0 {
			outer += b.Weight
		}
		if b.hints&against != 0 {
			speaking += b.Weight
		}
	}
	head := -1
	if l.heading >= 0 {
		head = max(first-l.heading, l.heading-first)
	}
	between := sums.Between
	r.Add(features.Permille(linked, text), features.Permille(asking, between), features.Permille(outer, between), features.Permille(speaking, between))
	r.Add(head, features.Permille(first, len(l.blocks)), features.Permille(last, len(l.blocks)), features.Permille(l.total.link, l.total.weight+l.total.link), l.total.longs)
	r.Add(min(l.words, 2000), features.Permille(first, max(last, 1)))
	titled, led := l.titled.In(kept), l.lead.In(kept)
	r.Add(titled, led, l.body.In(kept), l.author.In(kept))
	return titled >= ofTitle && led >= ofDescription
}

package extract

import (
	"strings"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
)

// A credit is the text of an element that by rel, itemprop or class names an author.
type credit struct {
	text  string
	node  int32
	hints furniture.Hint
	block int // the block that it ends in
}

const (
	mostCredits = 200
	mostOnPage  = 32  // lines of one kind that are handed on
	headArea    = 24  // blocks before the text among which the headline is looked for
	headLine    = 160 // bytes; a longer line there is no byline, date or headline
	openingSize = 2000
)

// elsewhere are the hints of places whose authors and dates are not the article's.
const elsewhere = furniture.Comment | furniture.Footer | furniture.Consent | furniture.Related | furniture.Promotion | furniture.Navigation | furniture.Hidden

// surroundings hands to the evidence what only the place of the text can tell: the lines
// between headline and text, who is credited there and who elsewhere.
func (s *scanner) surroundings(keep []bool, t *article.Template) {
	e := &s.evidence
	first := 0
	for first < len(keep) && !keep[first] {
		first++
	}
	e.Recurs = e.Title != "" && t.Boilerplate(e.Title, 0)
	if first == len(keep) {
		first = -1
	}
	head := s.headline(first)
	for i := max(head, 0); i <= first; i++ {
		if b := &s.blocks[i]; i != head && len(b.text) <= headLine && b.hints&elsewhere == 0 && len(e.Near) < mostOnPage {
			e.Near = append(e.Near, b.text)
		}
	}
	for i := range s.credits {
		c := &s.credits[i]
		switch {
		case (c.hints|s.nodes[c.node].hints)&elsewhere != 0:
		case first >= 0 && c.block >= head && c.block <= first:
			e.Credits = append(e.Credits, c.text)
		case len(e.Bylines) < mostOnPage:
			e.Bylines = append(e.Bylines, c.text)
		}
	}
	if first < 0 {
		return
	}
	for i := max(head-2, 0); i <= min(first+1, len(s.blocks)-1); i++ {
		if s.setApart(i, keep) {
			e.Large = append(e.Large, s.blocks[i].text)
		}
	}
	for i := first; i < len(keep) && len(e.Opening) < openingSize; i++ {
		if keep[i] && s.blocks[i].style == 0 {
			e.Opening += strings.ToLower(s.blocks[i].text[:min(len(s.blocks[i].text), openingSize)]) + "\n"
		}
	}
}

// headline gives the block before the text that is set as a headline most: the last h1, else
// the last that is large, else the first of the few blocks before the text.
func (s *scanner) headline(first int) int {
	largest := -1
	for i := first - 1; i >= max(0, first-headArea); i-- {
		b := &s.blocks[i]
		switch {
		case b.hints&elsewhere != 0 || len(b.text) > 2*headLine:
		case b.tag == idH1:
			return i
		case largest < 0 && b.style&large != 0 && b.link*2 <= len(b.text):
			largest = i
		}
	}
	if largest >= 0 {
		return largest
	}
	return max(first-4, 0)
}

// setApart tells whether a block can be the headline by its looks alone.
func (s *scanner) setApart(i int, keep []bool) bool {
	b := &s.blocks[i]
	const least, most = 10, 200 // letters
	return b.style != 0 && b.Weight >= least && b.Weight <= most && b.hints&elsewhere == 0 && b.link*2 <= len(b.text) &&
		!(keep[i] && b.Ends) && !b.phrase()
}

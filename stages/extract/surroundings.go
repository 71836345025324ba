package extract

import (
	"slices"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract/metadata"
)

// A place of an element that is evidence.
type place struct {
	node  int32
	hints furniture.Hint
	block int // of a credit the one that it ends in, of a time the one that it begins in
}

// A credit is the text of an element that by rel, itemprop or class names an author.
type credit struct {
	text string
	place
}

type caption struct {
	metadata.Caption
	place
}

type timeElement struct {
	metadata.TimeElement
	place
}

const (
	mostCredits = 200
	mostTimes   = 200
	mostOnPage  = 32  // lines of one kind that are handed on
	headArea    = 24  // blocks before the text among which the headline is looked for
	headLine    = 160 // bytes; a longer line there is no byline, date or headline
	openingSize = 2000

	captionsBefore, captionsAfter = 8, 6 // blocks from the headline, and from where the text begins, among which the lead image is described
)

// elsewhere are the hints of places whose authors and dates are not the article's.
const elsewhere = furniture.Comment | furniture.Footer | furniture.Consent | furniture.Related | furniture.Promotion | furniture.Navigation | furniture.Hidden | furniture.Embed

// surroundings hands to the evidence what only the place of the text can tell: the lines
// between headline and text, who is credited there and who elsewhere.
func (s *scanner) surroundings(keep []bool, t *article.Template) {
	e := &s.evidence
	first := s.textBegins(keep)
	e.Recurs = e.Title != "" && t.Boilerplate(e.Title, 0)
	head := s.headline(first)
	for i := max(head, 0); i <= first; i++ {
		if b := &s.blocks[i]; i != head && len(b.text) <= headLine && b.hints&elsewhere == 0 && len(e.Near) < mostOnPage {
			e.Near = append(e.Near, b.text)
		}
	}
	s.dated(head, first, keep)
	s.signed(keep)
	for i := range s.times {
		t := &s.times[i]
		if t.Near = first >= 0 && t.block >= head && t.block <= first; t.Near || (t.hints|s.nodes[t.node].hints)&(elsewhere&^furniture.Promotion) == 0 {
			e.Times = append(e.Times, t.TimeElement)
		}
	}
	for i := range s.credits {
		c := &s.credits[i]
		switch {
		case s.elsewhere(c.place):
		case first >= 0 && c.block >= head && c.block <= first:
			e.Credits = append(e.Credits, c.text)
		case len(e.Bylines) < mostOnPage:
			e.Bylines = append(e.Bylines, c.text)
		}
	}
	if first < 0 {
		return
	}
	for i := range s.captions {
		c := &s.captions[i]
		c.Near = c.block >= head-captionsBefore && c.block <= first+captionsAfter && (c.hints|s.nodes[c.node].hints)&(elsewhere&^furniture.Promotion) == 0
		e.Captions = append(e.Captions, c.Caption)
	}
	for i := max(head-2, 0); i <= min(first+1, len(s.blocks)-1); i++ {
		if s.setApart(i, keep) {
			e.Large = append(e.Large, s.blocks[i].text)
		}
	}
	for i := first; i < len(keep) && len(e.Opening) < openingSize; i++ {
		if keep[i] && s.blocks[i].style == 0 {
			e.Opening += s.blocks[i].text[:min(len(s.blocks[i].text), openingSize)] + "\n"
		}
	}
}

// dated hands on the short lines that may give the day of the text besides those between it
// and its headline: right before the headline, right after the text, and those that are dates
// by their class.
func (s *scanner) dated(head, first int, keep []bool) {
	if first < 0 {
		return
	}
	const before, after, longest = 4, 12, 80
	last := len(keep) - 1
	for last > first && !(keep[last] && s.blocks[last].long()) { // the day itself may be kept
		last--
	}
	for _, classed := range []bool{false, true} {
		for i := range s.blocks {
			b := &s.blocks[i]
			close := i >= head-before && i <= head || i > last && i <= last+after
			if len(b.text) <= longest && b.Digits > 0 && b.hints&elsewhere == 0 && close != classed && (close || b.hints&furniture.Date != 0) && len(s.evidence.Dated) < mostOnPage {
				s.evidence.Dated = append(s.evidence.Dated, b.text)
			}
		}
	}
}

// signed hands on the line right under the last paragraph of the text, if it is short and stands in
// the same element as the paragraph: there authors sign.
func (s *scanner) signed(keep []bool) {
	const longest = 60 // bytes
	last := len(keep) - 1
	for last >= 0 && !(keep[last] && s.blocks[last].long()) {
		last--
	}
	if last < 0 || last+1 == len(keep) {
		return
	}
	b, up := &s.blocks[last+1], s.nodes[s.blocks[last].node].parent
	if len(b.text) <= longest && b.link == 0 && b.hints&elsewhere == 0 && s.nodes[b.node].parent == up && !(b.tag >= idH1 && b.tag <= idH6) {
		s.evidence.Signed = b.text
	}
}

func (s *scanner) elsewhere(p place) bool { return (p.hints|s.nodes[p.node].hints)&elsewhere != 0 }

// textBegins gives the block that the article's text begins with, -1 where there is none: the
// first long one that is kept, for byline and day often stand in paragraphs as the text does,
// but for a standfirst that has them behind it.
func (s *scanner) textBegins(keep []bool) int {
	const apart = 12 // blocks at most between standfirst and text
	first := -1
	for i, kept := range keep {
		switch {
		case !kept || !s.blocks[i].long():
		case i+1 < len(keep) && keep[i+1]:
			return i
		case first < 0:
			first = i
		}
		if first >= 0 && i > first+apart {
			break
		}
	}
	if first < 0 {
		return slices.Index(keep, true)
	}
	return first
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

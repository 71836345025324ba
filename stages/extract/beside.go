package extract

import (
	"bytes"
	"slices"

	"github.com/newsmill/newsmill/stages/article"
)

// setBeside drops of the blocks that are kept those that stand beside the text, whatever they say, in whatever language, and notes as what they do.
// Old pages have columns that are cells of tables, and no names that tell which is which.
//   - Where one cell holds the text, what stands in the other cells of its row is another column, and cells above and below it, and those of other
//     tables, are mastheads and footers if no paragraph is in them. Where paragraphs have cells of their own no cell holds
//     the text, nor does one of a table of data.
//   - An announcement of another story (see [scanner.teasers]) outside of the element that holds the text is none of it. Within it may be
//     of an article that is a list.
//   - A row of links before or behind the text, or of more than two within, leads to the site's parts or to what can be done with the page.
//   - A short line in a table with a picture and no more is its caption.
func (s *scanner) setBeside(c *choice) {
	keep, as := c.keep, c.beside
	if !slices.Contains(keep, true) {
		return
	}
	s.captioned(keep, as)
	links := s.linkedBlocks()
	teaser := s.teasers(links)
	home, more := s.home(keep, teaser)
	first, last := len(keep), -1
	cell := s.nearest(func(n id) bool { return n == idTD || n == idTH })
	held, laid := s.placesFrom(home), s.placesFrom(cell[home])
	told := make([]bool, len(s.nodes)) // cells with a paragraph
	for i := range keep {
		if keep[i] && s.blocks[i].long() && !teaser[i] {
			first, last = min(first, i), i
			told[cell[s.blocks[i].node]] = true
		}
	}
	for i := range keep {
		b, l := &s.blocks[i], &links[i]
		switch {
		case !keep[i] || as[i] != "":
		case l.row && last >= 0 && (i < first || i > last || len(l.anchors) > 2):
			as[i] = article.Navigation
		case teaser[i] && more && held != nil && held[b.node] != inside:
			as[i] = article.Related
		case laid != nil && (laid[b.node] == inColumn || laid[b.node] == inCell && !told[cell[b.node]]):
			as[i] = article.Other
		}
		keep[i] = keep[i] && as[i] == ""
	}
}

// home gives the smallest element that holds three quarters of the paragraphs that are kept, teasers aside, 0 where it holds no
// two; and whether it has more text than the teasers have.
func (s *scanner) home(keep, teaser []bool) (home int32, more bool) {
	const part, of, least = 3, 4, 2 // paragraphs
	long, longs, announced := make([]int, len(s.nodes)), make([]int, len(s.nodes)), 0
	for i := range keep {
		b := &s.blocks[i]
		switch {
		case !keep[i] || !b.long():
		case teaser[i]:
			announced += b.Weight
		default:
			long[b.node] += b.Weight
			longs[b.node]++
		}
	}
	for i := len(s.nodes) - 1; i > 0; i-- {
		long[s.nodes[i].parent] += long[i]
		longs[s.nodes[i].parent] += longs[i]
	}
	for i := range s.nodes {
		if longs[i] >= least && long[i]*of >= long[0]*part {
			home = int32(i)
		}
	}
	return home, long[home] > announced
}

// nearest gives the smallest element of a kind around each element, or itself; 0 where there is none.
func (s *scanner) nearest(kind func(id) bool) []int32 {
	out := make([]int32, len(s.nodes))
	for i := 1; i < len(out); i++ {
		if out[i] = out[s.nodes[i].parent]; kind(s.nodes[i].id) {
			out[i] = int32(i)
		}
	}
	return out
}

// where an element stands, seen from another
const (
	apart    uint8 = iota
	holding        // holds it
	inside         // is it, or in it
	inColumn       // in another cell of a row that it stands in
	inCell         // in a cell that is above or below it, or of another table
)

// placesFrom tells where each element stands, seen from one of them; nil is for none.
func (s *scanner) placesFrom(from int32) []uint8 {
	if from == 0 {
		return nil
	}
	out := make([]uint8, len(s.nodes))
	for n := s.nodes[from].parent; n >= 0; n = s.nodes[n].parent {
		out[n] = holding
	}
	out[from] = inside
	for i := 1; i < len(out); i++ {
		up := s.nodes[i].parent
		switch {
		case out[i] != apart:
		case out[up] >= inside:
			out[i] = out[up]
		case s.nodes[i].id != idTD && s.nodes[i].id != idTH:
		case out[up] == holding && s.nodes[up].id == idTR:
			out[i] = inColumn
		default:
			out[i] = inCell
		}
	}
	return out
}

// teasers tells the blocks that look like the announcement of another story: a headline that is a link, its summary, and behind it a
// short link to the same address.
func (s *scanner) teasers(links []linked) []bool {
	const (
		most    = 4   // blocks of one
		longest = 800 // letters
		short   = 100 // bytes, with the markup, in the last link
	)
	out := make([]bool, len(links))
	var own [][]byte
	if len(s.anchors) > 1 {
		own = s.stories()
	}
	for i := range links {
		l := &links[i]
		if !l.opens || !l.whole && !l.closes {
			continue
		}
		head := &l.anchors[0]
		if head.story == nil || slices.ContainsFunc(own, func(story []byte) bool { return bytes.Equal(story, head.story) }) {
			continue
		}
		letters := 0
		for k := i; k < min(i+most, len(links)); k++ {
			b, end := &s.blocks[k], &links[k]
			if letters += b.Weight; letters > longest || k > i && !l.whole {
				break
			}
			if end.closes && (k > i || !end.whole) {
				last := &end.anchors[len(end.anchors)-1]
				if last.start > head.end && last.end-last.start <= short && bytes.Equal(last.story, head.story) {
					for ; k >= i; k-- {
						out[k] = true
					}
					break
				}
			}
			if k > i && (end.whole || b.tag >= idH1 && b.tag <= idH6) {
				break // the headline of another story, or of this one
			}
		}
	}
	return out
}

// captioned notes the short lines that stand in a table with a picture, and nothing else with them.
func (s *scanner) captioned(keep []bool, as []article.Label) {
	const longest = 200 // letters
	if len(s.framed) == 0 || !slices.ContainsFunc(s.nodes, func(n node) bool { return n.id == idTable }) {
		return
	}
	table := s.nearest(func(n id) bool { return n == idTable })
	blocks, pictures := make([]int, len(s.nodes)), make([]int, len(s.nodes))
	for i := range s.blocks {
		blocks[table[s.blocks[i].node]]++
	}
	for _, n := range s.framed {
		pictures[table[n]]++
	}
	for i := range keep {
		if t := table[s.blocks[i].node]; keep[i] && t > 0 && blocks[t] == 1 && pictures[t] > 0 && s.blocks[i].Weight <= longest {
			as[i] = article.Caption
		}
	}
}

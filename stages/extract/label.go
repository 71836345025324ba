package extract

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
)

// against are the hints that no block of the article stands under.
const against = furniture.Navigation | furniture.Footer | furniture.Comment | furniture.Related | furniture.Share |
	furniture.Promotion | furniture.Consent | furniture.Caption | furniture.Byline | furniture.Tags | furniture.Legal | furniture.Unseen | furniture.Hidden

// firm hints hold however much text stands under them.
const firm = furniture.Comment | furniture.Footer | furniture.Consent

const goodWeight = 70 // letters of a block that speaks for itself

// A choice says for each block what speaks for and against it, and whether it is kept.
type choice struct{ good, site, keep []bool }

// decide says which blocks are the article.
func (s *scanner) decide(t *article.Template) choice {
	blocks := s.blocks
	soften(s)
	good := make([]bool, len(blocks))
	site := make([]bool, len(blocks))
	total := 0
	for i := range blocks {
		b := &blocks[i]
		site[i] = t.Boilerplate(b.text, b.Weight)
		if good[i] = !site[i] && b.good(); good[i] {
			s.nodes[b.node].weight += b.Weight
			total += b.Weight
		}
	}
	keep := make([]bool, len(blocks))
	if region := s.region(total); region >= 0 {
		s.choose(region, good, site, keep)
	}
	return choice{good, site, keep}
}

// soften takes back hints that would speak against most of the page's text: a page may be
// wrapped whole in an element called "modal" or shown by a script only. Then it hands the
// hints of each element down to what stands in it.
func soften(s *scanner) {
	weights := make([]int, len(s.nodes))
	total := 0
	for i := range s.blocks {
		if b := &s.blocks[i]; b.Weight >= goodWeight && b.link*3 < len(b.text) {
			weights[b.node] += b.Weight
			total += b.Weight
		}
	}
	for i := len(weights) - 1; i > 0; i-- {
		weights[s.nodes[i].parent] += weights[i]
	}
	for i := 1; i < len(s.nodes); i++ {
		if weights[i]*100 >= total*40 {
			s.nodes[i].hints &= firm
		}
		s.nodes[i].hints |= s.nodes[s.nodes[i].parent].hints
	}
	var under [32]int
	for i := range s.blocks {
		b := &s.blocks[i]
		b.hints |= s.nodes[b.node].hints
		if b.Weight >= goodWeight && b.link*3 < len(b.text) {
			for h := b.hints & against &^ firm; h != 0; h &= h - 1 {
				under[bits.TrailingZeros32(uint32(h))] += b.Weight
			}
		}
	}
	var back furniture.Hint
	for k := range under {
		if under[k]*2 > total {
			back |= 1 << k
		}
	}
	for i := range s.blocks {
		s.blocks[i].hints &^= back
	}
}

// good tells whether a block by itself speaks for being the article.
func (b *block) good() bool {
	return b.Weight >= goodWeight && b.link*3 < len(b.text) && b.hints&against == 0 && b.Words > 0 &&
		(b.Ends || b.Stops > 0 || b.Weight > 250) && b.tag != idButton && b.tag != idOption && !b.phrase()
}

// phrase tells whether a block is short and begins as furniture does.
func (b *block) phrase() bool {
	if b.Weight > 140 {
		return false
	}
	label, _ := furniture.Phrase(strings.ToLower(b.text))
	return label != "" && label != "byline"
}

// region finds the smallest element that holds most of the good text; -1 is none.
func (s *scanner) region(total int) int32 {
	if total < 140 {
		return -1
	}
	for i := len(s.nodes) - 1; i > 0; i-- {
		n := &s.nodes[i]
		s.nodes[n.parent].weight += n.weight
	}
	best := int32(0)
	for i := 1; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		need := 80
		if n.id == idArticle || n.id == idMain || n.hints&furniture.Body != 0 {
			need = 50
		}
		// Elements stand in page order: of two that hold enough and are nested the later is
		// the smaller, and no two that are not nested hold as much.
		if n.parent >= best && n.weight*100 >= total*need && s.within(int32(i), best) {
			best = int32(i)
		}
	}
	return best
}

// within tells whether a node stands in another that is its parent or further up. The walk
// is short: only nodes of the chain that holds most text are asked for.
func (s *scanner) within(n, around int32) bool {
	for n > around {
		n = s.nodes[n].parent
	}
	return n == around
}

// choose marks what is kept in the region: good blocks, and short ones that stand between
// or beside them in the same element.
func (s *scanner) choose(region int32, good, site, keep []bool) {
	blocks := s.blocks
	inside := make([]bool, len(s.nodes))
	for i := range s.nodes {
		inside[i] = int32(i) == region || i > 0 && s.nodes[i].parent >= 0 && inside[s.nodes[i].parent]
	}
	parents := map[int32]int{} // of the elements of good text: how much of it
	most := 0
	for i := range blocks {
		if good[i] && inside[blocks[i].node] {
			p := s.parent(&blocks[i])
			parents[p] += blocks[i].Weight
			most = max(most, parents[p])
		}
	}
	first, last := -1, -1
	for i := range blocks {
		if good[i] && inside[blocks[i].node] {
			keep[i] = true
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	for i := range blocks {
		b := &blocks[i]
		if keep[i] || !inside[b.node] || site[i] || b.hints&against != 0 || b.Weight == 0 ||
			b.tag == idButton || b.tag == idOption || b.tag == idH1 || b.phrase() {
			continue
		}
		home := parents[s.parent(b)]*4 >= most
		heading := b.tag >= idH2 && b.tag <= idH6
		linked := b.link*2 > len(b.text)
		switch {
		case heading:
			keep[i] = i > first && i < last && !linked && (home || keep[i+1] && b.hints&furniture.Aside == 0)
		case home && b.tag == idP:
			keep[i] = !linked || i > first && i < last && b.Ends
		case i > first && i < last:
			keep[i] = !linked && (home || b.Weight > 20 && b.Ends)
		}
	}
}

// parent is the element that a paragraph stands in; of a list item that of the list.
func (s *scanner) parent(b *block) int32 {
	n := b.node
	if b.tag == idP || b.tag >= idH1 && b.tag <= idH6 || b.tag == idBlockquote {
		return s.nodes[n].parent
	}
	if b.tag == idLI {
		if up := s.nodes[n].parent; up >= 0 && s.nodes[up].parent >= 0 {
			return s.nodes[up].parent
		}
	}
	return n
}

// label gives every block its label.
func (s *scanner) label(meta *article.Metadata, c choice) []article.Block {
	blocks, good, site, keep := s.blocks, c.good, c.site, c.keep
	out := make([]article.Block, len(blocks))
	seen := map[uint64]bool{}
	first := len(blocks)
	for i := range blocks {
		if keep[i] {
			first = i
			break
		}
	}
	doubled := false
	for i := range blocks {
		b := &blocks[i]
		o := &out[i]
		*o = article.Block{Text: b.text, Reason: "rule", Start: -1, End: -1, RawStart: b.start, RawEnd: b.end}
		o.Kept = keep[i]
		o.Score = b.score(good[i], keep[i])
		switch {
		case site[i]:
			o.Reason = "template"
		case keep[i] && same(b.text, meta.Title):
			o.Kept, o.Reason = false, "metadata"
		case keep[i]:
			h := article.LineHash(b.text)
			long := b.Weight >= 40
			if seen[h] && (long || doubled) {
				o.Kept, o.Reason = false, "duplicate"
			}
			if long {
				doubled = seen[h]
			}
			seen[h] = true
		}
		if o.Kept || o.Reason == "duplicate" {
			o.Label = article.Body
		} else {
			o.Label = b.labelOf(meta, i < first)
		}
	}
	return out
}

func (b *block) score(good, keep bool) float32 {
	score := min(b.Weight, 400)/8 + 10*min(b.Stops, 2)
	score -= 60 * b.link / max(1, len(b.text))
	if b.hints&against != 0 {
		score -= 40
	}
	if keep {
		score = max(score+30, 51)
	} else {
		score = min(score, 49)
	}
	if good && keep {
		score += 10
	}
	return float32(min(max(score, 1), 99)) / 100
}

// same tells whether a block says the title and hardly more.
func same(text, title string) bool {
	if title == "" {
		return false
	}
	if strings.EqualFold(text, title) {
		return true
	}
	short, long := text, title
	if len(short) > len(long) {
		short, long = long, short
	}
	return utf8.RuneCountInString(short) >= 20 && len(short)*10 >= len(long)*7 && strings.HasPrefix(strings.ToLower(long), strings.ToLower(short))
}

// labelOf names a block that is not kept.
func (b *block) labelOf(meta *article.Metadata, before bool) article.Label {
	phrase := ""
	if b.Weight <= 140 {
		phrase, _ = furniture.Phrase(strings.ToLower(b.text))
	}
	h := b.hints
	switch {
	case same(b.text, meta.Title) || b.tag == idH1 && before:
		return article.Headline
	case h&(furniture.Footer|furniture.Legal|furniture.Consent) != 0 && phrase == "legal":
		return article.Legal
	case h&furniture.Comment != 0:
		return article.Comment
	case h&furniture.Caption != 0:
		return article.Caption
	case h&furniture.Navigation != 0:
		return article.Navigation
	case h&furniture.Related != 0:
		return article.Related
	case h&furniture.Share != 0:
		return article.Share
	case h&(furniture.Promotion|furniture.Consent) != 0:
		return article.Promotion
	case h&furniture.Date != 0 && b.Digits > 0 && b.Weight < 60:
		return article.Dateline
	case h&furniture.Byline != 0 && b.Weight < 120:
		return article.Byline
	case h&furniture.Standfirst != 0 && before && b.Weight > 30:
		return article.Standfirst
	case phrase == "byline" && (b.Weight > 60 || !before):
	case phrase != "":
		return article.Label(phrase)
	case h&furniture.Legal != 0:
		return article.Legal
	case h&furniture.Footer != 0 || b.link*2 > len(b.text) && b.Weight < 40:
		return article.Navigation
	case b.link*2 > len(b.text):
		return article.Related
	}
	return article.Other
}

package extract

import (
	"math/bits"
	"strings"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// share is the part of a page's text that stands in an element.
type share struct {
	weight, link int // of all its blocks
	long, longs  int // weight and number of its long blocks
	blocks       int
}

// surface is what an element takes over from those around it.
type surface struct {
	in        uint32 // kinds of elements it stands in
	hints     furniture.Hint
	near      [hintKinds]int8 // elements up to the next that hints so, itself 1; 0 is none
	low, high int8            // past of all around it
	cover     int8
	covers    int8 // elements up to the one with that cover
}

const hintKinds = 18

// kinds of elements that a block may stand in, as bits of surface.in
const (
	inArticle uint32 = 1 << iota
	inMain
	inAside
	inNav
	inHeader
	inFooter
	inFigure
	inForm
	inTable
	inList
	inQuote
	inSection
	inButton
	inHeading
	inKinds = iota
)

// layout is a page's blocks and elements with all that features are made of.
type layout struct {
	*scanner
	shares  []share   // of each node
	around  []surface // of each node
	times   map[uint64]int32
	earlier []int32  // blocks before each with its text
	path    []uint64 // of each block: the names and classes of its element and the two around it
	like    []*share // of each block: all of its path
	alike   []*share // and all whose element alone has the same name and class
	last    []int    // how each block ends
	total   share
	page    *features.Words
	title   features.Mark
	titled  features.WordSet
	body    features.Shingles // shingles of the text that the page's JSON-LD calls its article
	words   int               // of that text
	before  []int             // last long block before each block, -1
	behind  []int             // next
	sofar   []int             // letters of long blocks before each
	lead    features.Shingles // shingles of its description
	heading int               // the block that says the title, -1
	since   features.Since
	echoes  features.Echoes
	author  features.WordSet // words of the names of the authors that the page declares
	region  region           // of long blocks
}

const longBlock = 70 // letters

func (b *block) long() bool { return b.Weight >= longBlock && b.link*3 < len(b.text) }

func (sh *share) add(b *block) {
	sh.weight += b.Weight
	sh.link += b.link
	sh.blocks++
	if b.long() {
		sh.long += b.Weight
		sh.longs++
	}
}

func newLayout(s *scanner) *layout {
	n := len(s.blocks)
	l := &layout{
		scanner: s, shares: make([]share, len(s.nodes)), around: make([]surface, len(s.nodes)), times: make(map[uint64]int32, n),
		earlier: make([]int32, n), path: make([]uint64, n), like: make([]*share, n), alike: make([]*share, n), last: make([]int, n),
		before: make([]int, n), behind: make([]int, n), sofar: make([]int, n), heading: -1,
	}
	paths, kinds := map[uint64]*share{}, map[uint64]*share{}
	for i := range s.blocks {
		b := &s.blocks[i]
		l.earlier[i] = l.times[b.hash]
		l.times[b.hash]++
		l.shares[b.node].add(b)
		l.total.add(b)
		l.path[i] = s.path(b.node)
		l.like[i], l.alike[i] = of(paths, l.path[i]), of(kinds, s.nodes[b.node].kind)
		l.like[i].add(b)
		l.alike[i].add(b)
		_, l.last[i] = features.Ends(b.text)
	}
	for i := len(l.shares) - 1; i > 0; i-- {
		up, sh := &l.shares[s.nodes[i].parent], &l.shares[i]
		up.weight += sh.weight
		up.link += sh.link
		up.long += sh.long
		up.longs += sh.longs
		up.blocks += sh.blocks
	}
	s.soften()
	for i := 1; i < len(s.nodes); i++ {
		l.around[i] = l.around[s.nodes[i].parent].within(&s.nodes[i])
	}
	last, letters := -1, 0
	for i := range s.blocks {
		l.before[i], l.sofar[i] = last, letters
		if s.blocks[i].long() {
			last = i
			letters += s.blocks[i].Weight
		}
	}
	last = -1
	for i := len(s.blocks) - 1; i >= 0; i-- {
		if l.behind[i] = last; s.blocks[i].long() {
			last = i
		}
	}
	l.since = features.SinceOf(n, func(i int) (string, *article.Measure) { return s.blocks[i].text, &s.blocks[i].Measure })
	l.page = features.WordsIn(n, func(i int) string { return s.blocks[i].text })
	l.echoes = features.EchoesOf(l.page, func(i int) uint64 { return s.blocks[i].hash })
	l.region = regionOf(s.nodes, func(n int32) int { return l.shares[n].long }, 60)
	s.claim = s.evidence.Claim()
	l.body, l.lead = features.ShinglesOf(l.claim.Body), features.ShinglesOf(l.claim.Description)
	features.EachWord(l.claim.Body, func(uint32) { l.words++ })
	l.titled = features.WordsOf(s.evidence.Title)
	l.title = l.page.Mark(l.titled)
	l.author = features.WordsOf(s.claim.Author)
	for i := range s.blocks {
		if b := &s.blocks[i]; b.Words >= 3 && (b.tag == idH1 || b.style&large != 0 || b.tag == idH2) {
			if share, _ := l.title.Share(i, len(b.text)); share >= 600 {
				l.heading = i
				break
			}
		}
	}
	return l
}

func of(shares map[uint64]*share, key uint64) *share {
	sh := shares[key]
	if sh == nil {
		sh = new(share)
		shares[key] = sh
	}
	return sh
}

// path gives blocks that stand in elements of the same names and classes the same number.
func (s *scanner) path(n int32) uint64 {
	key := uint64(0)
	for range 3 {
		key = (key ^ s.nodes[n].kind) * 0x9e3779b97f4a7c15
		key ^= key >> 29
		if n = s.nodes[n].parent; n < 0 {
			break
		}
	}
	return key
}

// within gives what an element takes over from the one around it, and adds.
func (a surface) within(n *node) surface {
	for h := a.hints; h != 0; h &= h - 1 {
		if k := bits.TrailingZeros32(uint32(h)); a.near[k] < 9 {
			a.near[k]++
		}
	}
	own := n.own & (1<<hintKinds - 1)
	a.hints |= own
	for h := own; h != 0; h &= h - 1 {
		a.near[bits.TrailingZeros32(uint32(h))] = 1
	}
	a.in |= kindBit[n.id%ids]
	if a.covers < 100 {
		a.covers++
	}
	if n.known {
		a.low, a.high = min(a.low, n.low), max(a.high, n.high)
		if n.cover >= a.cover {
			a.cover, a.covers = n.cover, 0
		}
	}
	return a
}

var kindBit = func() (bit [ids]uint32) {
	for name, kind := range map[string]uint32{
		"article": inArticle, "main": inMain, "aside": inAside, "nav": inNav, "header": inHeader, "footer": inFooter, "figure": inFigure,
		"form": inForm, "table": inTable, "ul": inList, "ol": inList, "blockquote": inQuote, "section": inSection, "button": inButton,
		"h1": inHeading, "h2": inHeading, "h3": inHeading, "h4": inHeading, "h5": inHeading, "h6": inHeading,
	} {
		bit[elements[name].id] |= kind
	}
	return bit
}()

// row appends what the model sees of a block.
func (l *layout) row(r *features.Row, i int, t *article.Template) {
	l.text(r, i)
	l.place(r, i)
	l.elements(r, i)
	l.neighbours(r, i)
	r.Site(l.blocks[i].hash, t)
	l.since.Add(r, i)
	l.echoes.Add(r, i)
	const opening = 100 // bytes: who a text is by, or of, stands in its first words
	b := &l.blocks[i]
	r.Add(l.author.Found(b.text[:min(len(b.text), opening)]))
}

// Two of the groups: of blocks that stand in elements of the same names and classes, and in one branch of the page's region.
const (
	ofPath   = 0
	inBranch = 2
)

// groups gives the blocks that are alike: of one path, of one element, of one branch, of one opening.
func (l *layout) groups() [][]int32 {
	n := len(l.blocks)
	paths, path, up, branch := map[uint64]int32{}, make([]int32, n), make([]int32, n), make([]int32, n)
	for i := range l.blocks {
		key := l.path[i]
		number, found := paths[key]
		if !found {
			number = int32(len(paths))
			paths[key] = number
		}
		node := l.blocks[i].node
		path[i], up[i], branch[i] = number, l.nodes[node].parent, l.region.branch[node]
	}
	return [][]int32{path, up, branch, l.echoes.Opening}
}

// text adds what a block is made of.
func (l *layout) text(r *features.Row, i int) {
	b := &l.blocks[i]
	l.since.Text(r, i, b.text, &b.Measure)
	share, found := l.title.Share(i, len(b.text))
	r.Add(features.Permille(b.link, len(b.text)), b.links, features.Permille(b.strong, len(b.text)), int(l.times[b.hash]), int(l.earlier[i]),
		share, found, int(b.style))
	r.Add(l.body.Share(l.page, i), min(l.words, 2000), l.lead.Share(l.page, i))
	low := l.learned.Wording.Add(r, l.page, i, b.Words)
	r.Add(bits.OnesCount32(uint32(b.hints & against)))
	r.Flag(b.hints&(furniture.Hidden|furniture.Caption) != 0)
	r.Add(low)
}

// place adds where on the page a block stands.
func (l *layout) place(r *features.Row, i int) {
	b := &l.blocks[i]
	gap := b.start
	if i > 0 {
		gap -= l.blocks[i-1].end
	}
	head := 0
	if l.heading >= 0 {
		head = i - l.heading
	}
	r.Add(i, features.Permille(i, len(l.blocks)), features.Permille(l.sofar[i], l.total.long), l.sofar[i], int(l.nodes[b.node].depth), bits.Len(uint(max(gap, 0))), b.pictures, head,
		len(l.blocks), l.total.long, features.Permille(l.total.link, l.total.weight+l.total.link), tagKind[b.tag%ids])
	r.Flag(l.claim.News)
	r.Flag(l.claim.Article)
	r.Flag(l.claim.Published)
	r.Flag(l.claim.OpenGraph)
	for _, tag := range []id{idP, idLI, idH2, idH3, idDiv, idTD, idBlockquote, idFigcaption} {
		r.Flag(b.tag == tag)
	}
}

// elements adds what the elements around a block are, say and hold.
func (l *layout) elements(r *features.Row, i int) {
	b := &l.blocks[i]
	a := &l.around[b.node]
	for k := range inKinds {
		r.Flag(a.in&(1<<k) != 0)
	}
	for k := range hintKinds {
		if b.own&(1<<k) != 0 {
			r.Add(1)
		} else {
			r.Add(int(a.near[k]))
		}
	}
	for k := range hintKinds + 1 {
		r.Flag(b.hints&(1<<k) != 0)
	}
	r.Add(int(a.low), int(a.high), int(a.cover), int(a.covers))
	n := b.node
	for range 5 {
		if n < 0 {
			r.Add(0, 0, 0, 0, 0)
			continue
		}
		sh := &l.shares[n]
		r.Add(features.Permille(sh.long, l.total.long), sh.longs, features.Permille(sh.link, sh.weight+sh.link), sh.blocks, int(l.nodes[n].low)+int(l.nodes[n].high))
		n = l.nodes[n].parent
	}
	branch := &l.shares[l.region.branch[b.node]]
	r.Add(l.region.off(l.nodes, b.node), int(l.nodes[b.node].depth-l.region.depth), branch.long, branch.longs, features.Permille(branch.long, l.total.long),
		features.Permille(branch.link, branch.weight+branch.link), branch.blocks)
	for _, sh := range []*share{l.like[i], l.alike[i]} {
		r.Add(sh.blocks, sh.weight/sh.blocks, features.Permille(sh.link, sh.weight+sh.link), features.Permille(sh.longs, sh.blocks), features.Permille(sh.long, l.total.long))
	}
}

// neighbours adds what stands before and behind a block.
func (l *layout) neighbours(r *features.Row, i int) {
	for _, step := range []int{-3, -2, -1, 1, 2, 3} {
		if k := i + step; k < 0 || k >= len(l.blocks) {
			r.Add(-1, -1, -1, -1)
		} else {
			o := &l.blocks[k]
			r.Add(o.Weight, features.Permille(o.link, len(o.text)), l.last[k], tagKind[o.tag%ids])
		}
	}
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(l.blocks) {
			r.Add(0, 0, 0)
		} else {
			r.Flag(l.path[k] == l.path[i])
			r.Add(l.related(i, k), int(l.around[l.blocks[k].node].low))
		}
	}
	for _, k := range []int{l.before[i], l.behind[i]} {
		if k < 0 {
			r.Add(999, -1, 0, 0, 0)
			continue
		}
		o := &l.blocks[k]
		r.Flag(l.path[k] == l.path[i])
		r.Add(max(i-k, k-i), l.related(i, k), o.Weight, features.Permille(l.like[k].long, l.total.long))
	}
	weight, link, longs := 0, 0, 0
	for k := max(0, i-5); k <= min(i+5, len(l.blocks)-1); k++ {
		o := &l.blocks[k]
		weight, link = weight+o.Weight, link+o.link
		if o.long() {
			longs++
		}
	}
	r.Add(weight, features.Permille(link, weight+link), longs)
}

// related tells how near in the tree two blocks stand: the steps up from both to the nearest
// element that holds them, 9 where that is far.
func (l *layout) related(i, k int) int {
	const far = 4
	a := l.blocks[i].node
	for up := range far {
		b := l.blocks[k].node
		for down := range far {
			if a == b {
				return up + down
			}
			if b = l.nodes[b].parent; b < 0 {
				break
			}
		}
		if a = l.nodes[a].parent; a < 0 {
			break
		}
	}
	return 9
}

// tagKind orders the elements that blocks are of: the more alike, the nearer.
var tagKind = func() (kind [ids]int) {
	for i := range kind {
		kind[i] = 5
	}
	for k, names := range [...]string{
		"button option label legend", "li", "td th", "dt dd", "figcaption caption", "div", "section article main body", "p", "blockquote pre", "h1", "h2", "h3", "h4 h5 h6",
		"header footer nav aside",
	} {
		for name := range strings.FieldsSeq(names) {
			kind[elements[name].id] = k
		}
	}
	kind[idDiv] = 5
	return kind
}()

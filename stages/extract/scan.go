package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract/metadata"
)

// A block is a stretch of text between two visible breaks, with the features of its place.
type block struct {
	text       string
	tag        id
	own        furniture.Hint // of the inline elements around it
	hints      furniture.Hint // of [soften]: those and the ones of all elements around it
	node       int32
	link       int // bytes of text in links
	links      int // links that begin in it
	strong     int // bytes of text in bold
	pictures   int // between it and the block before
	start, end int // in the page
	style      style
	hash       uint64 // [article.LineHash] of the text
	article.Measure
}

// A node is a block element. Of the tree nothing more is kept.
type node struct {
	parent int32
	id     id
	depth  int32
	own    furniture.Hint // what its name and class hint at
	hints  furniture.Hint // of [soften]: its own and those of all around it
	kind   uint64         // hash of its name and classes
	past
}

// what the text of an open element is evidence of
const (
	takeNothing int8 = iota
	takeByline
	takeTime
	takeCaption
	takeHeading
)

type scanner struct {
	z        tokenizer
	stack    stack
	words    map[string]furniture.Hint
	listed   *filter          // of words
	names    map[string]named // what class names and ids that were read say
	learned  Past
	seen     func(node int32, word []byte) // each class word; nil but in training
	bare     bool                          // nothing is asked for but the text
	blocks   []block
	nodes    []node
	anchors  []anchor
	href     []byte  // of the link that is being opened
	framed   []int32 // the elements that pictures stand in, but for small ones
	text     []byte  // of the block that is being read
	link     int
	links    int
	linked   int // where in the text the last link ended
	pressed  int // and where the last button within a sentence began
	strong   int
	pictures int
	start    int
	end      int
	breaks   int // <br> in a row
	line     line
	credits  []credit
	captions []caption
	image    string // address of the last picture that has no caption
	times    []timeElement
	hints    furniture.Hint
	evidence metadata.Evidence
	claim    metadata.Claim // of the evidence; see newLayout
	data     [][]byte       // scripts that are or hold JSON
	second   []string       // h2
	taken    []byte         // text of the element that is evidence
	cut      bool           // the page ends inside an element that must be closed
}

func scan(page []byte, past Past) *scanner {
	s := newScanner(page, past)
	s.run()
	return s
}

func newScanner(page []byte, past Past) *scanner {
	s := &scanner{z: tokenizer{page: page}, words: furniture.Classes(), listed: listed(), names: map[string]named{}, learned: past, start: -1, line: line{start: -1}}
	s.stack.reset()
	s.blocks, s.nodes = make([]block, 0, len(page)>>11+8), make([]node, 1, len(page)>>9+8) // about as many as a page has
	s.nodes[0].parent = -1
	return s
}

func (s *scanner) run() {
	for {
		switch t := s.z.next(); t.kind {
		case endOfPage:
			s.closeTo(1)
			s.flush()
			if len(s.evidence.Headings) == 0 {
				s.evidence.Headings, s.evidence.Second = s.second, true
			}
			return
		case textToken:
			s.addText(t.start, t.end)
		case rawToken:
			s.addRaw(s.z.page[t.start:t.end])
			s.cut = s.cut || t.end == len(s.z.page)
		case openToken:
			s.openTag(t)
		case closeToken:
			s.closeTag(t)
		}
	}
}

func (s *scanner) addText(start, end int) {
	top := s.stack.top()
	if top.skip {
		return
	}
	raw := s.z.page[start:end]
	before := len(s.text)
	if before > 0 && before == s.pressed && s.stack.last[idButton] > 0 && wordy(s.text[before-1]) && wordy(raw[0]) {
		s.text = append(s.text, ' ') // a button's edge parts words
	}
	if before > 1 && sentenceEnds(s.text) && sentenceBegins(raw) && s.nodes[top.node].id != idPre && s.stack.last[idCode] <= 0 {
		s.text = append(s.text, ' ') // so does the tag between two sentences, whatever its style makes of it
	}
	s.text = article.Fold(s.text, decode(raw))
	if len(s.text) == before {
		return
	}
	if top.taking && len(s.taken) < 4000 {
		s.taken = append(s.taken, s.text[before:]...)
	}
	shown := bytes.TrimSpace(raw)
	if len(shown) == 0 {
		return
	}
	s.breaks = 0
	if s.start < 0 {
		s.start = start + bytes.Index(raw, shown)
		s.hints = top.hints
	}
	s.line.add(start+bytes.Index(raw, shown), top)
	s.end = start + bytes.Index(raw, shown) + len(shown)
	if top.link {
		s.link += len(s.text) - before
	}
	if top.style&bold != 0 {
		s.strong += len(s.text) - before
	}
}

// apart parts the words before and after a visible break in the text that is evidence.
func (s *scanner) apart() {
	if n := len(s.taken); s.stack.top().taking && n > 0 && s.taken[n-1] != ' ' {
		s.taken = append(s.taken, ' ')
	}
}

func (s *scanner) addRaw(raw []byte) {
	top := s.stack.top()
	switch {
	case top.id == idTitle && s.evidence.Title == "" && (len(s.stack.open) < 6):
		s.evidence.Title = fold(decode(raw))
	case top.jsonLD:
		s.evidence.JSONLD = append(s.evidence.JSONLD, string(raw))
	case top.id == idScript && len(raw) >= leastData && (top.json || bytes.HasPrefix(bytes.TrimSpace(raw), []byte("window"))):
		s.data = append(s.data, raw)
	}
}

// wordy tells a byte of a word, in any script.
func wordy(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c >= utf8.RuneSelf }

// sentenceEnds tells whether a text ends in a small letter and a full stop or the like.
func sentenceEnds(text []byte) bool {
	n := len(text) - 1
	if c := text[n]; c != '.' && c != '!' && c != '?' {
		return false
	}
	r, _ := utf8.DecodeLastRune(text[:n])
	return unicode.IsLower(r)
}

// sentenceBegins tells whether a text begins with a word in small letters but for the first.
func sentenceBegins(text []byte) bool {
	first, size := utf8.DecodeRune(text)
	second, _ := utf8.DecodeRune(text[size:])
	return unicode.IsUpper(first) && (unicode.IsLower(second) || second == ' ')
}

func fold(text []byte) string { return strings.TrimSpace(string(article.Fold(nil, text))) }

// flush ends the block that is being read.
func (s *scanner) flush() {
	s.endLine()
	all := style(0)
	if s.line.text == 0 { // one line
		all = s.line.style
	}
	s.emit(len(s.text), s.start, s.end, s.link, s.hints, all)
	s.text, s.link, s.start, s.breaks = s.text[:0], 0, -1, 0
	s.line = line{start: -1}
}

// emit makes a block of the first size bytes of the text that was read.
func (s *scanner) emit(size, start, end, link int, hints furniture.Hint, all style) {
	text := bytes.TrimRight(s.text[:size], " ")
	if len(text) == 0 || start < 0 {
		return
	}
	at := s.stack.open[s.stack.top().block]
	b := block{
		text: string(text), tag: at.id, own: hints, node: at.node, link: link, links: s.links, strong: min(s.strong, len(text)), pictures: s.pictures,
		start: start, end: end, style: all,
	}
	b.Measure, b.hash = article.MeasureOf(b.text), article.LineHash(b.text)
	s.links, s.strong, s.pictures = 0, 0, 0
	s.blocks = append(s.blocks, b)
}

func (s *scanner) openTag(t token) {
	e := elementOf(t.name)
	if e.id == idBr {
		s.apart()
		s.breaks++
		if s.breaks > 1 {
			s.flush()
		} else {
			s.text = article.Fold(s.text, " ")
			s.endLine()
			s.newLine()
		}
		return
	}
	if e.id == idMeta || e.id == idLink {
		s.head(e.id)
		return
	}
	if e.id == idButton && len(s.text) > 0 && s.stack.open[s.stack.top().block].id == idP {
		e.trait &^= breaks // in the middle of a sentence
		s.pressed = len(s.text)
	}
	if e.trait&breaks != 0 {
		s.apart()
		s.flush()
	}
	if e.id == idA {
		if s.links++; len(s.text) > 0 && s.linked == len(s.text) { // two links, nothing between them
			s.text = article.Fold(s.text, " ")
		}
	}
	if e.trait&picture != 0 {
		s.pictures++
		s.shows()
	}
	if e.trait&void != 0 {
		return
	}
	if t.closed && e.trait&skipped != 0 && !s.z.raw { // <path/> and the like inside svg
		return
	}
	if at := s.stack.implied(e); at > 0 {
		s.closeTo(at)
	}
	if e.id == idHTML || e.id == idBody {
		if s.stack.last[e.id] > 0 {
			return
		}
		if at := s.stack.find(elements["head"]); at > 0 {
			s.closeTo(at)
		}
	}
	parent := s.stack.top()
	o := open{
		id: e.id, trait: e.trait, hints: parent.hints, node: parent.node, link: parent.link || e.id == idA,
		skip: parent.skip || e.trait&skipped != 0, taking: parent.taking,
	}
	switch {
	case e.trait&breaks == 0:
		o.style = parent.style
		if e.id == idB || e.id == idStrong || e.id == idBig {
			o.style |= bold
		}
	case e.id >= idH1 && e.id <= idH6:
		o.style = large
	}
	if e.trait&breaks != 0 {
		o.node = int32(len(s.nodes))
		s.nodes = append(s.nodes, node{parent: parent.node, id: e.id, depth: s.nodes[parent.node].depth + 1})
	}
	own, take := s.attributes(e, &o)
	if e.id == idA && !s.bare {
		o.anchor = int32(len(s.anchors))
		s.anchors = append(s.anchors, anchor{story: storyOf(s.href), start: t.end})
		s.href = nil
	}
	if e.trait&breaks == 0 && s.nodes[o.node].id == idPre {
		own, take = 0, takeNothing // in code the names say what is coloured how: "comment" is one
	}
	switch e.id {
	case idNav:
		own |= furniture.Navigation
	case idFooter:
		own |= furniture.Footer
	case idHeader:
		own |= furniture.Header
	case idAside:
		own |= furniture.Aside
	case idFigcaption:
		own |= furniture.Caption
	case idBody, idHTML:
		own = 0
	}
	o.hints |= own
	if e.trait&breaks != 0 {
		o.hints = 0 // they are the node's
		s.nodes[o.node].own = own
	}
	if take != takeNothing && !o.skip {
		if !o.taking {
			s.taken = s.taken[:0]
		}
		o.take, o.taking, o.mark = take, true, int32(len(s.taken))
	}
	s.stack.push(o)
}

func (s *scanner) closeTag(t token) {
	e := elementOf(t.name)
	if e.id == idHTML || e.id == idBody || e.id == idBr {
		return
	}
	if at := s.stack.find(e); at > 0 {
		s.closeTo(at)
	} else if e.id == idP {
		s.flush()
	}
}

// closeTo closes the open elements from at on.
func (s *scanner) closeTo(at int32) {
	for i := int32(len(s.stack.open)) - 1; i >= at; i-- {
		o := &s.stack.open[i]
		if o.take != takeNothing {
			s.took(o)
		}
		if o.trait&breaks != 0 {
			s.apart()
			s.flush()
		}
		if o.id == idA {
			s.linked = len(s.text)
			s.anchored(o)
		}
		s.stack.last[o.id] = o.before
		s.stack.open = s.stack.open[:i]
	}
}

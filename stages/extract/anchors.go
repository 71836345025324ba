package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An anchor is a link that shows text: where the page has it, and whose story it may be.
type anchor struct {
	story      []byte // see [storyOf]
	start, end int    // from behind its start tag to the end of its text
}

// anchored ends the anchor of a link that is closed. One that shows no text is none.
func (s *scanner) anchored(o *open) {
	if s.bare {
		return
	}
	if a := &s.anchors[o.anchor]; s.end > a.start {
		a.end = s.end
	} else if int(o.anchor) == len(s.anchors)-1 {
		s.anchors = s.anchors[:o.anchor]
	}
}

// storyOf gives of an address what tells the stories of a site apart: neither scheme nor host, nor the place within a page. A front
// page is no story, nor is a script or a place on the page at hand; nil is none.
func storyOf(address []byte) []byte {
	address, _, _ = bytes.Cut(bytes.TrimSpace(address), []byte("#"))
	if scheme, rest, found := bytes.Cut(address, []byte("//")); found && (len(scheme) == 0 || is(scheme, "http:") || is(scheme, "https:")) {
		i := bytes.IndexAny(rest, "/?")
		if i < 0 {
			return nil
		}
		address = rest[i:]
	} else if i := bytes.IndexAny(address, ":/?"); i >= 0 && address[i] == ':' { // javascript:, mailto:
		return nil
	}
	if address = bytes.TrimSuffix(address, []byte("/")); len(address) == 0 {
		return nil
	}
	return address
}

// stories gives the page's own addresses, as [storyOf] does.
func (s *scanner) stories() (own [][]byte) {
	add := func(address string) {
		if story := storyOf([]byte(address)); story != nil {
			own = append(own, story)
		}
	}
	add(s.evidence.URL)
	for _, l := range s.evidence.Links {
		if l.Rel == "canonical" {
			add(l.Href)
		}
	}
	for _, m := range s.evidence.Meta {
		if m.Name == "og:url" {
			add(m.Content)
		}
	}
	return own
}

// linked says how a block's text stands in links.
type linked struct {
	anchors []anchor
	opens   bool // the first holds its first word
	closes  bool // the last holds its last word
	whole   bool // nothing but marks stands outside of them
	row     bool // nor within it but the one mark that parts each from the next
}

// separators are the marks that part the links of a row.
const separators = "|¦│｜·•∙⋅●»"

// linkedBlocks gives how the text of each block stands in links.
func (s *scanner) linkedBlocks() []linked {
	out := make([]linked, len(s.blocks))
	from := 0
	for i := range s.blocks {
		b := &s.blocks[i]
		for from < len(s.anchors) && s.anchors[from].end <= b.start {
			from++
		}
		to := from
		for to < len(s.anchors) && s.anchors[to].start < b.end {
			to++
		}
		if b.link > 0 && from < to {
			out[i] = linkedIn(s.z.page, b, s.anchors[from:to])
		}
	}
	return out
}

func linkedIn(page []byte, b *block, anchors []anchor) linked {
	l := linked{anchors: anchors, whole: true, row: len(anchors) > 1}
	mark, at := "", b.start
	for k := range anchors {
		a := &anchors[k]
		between, word := marksIn(page[min(at, a.start):a.start])
		switch {
		case k == 0:
			l.opens = !word
		case k == 1:
			mark = between
			l.row = l.row && mark != "" && strings.Contains(separators, mark)
		default:
			l.row = l.row && between == mark
		}
		l.whole = l.whole && !word
		at = max(at, a.end)
	}
	_, word := marksIn(page[min(at, b.end):b.end])
	l.closes = !word
	l.whole = l.whole && !word
	l.row = l.row && l.whole
	return l
}

// marksIn gives the marks that a piece of a page shows, and whether it shows a word; then it is not read on.
func marksIn(page []byte) (marks string, word bool) {
	var shown []byte
	for len(page) > 0 {
		size := 1
		switch page[0] {
		case '<':
			if size = bytes.IndexByte(page, '>') + 1; size == 0 {
				return string(shown), false
			}
		case '&':
			if end := bytes.IndexByte(page[:min(len(page), 12)], ';'); end > 0 {
				size = end + 1
			}
			shown = append(shown, decode(page[:size])...)
		case ' ', '\t', '\n', '\r':
		default:
			_, size = utf8.DecodeRune(page)
			shown = append(shown, page[:size]...)
		}
		if r, n := utf8.DecodeLastRune(shown); n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return "", true
		} else if unicode.IsSpace(r) { // of a reference
			shown = shown[:len(shown)-n]
		}
		page = page[size:]
	}
	return string(shown), false
}

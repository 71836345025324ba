package extract

import (
	"bytes"

	"github.com/newsmill/newsmill/data/furniture"
)

// A style sets text apart from running text, as headlines are.
type style uint8

const (
	bold style = 1 << iota
	large
)

// A line is what stands between two single <br> of a block. Old pages set headline, byline
// and date as lines of one table cell, each in its own <font>.
type line struct {
	text  int   // where it begins in the block's text
	start int   // and in the page; -1: nothing of it is there yet
	style style // of all its text
	hints furniture.Hint
	end   int // of the line before, in the page
	link  int // bytes in links before it
}

func (l *line) add(start int, within *open) {
	if l.start < 0 {
		l.start, l.style, l.hints = start, within.style, within.hints
	}
	l.style &= within.style
}

// newLine begins a line after a single <br>.
func (s *scanner) newLine() {
	if s.start < 0 { // the text before it was made a block
		s.line = line{start: -1}
		return
	}
	s.line = line{text: len(s.text), start: -1, end: s.end, link: s.link}
}

// endLine makes a block of its own of a line that is set apart as a whole, and ends where its
// style ends. In running text a <br> ends a line of verse or of an address; only a headline
// stands in bold alone.
func (s *scanner) endLine() {
	l := s.line
	if l.start < 0 || l.style == 0 || s.stack.top().style&l.style != 0 {
		return
	}
	s.emit(l.text, s.start, l.end, l.link, s.hints, 0)
	rest := append([]byte(nil), bytes.TrimLeft(s.text[l.text:], " ")...)
	s.text = append(s.text[:0], rest...)
	s.emit(len(s.text), l.start, s.end, s.link-l.link, l.hints, l.style)
	s.text, s.link, s.start = s.text[:0], 0, -1
	s.line = line{start: -1}
}

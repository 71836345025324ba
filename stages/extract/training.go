package extract

import (
	"bytes"

	"golang.org/x/net/html"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// LookAt gives what the model learns from a page.
func LookAt(page []byte, past Past, t *article.Template) features.Look {
	return scan(page, past).look(t)
}

// LookWithout gives what is left of a page when some of its blocks are taken out, and all that it
// says of itself: from such pages the model learns that a page may have no article, or nothing else.
func LookWithout(page []byte, out []bool, past Past, t *article.Template) features.Look {
	s := scan(page, past)
	s.silence()
	s.drop(out)
	return s.look(t)
}

func (s *scanner) silence() { s.evidence.JSONLD, s.evidence.Meta = nil, nil }

func (s *scanner) drop(out []bool) {
	kept := s.blocks[:0]
	for i := range s.blocks {
		if !out[i] {
			kept = append(kept, s.blocks[i])
		}
	}
	s.blocks = kept
}

// Whole gives what the model of pages learns from a page: nil where nothing would be kept. Out
// names blocks that are taken out before, silent takes out what the page says of itself.
func Whole(page []byte, out []bool, silent bool, opt Options) features.Row {
	s := scan(page, opt.Model.Past)
	if out != nil {
		s.drop(out)
	}
	if silent {
		s.silence()
	}
	return s.decide(opt.Model, opt.Template).page
}

func (s *scanner) look(t *article.Template) (look features.Look) {
	l := newLayout(s)
	look.Groups = l.groups()
	for i := range s.blocks {
		look.Add(s.blocks[i].text, s.blocks[i].Weight, func(r *features.Row, i int) { l.row(r, i, t) })
	}
	return look
}

// Grow puts paragraphs behind a block of a page's article, as if it had been so much longer: few
// real pages are, and from them alone a model learns that what stands far down is comments. It
// gives which block that is, and nil where no two paragraphs of the article stand side by
// side or the page's data hold its text, which would no longer be the page's.
func Grow(page []byte, body []bool, paragraphs []string) (grown []byte, behind int) {
	s := scan(page, Past{})
	if s.evidence.Claim().Body != "" {
		return nil, 0
	}
	var pairs []int
	for i := 1; i < len(body); i++ {
		a, b := &s.blocks[i-1], &s.blocks[i]
		if body[i-1] && body[i] && a.tag == idP && b.tag == idP && s.nodes[a.node].parent == s.nodes[b.node].parent {
			pairs = append(pairs, i)
		}
	}
	if len(pairs) == 0 {
		return nil, 0
	}
	i := pairs[len(pairs)/2]
	at := bytes.LastIndexByte(page[:s.blocks[i].start], '<')
	for at >= 0 && !(bytes.HasPrefix(page[at:], []byte("<p")) || bytes.HasPrefix(page[at:], []byte("<P"))) {
		at = bytes.LastIndexByte(page[:at], '<')
	}
	if at < s.blocks[i-1].end {
		return nil, 0
	}
	end := at + bytes.IndexByte(page[at:], '>') + 1
	grown = append(grown, page[:at]...)
	for _, text := range paragraphs {
		grown = append(grown, page[at:end]...)
		grown = append(append(grown, html.EscapeString(text)...), "</p>\n"...)
	}
	return append(grown, page[at:]...), i - 1
}

// A Tally tells how much text the elements with a word in their class held on one page.
type Tally struct {
	All, Body int // letters, of all elements with the word
	Most      int // letters of the article in one of them
}

// Tallies counts, for each word of a class name or id, the text in the elements that bear it.
// Body says which blocks are the article.
func Tallies(page []byte, body []bool) map[string]Tally {
	words := map[string][]int32{}
	s := newScanner(page, Past{})
	s.seen = func(node int32, word []byte) { words[string(word)] = append(words[string(word)], node) }
	s.run()
	all, good := make([]int, len(s.nodes)), make([]int, len(s.nodes))
	for i := range s.blocks {
		b := &s.blocks[i]
		all[b.node] += b.Weight
		if body[i] {
			good[b.node] += b.Weight
		}
	}
	for i := len(s.nodes) - 1; i > 0; i-- {
		all[s.nodes[i].parent] += all[i]
		good[s.nodes[i].parent] += good[i]
	}
	tallies := make(map[string]Tally, len(words))
	for word, nodes := range words {
		var t Tally
		for _, n := range nodes {
			t.All += all[n]
			t.Body += good[n]
			t.Most = max(t.Most, good[n])
		}
		tallies[word] = t
	}
	return tallies
}

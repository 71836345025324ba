package extract

import (
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// LookAt gives what the model learns from a page.
func LookAt(page []byte, past Past, t *article.Template) features.Look {
	return scan(page, past).look(t)
}

// LookWithout gives what is left of a page when its article is taken out, and all that it
// says of itself: from such pages the model learns that a page may have no article.
func LookWithout(page []byte, body []bool, past Past, t *article.Template) features.Look {
	s := scan(page, past)
	s.evidence.JSONLD, s.evidence.Meta = nil, nil
	kept := s.blocks[:0]
	for i := range s.blocks {
		if !body[i] {
			kept = append(kept, s.blocks[i])
		}
	}
	s.blocks = kept
	return s.look(t)
}

func (s *scanner) look(t *article.Template) (look features.Look) {
	l := newLayout(s)
	for i := range s.blocks {
		look.Add(s.blocks[i].text, s.blocks[i].Weight, func(r *features.Row, i int) { l.row(r, i, t) })
	}
	return look
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

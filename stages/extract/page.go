// Package extract finds the article of an HTML page: its text, the blocks that the text was
// chosen from with the reason for each choice, and its metadata.
//
// There is no tree. One pass over the page's tokens keeps a stack of open elements and gives
// blocks, stretches of text between two visible breaks, each with the features of its place;
// cost is linear in the page, and no depth of nesting or number of nodes ends it. A trained
// [Model] judges each block, first by itself and its surroundings, then by the judgements of its
// neighbours, and what is kept is cut such that F1 is expected to be highest. The features know
// letters, words and marks, no language, in the manner of
// Kohlschütter et al., "Boilerplate detection using shallow text features" (2010), and
// Vogels et al., "Web2Text: deep structured boilerplate removal" (2018).
package extract

import (
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract/metadata"
)

// Options say what is known of a page.
type Options struct {
	URL      string
	Template *article.Template // of the page's site; nil is unknown
	Given    metadata.Given    // what the input already says
	Model    *Model            // that judges; nil is the one that newsmill ships
}

// HTML extracts the article of a page of valid UTF-8. A page without an article gives empty
// text and the warning "empty".
func HTML(page []byte, opt Options) article.Article {
	m := opt.Model
	if m == nil {
		m = learned()
	}
	s := scan(page, m.Past)
	s.evidence.URL, s.evidence.Given = opt.URL, opt.Given
	c := s.decide(m, opt.Template)
	data := s.structured(c.keep, c.letters)
	if data != nil {
		clear(c.keep)
	}
	s.surroundings(c.keep, opt.Template)
	var a article.Article
	a.Meta, a.Warnings = metadata.Read(&s.evidence)
	a.Blocks = s.label(&a.Meta, c)
	for _, text := range data {
		a.Blocks = append(a.Blocks, article.Block{Text: text, Label: article.Body, Kept: true, Score: -1, Reason: "data", Start: -1, End: -1, RawStart: -1, RawEnd: -1})
	}
	a.Join()
	if a.Text == "" {
		a.Warn("empty")
	}
	if s.cut {
		a.Warn("truncated_markup")
	}
	return a
}

// Survey gives the URL that the page gives for itself, "" where it gives none, and its blocks
// of text.
func Survey(page []byte) (url string, lines article.Lines) {
	s := newScanner(page, Past{})
	s.bare = true
	s.run()
	lines.Hashes = make([]uint64, 0, len(s.blocks))
	for i := range s.blocks {
		lines.Add(s.blocks[i].text, s.blocks[i].Weight)
	}
	if s.evidence.Title != "" {
		lines.Add(s.evidence.Title, 0) // a title that all pages share is no headline
	}
	lines = lines.Done()
	for _, l := range s.evidence.Links {
		if l.Rel == "canonical" && l.Href != "" {
			return l.Href, lines
		}
	}
	for _, m := range s.evidence.Meta {
		if m.Name == "og:url" && m.Content != "" {
			return m.Content, lines
		}
	}
	return "", lines
}

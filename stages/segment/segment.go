// Package segment cuts clean text into paragraphs, sentences and words.
package segment

import "github.com/newsmill/newsmill/stages/segment/token"

// Document is a text with its sentences and words: what every later stage reads.
type Document struct {
	Text      string
	Language  string // BCP 47; und is unknown
	Sentences []Sentence
	Tokens    []token.Token // of all sentences, in text order
}

// Sentence is a span of bytes of the text, white space at its ends left out, and a
// half-open range of the document's tokens.
type Sentence struct {
	Start, End int
	Paragraph  int // 0-based; paragraphs are parted by blank lines
	First      int // first token
	Last       int // one past the last token
}

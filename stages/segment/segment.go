// Package segment cuts clean text into paragraphs, sentences and words.
//
// A line break always ends a sentence, so that headlines and list items without a stop stand
// alone. Inside a line of English a linear model, learned on treebanks, judges every place
// where a sentence may end by the words on both sides, by what the sentence holds so far and by
// what the rest of the document tells. Any other language goes by rules: each full stop, question
// mark or exclamation mark is judged by abbreviations (by language and class, from data),
// initials, numbers and the case of the next word. Closing quotes and brackets after the stop
// belong to the sentence. All work is linear in the text.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/segment/token"
)

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

// Split cuts a text into sentences and words. The language is a BCP 47 tag; only its first
// part counts. A text of unknown language is taken for English, which does the least harm.
func Split(text, language string) Document {
	doc := Document{
		Text:      text,
		Language:  language,
		Sentences: make([]Sentence, 0, len(text)/110+1),
		Tokens:    make([]token.Token, 0, len(text)/5+1),
	}
	if English(language) {
		doc.english(embedded())
		return doc
	}
	base, _, _ := strings.Cut(language, "-")
	rules := splitter{text: text, language: base, words: token.Abbreviations()[base]}
	eachLine(text, func(from, to, paragraph int) { doc.addLine(&rules, from, to, paragraph) })
	return doc
}

// English says whether a text in a language, a BCP 47 tag, is read as English: one of unknown
// language, most often too short to tell, is.
func English(language string) bool {
	base, _, _ := strings.Cut(language, "-")
	return base == "en" || base == "und" || base == ""
}

// eachLine calls yield for each line that is not blank, white space at its ends left out.
func eachLine(text string, yield func(from, to, paragraph int)) {
	paragraph, blank, open := 0, false, false
	for start := 0; start < len(text); {
		end := start + lineLength(text[start:])
		from, to := trim(text, start, end)
		if from < to {
			if blank && open {
				paragraph++
			}
			blank, open = false, true
			yield(from, to, paragraph)
		} else {
			blank = true
		}
		start = end + breakLength(text[end:])
	}
}

// english tells the sentences of English apart by the model.
func (doc *Document) english(m *Model) {
	r := newReader(doc.Text, doc.Tokens, m.words)
	r.walk(func(k int, features []uint32) bool { return m.ends(features) && !r.timeGoesOn(k) }, func(first, last, paragraph int) {
		doc.Sentences = append(doc.Sentences, Sentence{r.tokens[first].Start, r.tokens[last-1].End, paragraph, first, last})
	})
	doc.Tokens = r.tokens
}

// timeGoesOn says whether token k is the "a.m." of "at 9 a.m. Tuesday": of such times, which the treebanks hardly have,
// the model parts every second one.
func (r *reader) timeGoesOn(k int) bool {
	half, day := r.tokens[k], r.tokens[k+1]
	if half.End-half.Start != len("a.m.") {
		return false
	}
	switch r.text[half.Start:half.End] {
	case "a.m.", "p.m.", "A.M.", "P.M.":
		return token.IsDay(r.text[day.Start:day.End])
	}
	return false
}

// newReader cuts a text into lines and words and looks it over; tokens is the buffer to use, common the
// filter of common words.
func newReader(text string, tokens []token.Token, common filter) *reader {
	r := &reader{text: text, tokens: tokens[:0], words: common}
	eachLine(text, func(from, to, paragraph int) {
		first := len(r.tokens)
		r.tokens = token.Words(r.tokens, text, from, to, true)
		r.lines = append(r.lines, line{first: first, last: len(r.tokens), paragraph: paragraph})
	})
	r.read()
	return r
}

// addLine cuts one line into sentences by the rules.
func (doc *Document) addLine(rules *splitter, from, to, paragraph int) {
	for from < to {
		end := rules.next(from, to)
		s, e := trim(doc.Text, from, end)
		if s < e {
			first := len(doc.Tokens)
			doc.Tokens = token.Words(doc.Tokens, doc.Text, s, e, false)
			doc.Sentences = append(doc.Sentences, Sentence{s, e, paragraph, first, len(doc.Tokens)})
		}
		from = end
	}
}

// lineLength is how many bytes stand before the next line break, one of those that UAX #14 has for mandatory.
func lineLength(text string) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '\n' && c <= '\r': // vertical tabs and form feeds, too
			return i
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i
		}
	}
	return len(text)
}

// breakLength is the length of the line break that the text begins with.
func breakLength(text string) int {
	switch {
	case text == "":
		return 0
	case strings.HasPrefix(text, "\r\n"):
		return 2
	case text[0] <= '\r':
		return 1
	case text[0] == 0xC2:
		return len("\u0085")
	}
	return len("\u2028")
}

// trim leaves out white space at both ends of text[start:end].
func trim(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}

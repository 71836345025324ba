package source

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Treebank is a text that came cut into sentences and words. All offsets are bytes of Text.
type Treebank struct {
	Text      string
	Sentences []Sentence
	Words     []Word
}

// Sentence is a span and a half-open range of words; it has at least one.
type Sentence struct {
	Start, End  int
	Paragraph   int // 0-based; paragraphs are parted by blank lines
	First, Last int
}

// Word is a syntactic word. Several words may be written as one token ("don't", French "du"):
// where their forms together are the token ("do" + "n't") each has its own span, else all of
// them have the token's.
type Word struct {
	Start, End int
	Form       string
}

// columns are those of CoNLL-U: ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC.
const columns = 10

var byteOrderMark = []byte("\xef\xbb\xbf")

// Treebank reads the sentences and words of a page of the kind [CoNLLU]
// (https://universaldependencies.org/format.html). The text is made again of the forms of tokens:
// a space stands between two of them unless the first has SpaceAfter=No, a blank line before a
// sentence with "# newpar". Empty nodes (8.1) are left out, tags and heads are not looked at.
// A line that cannot be read makes the whole page a [Fault].
func (p *Page) Treebank() (*Treebank, *Fault) {
	r := treebankReader{}
	at := 0
	if p.Offset == 0 {
		at = len(p.Body) - len(bytes.TrimPrefix(p.Body, byteOrderMark))
	}
	for at < len(p.Body) {
		line, _, _ := bytes.Cut(p.Body[at:], []byte{'\n'})
		if err := r.line(bytes.TrimSuffix(line, []byte{'\r'})); err != nil {
			return nil, p.brokenAt(at, err)
		}
		at += len(line) + 1
	}
	if err := r.end(); err != nil {
		return nil, p.brokenAt(len(p.Body), err)
	}
	r.bank.Text = r.text.String()
	r.cutWords()
	return &r.bank, nil
}

func (p *Page) brokenAt(at int, err error) *Fault {
	return &Fault{
		Path: p.Path, Record: p.Record, Offset: p.Offset, URL: p.URL, Code: CodeBadCoNLLU, Raw: head(p.Body),
		Message: fmt.Sprintf("%q at byte %d: %v", p.Path, p.Offset+int64(at), err),
	}
}

// treebankReader is a document half read.
type treebankReader struct {
	bank      Treebank
	text      strings.Builder
	glued     bool // no space stands behind the last token
	newpar    bool // the sentence begins a paragraph
	paragraph int

	first    int // word of the sentence that is being read
	inside   int // last number of the multiword token at hand; 0 is none
	token    Word
	tokenAt  int // its first word
	sentence int // where it begins
}

func (r *treebankReader) line(line []byte) error {
	switch {
	case len(bytes.TrimSpace(line)) == 0:
		return r.end()
	case line[0] == '#':
		key, _, _ := bytes.Cut(line[1:], []byte{'='})
		key = bytes.TrimSpace(key)
		r.newpar = r.newpar || bytes.Equal(key, []byte("newpar")) || bytes.HasPrefix(key, []byte("newpar "))
		return nil
	}
	var field [columns][]byte
	n := 0
	for rest, more := line, true; more; n++ {
		var column []byte
		if column, rest, more = bytes.Cut(rest, []byte{'\t'}); n < columns {
			field[n] = column
		}
	}
	if n != columns {
		return fmt.Errorf("a line of %d columns, wanted are %d, parted by tabs; mend the line", n, columns)
	}
	if len(field[1]) == 0 {
		return fmt.Errorf("word %q has no form; mend the line", shorten(field[0]))
	}
	return r.word(field[0], field[1], field[columns-1])
}

// word takes a line with words, or with the token that several words make.
func (r *treebankReader) word(id, form, misc []byte) error {
	next := len(r.bank.Words) - r.first + 1
	if low, high, ok := numbers(id, '-'); ok {
		if low != next || high < low || r.inside >= low {
			return fmt.Errorf("token %s stands where word %d should; number the words of a sentence from 1 on, and put a token before its words", shorten(id), next)
		}
		r.token, r.inside, r.tokenAt = r.put(form, misc), high, len(r.bank.Words)
		return nil
	}
	if _, _, ok := numbers(id, '.'); ok {
		return nil // an empty node of the enhanced graph is no word of the text
	}
	if n, ok := number(id); !ok || n != next {
		return fmt.Errorf("word %q stands where word %d should; number the words of a sentence from 1 on, and end it with an empty line", shorten(id), next)
	}
	if next > r.inside {
		r.bank.Words = append(r.bank.Words, r.put(form, misc))
		return nil
	}
	w := r.token
	w.Form = string(bytes.ToValidUTF8(form, []byte("\uFFFD")))
	r.bank.Words = append(r.bank.Words, w)
	if next == r.inside {
		r.part()
	}
	return nil
}

// put adds a token to the text.
func (r *treebankReader) put(form, misc []byte) Word {
	begins := len(r.bank.Words) == r.first && r.inside == 0
	switch {
	case r.text.Len() == 0:
	case begins && r.newpar:
		r.text.WriteString("\n\n")
		r.paragraph++
	case !r.glued:
		r.text.WriteByte(' ')
	}
	start := r.text.Len()
	if begins {
		r.sentence = start
	}
	if utf8.Valid(form) {
		r.text.Write(form)
	} else {
		r.text.Write(bytes.ToValidUTF8(form, []byte("\uFFFD")))
	}
	r.glued = false
	for more := true; more; {
		var pair []byte
		pair, misc, more = bytes.Cut(misc, []byte{'|'})
		r.glued = r.glued || bytes.Equal(pair, []byte("SpaceAfter=No"))
	}
	return Word{Start: start, End: r.text.Len()}
}

// part gives the words of a multiword token spans of their own where their forms make it up.
func (r *treebankReader) part() {
	words := r.bank.Words[r.tokenAt:]
	rest := r.text.String()[r.token.Start:r.token.End]
	for _, w := range words {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, w.Form); !ok {
			return
		}
	}
	if rest != "" {
		return
	}
	at := r.token.Start
	for i := range words {
		words[i].Start, words[i].End = at, at+len(words[i].Form)
		at = words[i].End
	}
}

// end ends the sentence, if there is one.
func (r *treebankReader) end() error {
	n := len(r.bank.Words)
	if n-r.first < r.inside {
		return fmt.Errorf("the sentence ends after word %d, and its last token goes up to %d; give all words of a token", n-r.first, r.inside)
	}
	if n == r.first { // comments alone: what they say of a paragraph holds for the next sentence
		return nil
	}
	r.bank.Sentences = append(r.bank.Sentences, Sentence{
		Start: r.sentence, End: r.text.Len(), Paragraph: r.paragraph, First: r.first, Last: n,
	})
	r.first, r.inside, r.newpar = n, 0, false
	return nil
}

// cutWords gives words their forms out of the text, where they did not bring one.
func (r *treebankReader) cutWords() {
	for i := range r.bank.Words {
		if w := &r.bank.Words[i]; w.Form == "" {
			w.Form = r.bank.Text[w.Start:w.End]
		}
	}
}

// numbers reads two numbers with a mark between them.
func numbers(id []byte, mark byte) (a, b int, ok bool) {
	left, right, found := bytes.Cut(id, []byte{mark})
	if !found {
		return 0, 0, false
	}
	a, first := number(left)
	b, second := number(right)
	return a, b, first && second
}

// number reads a number that a sentence may hold.
func number(digits []byte) (int, bool) {
	n, err := strconv.ParseUint(string(digits), 10, 31)
	return int(n), err == nil
}

package syntax

import (
	"sync"

	"github.com/newsmill/newsmill/stages/segment"
)

// Document is a text with its sentences and tokens, and what each token is: what the stages read
// that find names, quotes, tone and events.
type Document struct {
	segment.Document
	// Words has one for each of Tokens, or none at all: where the language is another than English, or
	// the text has more than [Most] tokens.
	Words []Word
}

// Most is the number of tokens up to which a document is analysed. It bounds the memory that a
// text can ask for; the longest articles have a tenth of it.
const Most = 1 << 18

// analysers are kept, since each holds memory that it uses again.
var analysers = sync.Pool{New: func() any { return new(Analyser) }}

// Read cuts a text and analyses it.
func Read(text, language string) *Document {
	doc := &Document{Document: segment.Split(text, language)}
	doc.Analyse()
	return doc
}

// Analyse fills Words of what is read as [segment.English].
func (doc *Document) Analyse() {
	doc.Words = nil
	if !segment.English(doc.Language) || len(doc.Tokens) > Most {
		return
	}
	doc.Words = make([]Word, 0, len(doc.Tokens))
	a := analysers.Get().(*Analyser)
	defer analysers.Put(a)
	var line []string
	for _, s := range doc.Sentences {
		line = line[:0]
		for i := s.First; i < s.Last; i++ {
			line = append(line, doc.Text[doc.Tokens[i].Start:doc.Tokens[i].End])
		}
		doc.Words = a.Sentence(doc.Words, line)
	}
}

// Head is the token that token i of sentence s hangs on; [Root] where it hangs on none.
func (doc *Document) Head(s segment.Sentence, i int) int {
	if h := doc.Words[i].Head; h != Root {
		return s.First + h
	}
	return Root
}

package pipeline

import (
	"iter"

	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/segment/token"
)

// word is a syntactic word: where it stands in the text, and its form.
type word struct {
	sentence int
	token.Token
	form string
}

// words gives the words of the text in order: its tokens, and in the place of one that is several
// words, these.
func (d *document) words() iter.Seq[word] {
	return func(yield func(word) bool) {
		var one [1]string
		for i, s := range d.text.Sentences {
			for t := s.First; t < s.Last; t++ {
				span := d.text.Tokens[t]
				forms, several := d.forms[t]
				if !several {
					one[0] = d.text.Text[span.Start:span.End]
					forms = one[:]
				}
				for _, form := range forms {
					if !yield(word{i, span, form}) {
						return
					}
				}
			}
		}
	}
}

// tokens gives the rows of all words. Tags, lemmas and heads are NULL: no stage gives them.
func (r *rower) tokens() []schemas.Token {
	rows := make([]schemas.Token, 0, len(r.text.Tokens))
	sentence, n := -1, int32(0)
	for w := range r.words() {
		if w.sentence != sentence {
			sentence, n = w.sentence, 0
		}
		n++
		rows = append(rows, schemas.Token{
			ArticleID: r.id, SentenceIndex: int32(w.sentence), TokenIndex: n,
			CharStart: r.points.at(w.Start), CharEnd: r.points.at(w.End), Form: w.form,
		})
	}
	return rows
}

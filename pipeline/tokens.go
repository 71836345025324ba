package pipeline

import (
	"iter"

	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/segment/token"
	"github.com/newsmill/newsmill/stages/syntax"
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

// tokens gives the rows of all words. Tags, lemmas and heads of a language without models are NULL.
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
	switch {
	case len(r.text.Words) == len(rows):
		for i := range rows {
			tell(&rows[i], &r.text.Words[i])
		}
	case !syntax.Known(r.language):
	default: // some tokens are several words, or the text is past the bound of the stages
		analyse(rows)
	}
	return rows
}

// tell puts what a word is into its row.
func tell(row *schemas.Token, w *syntax.Word) {
	head := int32(w.Head) + 1 // 0 is the root
	row.Lemma, row.UPOS, row.XPOS, row.Head, row.Deprel = w.Lemma, w.UPOS, w.XPOS, &head, w.Relation
	if w.Features != "_" {
		row.Feats = w.Features
	}
}

// analyse gives the words of English sentences what they are and hang on.
func analyse(rows []schemas.Token) {
	var a syntax.Analyser
	var forms []string
	var words []syntax.Word
	for from := 0; from < len(rows); {
		to := from
		forms = forms[:0]
		for ; to < len(rows) && rows[to].SentenceIndex == rows[from].SentenceIndex; to++ {
			forms = append(forms, rows[to].Form)
		}
		words = a.Sentence(words[:0], forms)
		for i := range words {
			tell(&rows[from+i], &words[i])
		}
		from = to
	}
}

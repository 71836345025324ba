package pipeline

import "github.com/newsmill/newsmill/schemas"

// tokens gives the words of all sentences. Their tags, lemmas and heads are NULL: no stage gives
// them yet. One that does adds its layer to document, and its columns here and nowhere else.
func (r *rower) tokens() []schemas.Token {
	rows := make([]schemas.Token, 0, len(r.text.Tokens))
	for i, s := range r.text.Sentences {
		n := int32(0)
		for t := s.First; t < s.Last; t++ {
			span := r.text.Tokens[t]
			row := schemas.Token{
				ArticleID: r.id, SentenceIndex: int32(i), CharStart: r.points.at(span.Start), CharEnd: r.points.at(span.End),
				Form: r.text.Text[span.Start:span.End],
			}
			forms, several := r.forms[t]
			if !several {
				forms = []string{row.Form}
			}
			for _, form := range forms {
				n++
				row.TokenIndex, row.Form = n, form
				rows = append(rows, row)
			}
		}
	}
	return rows
}

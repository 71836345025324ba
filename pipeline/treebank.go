package pipeline

import (
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/segment/token"
	"github.com/newsmill/newsmill/stages/source"
)

// cutAlready gives a treebank as the later stages read it: its own sentences and words, where a
// text is cut by us. Words that share one span are one token to them, since a name must not be
// found in it twice; forms has their forms, by index of the token.
func cutAlready(bank *source.Treebank, language string) (doc segment.Document, forms map[int][]string) {
	doc = segment.Document{
		Text: bank.Text, Language: language,
		Sentences: make([]segment.Sentence, 0, len(bank.Sentences)),
		Tokens:    make([]token.Token, 0, len(bank.Words)),
	}
	for _, s := range bank.Sentences {
		first := len(doc.Tokens)
		words := bank.Words[s.First:s.Last]
		for i, w := range words {
			if i == 0 || w.Start != words[i-1].Start || w.End != words[i-1].End {
				doc.Tokens = append(doc.Tokens, token.Token{Start: w.Start, End: w.End})
				continue
			}
			if forms == nil {
				forms = map[int][]string{}
			}
			at := len(doc.Tokens) - 1
			if forms[at] == nil {
				forms[at] = append(forms[at], words[i-1].Form)
			}
			forms[at] = append(forms[at], w.Form)
		}
		doc.Sentences = append(doc.Sentences, segment.Sentence{
			Start: s.Start, End: s.End, Paragraph: s.Paragraph, First: first, Last: len(doc.Tokens),
		})
	}
	return doc, forms
}

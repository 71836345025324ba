package quote

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/syntax"
)

// names takes runs of capitalised words for people: enough to test speakers with.
func names(doc *syntax.Document) *entity.Found {
	found := &entity.Found{}
	classes := classify(&doc.Document)
	for n, s := range doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			j := i
			for j < s.Last {
				t := doc.Tokens[j]
				if r, _ := utf8.DecodeRuneInString(doc.Text[t.Start:t.End]); !unicode.IsUpper(r) || classes[j] != other {
					break
				}
				j++
				if t.Bare(doc.Text) < t.End { // no name goes on after "Rep."
					break
				}
			}
			if j > i {
				end := doc.Tokens[j-1].End
				for _, tail := range []string{"'s", "’s"} {
					if e := end - len(tail); e > doc.Tokens[i].Start && doc.Text[e:end] == tail {
						end = e
					}
				}
				found.Mentions = append(found.Mentions, entity.Mention{Start: doc.Tokens[i].Start, End: end, Sentence: n, Type: entity.Person, Score: 1, Entity: -1})
			}
			i = max(i, j-1)
		}
	}
	return found
}

package when

import "github.com/newsmill/newsmill/stages/syntax"

func split(text, language string) *syntax.Document {
	doc := syntax.Read(text, language)
	return doc
}

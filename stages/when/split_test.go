package when

import "github.com/newsmill/newsmill/stages/segment"

func split(text, language string) *segment.Document {
	doc := segment.Split(text, language)
	return &doc
}

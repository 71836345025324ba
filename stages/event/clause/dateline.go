package clause

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/class"
)

// How far into a sentence a dash may stand that ends its dateline, in words, and how many first sentences
// may have one in small letters.
const (
	datelineWords     = 14
	datelineSentences = 3
)

// Dateline is the dash, or the colon behind capitals, that ends the dateline of the sentence, 0 where there is none: what stands
// before it does nothing. A teaser within a page has one as well, in capitals.
func (s *Sentence) Dateline() int {
	if len(s.Words) == 0 || s.Words[0].Class&class.Capital == 0 || s.Index >= datelineSentences && s.Text(0) != strings.ToUpper(s.Text(0)) {
		return 0
	}
	for i := 1; i < min(len(s.Words), datelineWords); i++ {
		if s.Is(i, class.Dashes) || s.Text(i) == "-" && s.Words[i-1].End < s.Words[i].Start || s.Text(i) == ":" && s.Text(0) == strings.ToUpper(s.Text(0)) {
			return i
		}
	}
	return 0
}

// FrontWords is how far into a sentence a date may stand that holds for all of it.
const FrontWords = 4

package event

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

// dateline is the dash, or the colon behind capitals, that ends the dateline of the sentence, 0 where there is none: what stands
// before it does nothing. A teaser within a page has one as well, in capitals.
func (s *scan) dateline() int {
	if len(s.words) == 0 || s.words[0].class&class.Capital == 0 || s.sentence >= datelineSentences && s.text(0) != strings.ToUpper(s.text(0)) {
		return 0
	}
	for i := 1; i < min(len(s.words), datelineWords); i++ {
		if s.is(i, class.Dashes) || s.text(i) == "-" && s.words[i-1].end < s.words[i].start || s.text(i) == ":" && s.text(0) == strings.ToUpper(s.text(0)) {
			return i
		}
	}
	return 0
}

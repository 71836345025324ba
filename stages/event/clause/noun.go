package clause

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/class"
)

// abstractEndings are endings of nouns for what no force can be done to.
var abstractEndings = [...]string{"tion", "sion", "ment", "ity", "ness", "ism", "ance", "ence", "ship", "cy", "ing"}

// Abstract says whether the noun at i is of something that no force can be done to.
func (s *Sentence) Abstract(i int) bool {
	switch s.Node(i).UPOS {
	case "DET":
		return true
	case "PRON":
		return s.Text(i) == "this" || s.Text(i) == "that" || s.Text(i) == "what" || s.Text(i) == "which" && s.Child(i, "case") >= 0
	case "NOUN":
	default:
		return false
	}
	if s.Is(i, class.Abstract) {
		return true
	}
	if s.Is(i, class.Thing) {
		return false
	}
	noun := s.Node(i).Lemma
	for _, ending := range abstractEndings {
		if strings.HasSuffix(noun, ending) && len(noun) > len(ending)+2 {
			return true
		}
	}
	return false
}

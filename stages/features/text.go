package features

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
)

// Text appends what a folded text of a page is made of.
func (s *Since) Text(r *Row, i int, text string, m *article.Measure) {
	first, last := Ends(text)
	r.Add(m.Weight, m.Words, m.Stops, m.Commas, first, last, Permille(m.Digits, m.Weight), Permille(m.Upper, m.Weight),
		Permille(m.Weight, 100*m.Words), Permille(m.Stops, m.Words), symbols(text), int(s.kinds[i]))
}

// classes of what a text begins with
const (
	beginsOther = iota
	beginsLower
	beginsUpper
	beginsLetter // of a script without case
	beginsDigit
	beginsQuote
	beginsMark
)

// Ends tells with what a text begins and, quotes aside, ends. The numbers of ends are ordered:
// the higher, the more like a sentence's.
func Ends(text string) (first, last int) {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsLower(r):
		first = beginsLower
	case unicode.IsUpper(r):
		first = beginsUpper
	case unicode.IsLetter(r):
		first = beginsLetter
	case unicode.IsDigit(r):
		first = beginsDigit
	case unicode.In(r, unicode.Pi, unicode.Pf, unicode.Ps) || r == '"' || r == '\'':
		first = beginsQuote
	case unicode.IsPunct(r):
		first = beginsMark
	default:
		first = beginsOther
	}
	quoted := 0
	for end := text; end != ""; {
		r, size := utf8.DecodeLastRuneInString(end)
		if r != '"' && r != '\'' && !unicode.In(r, unicode.Pf, unicode.Pi) {
			return first, endOf(r, end, quoted)
		}
		end, quoted = end[:len(end)-size], 1
	}
	return first, -1
}

func endOf(r rune, text string, quoted int) int {
	switch {
	case strings.HasSuffix(text, "...") || r == '…':
		return 5
	case r == '.' || r == '!' || r == '。' || r == '！' || r == '।' || r == '۔' || r == '։' || r == '።' || r == '။':
		return 8 + quoted
	case r == '?' || r == '？' || r == '؟':
		return 7
	case r == ':' || r == '：':
		return 6
	case r == ')' || r == ']' || r == '）':
		return 4
	case r == ',' || r == ';' || r == '，' || r == '、':
		return 3
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 1 + quoted
	case unicode.IsDigit(r):
		return 0
	}
	return -1
}

// symbols counts marks that furniture has more of than text.
func symbols(text string) (n int) {
	for _, r := range text {
		switch r {
		case '|', '•', '·', '@', '#', '/', '»', '›', '→', '▶', '_', '+', '=', '©', '®', '★', '✓', '×', '↓', '↑', '←':
			n++
		}
	}
	return n
}

// kinds of phrases that begin what is not the article
const (
	related   = 2
	promotion = 3
	comments  = 5
)

var phraseKinds = map[string]int{
	"share": 1, "related": related, "promotion": promotion, "legal": 4, "comment": comments, "caption": 6, "navigation": 7, "other": 8, "dateline": 9, "byline": 10,
}

// phraseKind names the phrase of furniture that a short text begins with.
func phraseKind(text string, weight int) int {
	const most = 140 // letters; a text that is longer says more than the phrase
	if weight > most {
		return 0
	}
	label, _ := furniture.Phrase(strings.ToLower(text))
	return phraseKinds[label]
}

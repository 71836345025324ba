package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/segment/token"
)

// splitter holds what the rules need to know about a text.
type splitter struct {
	text     string
	language string
	words    map[string]token.Class
}

// next is the end of the sentence that begins at from; to is the end of its line.
func (s *splitter) next(from, to int) int {
	for i := from; i < to; {
		c := s.text[i]
		if c < utf8.RuneSelf && c != '.' && c != '!' && c != '?' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[i:to])
		i += n
		switch r {
		case '。', '！', '？', '।', '॥', '؟', '۔', '።', '။':
			return s.closeMarks(i, to)
		case '.', '!', '?', '…':
			stop := i - n
			i = s.stops(i, to)
			end := s.closeMarks(i, to)
			if s.ends(from, stop, i, end, to) {
				return end
			}
			i = end
		}
	}
	return to
}

// stops runs over further stops: "?!", "...".
func (s *splitter) stops(i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(s.text[i:to])
		if r != '.' && r != '!' && r != '?' && r != '…' {
			break
		}
		i += n
	}
	return i
}

// closeMarks runs over the quotes and brackets that close a sentence after its stop.
func (s *splitter) closeMarks(i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(s.text[i:to])
		switch r {
		case '"', '\'', ')', ']', '}', '”', '’', '»', '」', '』', '）', '】', '›', '。', '！', '？':
		default:
			return i
		}
		i += n
	}
	return i
}

// ends judges one run of stops: it begins at stop, goes on to after, and with its closing
// marks to end.
func (s *splitter) ends(from, stop, after, end, to int) bool {
	if end >= to {
		return true
	}
	gap, n := utf8.DecodeRuneInString(s.text[end:to])
	if !unicode.IsSpace(gap) {
		return false
	}
	next, _ := trim(s.text, end+n, to)
	if next >= to {
		return true
	}
	first, _ := s.skipOpening(next, to)
	word := s.wordAt(first, to)
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsLower(r) {
		return false
	}
	if s.text[stop] != '.' {
		return true
	}
	if after-stop > 1 { // an ellipsis before a capital
		return true
	}
	before := s.wordBefore(from, stop)
	if before == "" {
		return end-from > 1
	}
	return s.endsAfter(before, r, from == stop-len(before), end > after)
}

// endsAfter judges a single full stop by the word before it and the character after.
func (s *splitter) endsAfter(before string, r rune, opens, closed bool) bool {
	switch s.words[before] {
	case token.Title:
		return false
	case token.Number:
		return !unicode.IsDigit(r)
	case token.Ender, token.Plain:
		return closed
	}
	last, size := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsDigit(last):
		// "1. First item" is one item; German writes ordinals with a stop.
		ordinal := len(before) <= 2 && (s.language == "de" || s.language == "da" || s.language == "nb" || s.language == "fi" || s.language == "cs")
		return !opens && !ordinal
	case size == len(before) && unicode.IsUpper(last):
		return false // an initial: "J. Smith"
	case strings.Contains(before, "."):
		return !isInitials(before) // "U.S.S.R."
	}
	return true
}

// isInitials says whether a word is single letters parted by stops.
func isInitials(word string) bool {
	letters := 0
	for _, r := range word {
		if r == '.' {
			letters = 0
		} else if letters++; letters > 1 || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// skipOpening runs over opening quotes and brackets.
func (s *splitter) skipOpening(i, to int) (int, bool) {
	start := i
	for i < to {
		r, n := utf8.DecodeRuneInString(s.text[i:to])
		switch r {
		case '"', '\'', '(', '[', '{', '“', '‘', '«', '‹', '„', '¿', '¡':
		default:
			return i, i > start
		}
		i += n
	}
	return i, true
}

// wordBefore is the word that ends at i: letters, digits and stops between them.
func (s *splitter) wordBefore(from, i int) string {
	start := i
	for start > from {
		r, n := utf8.DecodeLastRuneInString(s.text[from:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '°' {
			break
		}
		if start -= n; i-start > maxWord {
			break
		}
	}
	return s.text[start:i]
}

// wordAt is the word that begins at i.
func (s *splitter) wordAt(i, to int) string {
	end := i
	for end < to && end-i <= maxWord {
		r, n := utf8.DecodeRuneInString(s.text[end:to])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += n
	}
	return s.text[i:end]
}

// maxWord bounds the bytes looked at on either side, so that a text of stops stays linear.
const maxWord = 64

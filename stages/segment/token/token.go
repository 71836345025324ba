// Package token cuts a sentence into words by the word boundaries of Unicode UAX #29.
//
// Two things differ from the annex, because a reader of names wants them so: white space is
// left out, and the possessive ending 's is a token of its own. Most words of English news
// are pure ASCII, for which the rules are short; any other stretch goes to the full tables.
package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Token is a word, a number or a mark of punctuation: a span of bytes of the text.
type Token struct {
	Start, End int
}

// Words appends the tokens of text[start:end] to dst. Stretches between ASCII white space
// are cut one by one.
func Words(dst []Token, text string, start, end int) []Token {
	for i := start; i < end; {
		if isSpace(text[i]) {
			i++
			continue
		}
		j, ascii := i, true
		for j < end && !isSpace(text[j]) {
			ascii = ascii && text[j] < utf8.RuneSelf
			j++
		}
		if ascii {
			dst = cutASCII(dst, text, i, j)
		} else {
			dst = cutUnicode(dst, text, i, j)
		}
		i = j
	}
	return dst
}

func isSpace(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\r'
}

// cutASCII follows rules WB5 to WB13b for a stretch of ASCII without white space.
func cutASCII(dst []Token, text string, start, end int) []Token {
	for i := start; i < end; {
		j := i + 1
		if isWord(text[i]) {
			for j < end && (isWord(text[j]) || j+1 < end && joins(text[j-1], text[j], text[j+1])) {
				j++
			}
		}
		dst = appendWord(dst, text, i, j)
		i = j
	}
	return dst
}

func isWord(c byte) bool   { return isLetter(c) || isDigit(c) || c == '_' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// joins says whether a mark between two characters keeps them one word: "don't", "3.5".
func joins(before, mark, after byte) bool {
	switch mark {
	case '.', '\'':
		return isLetter(before) && isLetter(after) || isDigit(before) && isDigit(after)
	case ':':
		return isLetter(before) && isLetter(after)
	case ',', ';':
		return isDigit(before) && isDigit(after)
	}
	return false
}

// cutUnicode takes the boundaries of the full tables for a stretch without ASCII space.
func cutUnicode(dst []Token, text string, start, end int) []Token {
	cuts := words.FromString(text[start:end])
	for cuts.Next() {
		from, to := start+cuts.Start(), start+cuts.End()
		if r, _ := utf8.DecodeRuneInString(text[from:to]); unicode.IsSpace(r) {
			continue
		}
		dst = appendWord(dst, text, from, to)
	}
	return dst
}

// appendWord appends one word, its possessive ending apart.
func appendWord(dst []Token, text string, start, end int) []Token {
	if n := possessive(text[start:end]); n > 0 && n < end-start {
		return append(dst, Token{start, end - n}, Token{end - n, end})
	}
	return append(dst, Token{start, end})
}

// possessive is the length of the ending 's, with a straight or a curly apostrophe; 0 is none.
func possessive(word string) int {
	n := len(word)
	if n < 3 || word[n-1] != 's' && word[n-1] != 'S' {
		return 0
	}
	if word[n-2] == '\'' {
		return 2
	}
	if n > 4 && word[n-4:n-1] == "’" {
		return 4
	}
	return 0
}

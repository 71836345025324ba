package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// cutUnicode takes the boundaries of UAX #29. Two things differ from the annex, because a reader
// of names wants them so: white space is left out, and the ending 's is a token of its own.
func cutUnicode(dst []Token, text string, start, end int) []Token {
	for i := start; i < end; {
		if isBlank(text[i]) {
			i++
			continue
		}
		j, ascii := i, true
		for j < end && !isBlank(text[j]) {
			ascii = ascii && text[j] < utf8.RuneSelf
			j++
		}
		if ascii {
			dst = cutPlain(dst, text, i, j)
		} else {
			dst = cutTables(dst, text, i, j)
		}
		i = j
	}
	return dst
}

func isBlank(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// cutPlain follows rules WB5 to WB13b for a stretch of ASCII without white space.
func cutPlain(dst []Token, text string, start, end int) []Token {
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

// cutTables takes the boundaries of the full tables for a stretch without ASCII space.
func cutTables(dst []Token, text string, start, end int) []Token {
	cuts := words.FromString(text[start:end])
	for cuts.Next() {
		from, to := start+cuts.Start(), start+cuts.End()
		for from < to { // a mark can hang on white space
			r, n := utf8.DecodeRuneInString(text[from:to])
			if !unicode.IsSpace(r) {
				dst = appendWord(dst, text, from, to)
				break
			}
			from += n
		}
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

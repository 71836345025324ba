// Package token cuts text into words.
//
// English follows the conventions of English Universal Dependencies (the treebanks EWT and
// GUM), so that what was learned there can be applied: "do|n't", "Russia|'s", "so|-|called" but
// "non-profit", "$|3.5|bn", "U.S.", "8|pm". Addresses of the web and of mail, handles, tags and
// emoticons are one word each. Any other language gets the word boundaries of Unicode UAX #29.
//
// Every character that is not white space is in exactly one token, and the work is linear in
// the text, whatever it holds.
package token

// Token is a word, a number or a mark of punctuation: a span of bytes of the text. Two tokens
// with nothing between them stand in one word of the page ("do" and "n't", "end" and ".").
type Token struct {
	Start, End int
}

// Bare is the end of a token of the text without the stop of an abbreviation: of "Mr." that of "Mr".
func (t Token) Bare(text string) int {
	if end := t.End - 1; end > t.Start && text[end] == '.' && text[t.Start] != '.' {
		return end
	}
	return t.End
}

// Words appends the tokens of text[start:end], a line or a part of one, to dst.
func Words(dst []Token, text string, start, end int, english bool) []Token {
	if english {
		return cutEnglish(dst, text, start, end)
	}
	return cutUnicode(dst, text, start, end)
}

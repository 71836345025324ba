// Package token cuts a sentence into words by the word boundaries of Unicode UAX #29.
package token

// Token is a word, a number or a mark of punctuation: a span of bytes of the text.
type Token struct {
	Start, End int
}

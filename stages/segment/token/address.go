package token

import (
	"strings"
	"unicode/utf8"
)

// address is the end of the address of the web or of mail that begins at p; p, where none does.
func (e *english) address(p, j int) int {
	text, q := e.text, p
	for q < j && (isWord(text[q]) || strings.IndexByte(".+-%~", text[q]) >= 0) {
		q++
	}
	switch {
	case strings.HasPrefix(text[p:j], "www.") && q > p+4,
		q > p && isLetter(text[p]) && strings.HasPrefix(text[q:j], "://"),
		strings.EqualFold(text[p:q], "mailto") && q+1 < j && text[q] == ':':
		return e.wholeAddress(p, j)
	case q > p && q+1 < j && text[q] == '@' && isWord(text[q+1]) && isWord(text[p]):
		k := q + 1
		for k < j && (isWord(text[k]) || k+1 < j && (text[k] == '.' || text[k] == '-') && isWord(text[k+1])) {
			k++
		}
		if isLetter(text[q+1]) && (isLetter(text[p]) || strings.IndexByte(text[q+1:k], '.') >= 0) {
			return k
		}
	}
	e.tried = max(q, p+1)
	return p
}

// wholeAddress is the end of the address at p: all but the marks that close a sentence, a
// bracket or a quotation around it.
func (e *english) wholeAddress(p, j int) int {
	text, q, open := e.text, p, 0
	for q < j {
		c := text[q]
		if c == '<' || c == '>' || c == '"' {
			break
		}
		if c >= utf8.RuneSelf {
			if r, _ := utf8.DecodeRuneInString(text[q:j]); !inWord(r) {
				break
			}
		}
		if c == '(' {
			open++
		} else if c == ')' {
			if open--; open < 0 {
				break
			}
		}
		q++
	}
	for q > p+1 && strings.IndexByte(".,;:!?'])*", text[q-1]) >= 0 && (text[q-1] != ')' || open < 0) {
		q--
	}
	return q
}

// name is the end of the address that has the word from p to q before its first dot, and ends
// in what an address or the name of a file ends in ("bbc.co.uk/news", "draft.doc"), or has three
// parts in small letters; 0 is none.
func (e *english) name(p, q, j int) int {
	text, k, dot, dots := e.text, q, q, 0
	group := q > p+1 && isSmall(text[p]) // the name of a newsgroup: "comp.sources.unix"
	for k < j && k-q < 64 && (isWord(text[k]) || text[k] == '-' || text[k] == '.' && k+1 < j && isWord(text[k+1])) {
		if text[k] == '.' {
			dot = k
			dots++
			group = group && isSmall(text[k-1]) && isSmall(text[k+1])
		}
		k++
	}
	switch {
	case q == p || k <= dot:
		return 0
	case group && dots > 1 && dot-q > 3:
		return k
	}
	last := text[dot+1 : k]
	if last == "" || isCapital(last[0]) != isCapital(last[len(last)-1]) || !e.lists.is(last, ending) {
		return 0
	}
	if isCapital(last[0]) && !isCapital(text[q-1]) && !isDigit(text[q-1]) {
		return 0 // "the end.It began"
	}
	if k < j && text[k] == '/' {
		return e.wholeAddress(p, j)
	}
	return k
}

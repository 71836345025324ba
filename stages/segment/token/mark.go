package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark adds the mark of punctuation or the symbol at p, in the stretch from i to j, and says
// where it ends.
func (e *english) mark(i, p, j int) int {
	text := e.text
	q := p + 1
	switch c := text[p]; {
	case c >= utf8.RuneSelf:
		q = e.symbol(p, j)
	case c == '.':
		if q < j && isDigit(text[q]) && (p == i || bytes[text[p-1]] == bMark) {
			return e.word(p, j) // ".50"
		}
		q = e.run(p, j)
		if q == p+1 {
			q = e.cries(q, j)
		}
	case c == '!' || c == '?':
		q = e.cries(p, j)
	case c == '\'':
		q = e.leading(p, p+1, j)
	case c == '#' || c == '@':
		if q = e.run(p, j); q == p+1 && q < j && isLetter(text[q]) && (p == i || bytes[text[p-1]] == bMark) {
			for q < j && (isWord(text[q]) || bytes[text[q]] == bHigh && e.letterAt(q, j)) {
				q++
			}
		}
	case c == '`' && q < j && text[q] == '`':
		q++
	case c == ':' || c == ';' || c == '=':
		if q = e.emoticon(i, p, j); q == 0 {
			q = e.run(p, j)
		}
	case c == '+' && q < j && isDigit(text[q]) && p == i:
		return e.word(p, j) // "+44"
	case strings.IndexByte("-=*_~+><^|,", c) >= 0:
		q = e.run(p, j)
	}
	e.add(p, q)
	return q
}

// run is the end of the run of the same byte that begins at p.
func (e *english) run(p, j int) int {
	q := p + 1
	for q < j && e.text[q] == e.text[p] {
		q++
	}
	return q
}

// cries is the end of the marks of exclamation and question from p on.
func (e *english) cries(p, j int) int {
	for p < j && (e.text[p] == '!' || e.text[p] == '?') {
		p++
	}
	return p
}

// leading is the end of what the apostrophe at p begins: "'em", "'90s", a clitic that stands
// apart, or, mostly, itself alone. What it is made of ends before q.
func (e *english) leading(p, q, j int) int {
	text, k := e.text, q
	if n := q - p; q+n <= j && text[q:q+n] == text[p:q] {
		return q + n // a quotation mark made of two
	}
	for k < j && k < q+longestListed && isWord(text[k]) {
		k++
	}
	word := text[q:k]
	if word == "" || k < j && bytes[text[k]] == bHigh && e.letterAt(k, j) {
		return q
	}
	decade := len(word) >= 2 && isDigit(word[0]) && isDigit(word[1]) && (len(word) == 2 || len(word) == 3 && word[2] == 's')
	if decade || e.lists.is(word, clipped) || k == j && e.lists.is(word, clitic) {
		return k
	}
	return q
}

// symbol is the end of the character beyond ASCII at p, with all that hangs on it: the parts of
// an emoji, the two letters of a flag; a dash or an ellipsis goes on while it is repeated.
func (e *english) symbol(p, j int) int {
	text := e.text
	first, n := utf8.DecodeRuneInString(text[p:j])
	q := p + n
	if first == '’' || first == '‘' {
		return e.leading(p, q, j)
	}
	flag := 0x1F1E6 <= first && first <= 0x1F1FF
	for q < j {
		r, n := utf8.DecodeRuneInString(text[q:j])
		switch {
		case r == first && (r == '…' || unicode.Is(unicode.Pd, r) || unicode.Is(unicode.Co, r)):
		case flag && 0x1F1E6 <= r && r <= 0x1F1FF:
			flag = false
		case r == 0x200D: // joins the next symbol to this one
			if q+n < j {
				if next, m := utf8.DecodeRuneInString(text[q+n : j]); !inWord(next) && next >= 0x2000 {
					n += m
				}
			}
		case hangsOn(r):
		default:
			return q
		}
		q += n
	}
	return q
}

// emoticon is the end of the emoticon that begins with the eyes at p; 0 is none.
func (e *english) emoticon(i, p, j int) int {
	text, q := e.text, p+1
	if q < j && strings.IndexByte("-o'^", text[q]) >= 0 {
		q++
	}
	if q >= j {
		return 0
	}
	mouth := text[q]
	switch {
	case strings.IndexByte(")(]|[/\\*", mouth) >= 0:
		if text[p] == ':' && mouth == '/' && q+1 < j { // an address
			return 0
		}
		if p > i && (mouth != ')' && mouth != '(' || isDigit(text[p-1])) {
			return 0
		}
	case strings.IndexByte("DPpOoSX3", mouth) >= 0:
		if p > i || q+1 < j {
			return 0
		}
	default:
		return 0
	}
	for q < j && text[q] == mouth {
		q++
	}
	if q < j && isWord(text[q]) {
		return 0
	}
	return q
}

package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of bytes, as bits, so that one look at a stretch tells what it can hold.
const (
	bLetter = 1 << iota
	bDigit
	bBlank
	bHigh  // part of a character beyond ASCII
	bAt    // @
	bColon // :
	bStop  // .
	bMark  // any other punctuation, control characters
)

var bytes = func() (table [256]uint8) {
	for i := range table {
		c := byte(i)
		switch {
		case isLetter(c):
			table[i] = bLetter
		case isDigit(c):
			table[i] = bDigit
		case isBlank(c):
			table[i] = bBlank
		case c >= utf8.RuneSelf:
			table[i] = bHigh
		case c == '@':
			table[i] = bAt
		case c == ':':
			table[i] = bColon
		case c == '.':
			table[i] = bStop
		default:
			table[i] = bMark
		}
	}
	return table
}()

// english cuts one stretch after another.
type english struct {
	text   string
	end    int // of the text that is cut
	tokens []Token
	lists  *englishLists
	tried  int // no address begins before: it was looked for up to here
}

func cutEnglish(dst []Token, text string, start, end int) []Token {
	e := english{text: text, end: end, tokens: dst, lists: lists()}
	for i := start; i < end; {
		var seen uint8
		j := i
		for j < end {
			k := bytes[text[j]]
			if k&(bBlank|bHigh) != 0 && (k == bBlank || spaceAt(text, j, end) > 0) {
				break
			}
			seen |= k
			j++
		}
		switch {
		case j == i:
			i += max(1, spaceAt(text, i, end))
			continue
		case seen == bLetter:
			e.letters(i, j)
		default:
			e.stretch(i, j, seen)
		}
		i = j
	}
	return e.tokens
}

// spaceAt is the length of the white space beyond ASCII at i; 0 is none.
func spaceAt(text string, i, end int) int {
	switch text[i] {
	case 0xC2, 0xE1, 0xE2, 0xE3: // the first bytes of all there are
		if r, n := utf8.DecodeRuneInString(text[i:end]); unicode.IsSpace(r) {
			return n
		}
	}
	return 0
}

func (e *english) add(start, end int) {
	e.tokens = append(e.tokens, Token{start, end})
}

// letters adds a word of ASCII letters.
func (e *english) letters(i, j int) {
	if n := e.lists.cut(e.text[i:j]); n > 0 {
		e.add(i, i+n)
		i += n
	}
	e.add(i, j)
}

// stretch cuts what stands between white space, from i to j.
func (e *english) stretch(i, j int, seen uint8) {
	text := e.text
	web := seen&bAt != 0 || seen&bColon != 0 && strings.Contains(text[i:j], "://") || strings.HasPrefix(text[i:j], "www.")
	for p := i; p < j; {
		if web && p >= e.tried {
			if q := e.address(p, j); q > p {
				e.add(p, q)
				p = q
				continue
			}
		}
		switch k := bytes[text[p]]; {
		case k&(bLetter|bDigit) != 0:
			p = e.word(p, j)
		case k == bHigh:
			if r, _ := utf8.DecodeRuneInString(text[p:j]); inWord(r) {
				p = e.word(p, j)
			} else {
				p = e.mark(i, p, j)
			}
		default:
			p = e.mark(i, p, j)
		}
	}
}

// inWord says whether a character beyond ASCII is part of a word.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// hangsOn says whether a character goes with the one before it: marks, joiners, the colours of skin.
func hangsOn(r rune) bool {
	return unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || 0x1F3FB <= r && r <= 0x1F3FF
}

// word adds the word that begins at p, and the clitic behind it, and says where they end.
func (e *english) word(p, j int) int {
	text, q := e.text, p
	if bytes[text[q]]&(bStop|bMark) != 0 {
		q++ // the mark that a number begins with
	}
	for q < j {
		c := text[q]
		switch k := bytes[c]; {
		case k&(bLetter|bDigit) != 0 || c == '_':
			q++
			continue
		case k == bHigh:
			r, n := utf8.DecodeRuneInString(text[q:j])
			if inWord(r) || hangsOn(r) || r == '°' && q == p+1 && text[p]|0x20 == 'n' {
				q += n
				continue
			}
			if r == '’' {
				if end := e.apostrophe(p, q, n, j); end > 0 {
					return end
				} else if end < 0 {
					q += n
					continue
				}
			}
		case c == '\'':
			if end := e.apostrophe(p, q, 1, j); end > 0 {
				return end
			} else if end < 0 {
				q++
				continue
			}
		case c == '.':
			if end := e.name(p, q, j); end > 0 {
				e.add(p, end)
				return end
			}
			if e.stopInside(p, q, j) {
				q++
				continue
			}
			if e.abbreviation(p, q, j) {
				e.add(p, q+1)
				return q + 1
			}
		case q > p && e.joined(p, q, j):
			q++
			if c != '$' { // "US$" ends with it
				continue
			}
		}
		break
	}
	e.plain(p, q)
	return q
}

// plain adds a word without clitics: glued words and the unit behind a number are parted.
func (e *english) plain(p, q int) {
	text := e.text
	if isLetter(text[p]) {
		e.letters(p, q)
		return
	}
	i := p
	for i < q && (isDigit(text[i]) || i > p && (text[i] == '.' || text[i] == ',' || text[i] == ':')) {
		i++
	}
	if i > p && i < q && isLetter(text[i]) && e.lists.is(text[i:q], unit) {
		e.add(p, i)
		p = i
	}
	e.add(p, q)
}

// apostrophe judges the apostrophe of n bytes at q, inside the word that began at p. A positive
// answer is the end of the word with its clitic, both added; a negative one says that it is part
// of the word, 0 that the word ends before it.
func (e *english) apostrophe(p, q, n, j int) int {
	text, k := e.text, q+n
	for k < j && k < q+n+4 && isLetter(text[k]) {
		k++
	}
	tail := text[q+n : k]
	if tail == "" || k < j && (isDigit(text[k]) || bytes[text[k]] == bHigh && e.letterAt(k, j)) {
		if tail != "" {
			return -1
		}
		if r, _ := utf8.DecodeRuneInString(text[q+n : j]); q+n < j && r >= utf8.RuneSelf && unicode.IsLetter(r) {
			return -1
		}
		return 0
	}
	switch {
	case isDigit(text[q-1]):
		if (tail == "s" || tail == "S") && q-p < 5 {
			return -1 // "the 1930's"
		}
		if !e.lists.is(tail, clitic) {
			return 0
		}
	case len(tail) == 1 && tail[0]|0x20 == 't' && text[q-1]|0x20 == 'n':
		if q-1 > p {
			e.add(p, q-1)
		}
		e.add(q-1, k)
		return k
	case !e.lists.is(tail, clitic):
		if q-p == 1 && strings.EqualFold(tail, "all") && text[p]|0x20 == 'y' {
			e.add(p, q+n)
			return q + n
		}
		return -1
	}
	e.plain(p, q)
	e.add(q, k)
	return k
}

func (e *english) letterAt(i, j int) bool {
	r, _ := utf8.DecodeRuneInString(e.text[i:j])
	return inWord(r)
}

// stopInside says whether the stop at q stands inside the word: "3.5", "U.S", "Ph.D".
func (e *english) stopInside(p, q, j int) bool {
	text := e.text
	if q+1 >= j {
		return false
	}
	before, after := text[q-1], text[q+1]
	switch {
	case isDigit(before) && isDigit(after):
		return true
	case !isLetter(after):
		return false
	case isLetter(before) && (q-1 == p || text[q-2] == '.'): // one letter before
		return q+2 >= j || !isLetter(text[q+2]) && bytes[text[q+2]] != bHigh
	}
	k := q + 1
	for k < j && k-p < longestListed && (isLetter(text[k]) || text[k] == '.') {
		k++
	}
	for ; k > q+1; k-- {
		if e.lists.abbreviations[text[p:k]] != Unlisted {
			return true
		}
	}
	return false
}

// abbreviation says whether the stop at q belongs to the word before it.
func (e *english) abbreviation(p, q, j int) bool {
	text := e.text
	if q+1 < j && (text[q+1] == '.' || text[q+1] == '!') {
		return false
	}
	word := text[p:q]
	digit, small, last := e.follows(q + 1)
	switch n := q - p; {
	case n > longestListed:
		return false
	case n == 1 && isLetter(word[0]):
		return word[0] < 'a' && !last || digit || !last && small && strings.IndexByte("bcdmp", word[0]) >= 0
	case n > 2 && word[n-2] == '.' && isLetter(word[n-1]):
		return true
	}
	switch e.lists.abbreviations[word] {
	case Title:
		return !last
	case Number:
		return digit
	case Ender:
		return true
	case Plain:
		return digit || small
	}
	return false
}

// follows says what stands behind a stop that ends before i: a digit, a small letter or a comma,
// nothing more.
func (e *english) follows(i int) (digit, small, last bool) {
	for i < e.end && isBlank(e.text[i]) {
		i++
	}
	if i >= e.end {
		return false, false, true
	}
	c := e.text[i]
	return isDigit(c), isSmall(c) || c == ',', false
}

// joined says whether another mark at q, inside the word that began at p, keeps it one word.
func (e *english) joined(p, q, j int) bool {
	text := e.text
	if q+1 >= j {
		return text[q] == '$' && e.lists.is(text[p:q], money)
	}
	before, after := text[q-1], text[q+1]
	digits := isDigit(before) && isDigit(after)
	switch text[q] {
	case ',', ':':
		return digits
	case '$':
		return e.lists.is(text[p:q], money)
	case '/':
		return digits || (before|0x20 == 'w') && q-p == 1 && after|0x20 == 'o'
	case '&':
		return isCapital(before) && isCapital(after)
	case '*':
		return isLetter(before) && (isLetter(after) || after == '*')
	case '-':
		if digits {
			return e.telephone(p, q, j)
		}
		// Before a name a prefix is parted, other than in the treebanks: "pro|-|Russian".
		return isLetter(before) && (isSmall(after) || isDigit(after)) && e.lists.is(text[p:q], prefix) && !e.hyphenAgain(q+1, j)
	}
	return false
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
func isSmall(c byte) bool   { return 'a' <= c && c <= 'z' }

// hyphenAgain says whether the word part that begins at i is followed by one more hyphen.
func (e *english) hyphenAgain(i, j int) bool {
	for k := i; k < j && k < i+32; k++ {
		if !isLetter(e.text[k]) {
			return e.text[k] == '-' && k+1 < j && isLetter(e.text[k+1])
		}
	}
	return false
}

// telephone says whether the hyphen at q stands inside a telephone number or a date, not in a
// range: there are three groups of digits, or two of three and four, or of five and four.
func (e *english) telephone(p, q, j int) bool {
	text := e.text
	left, right := 0, 0
	for q-left > p && left < 8 && isDigit(text[q-left-1]) {
		left++
	}
	for q+1+right < j && right < 8 && isDigit(text[q+1+right]) {
		right++
	}
	k := q + 1 + right
	switch {
	case q-left > p && text[q-left-1] == '-':
		return true
	case q-left > p:
		return false
	case k+1 < j && text[k] == '-' && isDigit(text[k+1]):
		return true
	}
	return right == 4 && (left == 3 || left == 5) && (k >= j || text[k] != '.' && text[k] != ',' || k+1 >= j || !isDigit(text[k+1]))
}

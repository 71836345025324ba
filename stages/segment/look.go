package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/segment/token"
)

// class is what a token looks like to the sentence model.
type class uint8

const (
	edge       class = iota // beyond the line
	stop                    // .
	cry                     // ! ? and runs of them
	ellipsis                // ... and …
	comma                   // ,
	colon                   // :
	semicolon               // ;
	openQuote               // “ « and " where a word follows at once
	closeQuote              // ” » and any other "
	openSingle              // the same of ‘ and '
	closeSingle
	open        // ( [ {
	shut        // ) ] }
	dash        // - – —
	rule        // runs of = - * _
	bullet      // • * > |
	smallWord   // a word in small letters
	capitalWord // a word with a capital in front
	capitals    // two capitals and more
	letter      // one capital
	shortened   // a word with its stop: "Jan."
	title       // one after which no sentence ends: "Mr."
	initial     // "J."
	initials    // "U.S."
	digits      // 12
	numeral     // 1990s, 3.5, 5:30
	clitic      // 's, n't
	smile       // :)
	address     // of the web or of mail
	tag         // #tag, @handle
	money       // $ € £
	other       // everything else
	classes
)

// What one token looks like, worked out once for the features of all gaps around it.
type look struct {
	hash  uint32 // of the form in small letters
	tail  uint32 // of its last three letters
	class class
	glued bool // nothing stands between it and the token before
	size  uint8
}

// lookAt reads a token.
func lookAt(text string, t token.Token) look {
	form := text[t.Start:t.End]
	l := look{size: uint8(min(len(form), 255))}
	hash := uint32(2166136261)
	var upper, lower, digit, dots, high int
	n := min(len(form), 32)
	for i := range n {
		c := form[i]
		switch {
		case 'a' <= c && c <= 'z':
			lower++
		case 'A' <= c && c <= 'Z':
			upper++
			c |= 0x20
		case '0' <= c && c <= '9':
			digit++
			c = '0' // numbers of one length look alike
		case c == '.':
			dots++
		case c >= utf8.RuneSelf:
			high++
		}
		hash = (hash ^ uint32(c)) * 16777619
	}
	l.hash = hash
	for i := max(0, n-3); i < n; i++ {
		l.tail = (l.tail ^ uint32(form[i]|0x20)) * 16777619
	}
	l.class = classOf(form, upper, lower, digit, dots, high)
	return l
}

func classOf(form string, upper, lower, digit, dots, high int) class {
	first := form[0]
	if upper+lower > 0 {
		last := form[len(form)-1]
		switch {
		case first == '\'' || lower == 2 && first == 'n' && form[1] == '\'':
			return clitic
		case first == '#' || first == '@':
			return tag
		case first == ':' || first == ';' || first == '=':
			return smile
		case digit > 0 && '0' <= first && first <= '9' && len(form) < 12:
			return numeral
		case dots > 0 && last == '.':
			switch {
			case len(form) == 2:
				return initial
			case dots > 1:
				return initials
			case token.Abbreviations()["en"][form[:len(form)-1]] == token.Title:
				return title
			}
			return shortened
		case len(form) > 6 && isAddress(form):
			return address
		case upper == 0:
			if high > 0 && first >= utf8.RuneSelf {
				break
			}
			return smallWord
		case 'A' <= first && first <= 'Z':
			switch {
			case len(form) == 1:
				return letter
			case lower > 0:
				return capitalWord
			}
			return capitals
		case high == 0:
			return smallWord
		}
	}
	if digit > 0 {
		if digit == len(form) {
			return digits
		}
		return numeral
	}
	r, n := utf8.DecodeRuneInString(form)
	switch r {
	case '.':
		if len(form) > 1 && form[1] == '.' {
			return ellipsis
		} else if len(form) > 1 {
			return cry
		}
		return stop
	case '…':
		return ellipsis
	case '!', '?', '。', '！', '？':
		return cry
	case ',':
		return comma
	case ':', ';', '=':
		if len(form) > 1 && r != '=' {
			return smile
		}
		switch r {
		case ':':
			return colon
		case ';':
			return semicolon
		}
		return rule
	case '“', '«', '„', '‹':
		return openQuote
	case '"', '”', '»', '›':
		return closeQuote
	case '‘':
		return openSingle
	case '`':
		if len(form) > 1 {
			return openQuote
		}
		return openSingle
	case '\'', '’':
		if len(form) > n {
			return closeQuote
		}
		return closeSingle
	case '(', '[', '{':
		return open
	case ')', ']', '}':
		return shut
	case '-', '–', '—':
		if len(form) > 3 {
			return rule
		}
		return dash
	case '*', '_', '~', '+', '#', '^':
		if len(form) > n {
			return rule
		}
		return bullet
	case '>', '<', '|', '•', '·', '⁃', '●', '■', '▪', '◦', '‣':
		return bullet
	case '$', '£', '€', '¥':
		return money
	}
	switch {
	case unicode.IsUpper(r):
		return capitalWord
	case unicode.IsLetter(r):
		return smallWord
	}
	return other
}

// isAddress says whether a long word is an address: an @, or a dot or a slash inside.
func isAddress(form string) bool {
	for i := 1; i < len(form)-1; i++ {
		if c := form[i]; c == '@' || c == '/' || c == '.' && form[i+1] != '.' {
			return true
		}
	}
	return false
}

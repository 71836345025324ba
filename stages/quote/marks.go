package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a stretch between quotation marks.
type span struct {
	start, end   int  // inside the marks
	outer, after int  // with the marks
	goesOn       bool // the paragraph ended without a closing mark, and the next one opens again
}

// closers are, for each mark that opens, those that close it.
var closers = map[string]string{
	"“": "”\"", "„": "“”\"", "«": "»", "»": "«", "「": "」", "『": "』", "\"": "\"”", "‘": "’", "``": "''\"", "''": "''", "‹": "›", "'": "'",
}

// longest is the most bytes that a quote in one paragraph has: a mark that stays open longer
// was no mark.
const longest = 8192

// misses is how many marks in one paragraph may stay open; past that its marks mean nothing.
const misses = 16

// spansOf adds the outermost stretches between quotation marks in a paragraph. goesOn says
// that the paragraph before it ended inside a quote.
func spansOf(spans []span, text string, start, end int, next string) []span {
	missed := 0
	for at := start; at < end && missed < misses; {
		mark := markAt(text[at:end])
		if mark == "" {
			at++
			continue
		}
		behind := at + len(mark)
		if !mayOpen(text, start, end, at, mark) {
			at = behind
			continue
		}
		stopAt := min(end, behind+longest)
		close, width := closing(text, start, behind, stopAt, mark)
		switch {
		case width > 0:
			if close > behind {
				spans = append(spans, span{start: behind, end: close, outer: at, after: close + width})
			}
			at = close + width
		case stopAt == end && mark != "'" && mark != "‘" && strings.HasPrefix(next, mark):
			return append(spans, span{start: behind, end: end, outer: at, after: end, goesOn: true})
		default:
			at = behind
			missed++
		}
	}
	return spans
}

// markAt is the quotation mark at the beginning of s, "" is none.
func markAt(s string) string {
	switch c := s[0]; c {
	case '"':
		return s[:1]
	case '\'', '`':
		if len(s) > 1 && s[1] == c {
			return s[:2]
		}
		if c == '\'' {
			return s[:1]
		}
	case 0xC2, 0xE2, 0xE3:
		_, n := utf8.DecodeRuneInString(s)
		switch s[:n] {
		case "“", "”", "„", "«", "»", "‘", "’", "「", "」", "『", "』", "‹", "›":
			return s[:n]
		}
	}
	return ""
}

// mayOpen says whether the mark at a byte may begin a quote: no letter stands before it, and no
// space behind it.
func mayOpen(text string, start, end, at int, mark string) bool {
	if _, ok := closers[mark]; !ok || at+len(mark) >= end {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[start:at])
	after, _ := utf8.DecodeRuneInString(text[at+len(mark) : end])
	if at > start && (unicode.IsLetter(before) || unicode.IsDigit(before)) && mark != "「" && mark != "『" {
		return false
	}
	if mark != "«" && unicode.IsSpace(after) { // French has a space inside
		return false
	}
	switch mark {
	case "'", "‘":
		return unicode.IsLetter(after) && (at == start || unicode.IsSpace(before) || before == '(')
	case "\"", "''":
		return at == start || !strings.ContainsRune(".,!?", before)
	}
	return true
}

// closing finds the mark that closes the quote opened before from: its byte and its width; 0 is
// none. Quotes of the other kind inside it are passed over; one of the same kind that opens
// again inside a paragraph is nested.
func closing(text string, start, from, end int, open string) (at, width int) {
	closer := closers[open]
	single := open == "'" || open == "‘"
	depth := 0
	for at = from; at < end; {
		mark := markAt(text[at:end])
		if mark == "" {
			at++
			continue
		}
		switch {
		case mark == open && open != "\"" && open != "''" && open != "'" && mayOpen(text, start, end, at, mark):
			depth++
		case strings.Contains(closer, mark):
			after, _ := utf8.DecodeRuneInString(text[at+len(mark):])
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			letter := at+len(mark) < len(text) && (unicode.IsLetter(after) || unicode.IsDigit(after))
			switch {
			case single && (letter || !strings.ContainsRune(".,?!", before) && (before == 's' || open == "'")):
				// an apostrophe
			case open == "\"" && unicode.IsSpace(before) && letter:
				return 0, 0 // the next quote opens: this one was none
			case depth > 0:
				depth--
			default:
				return at, len(mark)
			}
		}
		at += len(mark)
	}
	return 0, 0
}

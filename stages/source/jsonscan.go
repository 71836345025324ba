package source

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// objectFields calls field with each key and raw value of an object. The object is known to be
// valid JSON: what is left to do is to find where values end, which is what makes it fast.
// Keys are unescaped. Of a key that stands twice the last one counts, as everywhere.
func objectFields(object []byte, field func(key, value []byte)) {
	i := skipSpace(object, 1)
	for object[i] != '}' {
		end := valueEnd(object, i)
		key := unquote(object[i:end])
		i = skipSpace(object, end)
		i = skipSpace(object, i+1) // the colon
		end = valueEnd(object, i)
		field(key, object[i:end])
		i = skipSpace(object, end)
		if object[i] == ',' {
			i = skipSpace(object, i+1)
		}
	}
}

func skipSpace(b []byte, i int) int {
	for b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r' {
		i++
	}
	return i
}

// valueEnd finds the end of the value that begins at i, without recursion.
func valueEnd(b []byte, i int) int {
	depth := 0
	for {
		switch b[i] {
		case '"':
			i = stringEnd(b, i)
		case '{', '[':
			depth++
			i++
		case '}', ']':
			depth--
			i++
		case ',', ':', ' ', '\t', '\n', '\r':
			i++ // inside a list or an object only
			continue
		default:
			for i < len(b) && b[i] != ',' && b[i] != '}' && b[i] != ']' && b[i] > ' ' {
				i++
			}
		}
		if depth == 0 {
			return i
		}
	}
}

func stringEnd(b []byte, i int) int {
	for i++; ; i++ {
		i += bytes.IndexByte(b[i:], '"')
		slashes := 0
		for b[i-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return i + 1
		}
	}
}

// unquote gives the bytes of a valid JSON string, as UTF-8 of their own. A byte that is no UTF-8
// and half a surrogate pair become U+FFFD: the page is worth more than the one character.
func unquote(quoted []byte) []byte {
	s := quoted[1 : len(quoted)-1]
	out := make([]byte, 0, len(s))
	for len(s) > 0 {
		slash := bytes.IndexByte(s, '\\')
		if slash < 0 {
			out = append(out, s...)
			break
		}
		out = append(out, s[:slash]...)
		c := s[slash+1]
		s = s[slash+2:]
		switch c {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r := hex4(s)
			s = s[4:]
			if utf16.IsSurrogate(r) {
				low := rune(utf8.RuneError)
				if len(s) >= 6 && s[0] == '\\' && s[1] == 'u' {
					low = hex4(s[2:])
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					s = s[6:]
				}
			}
			out = utf8.AppendRune(out, r)
		default: // " \ /
			out = append(out, c)
		}
	}
	if !utf8.Valid(out) {
		out = bytes.ToValidUTF8(out, []byte("\uFFFD"))
	}
	return out
}

func hex4(s []byte) rune {
	var r rune
	for _, c := range s[:4] {
		switch {
		case c <= '9':
			c -= '0'
		case c <= 'F':
			c -= 'A' - 10
		default:
			c -= 'a' - 10
		}
		r = r<<4 | rune(c)
	}
	return r
}

package article

import (
	"unicode"
	"unicode/utf8"
)

// Fold appends text with its white space folded: runs of it, line ends and no-break spaces
// among them, become one space, and none stands at the beginning of dst. Soft hyphens,
// zero-width spaces, marks of direction and control characters vanish; the joiners U+200C
// and U+200D stay, for Persian and Hindi are spelt with them. The caller cuts a space at the end.
func Fold[T string | []byte](dst []byte, text T) []byte {
	for i := 0; i < len(text); {
		begin := i
		for i < len(text) && text[i] > ' ' && text[i] < 0x7f {
			i++
		}
		if i > begin {
			dst = append(dst, text[begin:i]...)
			continue
		}
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if c == ' ' || c >= '\t' && c <= '\r' {
				dst = space(dst)
			}
			continue
		}
		end := min(i+utf8.UTFMax, len(text))
		r, size := utf8.DecodeRuneInString(string(text[i:end]))
		switch {
		case r == utf8.RuneError && size == 1:
			dst = append(dst, "\uFFFD"...)
		case r == 0xAD || r == 0x200B || r == 0x2060 || r == 0xFEFF || r >= 0x200E && r <= 0x200F ||
			r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r >= 0x80 && r < 0xA0 && r != 0x85:
		case unicode.IsSpace(r):
			dst = space(dst)
		default:
			dst = append(dst, text[i:i+size]...)
		}
		i += size
	}
	return dst
}

func space(dst []byte) []byte {
	if n := len(dst); n == 0 || dst[n-1] == ' ' {
		return dst
	}
	return append(dst, ' ')
}

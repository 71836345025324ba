// Package dedupe tells texts apart by their words.
package dedupe

import (
	"encoding/hex"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// TextHash is the same for texts of the same letters and digits in the same order, whatever
// their case, marks and spacing: what an outlet changes when it sets another's copy. It is 32
// hex digits of XXH3-128, and "" for a text without a letter or digit.
func TextHash(text string) string {
	hash := xxh3.New()
	var buffer [512]byte
	n := 0
	any := false
	for i := 0; i < len(text); {
		if n > len(buffer)-utf8.UTFMax {
			hash.Write(buffer[:n]) // never fails
			n = 0
		}
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				buffer[n] = c
				n++
				any = true
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			n += utf8.EncodeRune(buffer[n:], unicode.ToLower(r))
			any = true
		}
	}
	if !any {
		return ""
	}
	hash.Write(buffer[:n])
	sum := hash.Sum128().Bytes()
	return hex.EncodeToString(sum[:])
}

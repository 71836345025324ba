package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/furniture"
)

// apart parts the labels that a scraper glued to the word of a link: "interviewExternal link".
func apart(text string) string {
	for _, label := range furniture.Glued() {
		for from := 0; ; {
			i := strings.Index(text[from:], label)
			if i < 0 {
				break
			}
			i += from
			from = i + len(label)
			if r, _ := utf8.DecodeLastRuneInString(text[:i]); unicode.IsLetter(r) || unicode.IsDigit(r) {
				text = text[:i] + " " + text[i:]
				from++
			}
		}
	}
	return text
}

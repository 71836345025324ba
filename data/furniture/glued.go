package furniture

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

var labels = sync.OnceValue(func() (labels []string) {
	for line := range strings.Lines(glued) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			labels = append(labels, line)
		}
	}
	return labels
})

// Apart parts the labels that are glued to the word of a link, by a scraper or on the page itself:
// "interviewExternal link".
func Apart(text string) string {
	for _, label := range labels() {
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

package gazetteer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
)

// leastLower is how often a word must stand in small letters to be listed as a common word.
const leastLower = 3

// commonWords lists the words that stand in small letters at least leastLower times and more
// often than with a capital, sorted.
func commonWords(path string) ([]byte, error) {
	lower, upper := map[string]int{}, map[string]int{}
	err := corpus.EachRow(path, func(_ int, row *corpus.Text) error {
		inside := false // the word before ends in a letter or a comma: no sentence begins here
		for _, field := range strings.Fields(row.Text) {
			word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) })
			small := strings.ToLower(word)
			if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
				lower[small]++
			} else if inside {
				upper[small]++
			}
			last, _ := utf8.DecodeLastRuneInString(field)
			inside = unicode.IsLetter(last) || last == ','
		}
		return nil
	})
	var words []string
	for word, n := range lower {
		if n >= leastLower && n >= upper[word] && len(word) > 1 && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
			words = append(words, word+"\n")
		}
	}
	slices.Sort(words)
	return []byte(strings.Join(words, "")), err
}

package bearer

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/newsmill/newsmill/data/persons"
)

// spellings are words of names that papers spell in several ways, each with the first of them.
var spellings = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(persons.Spellings) {
		words := strings.Fields(line)
		for _, word := range words {
			out[word] = words[0]
		}
	}
	return out
})

const (
	leastEnding = 6 // letters of a word whose ending is written in one way
	mostName    = 8 // words of a name that has a spelling key
)

// SpellingKey is the same for the ways in which papers write the name of one person from letters of
// another alphabet: "Volodymyr Zelensky", "Volodymyr Zelenskyy", "Wolodymyr Selenskyj". It is "" for
// names of one word, which say too little, and of more than a few, which are none.
func SpellingKey(name string) string {
	words := strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
			return -1
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(name)))
	if len(words) < 2 || len(words) > mostName {
		return ""
	}
	for i, word := range words {
		if first, ok := spellings()[word]; ok {
			word = first
		}
		words[i] = ending(word)
	}
	return strings.Join(words, " ")
}

// ending writes the ends -y, -yy, -iy, -yi, -ii, -ij of longer words as -i.
func ending(word string) string {
	if utf8.RuneCountInString(word) < leastEnding {
		return word
	}
	if stem := strings.TrimRight(word, "iyj"); len(stem) < len(word) {
		return stem + "i"
	}
	return word
}

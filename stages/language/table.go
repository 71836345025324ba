package language

import (
	"strings"
	"sync"
	"unicode"

	"github.com/newsmill/newsmill/data/languages"
)

// script is a writing system; those that one language has to itself name it in ownScript.
type script uint8

const (
	latin script = iota
	cyrillic
	arabic
	devanagari
	han
	kana
	hangul
	greek
	hebrew
	thai
	georgian
	armenian
	bengali
	tamil
	telugu
	gujarati
	gurmukhi
	kannada
	malayalam
	sinhala
	khmer
	lao
	burmese
	ethiopic
	other
	scripts
)

var ownScript = [scripts]string{
	han: "zh", kana: "ja", hangul: "ko", greek: "el", hebrew: "he", thai: "th", georgian: "ka", armenian: "hy", bengali: "bn", tamil: "ta",
	telugu: "te", gujarati: "gu", gurmukhi: "pa", kannada: "kn", malayalam: "ml", sinhala: "si", khmer: "km", lao: "lo", burmese: "my", ethiopic: "am",
}

var ranges = [scripts]*unicode.RangeTable{
	latin: unicode.Latin, cyrillic: unicode.Cyrillic, arabic: unicode.Arabic, devanagari: unicode.Devanagari, han: unicode.Han, hangul: unicode.Hangul,
	greek: unicode.Greek, hebrew: unicode.Hebrew, thai: unicode.Thai, georgian: unicode.Georgian, armenian: unicode.Armenian, bengali: unicode.Bengali,
	tamil: unicode.Tamil, telugu: unicode.Telugu, gujarati: unicode.Gujarati, gurmukhi: unicode.Gurmukhi, kannada: unicode.Kannada,
	malayalam: unicode.Malayalam, sinhala: unicode.Sinhala, khmer: unicode.Khmer, lao: unicode.Lao, burmese: unicode.Myanmar, ethiopic: unicode.Ethiopic,
}

func scriptOfLetter(r rune) script {
	if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
		return kana
	}
	for s, table := range ranges {
		if table != nil && unicode.Is(table, r) {
			return script(s)
		}
	}
	return other
}

const (
	mostLanguages = 128
	wordWeight    = 60 // divisible by the number of languages that share a word, mostly
	letterWeight  = 12
)

// table is the data, by language index.
type table struct {
	tags    []string
	scripts []script
	words   map[string][]uint8
	letters map[rune][]uint8
}

var scriptNames = map[string]script{"Latn": latin, "Cyrl": cyrillic, "Arab": arabic, "Deva": devanagari}

var load = sync.OnceValue(func() *table {
	t := &table{words: map[string][]uint8{}, letters: map[rune][]uint8{}}
	index := map[string]uint8{}
	for line := range strings.Lines(languages.Words) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		if letters, ok := strings.CutPrefix(columns[0], "+"); ok {
			for _, letter := range letters {
				for tag := range strings.FieldsSeq(columns[2]) {
					t.letters[letter] = append(t.letters[letter], index[tag])
				}
			}
			continue
		}
		n := uint8(len(t.tags))
		index[columns[0]] = n
		t.tags = append(t.tags, columns[0])
		t.scripts = append(t.scripts, scriptNames[columns[1]])
		for word := range strings.FieldsSeq(columns[2]) {
			t.words[word] = append(t.words[word], n)
		}
	}
	return t
})

// scriptOf gives the script of a language of the data, or of a script of its own.
func scriptOf(tag string) (script, bool) {
	t := load()
	for i := range t.tags {
		if t.tags[i] == tag {
			return t.scripts[i], true
		}
	}
	for s, own := range ownScript {
		if own == tag {
			return script(s), true
		}
	}
	return other, false
}

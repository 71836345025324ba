package sentiment

import (
	"strconv"
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/sentiment"
)

// effect is what a word does to the words around it.
type effect uint8

const (
	effectNone effect = iota
	effectNot
	effectMore
	effectLess
	effectBut
	effectStop
)

var effects = map[string]effect{"not": effectNot, "more": effectMore, "less": effectLess, "but": effectBut, "stop": effectStop}

// maxWord is longer than any word of the lists; longer tokens are none of theirs.
const maxWord = 48

// entry is all that the lists say of a word.
type entry struct {
	word
	news int // one more than an index into table.news; 0 is none
	wide int // tenths: the lexicon's rating, else what words like it are rated
}

// table holds the lists, by word in small letters.
type table struct {
	words map[string]entry
	news  [][][]string // news expressions, by first word
}

var words = sync.OnceValue(func() *table {
	t := &table{words: make(map[string]entry, strings.Count(data.Lexicon, "\n")+strings.Count(data.Wider, "\n"))}
	for line := range strings.Lines(data.Lexicon) {
		form, rating, _ := strings.Cut(strings.TrimSpace(line), "\t")
		tenths, err := strconv.Atoi(rating)
		if err != nil {
			panic("lexicon.tsv: " + strconv.Quote(line)) // the file is embedded: a defect of the build
		}
		t.words[form] = entry{word: word{rating: tenths}}
	}
	for line := range strings.Lines(data.Modifiers) {
		form, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		e := t.words[form]
		e.effect = effects[name]
		if e.effect == effectNone {
			panic("modifiers.tsv: " + strconv.Quote(line))
		}
		if e.effect != effectMore {
			e.rating = 0 // "no" and "hardly" are rated, too, but would count twice
		}
		t.words[form] = e
	}
	for line := range strings.Lines(data.Wider) {
		form, rating, _ := strings.Cut(strings.TrimSpace(line), "\t")
		tenths, err := strconv.Atoi(rating)
		if err != nil {
			panic("wider.tsv: " + strconv.Quote(line))
		}
		e := t.words[form]
		e.wide = tenths
		t.words[form] = e
	}
	for form, e := range t.words {
		if e.rating != 0 {
			e.wide = e.rating
			t.words[form] = e
		}
	}
	for line := range strings.Lines(data.News) {
		expression := strings.Fields(line)
		e := t.words[expression[0]]
		if e.news == 0 {
			t.news = append(t.news, nil)
			e.news = len(t.news)
			t.words[expression[0]] = e
		}
		t.news[e.news-1] = append(t.news[e.news-1], expression)
	}
	return t
})

// lower appends a form in small letters, the curly apostrophe made straight. Only ASCII
// letters change: the lists hold no others.
func lower(buf []byte, form string) []byte {
	if len(form) > maxWord {
		return buf
	}
	for i := 0; i < len(form); i++ {
		c := form[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xE2 && strings.HasPrefix(form[i:], "’"):
			c, i = '\'', i+len("’")-1
		}
		buf = append(buf, c)
	}
	return buf
}

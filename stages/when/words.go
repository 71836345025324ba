package when

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	data "github.com/newsmill/newsmill/data/when"
	"github.com/newsmill/newsmill/stages/segment"
)

// class is what a word is to the grammar; the names are those of data/when/words.tsv.
type class string

// word is what the table says of a word: its class, and its value as text and as a number.
type word struct {
	class  class
	text   string
	number int
	feasts *[]feast // whose names begin with it
}

// item is a word of the sentence as the grammar sees it. Hyphens part words, the "'s" of a
// possessive stands outside, the full stop of an abbreviation inside.
type item struct {
	word
	start, end int
	capital    bool
	digits     int // number of digits where the word is a number in digits
	possessive bool
}

const maxWord = 32 // longer than any word of the tables

// tables has the words of each language with months of its own; "en" has all classes.
var tables = sync.OnceValue(func() map[string]map[string]word {
	all := map[string]map[string]word{"en": {}}
	for line := range strings.Lines(data.Words) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		n, _ := strconv.Atoi(f[2]) // values that are no numbers are used as text
		all["en"][f[0]] = word{class: class(f[1]), text: f[2], number: n}
	}
	for first, known := range feasts() {
		w := all["en"][first]
		w.feasts = &known
		all["en"][first] = w
	}
	for line := range strings.Lines(data.Months) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if all[f[0]] == nil {
			all[f[0]] = map[string]word{"de": {class: "of"}, "del": {class: "of"}}
		}
		n, _ := strconv.Atoi(f[2])
		all[f[0]][f[1]] = word{class: "month", text: f[2], number: n}
	}
	return all
})

// tableOf gives the words of a language; those of English where it is not known.
func tableOf(language string) (table map[string]word, english bool) {
	if segment.English(language) {
		return tables()["en"], true
	}
	base, _, _ := strings.Cut(language, "-")
	return tables()[base], false
}

// appendItems adds the items of a sentence.
func appendItems(items []item, table map[string]word, doc *segment.Document, s segment.Sentence) []item {
	for _, t := range doc.Tokens[s.First:s.Last] {
		start := t.Start
		for at := t.Start; at < t.End; at++ {
			if doc.Text[at] == '-' && at > start {
				items = appendItem(items, table, doc.Text, start, at)
				items = append(items, item{word: word{class: "hyphen"}, start: at, end: at + 1})
				start = at + 1
			}
		}
		if start < t.End {
			items = appendItem(items, table, doc.Text, start, t.End)
		}
	}
	return items
}

// appendItem adds one word, or makes a full stop part of the abbreviation before it.
func appendItem(items []item, table map[string]word, text string, start, end int) []item {
	it := item{start: start, end: end}
	form := text[start:end]
	if form == "." && len(items) > 0 {
		last := &items[len(items)-1]
		if last.end == start && (last.class == "abbreviation" || last.class == "half" && text[start-1] != 'm' || last.class == "half" && text[start-2] == '.') {
			last.end = end
			return items
		}
	}
	if (form == "'s" || form == "’s") && len(items) > 0 && items[len(items)-1].end == start {
		items[len(items)-1].possessive = true
		return items
	}
	dotted := len(form) > 2 && form[len(form)-1] == '.' && form[0] > '9'
	if dotted {
		form = form[:len(form)-1]
	}
	switch c := form[0]; {
	case form == "-":
		it.class = "hyphen"
	case form == ",":
		it.class = "comma"
	case '0' <= c && c <= '9':
		it.word, it.digits = numeral(form)
	default:
		var buf [maxWord]byte
		key := lower(buf[:0], form)
		it.word = table[string(key)]
		it.capital = 'A' <= c && c <= 'Z'
		if dotted && it.class != "abbreviation" && it.class != "half" {
			it.end-- // the full stop of a sentence
		}
		if it.class == "" {
			it.class = formOf(form)
		}
	}
	return append(items, it)
}

// numeral reads a word that begins with a digit: 10, 10th, 1990s, 3pm.
func numeral(form string) (word, int) {
	n, digits := 0, 0
	for digits < len(form) && '0' <= form[digits] && form[digits] <= '9' {
		if digits < 8 {
			n = n*10 + int(form[digits]-'0')
		}
		digits++
	}
	switch form[digits:] {
	case "":
		if digits <= 8 {
			return word{class: "digits", number: n}, digits
		}
	case "st", "nd", "rd", "th":
		return word{class: "ordinal", number: n}, 0
	case "s", "'s", "’s":
		if n%10 == 0 && (digits == 4 && n >= 1000 && n < 2100 || digits == 2) {
			if digits == 2 {
				n += 1900
			}
			return word{class: "decade", number: n}, 0
		}
	}
	return word{class: "numeral"}, 0
}

// formOf tells the verbs that no list holds by their ending, names by their capital.
func formOf(form string) class {
	switch c := form[0]; {
	case 'A' <= c && c <= 'Z':
		return "name"
	case c < 'a' || c > 'z':
		if r, _ := utf8.DecodeRuneInString(form); r < utf8.RuneSelf {
			return "mark"
		}
		return ""
	case len(form) > 3 && strings.HasSuffix(form, "ed") && !strings.HasSuffix(form, "eed"):
		return "was"
	case len(form) > 2 && form[len(form)-1] == 's':
		return "plural"
	}
	return ""
}

// lower appends a form in small letters; a longer form than any word gives nothing.
func lower(buf []byte, form string) []byte {
	if len(form) > maxWord {
		return buf
	}
	for i := 0; i < len(form); i++ {
		c := form[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

package sentences

import (
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
)

// What treebanks have too little of is made from their own sentences: abbreviations at the end of
// a sentence, lists whose line breaks are lost, headlines in capitals.

// endAbbreviations stand at the end of a sentence or before a name, and do not tell which.
var endAbbreviations = strings.Fields("U.S. Inc. p.m. Co. U.K. Jr. a.m. Corp. D.C. etc. U.N. Ltd. P.M. E.U. St. co. U.S.A. A.M. Sr. Ave.")

// abbreviated is a document with an abbreviation in the place of the last word of some sentences,
// and of a name or word before another one in others; n is its number.
func abbreviated(d conllu.Document, n int) (made conllu.Document) {
	var text strings.Builder
	for i, s := range d.Sentences {
		words := strings.Split(d.Text[s[0]:s[1]], " ")
		last := words[len(words)-1]
		short := endAbbreviations[(n+i)%len(endAbbreviations)]
		switch (n + i) % 4 {
		case 0, 1:
			if len(words) > 4 && strings.HasSuffix(last, ".") && isPlainWord(strings.TrimSuffix(last, ".")) {
				words[len(words)-1] = short
			}
		case 2:
			replaceFirst(words, isName, short)
		case 3:
			replaceFirst(words, isPlainWord, short)
		}
		if i > 0 {
			text.WriteString(d.Text[d.Sentences[i-1][1]:s[0]])
		}
		start := text.Len()
		text.WriteString(strings.Join(words, " "))
		made.Sentences = append(made.Sentences, [2]int{start, text.Len()})
	}
	made.Text = text.String()
	return made
}

// headlines is a document of the sentences of another, each a line in capitals without a stop.
func headlines(d conllu.Document) (made conllu.Document) {
	var text []byte
	for _, s := range d.Sentences {
		if len(text) > 0 {
			text = append(text, "\n\n"...)
		}
		start := len(text)
		for _, c := range []byte(strings.TrimRight(d.Text[s[0]:s[1]], ".!?")) {
			if 'a' <= c && c <= 'z' {
				c -= 'a' - 'A'
			}
			text = append(text, c)
		}
		made.Sentences = append(made.Sentences, [2]int{start, len(text)})
	}
	made.Text = string(text)
	return made
}

// replaceFirst puts an abbreviation in the place of the first of two words of a kind, in
// mid-sentence.
func replaceFirst(words []string, is func(string) bool, short string) {
	for w := 2; w+1 < len(words); w++ {
		if is(words[w]) && is(words[w+1]) {
			words[w] = short
			return
		}
	}
}

func isPlainWord(word string) bool {
	return len(word) > 1 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

func isName(word string) bool {
	return len(word) > 2 && 'A' <= word[0] && word[0] <= 'Z' && isPlainWord(word[1:])
}

// enumeratorStyles are what stands before and behind an item's number.
var enumeratorStyles = [][2]string{{"", "."}, {"", ")"}, {"", ".)"}, {"• ", "."}, {"", "."}, {"(", ")"}, {"•", "."}}

// listed is a document of lists, made of each three short sentences of a document, of which one
// in four is taken; n is its number.
func listed(d conllu.Document, n int) (made conllu.Document) {
	var text strings.Builder
	var items []string
	lists := n
	for _, s := range d.Sentences {
		sentence := d.Text[s[0]:s[1]]
		if len(sentence) < 8 || len(sentence) > 90 || sentence[0] < 'A' || sentence[0] > 'Z' {
			continue
		}
		if items = append(items, sentence); len(items) < 3 {
			continue
		}
		if lists++; lists%4 == 0 {
			if text.Len() > 0 {
				text.WriteString("\n\n")
			}
			made.Sentences = append(made.Sentences, list(&text, items, lists/4)...)
		}
		items = items[:0]
	}
	made.Text = text.String()
	return made
}

// list writes a list on one line, in the style with a number, and gives the spans of its items.
func list(text *strings.Builder, items []string, style int) (spans [][2]int) {
	marks := enumeratorStyles[style%len(enumeratorStyles)]
	first := 1
	if style%5 == 0 {
		first = 8 // on to two digits
	}
	for i, item := range items {
		if i > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		number := strconv.Itoa(first + i)
		if style%3 == 0 {
			number = string(rune('a' + i))
		}
		if style%2 == 0 {
			item = strings.TrimRight(item, ".!?")
		}
		text.WriteString(marks[0] + number + marks[1] + " " + item)
		spans = append(spans, [2]int{start, text.Len()})
	}
	return spans
}

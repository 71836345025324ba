// Package furniture holds the words by which pages name what is not the article: menus,
// share bars, teasers, comments. See CARD.md.
package furniture

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed classes.txt
var classes string

//go:embed phrases.txt
var phrases string

//go:embed glued.txt
var glued string

//go:embed consent.txt
var consent string

// Hint is a set of kinds that an element's attributes name.
type Hint uint32

// Kinds of hints, in the order of their names below.
const (
	Navigation Hint = 1 << iota
	Footer
	Header
	Aside
	Comment
	Related
	Share
	Promotion
	Consent
	Caption
	Byline
	Date
	Standfirst
	Body
	Tags
	Legal
	Unseen
	Heading
	Hidden // no word hints at it: attributes that take an element off the page
	Embed  // a post of a social network, shown within the text
)

var names = [...]string{
	"navigation", "footer", "header", "aside", "comment", "related", "share", "promotion", "consent",
	"caption", "byline", "date", "standfirst", "body", "tags", "legal", "unseen", "heading",
}

// Classes gives the hint of each lower-case word of a class name.
var Classes = sync.OnceValue(func() map[string]Hint {
	kinds := map[string]Hint{}
	for i, name := range names {
		kinds[name] = 1 << i
	}
	kinds["embed"] = Embed
	words := map[string]Hint{}
	for kind, row := range rows(classes) {
		for _, word := range strings.Fields(row) {
			words[word] |= kinds[kind]
		}
	}
	return words
})

type phrase struct{ label, text string }

var byStart = sync.OnceValue(func() map[rune][]phrase {
	starts := map[rune][]phrase{}
	for label, text := range rows(phrases) {
		first, _ := utf8.DecodeRuneInString(text)
		starts[first] = append(starts[first], phrase{label, text})
	}
	return starts
})

// Phrase gives the label of the phrase that begins a line, and how many bytes of it the
// phrase takes; "" where none does. The line is in lower case.
func Phrase(line string) (label string, size int) {
	first, _ := utf8.DecodeRuneInString(line)
	for _, p := range byStart()[first] {
		if len(p.text) > size && strings.HasPrefix(line, p.text) && (len(line) == len(p.text) || !letter(line[len(p.text)])) {
			label, size = p.label, len(p.text)
		}
	}
	return label, size
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

func rows(file string) func(yield func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for line := range strings.Lines(file) {
			key, value, found := strings.Cut(strings.TrimSpace(line), "\t")
			if found && !strings.HasPrefix(key, "#") && !yield(key, value) {
				return
			}
		}
	}
}

// Texts gives the embedded files, for their digest.
func Texts() []string { return []string{classes, phrases, glued, consent} }

// Asking gives the words of requests for consent, parted by spaces.
func Asking() string {
	_, words, _ := strings.Cut(consent, "\n")
	return words
}

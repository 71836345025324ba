package token

import (
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/segment"
)

// Class is what an abbreviation says about the stop after it.
type Class uint8

// The classes, from the firmest on.
const (
	Unlisted Class = iota
	Title          // the stop never ends a sentence
	Number         // an abbreviation before a number only: "No. 5"
	Ender          // it may end one: what follows decides
	Plain          // a word as well: "Sun.", "in."
)

// Abbreviations gives the abbreviations of each language, without their last stop.
var Abbreviations = sync.OnceValue(func() map[string]map[string]Class {
	all := map[string]map[string]Class{}
	classes := map[string]Class{"title": Title, "number": Number, "end": Ender, "word": Plain}
	for line := range strings.Lines(data.Abbreviations) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		of := all[fields[0]]
		if of == nil {
			of = map[string]Class{}
			all[fields[0]] = of
		}
		for _, word := range strings.Fields(fields[2]) {
			if of[word] == Unlisted {
				of[word] = classes[fields[1]]
			}
		}
	}
	return all
})

// longestListed bounds the bytes of a word that are looked up.
const longestListed = 16

// kind says what the English list knows of a word; a word can be of several kinds.
type kind uint8

const (
	clitic  kind = 1 << iota // 's, 're
	clipped                  // 'em, 'til
	prefix                   // non-, pre-
	unit                     // km, pm
	money                    // US$
	ending                   // .com, .pdf
	day                      // Monday
)

type englishLists struct {
	abbreviations map[string]Class
	kinds         map[string]kind
	glued         map[string]int // bytes of the first of two words written as one
}

var lists = sync.OnceValue(func() *englishLists {
	l := &englishLists{Abbreviations()["en"], map[string]kind{}, map[string]int{}}
	kinds := map[string]kind{"clitic": clitic, "clipped": clipped, "prefix": prefix, "unit": unit, "money": money, "ending": ending, "day": day}
	for line := range strings.Lines(data.English) {
		name, words, found := strings.Cut(strings.TrimSpace(line), "\t")
		for _, word := range strings.Fields(words) {
			if first, second, cut := strings.Cut(word, "|"); cut {
				l.glued[first+second] = len(first)
			} else if found && kinds[name] != 0 {
				l.kinds[strings.ToLower(word)] |= kinds[name]
			}
		}
	}
	return l
})

// is says whether a word, in any case, is of a kind.
func (l *englishLists) is(word string, k kind) bool {
	var buf [longestListed]byte
	key := lower(&buf, word)
	return key != nil && l.kinds[string(key)]&k != 0
}

// IsDay says whether an English word names a day of the week.
func IsDay(word string) bool { return lists().is(word, day) }

// cut is where a word of letters is cut in two; 0 is nowhere.
func (l *englishLists) cut(word string) int {
	switch word[len(word)-1] | 0x20 {
	case 't', 'a', 'e':
		var buf [longestListed]byte
		if key := lower(&buf, word); key != nil {
			return l.glued[string(key)]
		}
	}
	return 0
}

// lower puts a word of ASCII in small letters; nil is one too long for any list.
func lower(buf *[longestListed]byte, word string) []byte {
	if len(word) > len(buf) {
		return nil
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(word)]
}

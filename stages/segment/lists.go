package segment

import (
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/segment"
)

// class is what an abbreviation says about the stop after it.
type class uint8

const (
	unlisted class = iota
	title          // the stop never ends a sentence
	number         // it ends none before a digit
	ender          // it may end one: the next word decides
)

type wordLists struct {
	byLanguage map[string]map[string]class
	starters   map[string]bool
}

// lists reads the embedded files once.
var lists = sync.OnceValue(func() wordLists {
	l := wordLists{byLanguage: map[string]map[string]class{}, starters: map[string]bool{}}
	classes := map[string]class{"title": title, "number": number, "end": ender}
	for line := range strings.Lines(data.Abbreviations) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		of := l.byLanguage[fields[0]]
		if of == nil {
			of = map[string]class{}
			l.byLanguage[fields[0]] = of
		}
		for _, word := range strings.Fields(fields[2]) {
			of[word] = classes[fields[1]]
		}
	}
	for _, word := range strings.Fields(data.Starters) {
		l.starters[strings.ToUpper(word[:1])+word[1:]] = true
	}
	// No language at hand: the English abbreviations do the least harm.
	l.byLanguage[""], l.byLanguage["und"] = l.byLanguage["en"], l.byLanguage["en"]
	return l
})

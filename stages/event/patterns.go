package event

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"github.com/newsmill/newsmill/data/events"
)

// noEvent is the code of a pattern for what is no event.
const noEvent = "none"

// Patterns are what events are coded by: newsmill's own, and those of a user's file before them.
type Patterns struct{ table *lexicon }

// ReadPatterns gives newsmill's patterns with those of a user's file, which come first where they are as
// long. The file has the lines that pattern files of data/events have (see its card), and
//
//	<NAME>: WORDS
//
// for a class of words of its own. An error names the file, its line and what to write.
func ReadPatterns(file string, text []byte) (*Patterns, error) {
	return readPatterns(events.Files, file, text)
}

func readPatterns(ours fs.FS, file string, text []byte) (*Patterns, error) {
	l, err := load(ours)
	if err != nil {
		return nil, err
	}
	l.own, l.tests = true, nil
	if err := l.lines(file, bytes.NewReader(text)); err != nil {
		return nil, err
	}
	l.sort()
	return &Patterns{l}, nil
}

func (p *Patterns) lexicon() *lexicon {
	if p == nil {
		return table()
	}
	return p.table
}

// class reads the user's own class of words.
func (l *lexicon) class(line string) error {
	name, words, ok := strings.Cut(line[1:], ">:")
	switch list := strings.Fields(words); {
	case !ok || strings.ContainsAny(name, "<> ") || name == "" || len(list) == 0:
		return fmt.Errorf("no class in %q: write <NAME>: WORDS", line)
	case l.lists[name] != nil:
		return fmt.Errorf("the class <%s> is there already: give it another name", name)
	default:
		l.lists[name] = list
		return plain(list)
	}
}

// plain says of words of a phrase whether a text, read in small letters, can have them.
func plain(words []string) error {
	for _, w := range words {
		switch {
		case w == "":
			return fmt.Errorf("a word is empty: write a/b for a or b")
		case w != string(lower(nil, w)):
			return fmt.Errorf("%q has capitals: write it in small letters", w)
		}
	}
	return nil
}

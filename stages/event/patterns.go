package event

import (
	"io/fs"
	"sync"

	"github.com/newsmill/newsmill/data/events"
	"github.com/newsmill/newsmill/stages/event/pattern"
)

// Patterns are what events are coded by: newsmill's own, and those of a user's file before them.
type Patterns struct {
	table *pattern.Lexicon
	tests []test
}

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
	p, err := loadPatterns(ours)
	if err != nil {
		return nil, err
	}
	p.tests = nil
	if err := p.table.Add(file, text); err != nil {
		return nil, err
	}
	return p, nil
}

func loadPatterns(files fs.FS) (*Patterns, error) {
	p := new(Patterns)
	var err error
	p.table, err = pattern.Load(files, p.test)
	return p, err
}

// ours are newsmill's own.
var ours = sync.OnceValue(func() *Patterns {
	p, err := loadPatterns(events.Files)
	if err != nil {
		panic(err) // the files are part of the program; a test loads them
	}
	return p
})

// orOurs are the patterns, or newsmill's own where there are none.
func (p *Patterns) orOurs() *Patterns {
	if p == nil {
		return ours()
	}
	return p
}

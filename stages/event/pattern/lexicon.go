// Package pattern reads the lines by which events are found (data/events; its card tells how they are written) and what is known
// of words without their context.
//
// A [Pattern] is a verb or a noun with the words that must follow it, some behind a gap, the CAMEO code of what they tell, and how
// its target is found:
//
//	171 v stage .. <raid> | on against in
//
// A [Lexicon] has, for each form of each word, its [Entry]: the classes that the rules ask for, its forms, the role of whom it is a
// noun for ("police": COP), and the patterns that it opens, in the order in which they are tried: the longest first, of equals
// the user's. No text is read here: stages/event tries the patterns on its sentences.
package pattern

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/event/class"
)

// Entry is what is known of a word, without its context.
type Entry struct {
	ID       int32 // index of its patterns; 0 is unknown
	Class    class.Set
	Form     class.Form
	Noun     bool   // opens a pattern of a noun
	Role     string // of an agent
	Patterns []*Pattern
}

// Lexicon is all that stands in data/events.
type Lexicon struct {
	Words    map[string]*Entry
	patterns int
	irr      inflection
	lists    map[string][]string // <class> of patterns
	name     string              // of the file that is read
	file     string              // the same, without its folders
	at       int                 // its line
	own      bool                // it is the user's
	order    int
	unnamed  [][2]Pattern // of triggers that no pattern names, verbs and nouns, by root
	test     Test         // takes the lines that are test sentences
}

// Test takes a test sentence, behind its ">", of a line of a file. Its errors are those of the line.
type Test func(file string, line int, text string) error

// Load reads the files of words, and those of patterns, which have the number of a root before their name.
func Load(files fs.FS, test Test) (*Lexicon, error) {
	l := &Lexicon{Words: make(map[string]*Entry, 8192), irr: inflection{}, lists: map[string][]string{}, test: test}
	patterns, err := fs.Glob(files, "[0-9]*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Concat([]string{"irregular.tsv", "classes.txt", "words.txt", "agents.txt"}, patterns) {
		if err := l.read(files, name); err != nil {
			return nil, err
		}
	}
	l.unname()
	l.sort()
	return l, nil
}

// Add reads a user's file of patterns, which come before newsmill's own where they are as long.
func (l *Lexicon) Add(file string, text []byte) error {
	l.own = true
	if err := l.lines(file, bytes.NewReader(text)); err != nil {
		return err
	}
	l.sort()
	return nil
}

func (l *Lexicon) read(files fs.FS, name string) error {
	file, err := files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return l.lines(name, file)
}

// lines reads the lines of a file; its errors name it and the line.
func (l *Lexicon) lines(name string, file io.Reader) error {
	l.name, l.file = name, strings.ToValidUTF8(filepath.Base(name), "\uFFFD") // it stands in rows
	lines := bufio.NewScanner(file)
	for l.at = 1; lines.Scan(); l.at++ {
		if !utf8.Valid(lines.Bytes()) {
			return fmt.Errorf("%s:%d: no UTF-8: save the file in it", name, l.at)
		}
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.line(name, line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, l.at, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, l.at, err)
	}
	return nil
}

// sort puts the patterns of each word into the order in which they are tried.
func (l *Lexicon) sort() {
	for _, e := range l.Words {
		slices.SortFunc(e.Patterns, before)
	}
}

func (l *Lexicon) line(name, line string) error {
	switch {
	case line[0] == '>':
		return l.test(l.name, l.at, line[1:])
	case l.own && line[0] == '<':
		return l.class(line)
	case l.own: // whatever the user calls the file
		return l.pattern(line)
	}
	switch name {
	case "irregular.tsv":
		return l.irregular(strings.Split(line, "\t"))
	case "classes.txt", "words.txt", "agents.txt":
		head, words, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("no colon in %q", line)
		}
		return l.list(name, head, strings.Fields(words))
	}
	return l.pattern(line)
}

// irregular enters a verb with its past and its participle.
func (l *Lexicon) irregular(fields []string) error {
	if len(fields) != 3 {
		return fmt.Errorf("%d fields in %q, wanted are 3", len(fields), strings.Join(fields, "\t"))
	}
	l.irr[fields[0]] = [2]string{fields[1], fields[2]}
	return nil
}

func (l *Lexicon) list(name, head string, words []string) error {
	switch name {
	case "classes.txt":
		l.lists[head] = words
		return nil
	case "agents.txt":
		for _, w := range words {
			l.word(w).Role = head
		}
		return nil
	}
	key, verbs := strings.CutSuffix(head, "+")
	c, ok := class.Names[key]
	if !ok {
		return fmt.Errorf("no class %q", key)
	}
	for _, w := range words {
		if !verbs {
			l.word(w).Class |= c
			continue
		}
		l.irr.verb(w, func(word string, f class.Form) {
			e := l.word(word)
			e.Class |= c
			e.Form |= f
		})
	}
	return nil
}

func (l *Lexicon) word(w string) *Entry {
	e := l.Words[w]
	if e == nil {
		e = &Entry{ID: int32(len(l.Words) + 1)}
		l.Words[w] = e
	}
	return e
}

// Lower appends a token in small letters, with plain apostrophes.
func Lower(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '’' {
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst
}

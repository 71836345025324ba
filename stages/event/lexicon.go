package event

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/events"
	"github.com/newsmill/newsmill/stages/event/class"
)

// entry is what is known of a word, without its context.
type entry struct {
	id       int32 // index of its patterns; 0 is unknown
	class    class.Set
	form     class.Form
	noun     bool   // opens a pattern of a noun
	role     string // of an agent
	patterns []*pattern
}

// lexicon is all that stands in data/events.
type lexicon struct {
	words    map[string]*entry
	patterns int
	irr      inflection
	lists    map[string][]string // <class> of patterns
	fields   map[string]*[fields]int
	tests    []test
	name     string // of the file that is read
	file     string // the same, without its folders
	at       int    // its line
	own      bool   // it is the user's
	order    int
	unnamed  [][2]pattern // of triggers that no pattern names, verbs and nouns, by root
}

var table = sync.OnceValue(func() *lexicon {
	l, err := load(events.Files)
	if err != nil {
		panic(err) // the files are part of the program; a test loads them
	}
	return l
})

// load reads the files of words, and those of patterns, which have the number of a root before their name.
func load(files fs.FS) (*lexicon, error) {
	l := &lexicon{words: make(map[string]*entry, 8192), irr: inflection{}, lists: map[string][]string{}, fields: map[string]*[fields]int{}}
	patterns, err := fs.Glob(files, "[0-9]*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Concat([]string{"irregular.tsv", "classes.txt", "words.txt", "agents.txt", "fields.txt"}, patterns) {
		if err := l.read(files, name); err != nil {
			return nil, err
		}
	}
	l.unname()
	l.sort()
	return l, nil
}

func (l *lexicon) read(files fs.FS, name string) error {
	file, err := files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return l.lines(name, file)
}

// lines reads the lines of a file; its errors name it and the line.
func (l *lexicon) lines(name string, file io.Reader) error {
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
func (l *lexicon) sort() {
	for _, e := range l.words {
		slices.SortFunc(e.patterns, before)
	}
}

func (l *lexicon) line(name, line string) error {
	switch {
	case line[0] == '>':
		return l.test(line[1:])
	case l.own && line[0] == '<':
		return l.class(line)
	case l.own: // whatever the user calls the file
		return l.pattern(line)
	}
	switch name {
	case "irregular.tsv":
		return l.irregular(strings.Split(line, "\t"))
	case "classes.txt", "words.txt", "agents.txt", "fields.txt":
		head, words, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("no colon in %q", line)
		}
		return l.list(name, head, strings.Fields(words))
	}
	return l.pattern(line)
}

// irregular enters a verb with its past and its participle.
func (l *lexicon) irregular(fields []string) error {
	if len(fields) != 3 {
		return fmt.Errorf("%d fields in %q, wanted are 3", len(fields), strings.Join(fields, "\t"))
	}
	l.irr[fields[0]] = [2]string{fields[1], fields[2]}
	return nil
}

func (l *lexicon) list(name, head string, words []string) error {
	switch name {
	case "classes.txt":
		l.lists[head] = words
		return nil
	case "agents.txt":
		for _, w := range words {
			l.word(w).role = head
		}
		return nil
	case "fields.txt":
		return l.field(head, words)
	}
	key, verbs := strings.CutSuffix(head, "+")
	c, ok := class.Names[key]
	if !ok {
		return fmt.Errorf("no class %q", key)
	}
	for _, w := range words {
		if !verbs {
			l.word(w).class |= c
			continue
		}
		l.irr.verb(w, func(word string, f class.Form) {
			e := l.word(word)
			e.class |= c
			e.form |= f
		})
	}
	return nil
}

func (l *lexicon) word(w string) *entry {
	e := l.words[w]
	if e == nil {
		e = &entry{id: int32(len(l.words) + 1)}
		l.words[w] = e
	}
	return e
}

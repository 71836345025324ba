package event

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/events"
)

// class is a set of classes of words; the names are those of words.txt.
type class uint64

const (
	determiner class = 1 << iota
	possessive
	number
	auxBe
	auxHave
	auxDo
	modal
	negation
	infinitive // to
	preposition
	locative
	subordinator
	relative
	conjunction
	and
	adverb
	pronoun
	bare // pronouns that take the bare verb
	adjective
	will
	would
	maybe
	condition
	planned
	wished
	prevented
	done
	light
	reporting
	ground // what makes it true that
	aVerb
	abroad   // who is not of the country where the text plays
	abstract // nouns for what no force can be done to
	came     // verbs of going somewhere: what one goes for is done
	office   // nouns for who speaks or acts for others
	blaming  // verbs that say for what somebody is praised or punished
	part     // nouns for a part of a body: what it does, the body does
	thing    // nouns that look like those and are none
	hazard   // nouns for what kills without an enemy
	accident // those of them that tell so wherever they stand
	site     // nouns for a place: what is done in the Peruvian capital is done in Peru
	comma
	stop // a mark that ends a clause
	mark // of quotation
	dashes
	capital
	entitled // in the name of a work, a product, an event
	temporal // of an expression of time, or its preposition
)

var classNames = map[string]class{
	"determiner": determiner, "possessive": possessive, "number": number, "be": auxBe, "have": auxHave, "do": auxDo, "modal": modal,
	"not": negation, "to": infinitive, "preposition": preposition, "locative": locative, "subordinator": subordinator, "relative": relative,
	"conjunction": conjunction, "and": and, "adverb": adverb, "pronoun": pronoun, "bare": bare, "adjective": adjective, "will": will,
	"would": would, "maybe": maybe, "condition": condition, "planned": planned, "wished": wished, "prevented": prevented, "done": done,
	"light": light, "reporting": reporting, "ground": ground, "verb": aVerb, "abroad": abroad, "abstract": abstract, "thing": thing, "came": came, "office": office, "part": part, "blaming": blaming, "site": site, "hazard": hazard, "accident": accident,
}

const auxiliary = auxBe | auxHave | auxDo | modal

// entry is what is known of a word, without its context.
type entry struct {
	id       int32 // index of its patterns; 0 is unknown
	class    class
	form     form
	noun     bool   // opens a pattern of a noun
	role     string // of an agent
	patterns []*pattern
}

// lexicon is all that stands in data/events.
type lexicon struct {
	words    map[string]*entry
	patterns int
	codes    map[string]code
	plover   map[string][2]string // type and mode by prefix of a code
	// embedding is the code of an act of speech by the act, a root or "will", and the root of what
	// it is about.
	embedding map[[2]string]string
	irr       inflection
	lists     map[string][]string // <class> of patterns
	fields    map[string]*[fields]int
	tests     []test
	name      string // of the file that is read
	file      string // the same, without its folders
	at        int    // its line
	own       bool   // it is the user's
	order     int
	unnamed   [][2]pattern // of triggers that no pattern names, verbs and nouns, by root
}

var table = sync.OnceValue(func() *lexicon {
	l, err := load(events.Files)
	if err != nil {
		panic(err) // the files are part of the program; a test loads them
	}
	return l
})

// load reads the files. The names of pattern files are those of no other file.
func load(files fs.FS) (*lexicon, error) {
	l := &lexicon{words: make(map[string]*entry, 8192), codes: map[string]code{}, plover: map[string][2]string{}, embedding: map[[2]string]string{}, irr: inflection{}, lists: map[string][]string{}, fields: map[string]*[fields]int{}}
	names, err := fs.Glob(files, "*.t*")
	if err != nil {
		return nil, err
	}
	first := []string{"cameo.tsv", "plover.tsv", "embedding.tsv", "irregular.tsv", "classes.txt", "words.txt", "agents.txt", "fields.txt"}
	for _, name := range first {
		if err := l.read(files, name); err != nil {
			return nil, err
		}
	}
	for _, name := range names {
		if !slices.Contains(first, name) {
			if err := l.read(files, name); err != nil {
				return nil, err
			}
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
	case "cameo.tsv", "plover.tsv", "irregular.tsv", "embedding.tsv":
		return l.row(name, strings.Split(line, "\t"))
	case "classes.txt", "words.txt", "agents.txt", "fields.txt":
		head, words, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("no colon in %q", line)
		}
		return l.list(name, head, strings.Fields(words))
	}
	return l.pattern(line)
}

// row enters a line of a table: three fields, the last of which may be wanting in plover.tsv.
func (l *lexicon) row(name string, fields []string) error {
	if name == "plover.tsv" && len(fields) == 2 {
		fields = append(fields, "")
	}
	if len(fields) != 3 {
		return fmt.Errorf("%d fields in %q, wanted are 3", len(fields), strings.Join(fields, "\t"))
	}
	switch name {
	case "plover.tsv":
		l.plover[fields[0]] = [2]string{fields[1], fields[2]}
	case "irregular.tsv":
		l.irr[fields[0]] = [2]string{fields[1], fields[2]}
	case "embedding.tsv":
		if _, ok := l.codes[fields[2]]; !ok {
			return fmt.Errorf("no code %q", fields[2])
		}
		l.embedding[[2]string{fields[0], fields[1]}] = fields[2]
	default:
		scale, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return err
		}
		l.codes[fields[0]] = code{goldstein: scale, name: fields[2]}
	}
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
	c, ok := classNames[key]
	if !ok {
		return fmt.Errorf("no class %q", key)
	}
	for _, w := range words {
		if !verbs {
			l.word(w).class |= c
			continue
		}
		l.irr.verb(w, func(word string, f form) {
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

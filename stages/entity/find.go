package entity

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/segment"
)

// Hints is what is known of a document before its names are looked for.
type Hints struct {
	Title    string
	Known    []Mention // spans given by the user
	HasKnown bool      // then nothing else is tagged; Known is only enriched
}

// shape is what the letters of a token look like.
type shape uint8

const (
	mark     shape = iota // no letter
	small                 // begins with a small letter or one without case
	capital               // begins with a capital
	capitals              // two or more letters, all capitals
)

// finder is the state of one document.
type finder struct {
	*tables
	doc      *segment.Document
	shapes   []shape
	lower    map[string]bool // words seen in small letters
	inside   map[string]bool // words seen with a capital inside a sentence
	mentions []Mention
	entries  []entry // of each mention; kind "" is none
	sentence int
	loud     bool // most words of the sentence have capitals
}

// Find finds the names of a document, joins those of one bearer and links them.
func Find(doc *segment.Document, h Hints) Found {
	f := &finder{tables: lexicon(), doc: doc, lower: make(map[string]bool, 256), inside: map[string]bool{}}
	if h.HasKnown {
		f.keep(h.Known)
		return f.link()
	}
	f.readShapes(h.Title)
	base, _, _ := strings.Cut(doc.Language, "-")
	english := base == "en" || base == "und" || base == ""
	for i, s := range doc.Sentences {
		f.sentence = i
		f.loud = f.isLoud(s)
		if english {
			f.scan(s)
		} else {
			f.scanKnown(s)
		}
	}
	f.vote()
	return f.link()
}

// keep takes over the user's mentions, with what the gazetteer knows of their surface.
func (f *finder) keep(known []Mention) {
	for _, m := range known {
		if m.Start < 0 || m.End > len(f.doc.Text) || m.Start >= m.End {
			continue
		}
		e, ok := f.tables.entries[strings.TrimSuffix(f.doc.Text[m.Start:m.End], ".")]
		if !ok || e.kind != m.Type {
			e = entry{}
		}
		m.Sentence = f.sentenceAt(m.Start)
		f.mentions = append(f.mentions, m)
		f.entries = append(f.entries, e)
	}
}

// sentenceAt is the sentence that holds a byte, or the one before it.
func (f *finder) sentenceAt(at int) int {
	after := sort.Search(len(f.doc.Sentences), func(i int) bool { return f.doc.Sentences[i].Start > at })
	return max(0, after-1)
}

// readShapes looks at every token once and notes the words that stand in small letters.
func (f *finder) readShapes(title string) {
	f.shapes = make([]shape, len(f.doc.Tokens))
	for i, t := range f.doc.Tokens {
		word := f.doc.Text[t.Start:t.End]
		f.shapes[i] = shapeOf(word)
		if f.shapes[i] == small && len(word) > 1 {
			f.lower[word] = true
		}
		if i > 1 && f.shapes[i] >= capital && (f.shapes[i-1] == small || f.shapes[i-1] == capital && f.shapes[i-2] != mark) {
			f.inside[word] = true
		}
	}
	for _, word := range strings.Fields(title) {
		if shapeOf(word) == small {
			f.lower[word] = true
		}
	}
}

func shapeOf(word string) shape {
	first, n := utf8.DecodeRuneInString(word)
	switch {
	case !unicode.IsLetter(first):
		return mark
	case !unicode.IsUpper(first):
		return small
	}
	letters := 1
	for _, r := range word[n:] {
		if unicode.IsLower(r) {
			return capital
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters > 1 {
		return capitals
	}
	return capital
}

// isLoud says whether a sentence is a headline in capitals, where a capital tells little.
func (f *finder) isLoud(s segment.Sentence) bool {
	words, upper := 0, 0
	for _, sh := range f.shapes[s.First:s.Last] {
		if sh != mark {
			words++
			if sh != small {
				upper++
			}
		}
	}
	return words >= 4 && upper*10 >= words*6
}

// word is token i without the stop of an abbreviation.
func (f *finder) word(i int) string { return f.span(i, i+1) }

// span is the text of tokens i to j without the stop of an abbreviation at its end, as the
// tables have names.
func (f *finder) span(i, j int) string {
	return f.doc.Text[f.doc.Tokens[i].Start:f.doc.Tokens[j-1].Bare(f.doc.Text)]
}

func (f *finder) upper(i int) bool { return f.shapes[i] >= capital }

// common says whether a word is one of the language's ordinary words.
func (f *finder) common(word string) bool {
	small := strings.ToLower(word)
	return f.lower[small] || f.words[small]
}

// known finds the longest entry that begins at token i and ends at or before token last.
func (f *finder) known(i, last int) (entry, int, bool) {
	start := f.doc.Tokens[i].Start
	limit := f.longest[f.word(i)]
	if limit == 0 {
		return entry{}, i, false
	}
	j := i
	for j < last && f.doc.Tokens[j].Bare(f.doc.Text)-start <= limit {
		j++
	}
	for ; j > i; j-- {
		if e, ok := f.tables.entries[f.span(i, j)]; ok {
			return e, j, true
		}
	}
	return entry{}, i, false
}

// emit notes a mention of tokens i to j.
func (f *finder) emit(i, j int, kind Type, score float32, e entry, country, role string) {
	start, end := f.doc.Tokens[i].Start, f.doc.Tokens[j-1].Bare(f.doc.Text)
	if name := f.doc.Text[start:end]; strings.Contains(name, ".") && initials(name) {
		end = f.doc.Tokens[j-1].End // the last stop of "U.S."
	}
	if e.country != "" {
		country = e.country
	}
	f.mentions = append(f.mentions, Mention{Start: start, End: end, Sentence: f.sentence, Type: kind, Score: score, Entity: -1, Country: country, Role: role})
	f.entries = append(f.entries, e)
}

// initials says whether a name is single letters parted by stops.
func initials(name string) bool {
	for i := 0; i < len(name); i++ {
		if i%2 == 1 && name[i] != '.' || i%2 == 0 && (name[i] < 'A' || name[i] > 'Z') {
			return false
		}
	}
	return true
}

// scanKnown tags what the gazetteer knows and nothing else: for languages whose capitals
// say little, or that have none.
func (f *finder) scanKnown(s segment.Sentence) {
	for i := s.First; i < s.Last; {
		e, j, ok := f.known(i, s.Last)
		surface := ""
		if ok {
			surface = f.span(i, j)
		}
		switch {
		case !ok || !f.upper(i):
			i++
		case e.kind == GPE || e.kind == Org && (j-i > 1 || shapeOf(surface) == capitals):
			f.emit(i, j, e.kind, .7, e, "", "")
			i = j
		default:
			i = j
		}
	}
}

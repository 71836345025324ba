package entity

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/name"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Hints is what is known of a document before its names are looked for.
type Hints struct {
	Known    []Mention // spans given by the user
	HasKnown bool      // then nothing else is tagged; Known is only enriched
}

// finder is the state of one document.
type finder struct {
	*tables
	doc      *syntax.Document
	mentions []Mention
	entries  []entry // of each mention; kind "" is none
	sentence int
	regions  map[string]bool // whether a country's name is a region's too
}

// names are finders of names to be used again: each holds some megabytes.
var names = sync.Pool{New: func() any { return name.NewFinder(name.Default()) }}

// Find finds the names of a document, joins those of one bearer and links them. In English, and
// where the language is unknown, a learned tagger finds them; elsewhere what the gazetteer has.
func Find(doc *syntax.Document, h Hints) Found {
	f := &finder{tables: lexicon(), doc: doc, regions: map[string]bool{}}
	if h.HasKnown {
		f.keep(h.Known)
		return f.link()
	}
	if segment.English(doc.Language) {
		n := names.Get().(*name.Finder)
		f.read(n.Find(&doc.Document))
		names.Put(n)
		f.splitPairs()
	} else {
		for i, s := range doc.Sentences {
			f.sentence = i
			f.scanKnown(s)
		}
	}
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
		if m.Type == GPE && m.Sentence < len(f.doc.Sentences) {
			f.sentence = m.Sentence
			next := f.tokenAt(m.End)
			if next < len(f.doc.Tokens) && f.doc.Tokens[next].Start < m.End {
				next++ // the stop of an abbreviation
			}
			e.stated = f.following(next)
		}
		f.mentions = append(f.mentions, m)
		f.entries = append(f.entries, e)
	}
}

// sentenceAt is the sentence that holds a byte, or the one before it.
func (f *finder) sentenceAt(at int) int {
	after := sort.Search(len(f.doc.Sentences), func(i int) bool { return f.doc.Sentences[i].Start > at })
	return max(0, after-1)
}

// tokenAt is the first token that ends behind a byte.
func (f *finder) tokenAt(at int) int {
	return sort.Search(len(f.doc.Tokens), func(i int) bool { return f.doc.Tokens[i].End > at })
}

// word is token i without the stop of an abbreviation.
func (f *finder) word(i int) string { return f.span(i, i+1) }

// span is the text of tokens i to j without the stop of an abbreviation at its end, as the
// tables have names.
func (f *finder) span(i, j int) string {
	return f.doc.Text[f.doc.Tokens[i].Start:f.doc.Tokens[j-1].Bare(f.doc.Text)]
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
	name := f.doc.Text[start:end]
	if last := name[strings.LastIndexByte(name, ' ')+1:]; strings.Contains(last, ".") && initials(last) {
		end = f.doc.Tokens[j-1].End // the last stop of "U.S." and of "Washington, D.C."
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
		if i%2 == 1 && name[i] != '.' || i%2 == 0 && (name[i]|0x20 < 'a' || name[i]|0x20 > 'z') {
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
		case !ok || !upper(f.word(i)):
			i++
		case e.kind == GPE || e.kind == Org && (j-i > 1 || capitals(surface)):
			f.emit(i, j, e.kind, .7, e, "", "")
			i = j
		default:
			i = j
		}
	}
}

// upper says whether a word begins with a capital.
func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// capitals says whether a word is two or more letters, all capitals.
func capitals(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1 && upper(word)
}

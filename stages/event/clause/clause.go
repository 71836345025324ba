// Package clause reads one sentence after another for who acts in it: its words, the units that name somebody, and the tree that
// joins them.
//
// In go the document as the stages of syntax, names, times and quotes have left it, with its [actor.Cast]; [Sentence.Open] makes of the
// tokens of a sentence its [Word]s, each with what the lexicon knows of it and what its neighbours make of it, and [Sentence.Find] the
// [Unit]s: names that can act, nouns for actors ("the government of Sudan", "police commanders"), nationalities, places behind a
// preposition, and the pronouns that stand for one of them. A unit has the country and the role that the words around it give.
//
// Both are plain data, by their place in the sentence; the rest are questions to it. Those of the tree ([Sentence.Node], [Sentence.Child],
// [Sentence.Way]) go by Universal Dependencies, and the order of words ([Sentence.Is], [Sentence.Before], [Sentence.Verb]) has the say
// where a text has no tree. A word, a unit or a mention that is none is -1. Which patterns are found in it,
// and what these tell, is told later; a [Trigger] stands here since statuses and sides ask by it.
package clause

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
)

// longSentence is how many tokens of a sentence are read: what is longer is a list or a table,
// and the searches below stay linear.
const longSentence = 160

// Word is a token as a sentence has it.
type Word struct {
	Entry      *pattern.Entry // nil is an unknown word
	Class      class.Set
	Form       class.Form
	Unit       int32 // index of its unit; -1 is none
	Start, End int   // bytes of the text
}

// Sentence is one sentence after another of a document, with the buffers for its words and units.
type Sentence struct {
	*actor.Cast
	doc          *syntax.Document
	found        *entity.Found
	times        []when.Time
	quotes       []quote.Quote
	Table        *pattern.Lexicon
	Index        int // which it is
	Words        []Word
	Units        []Unit
	spare        []Unit    // room for those of another sentence
	time         int       // the first expression of time not before the sentence
	FirstMention int       // the first mention not before the sentence
	reference    int       // the first reference not before the sentence
	person       int       // mention of whom the sentence before speaks; -1 is nobody, or two
	spoken       int       // the first mention not before the sentence before
	topic        Unit      // the subject of the last sentence that was read
	topical      int       // which that was; -1 is none
	couple       [2]Unit   // the last two who met or whom an act set against each other
	coupled      int       // in which sentence; -1 is none
	mutual       bool      // they did it to each other
	parts        []int32   // of a digest, that each sentence stands in; 0 is none
	lands        []string  // of these parts
	plot         [2]string // where the text plays and likely plays, outside of them
	Traits       []Trait
	studied      int // the sentence of traits; -1 is none
	buffer       []byte
}

// New readies the sentences of a document.
func New(doc *syntax.Document, found *entity.Found, times []when.Time, quotes []quote.Quote, cast *actor.Cast, table *pattern.Lexicon) Sentence {
	s := Sentence{Cast: cast, doc: doc, found: found, times: times, quotes: quotes, Table: table, topical: -1, coupled: -1, studied: -1}
	s.divide()
	s.plot = [2]string{s.Focus, s.Likely}
	return s
}

// Open reads the words of a sentence; false where none opens a pattern.
func (s *Sentence) Open(n int) bool {
	doc := s.doc
	sentence := doc.Sentences[n]
	s.Index, s.Words, s.Units = n, s.Words[:0], s.Units[:0]
	if s.Focus, s.Likely = s.plot[0], s.plot[1]; s.land() != "" {
		s.Focus, s.Likely = s.land(), s.land()
	}
	if n > 0 && s.parts[n] != s.parts[n-1] {
		s.coupled, s.topical = -1, -1
	}
	s.follow()
	any := false
	for _, t := range doc.Tokens[sentence.First:min(sentence.Last, sentence.First+longSentence)] {
		w := s.read(doc.Text, t.Start, t.End)
		any = any || w.Entry != nil && len(w.Entry.Patterns) > 0
		s.Words = append(s.Words, w)
	}
	if any {
		s.timed()
	}
	return any
}

// timed marks the words of expressions of time, so that "agreed on Monday to meet" reads as
// "agreed to meet".
func (s *Sentence) timed() {
	all := s.times
	for s.time < len(all) && all[s.time].Sentence < s.Index {
		s.time++
	}
	i := 0
	for n := s.time; n < len(all) && all[n].Sentence == s.Index; n++ {
		for i < len(s.Words) && s.Words[i].End <= all[n].Start {
			i++
		}
		if s.Is(i-1, class.Preposition) && !s.Is(i-1, class.Infinitive) {
			s.Words[i-1].Class |= class.Temporal
		}
		for ; i < len(s.Words) && s.Words[i].Start < all[n].End; i++ {
			s.Words[i].Class |= class.Temporal
		}
	}
}

// read classes one token without its context.
func (s *Sentence) read(text string, start, end int) Word {
	w := Word{Unit: -1, Start: start, End: end}
	r, _ := utf8.DecodeRuneInString(text[start:end])
	switch r {
	case ',':
		w.Class = class.Comma
		return w
	case ';', ':', '(', ')', '.', '?', '!', '…', '[', ']', '|', '•':
		w.Class = class.Stop
		return w
	case '"', '“', '”', '„', '«', '»':
		w.Class = class.Mark
		return w
	case '–', '—':
		w.Class = class.Dashes
		return w
	}
	s.buffer = pattern.Lower(s.buffer[:0], text[start:end])
	w.Entry = s.Table.Words[string(s.buffer)]
	if unicode.IsUpper(r) {
		w.Class |= class.Capital
	}
	if unicode.IsDigit(r) {
		w.Class |= class.Number
	}
	if w.Entry != nil {
		w.Class |= w.Entry.Class
		w.Form = w.Entry.Form
		return w
	}
	n := len(s.buffer)
	switch {
	case w.Class&class.Capital != 0:
	case n > 4 && string(s.buffer[n-2:]) == "ly":
		w.Class |= class.Adverb
	case n > 4 && string(s.buffer[n-2:]) == "ed":
		w.Form = class.Past | class.Participle
	case n > 5 && string(s.buffer[n-3:]) == "ing":
		w.Form = class.Gerund
	}
	return w
}

// Is says whether the word at i exists and has one of the classes.
func (s *Sentence) Is(i int, c class.Set) bool {
	return i >= 0 && i < len(s.Words) && s.Words[i].Class&c != 0
}

// Holds says whether a word of one of the classes stands in the sentence.
func (s *Sentence) Holds(c class.Set) bool {
	for i := range s.Words {
		if s.Is(i, c) {
			return true
		}
	}
	return false
}

// Text is the word at i as the text has it.
func (s *Sentence) Text(i int) string {
	if i < 0 || i >= len(s.Words) {
		return ""
	}
	return s.doc.Text[s.Words[i].Start:s.Words[i].End]
}

// Before is the nearest word before i that is no adverb and no "not"; -1 is none.
func (s *Sentence) Before(i int) int {
	for i--; i >= 0 && (s.Is(i, class.Temporal) || s.Is(i, class.Adverb|class.Negation) && !s.Is(i, class.Auxiliary|class.Determiner|class.Preposition)); i-- {
	}
	return i
}

// Verb says whether the word at i is read as a verb, by its form and the word before it. A
// word that is also a noun in the patterns needs better signs.
func (s *Sentence) Verb(i int) bool {
	w := &s.Words[i]
	if w.Form == 0 || w.Class&class.Auxiliary != 0 {
		return false
	}
	if n := s.Node(i); n != nil && (n.UPOS == "VERB" || n.UPOS == "NOUN") {
		if n.XPOS == "VBN" && s.Is(i-2, class.Determiner) && s.Node(i-1).UPOS == "ADJ" {
			return false // the main accused
		}
		return n.UPOS == "VERB" && (!s.Is(i-1, class.Determiner) || s.Finite(i) || s.floats(i-1)) // the injured, but both called for
	}
	torn := w.Entry != nil && w.Entry.Noun
	p := s.Before(i)
	if p < 0 {
		return w.Form&(class.Past|class.Gerund) != 0 && !torn
	}
	prev := &s.Words[p]
	if prev.Unit >= 0 {
		u := &s.Units[prev.Unit]
		switch {
		case s.Text(i-1) == "'s", s.Text(i-1) == "’s":
			return false
		case w.Form&(class.Past|class.Participle) != 0, w.Form&class.Gerund != 0 && !torn:
			return true
		case u.Kind == Adjectival:
			return false
		case w.Form&class.Third != 0:
			return !u.Plural || !torn
		}
		return u.Plural // troops attack
	}
	switch {
	case prev.Class&class.Infinitive != 0:
		return w.Form&class.Base != 0
	case prev.Class&class.AuxBe != 0:
		return w.Form&(class.Participle|class.Gerund) != 0
	case prev.Class&class.AuxHave != 0:
		return w.Form&(class.Past|class.Participle) != 0
	case prev.Class&(class.Modal|class.AuxDo) != 0:
		return w.Form&class.Base != 0
	case prev.Class&(class.Determiner|class.Possessive|class.Number|class.Adjective) != 0:
		return false
	case prev.Class&class.Pronoun != 0:
		return w.Form&(class.Past|class.Third|class.Participle) != 0 || prev.Class&class.Bare != 0
	case prev.Class&class.Relative != 0:
		return true
	case prev.Class&(class.Preposition|class.Subordinator) != 0:
		return w.Form&class.Gerund != 0 && !torn
	case prev.Class&(class.Conjunction|class.Comma|class.Mark|class.Stop|class.Dashes) != 0:
		if s.Is(p, class.And) && s.Is(p-2, class.Preposition|class.Determiner) && !s.Is(p-2, class.Infinitive) && w.Form&^class.Base == 0 {
			return false // talks on search and rescue
		}
		return w.Form&(class.Past|class.Participle|class.Gerund) != 0 && !torn || !torn && w.Form&(class.Third|class.Base) != 0
	case w.Form&(class.Past|class.Participle) != 0:
		return true
	case w.Form&class.Gerund != 0:
		return !torn
	case prev.Form&(class.Past|class.Gerund|class.Third|class.Base) != 0 && s.Verbish(p):
		return w.Form&class.Base == 0 && !torn
	}
	return !torn && w.Form&class.Third != 0
}

// floats says whether the determiner at i stands for a subject before it: "Norway and Sweden both called for".
func (s *Sentence) floats(i int) bool {
	switch s.Text(i) {
	case "both", "all", "each":
		return true
	}
	return false
}

// Verbish says whether the word at i reads as a verb at all.
func (s *Sentence) Verbish(i int) bool {
	return s.Is(i, class.Auxiliary) || i >= 0 && i < len(s.Words) && s.Words[i].Unit < 0 && s.Words[i].Form != 0 && s.Words[i].Class&class.Capital == 0 && s.Verb(i)
}

// Modifies says whether a noun that ends before i goes on in another one ("protest movement").
func (s *Sentence) Modifies(i int) bool {
	if i >= len(s.Words) {
		return false
	}
	w := &s.Words[i]
	return w.Class&^class.Site == 0 && w.Form == 0 && (w.Entry == nil || w.Class != 0 || w.Entry.Noun || w.Entry.Role != "") &&
		w.Unit < 0 && letter(s.Text(i)) || s.Text(i) == "-"
}

func letter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// mentions calls yield for each mention of the sentence.
func (s *Sentence) mentions(yield func(i int, m *entity.Mention)) {
	all, sentence := s.found.Mentions, s.doc.Sentences[s.Index]
	for s.FirstMention < len(all) && all[s.FirstMention].Start < sentence.Start {
		s.FirstMention++
	}
	for i := s.FirstMention; i < len(all) && all[i].Start < sentence.End; i++ {
		yield(i, &all[i])
	}
}

// MentionsEnd is the first mention behind a sentence.
func (s *Sentence) MentionsEnd(sentence int) int {
	i, _ := slices.BinarySearchFunc(s.found.Mentions, sentence+1, func(m entity.Mention, n int) int { return m.Sentence - n })
	return i
}

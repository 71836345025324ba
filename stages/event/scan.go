package event

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/field"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/linear"
)

// longSentence is how many tokens of a sentence are read: what is longer is a list or a table,
// and the searches below stay linear.
const longSentence = 160

// word is a token as a sentence has it.
type word struct {
	entry      *pattern.Entry // nil is an unknown word
	class      class.Set
	form       class.Form
	unit       int32 // index of its unit; -1 is none
	start, end int   // bytes of the text
}

// scan reads one sentence after another and keeps its buffers.
type scan struct {
	in *Input
	*actor.Cast
	table     *pattern.Lexicon
	sentence  int
	words     []word
	units     []unit
	spare     []unit // room for those of another sentence
	actors    uint32 // how many of the sentence's own units have a code
	triggers  []trigger
	detected  []trigger // of a sentence, those that no pattern names
	held      []bool    // the words of triggers, and of what patterns have for none
	time      int       // the first expression of time not before the sentence
	mention   int       // the first mention not before the sentence
	reference int       // the first reference not before the sentence
	person    int       // mention of whom the sentence before speaks; -1 is nobody, or two
	spoken    int       // the first mention not before the sentence before
	topic     unit      // the subject of the last sentence that was read
	topical   int       // which that was; -1 is none
	choice    choice
	traits    []trait
	studied   int             // the sentence of traits; -1 is none
	passages  []field.Passage // what each sentence is about
	whole     field.Passage   // what the text is about
	buffer    []byte
	patterns  bool // triggers are those of patterns alone, for learning
	census    census
}

// newScan reads who bears the names of a document.
func newScan(in *Input) *scan {
	s := &scan{in: in, table: in.Patterns.orOurs().table, topical: -1, studied: -1}
	s.Cast = actor.Read(in.Doc, in.Found, in.Anchor, in.Dateline, s.table)
	s.passages, s.whole = field.Read(in.Doc, in.Times, in.Anchor)
	return s
}

// each calls yield with each sentence that may tell an event open, its units and triggers found.
func (s *scan) each(yield func()) {
	for n := range s.in.Doc.Sentences {
		if !s.open(n) {
			continue
		}
		s.find()
		s.note()
		s.triggersOf()
		s.actors = 0
		for i := range s.units {
			s.actors += linear.Truth(s.units[i].code != "")
		}
		s.detect()
		yield()
		s.remember()
	}
}

// open reads the words of a sentence; false where none opens a pattern.
func (s *scan) open(n int) bool {
	doc := s.in.Doc
	sentence := doc.Sentences[n]
	s.sentence, s.words, s.units, s.triggers, s.census.told = n, s.words[:0], s.units[:0], s.triggers[:0], s.census.told[:0]
	s.follow()
	any := false
	for _, t := range doc.Tokens[sentence.First:min(sentence.Last, sentence.First+longSentence)] {
		w := s.read(doc.Text, t.Start, t.End)
		any = any || w.entry != nil && len(w.entry.Patterns) > 0
		s.words = append(s.words, w)
	}
	if any {
		s.times()
	}
	return any
}

// times marks the words of expressions of time, so that "agreed on Monday to meet" reads as
// "agreed to meet".
func (s *scan) times() {
	all := s.in.Times
	for s.time < len(all) && all[s.time].Sentence < s.sentence {
		s.time++
	}
	i := 0
	for n := s.time; n < len(all) && all[n].Sentence == s.sentence; n++ {
		for i < len(s.words) && s.words[i].end <= all[n].Start {
			i++
		}
		if s.is(i-1, class.Preposition) && !s.is(i-1, class.Infinitive) {
			s.words[i-1].class |= class.Temporal
		}
		for ; i < len(s.words) && s.words[i].start < all[n].End; i++ {
			s.words[i].class |= class.Temporal
		}
	}
}

// read classes one token without its context.
func (s *scan) read(text string, start, end int) word {
	w := word{unit: -1, start: start, end: end}
	r, _ := utf8.DecodeRuneInString(text[start:end])
	switch r {
	case ',':
		w.class = class.Comma
		return w
	case ';', ':', '(', ')', '.', '?', '!', '…', '[', ']', '|', '•':
		w.class = class.Stop
		return w
	case '"', '“', '”', '„', '«', '»':
		w.class = class.Mark
		return w
	case '–', '—':
		w.class = class.Dashes
		return w
	}
	s.buffer = pattern.Lower(s.buffer[:0], text[start:end])
	w.entry = s.table.Words[string(s.buffer)]
	if unicode.IsUpper(r) {
		w.class |= class.Capital
	}
	if unicode.IsDigit(r) {
		w.class |= class.Number
	}
	if w.entry != nil {
		w.class |= w.entry.Class
		w.form = w.entry.Form
		return w
	}
	n := len(s.buffer)
	switch {
	case w.class&class.Capital != 0:
	case n > 4 && string(s.buffer[n-2:]) == "ly":
		w.class |= class.Adverb
	case n > 4 && string(s.buffer[n-2:]) == "ed":
		w.form = class.Past | class.Participle
	case n > 5 && string(s.buffer[n-3:]) == "ing":
		w.form = class.Gerund
	}
	return w
}

// is says whether the word at i exists and has one of the classes.
func (s *scan) is(i int, c class.Set) bool {
	return i >= 0 && i < len(s.words) && s.words[i].class&c != 0
}

// holds says whether a word of one of the classes stands in the sentence.
func (s *scan) holds(c class.Set) bool {
	for i := range s.words {
		if s.is(i, c) {
			return true
		}
	}
	return false
}

// text is the word at i as the text has it.
func (s *scan) text(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.in.Doc.Text[s.words[i].start:s.words[i].end]
}

// before is the nearest word before i that is no adverb and no "not"; -1 is none.
func (s *scan) before(i int) int {
	for i--; i >= 0 && (s.is(i, class.Temporal) || s.is(i, class.Adverb|class.Negation) && !s.is(i, class.Auxiliary|class.Determiner|class.Preposition)); i-- {
	}
	return i
}

// verb says whether the word at i is read as a verb, by its form and the word before it. A
// word that is also a noun in the patterns needs better signs.
func (s *scan) verb(i int) bool {
	w := &s.words[i]
	if w.form == 0 || w.class&class.Auxiliary != 0 {
		return false
	}
	if n := s.node(i); n != nil && (n.UPOS == "VERB" || n.UPOS == "NOUN") {
		if n.XPOS == "VBN" && s.is(i-2, class.Determiner) && s.node(i-1).UPOS == "ADJ" {
			return false // the main accused
		}
		return n.UPOS == "VERB" && (!s.is(i-1, class.Determiner) || s.finite(i) || s.floats(i-1)) // the injured, but both called for
	}
	torn := w.entry != nil && w.entry.Noun
	p := s.before(i)
	if p < 0 {
		return w.form&(class.Past|class.Gerund) != 0 && !torn
	}
	prev := &s.words[p]
	if prev.unit >= 0 {
		u := &s.units[prev.unit]
		switch {
		case s.text(i-1) == "'s", s.text(i-1) == "’s":
			return false
		case w.form&(class.Past|class.Participle) != 0, w.form&class.Gerund != 0 && !torn:
			return true
		case u.kind == adjectival:
			return false
		case w.form&class.Third != 0:
			return !u.plural || !torn
		}
		return u.plural // troops attack
	}
	switch {
	case prev.class&class.Infinitive != 0:
		return w.form&class.Base != 0
	case prev.class&class.AuxBe != 0:
		return w.form&(class.Participle|class.Gerund) != 0
	case prev.class&class.AuxHave != 0:
		return w.form&(class.Past|class.Participle) != 0
	case prev.class&(class.Modal|class.AuxDo) != 0:
		return w.form&class.Base != 0
	case prev.class&(class.Determiner|class.Possessive|class.Number|class.Adjective) != 0:
		return false
	case prev.class&class.Pronoun != 0:
		return w.form&(class.Past|class.Third|class.Participle) != 0 || prev.class&class.Bare != 0
	case prev.class&class.Relative != 0:
		return true
	case prev.class&(class.Preposition|class.Subordinator) != 0:
		return w.form&class.Gerund != 0 && !torn
	case prev.class&(class.Conjunction|class.Comma|class.Mark|class.Stop|class.Dashes) != 0:
		if s.is(p, class.And) && s.is(p-2, class.Preposition|class.Determiner) && !s.is(p-2, class.Infinitive) && w.form&^class.Base == 0 {
			return false // talks on search and rescue
		}
		return w.form&(class.Past|class.Participle|class.Gerund) != 0 && !torn || !torn && w.form&(class.Third|class.Base) != 0
	case w.form&(class.Past|class.Participle) != 0:
		return true
	case w.form&class.Gerund != 0:
		return !torn
	case prev.form&(class.Past|class.Gerund|class.Third|class.Base) != 0 && s.verbish(p):
		return w.form&class.Base == 0 && !torn
	}
	return !torn && w.form&class.Third != 0
}

// floats says whether the determiner at i stands for a subject before it: "Norway and Sweden both called for".
func (s *scan) floats(i int) bool {
	switch s.text(i) {
	case "both", "all", "each":
		return true
	}
	return false
}

// verbish says whether the word at i reads as a verb at all.
func (s *scan) verbish(i int) bool {
	return s.is(i, class.Auxiliary) || i >= 0 && i < len(s.words) && s.words[i].unit < 0 && s.words[i].form != 0 && s.words[i].class&class.Capital == 0 && s.verb(i)
}

// modifies says whether a noun that ends before i goes on in another one ("protest movement").
func (s *scan) modifies(i int) bool {
	if i >= len(s.words) {
		return false
	}
	w := &s.words[i]
	return w.class&^class.Site == 0 && w.form == 0 && (w.entry == nil || w.class != 0 || w.entry.Noun || w.entry.Role != "") &&
		w.unit < 0 && letter(s.text(i)) || s.text(i) == "-"
}

func letter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// mentions calls yield for each mention of the sentence.
func (s *scan) mentions(yield func(i int, m *entity.Mention)) {
	all, sentence := s.in.Found.Mentions, s.in.Doc.Sentences[s.sentence]
	for s.mention < len(all) && all[s.mention].Start < sentence.Start {
		s.mention++
	}
	for i := s.mention; i < len(all) && all[i].Start < sentence.End; i++ {
		yield(i, &all[i])
	}
}

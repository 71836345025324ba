package event

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/when"
)

// longSentence is how many tokens of a sentence are read: what is longer is a list or a table,
// and the searches below stay linear.
const longSentence = 160

// word is a token as a sentence has it.
type word struct {
	entry      *entry // nil is an unknown word
	class      class
	form       form
	unit       int32 // index of its unit; -1 is none
	start, end int   // bytes of the text
}

// scan reads one sentence after another and keeps its buffers.
type scan struct {
	in        *Input
	table     *lexicon
	roster    *roster
	bearers   []bearer        // of each entity
	day       when.Day        // of the page, [when.NoDay] where it is unknown
	countries map[string]bool // that the document names
	focus     string          // the country where most of the document plays; "" is none
	likely    string          // that, or where it more likely plays than elsewhere; "" is none
	parts     []int32         // of a digest, that each sentence stands in; 0 is none
	lands     []string        // of these parts
	plot      [2]string       // focus and likely, outside of them
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
	couple    [2]unit   // the last two who met or whom an act set against each other
	coupled   int       // in which sentence; -1 is none
	mutual    bool      // they did it to each other
	choice    choice
	traits    []trait
	studied   int       // the sentence of traits; -1 is none
	passages  []passage // what each sentence is about
	whole     passage   // what the text is about
	buffer    []byte
	patterns  bool // triggers are those of patterns alone, for learning
	census    census
}

// newScan reads who bears the names of a document.
func newScan(in *Input) *scan {
	s := &scan{in: in, table: in.Patterns.lexicon(), roster: openRoster(), topical: -1, coupled: -1, studied: -1}
	s.meet()
	s.divide()
	s.plot = [2]string{s.focus, s.likely}
	s.passages = make([]passage, len(in.Doc.Sentences))
	for n := range s.passages {
		s.passages[n] = s.passage(n)
		s.whole.add(&s.passages[n])
	}
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
	if s.focus, s.likely = s.plot[0], s.plot[1]; s.land() != "" {
		s.focus, s.likely = s.land(), s.land()
	}
	if n > 0 && s.parts[n] != s.parts[n-1] {
		s.coupled, s.topical = -1, -1
	}
	s.follow()
	any := false
	for _, t := range doc.Tokens[sentence.First:min(sentence.Last, sentence.First+longSentence)] {
		w := s.read(doc.Text, t.Start, t.End)
		any = any || w.entry != nil && len(w.entry.patterns) > 0
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
		if s.is(i-1, preposition) && !s.is(i-1, infinitive) {
			s.words[i-1].class |= temporal
		}
		for ; i < len(s.words) && s.words[i].start < all[n].End; i++ {
			s.words[i].class |= temporal
		}
	}
}

// read classes one token without its context.
func (s *scan) read(text string, start, end int) word {
	w := word{unit: -1, start: start, end: end}
	r, _ := utf8.DecodeRuneInString(text[start:end])
	switch r {
	case ',':
		w.class = comma
		return w
	case ';', ':', '(', ')', '.', '?', '!', '…', '[', ']', '|', '•':
		w.class = stop
		return w
	case '"', '“', '”', '„', '«', '»':
		w.class = mark
		return w
	case '–', '—':
		w.class = dashes
		return w
	}
	s.buffer = lower(s.buffer[:0], text[start:end])
	w.entry = s.table.words[string(s.buffer)]
	if unicode.IsUpper(r) {
		w.class |= capital
	}
	if unicode.IsDigit(r) {
		w.class |= number
	}
	if w.entry != nil {
		w.class |= w.entry.class
		w.form = w.entry.form
		return w
	}
	n := len(s.buffer)
	switch {
	case w.class&capital != 0:
	case n > 4 && string(s.buffer[n-2:]) == "ly":
		w.class |= adverb
	case n > 4 && string(s.buffer[n-2:]) == "ed":
		w.form = past | participle
	case n > 5 && string(s.buffer[n-3:]) == "ing":
		w.form = gerund
	}
	return w
}

// lower appends a token in small letters, with plain apostrophes.
func lower(dst []byte, s string) []byte {
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

// is says whether the word at i exists and has one of the classes.
func (s *scan) is(i int, c class) bool {
	return i >= 0 && i < len(s.words) && s.words[i].class&c != 0
}

// holds says whether a word of one of the classes stands in the sentence.
func (s *scan) holds(c class) bool {
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
	for i--; i >= 0 && (s.is(i, temporal) || s.is(i, adverb|negation) && !s.is(i, auxiliary|determiner|preposition)); i-- {
	}
	return i
}

// verb says whether the word at i is read as a verb, by its form and the word before it. A
// word that is also a noun in the patterns needs better signs.
func (s *scan) verb(i int) bool {
	w := &s.words[i]
	if w.form == 0 || w.class&auxiliary != 0 {
		return false
	}
	if n := s.node(i); n != nil && (n.UPOS == "VERB" || n.UPOS == "NOUN") {
		if n.XPOS == "VBN" && s.is(i-2, determiner) && s.node(i-1).UPOS == "ADJ" {
			return false // the main accused
		}
		return n.UPOS == "VERB" && (!s.is(i-1, determiner) || s.finite(i) || s.floats(i-1)) // the injured, but both called for
	}
	torn := w.entry != nil && w.entry.noun
	p := s.before(i)
	if p < 0 {
		return w.form&(past|gerund) != 0 && !torn
	}
	prev := &s.words[p]
	if prev.unit >= 0 {
		u := &s.units[prev.unit]
		switch {
		case s.text(i-1) == "'s", s.text(i-1) == "’s":
			return false
		case w.form&(past|participle) != 0, w.form&gerund != 0 && !torn:
			return true
		case u.kind == adjectival:
			return false
		case w.form&third != 0:
			return !u.plural || !torn
		}
		return u.plural // troops attack
	}
	switch {
	case prev.class&infinitive != 0:
		return w.form&base != 0
	case prev.class&auxBe != 0:
		return w.form&(participle|gerund) != 0
	case prev.class&auxHave != 0:
		return w.form&(past|participle) != 0
	case prev.class&(modal|auxDo) != 0:
		return w.form&base != 0
	case prev.class&(determiner|possessive|number|adjective) != 0:
		return false
	case prev.class&pronoun != 0:
		return w.form&(past|third|participle) != 0 || prev.class&bare != 0
	case prev.class&relative != 0:
		return true
	case prev.class&(preposition|subordinator) != 0:
		return w.form&gerund != 0 && !torn
	case prev.class&(conjunction|comma|mark|stop|dashes) != 0:
		if s.is(p, and) && s.is(p-2, preposition|determiner) && !s.is(p-2, infinitive) && w.form&^base == 0 {
			return false // talks on search and rescue
		}
		return w.form&(past|participle|gerund) != 0 && !torn || !torn && w.form&(third|base) != 0
	case w.form&(past|participle) != 0:
		return true
	case w.form&gerund != 0:
		return !torn
	case prev.form&(past|gerund|third|base) != 0 && s.verbish(p):
		return w.form&base == 0 && !torn
	}
	return !torn && w.form&third != 0
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
	return s.is(i, auxiliary) || i >= 0 && i < len(s.words) && s.words[i].unit < 0 && s.words[i].form != 0 && s.words[i].class&capital == 0 && s.verb(i)
}

// modifies says whether a noun that ends before i goes on in another one ("protest movement").
func (s *scan) modifies(i int) bool {
	if i >= len(s.words) {
		return false
	}
	w := &s.words[i]
	return w.class&^site == 0 && w.form == 0 && (w.entry == nil || w.class != 0 || w.entry.noun || w.entry.role != "") &&
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

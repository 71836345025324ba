package name

import (
	"iter"
	"unicode"

	"github.com/newsmill/newsmill/stages/segment"
)

// Sheet is what is read of one document before anything is decided. The zero value is ready; one
// that is used again keeps its memory.
type Sheet struct {
	doc    *segment.Document
	parts  []segment.Sentence
	base   int // the first token; what is said of each token is counted from it
	known  *known
	ids    map[string]int32
	loud   map[string]int32
	words  []word  // distinct ones
	at     []int32 // word of each token
	gaz    []match // of each token
	seen   []seen  // of each distinct lower-case form
	lowers map[uint32]int32
	runs   []run // of each token
	quiet  bool  // hardly a capital in the text
}

// match is what gazetteer phrases say of a token: which kinds it stands in, alone, as the first
// or as a later word.
type match struct {
	kinds kinds
	place uint32 // two bits for each kind
}

// seen is how a word stands elsewhere in the document.
type seen struct {
	small, capital, titled, longer, bracket uint16
}

// run is the stretch of words with capitals that a token stands in, "of" and the like in it.
type run struct {
	first, last int32 // tokens; last is inclusive
}

// Read looks at sentences of a document, which stand one behind another: all of them, or those of
// a part of a long one.
func (s *Sheet) Read(doc *segment.Document, sentences []segment.Sentence) {
	s.doc, s.parts, s.base, s.known = doc, sentences, 0, gazetteerNames()
	tokens := 0
	if len(sentences) > 0 {
		s.base = sentences[0].First
		tokens = sentences[len(sentences)-1].Last - s.base
	}
	if s.ids == nil {
		s.ids, s.loud, s.lowers = map[string]int32{}, map[string]int32{}, map[uint32]int32{}
	}
	clear(s.ids)
	clear(s.loud)
	clear(s.lowers)
	s.words, s.seen = s.words[:0], s.seen[:0]
	s.at = resize(s.at, tokens)
	s.gaz = resize(s.gaz, tokens)
	s.runs = resize(s.runs, tokens)
	s.quiet = isQuiet(doc, sentences)
	for _, sentence := range sentences {
		s.readSentence(sentence)
	}
	for _, sentence := range sentences {
		s.matchPhrases(sentence)
		s.findRuns(sentence)
		s.note(sentence)
	}
}

// A name begins at most ahead tokens before a capital or a digit, as "al-Assad" does, and goes on for at most
// past tokens behind it, as "Moon Jae-in" does; in the midst of one stand at most as many as both together that have neither.
const (
	ahead = 2
	past  = 3
)

// Open gives the stretches of a sentence's tokens that may be of a name, first up to, not including,
// last: those with a capital or a digit, and what stands near one. In a text without capitals all may.
// Each is a sequence of its own to the taggers.
func (s *Sheet) Open(sentence segment.Sentence) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		if s.quiet {
			yield(sentence.First, sentence.Last)
			return
		}
		first, last := -1, -1
		tied := false // by hyphens to a capital: Prayut Chan-o-cha
		for i := sentence.First; i < sentence.Last; i++ {
			w := s.word(i)
			tied = !w.plain || tied && (w.hyphen || i > sentence.First && s.word(i-1).hyphen)
			if w.plain && (!tied || w.hyphen) {
				continue
			}
			if from := i - ahead; first < 0 || from > last {
				if first >= 0 && !yield(first, last) {
					return
				}
				first = max(from, sentence.First)
			}
			last = min(i+past+1, sentence.Last)
		}
		if first >= 0 {
			yield(first, last)
		}
	}
}

// resize gives a slice of n elements, in the old memory where that is enough.
func resize[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	return old[:n]
}

func (s *Sheet) readSentence(sentence segment.Sentence) {
	table, loud := s.ids, isLoudSentence(s.doc, sentence)
	if loud {
		table = s.loud
	}
	for i := sentence.First; i < sentence.Last; i++ {
		t := s.doc.Tokens[i]
		text := s.doc.Text[t.Start:t.End]
		id, ok := table[text]
		if !ok {
			id = int32(len(s.words))
			w := s.known.readWord(text, loud)
			if s.quiet {
				w.flags |= quiet
				w.shape, w.short = w.shape^quietShape, w.short^quietShape
			}
			form, ok := s.lowers[w.lower]
			if !ok {
				form = int32(len(s.seen))
				s.lowers[w.lower] = form
				s.seen = append(s.seen, seen{})
			}
			w.id = form
			s.words = append(s.words, w)
			table[text] = id
		}
		s.at[i-s.base] = id
	}
}

// isLoudSentence says whether a sentence is in capitals throughout.
func isLoudSentence(doc *segment.Document, sentence segment.Sentence) bool {
	if sentence.First == sentence.Last {
		return false
	}
	upper, small := 0, 0
	for _, r := range doc.Text[doc.Tokens[sentence.First].Start:doc.Tokens[sentence.Last-1].End] {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			upper++
		}
		if small > 64 && small > upper {
			return false
		}
	}
	return upper > 8 && upper > 3*small
}

// isQuiet says whether a text has hardly a capital: where nobody writes them, a small letter says
// nothing.
func isQuiet(doc *segment.Document, sentences []segment.Sentence) bool {
	upper, small := 0, 0
	for _, s := range sentences {
		for _, r := range doc.Text[s.Start:s.End] {
			switch {
			case unicode.IsLower(r):
				small++
			case unicode.IsUpper(r):
				upper++
			}
		}
	}
	return small > 16 && 256*upper < small
}

// word is what is known of token i.
func (s *Sheet) word(i int) *word { return &s.words[s.at[i-s.base]] }

// matchPhrases marks the gazetteer's phrases; longer ones are marked over shorter ones.
func (s *Sheet) matchPhrases(sentence segment.Sentence) {
	clear(s.gaz[sentence.First-s.base : sentence.Last-s.base])
	for i := sentence.First; i < sentence.Last; i++ {
		if !s.word(i).capital {
			continue
		}
		h := uint64(phraseSeed)
		for j := i; j < sentence.Last; j++ {
			h = chain(h, s.word(j).phrase)
			found := s.known.phrase(h)
			if kinds := found &^ goesOn; kinds != 0 {
				s.markPhrase(i, j, kinds)
			}
			if found&goesOn == 0 {
				break
			}
		}
	}
}

func (s *Sheet) markPhrase(i, j int, found kinds) {
	for k := i; k <= j; k++ {
		m := &s.gaz[k-s.base]
		m.kinds |= found
		place := uint32(1)
		switch {
		case k > i:
			place = 3
		case j > i:
			place = 2
		}
		for kind := range phraseKinds {
			if found&(1<<kind) != 0 && m.place>>(2*kind)&3 < place {
				m.place = m.place&^(3<<(2*kind)) | place<<(2*kind)
			}
		}
	}
}

// findRuns finds the stretches of words with capitals.
func (s *Sheet) findRuns(sentence segment.Sentence) {
	for i := sentence.First; i < sentence.Last; {
		if !s.word(i).capital {
			s.runs[i-s.base] = run{int32(i), int32(i)}
			i++
			continue
		}
		j := i
		for j+1 < sentence.Last {
			switch {
			case s.word(j + 1).capital:
				j++
				continue
			case j+2 < sentence.Last && s.word(j+2).capital && s.joins(j+1):
				j += 2
				continue
			case j+3 < sentence.Last && s.word(j+3).capital && s.joins(j+1) && s.joins(j+2):
				j += 3
				continue
			}
			break
		}
		for k := i; k <= j; k++ {
			s.runs[k-s.base] = run{int32(i), int32(j)}
		}
		i = j + 1
	}
}

// joins says whether a word without a capital often stands inside a name.
func (s *Sheet) joins(i int) bool {
	t := s.doc.Tokens[i]
	switch s.doc.Text[t.Start:t.End] {
	case "of", "for", "the", "and", "&", "de", "la", "del", "al", "bin", "van", "der", "von", "-", "'", "’", ".":
		return true
	}
	return false
}

// note counts how each word of a sentence stands in it.
func (s *Sheet) note(sentence segment.Sentence) {
	for i := sentence.First; i < sentence.Last; i++ {
		w := s.word(i)
		if w.flags&(isLoud|isMark) != 0 {
			continue
		}
		n := &s.seen[w.id]
		switch {
		case !w.capital:
			n.small++
			continue
		case i == sentence.First:
		case s.word(i-1).flags&isMark == 0 || s.text(i-1) == ",":
			n.capital++
		}
		if r := s.runs[i-s.base]; r.last > r.first {
			n.longer++
		}
		if i > sentence.First {
			if s.word(i-1).kinds&title != 0 || i > sentence.First+1 && s.text(i-1) == "." && s.word(i-2).kinds&title != 0 {
				n.titled++
			}
			if i+1 < sentence.Last && s.text(i-1) == "(" && s.text(i+1) == ")" && w.flags&allCapitals != 0 {
				n.bracket++
			}
		}
	}
}

func (s *Sheet) text(i int) string {
	t := s.doc.Tokens[i]
	return s.doc.Text[t.Start:t.End]
}

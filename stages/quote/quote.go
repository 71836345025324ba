// Package quote finds what is quoted, the word that introduces it and who speaks.
//
// Stretches between quotation marks come first (marks.go): curly, straight, German, French and
// Japanese marks, with what is nested in them inside. A quote that runs over paragraphs, each
// opening with a mark again, is one Quote for each paragraph, with one speaker. A stretch that
// reads as a sentence is direct; a fragment in somebody else's sentence is partial. A fragment
// without a cue, as titles and words in doubt have it, is no quote and left out.
//
// The cue is a verb of data/quote near the marks, behind them (“...,” he said) or before them
// (he said: “...”), or "according to". The speaker is its subject: a mention, or the
// words of the text where the subject has none ("the ministry's spokesman"). What is reported
// without marks a learned tagger finds (reported.go, indirect.go), and where it is silent the shapes
// of wire news (shapes.go).
//
// Cues are English; in other languages there are direct quotes only, without speakers.
package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Quote is one stretch of reported speech.
type Quote struct {
	Kind       string // direct, partial, indirect
	Start, End int    // bytes of the text: inside the marks
	// Cue is the word that reports ("said"), at CueStart; "" is none.
	Cue      string
	CueStart int
	CueEnd   int
	// Speaker is the index of a mention; -1 is none.
	Speaker int
	// SpeakerName names the speaker as the text does, also where it has no mention ("he").
	SpeakerName string
	// Reporter is the index of a mention: the outlet or other source that the page has the quote from, where the text
	// tells it apart from who speaks; -1 is none. ReporterName names it as the text does ("the paper").
	Reporter     int
	ReporterName string
	Score        float32 // 0 to 1
}

// Find gives the quotes of the document, in text order. No two have the same span; an
// indirect one may hold a partial one.
func Find(doc *syntax.Document, found *entity.Found) []Quote {
	f := finder{doc: doc, classes: classify(&doc.Document)}
	if found != nil {
		f.mentions, f.references = found.Mentions, found.References
	}
	f.english = segment.English(doc.Language)
	f.between()
	for i := range f.spans {
		f.marked(i)
	}
	if f.english {
		f.indirect()
		f.reporters()
	}
	slices.SortStableFunc(f.quotes, func(a, b Quote) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return slices.CompactFunc(f.quotes, func(a, b Quote) bool { return a.Start == b.Start && a.End == b.End })
}

// finder holds what is known of one document.
type finder struct {
	doc        *syntax.Document
	mentions   []entity.Mention
	references []entity.Reference
	english    bool
	classes    []class // of the tokens
	spans      []span
	places     []place // of the spans
	inside     []bool  // tokens between marks
	used       []bool  // tokens that are cues
	quotes     []Quote
	last       int // the index in quotes of the last marked quote; -1 is none
}

// place is where a span stands among the tokens and sentences.
type place struct {
	open, close int // the first token of the opening mark, the first one behind the closing mark
	sentence    int // where it opens
	paragraph   int
}

// between finds the spans between marks, paragraph by paragraph, and their places.
func (f *finder) between() {
	sentences := f.doc.Sentences
	f.last = -1
	f.inside = make([]bool, len(f.doc.Tokens))
	f.used = make([]bool, len(f.doc.Tokens))
	token, sentence := 0, 0
	for first := 0; first < len(sentences); {
		behind := first + 1
		for behind < len(sentences) && sentences[behind].Paragraph == sentences[first].Paragraph {
			behind++
		}
		next := ""
		if behind < len(sentences) {
			next = f.doc.Text[sentences[behind].Start:]
		}
		old := len(f.spans)
		f.spans = spansOf(f.spans, f.doc.Text, sentences[first].Start, sentences[behind-1].End, next)
		for _, s := range f.spans[old:] {
			for token < len(f.doc.Tokens) && f.doc.Tokens[token].Start < s.outer {
				token++
			}
			p := place{open: token, paragraph: sentences[first].Paragraph}
			for token < len(f.doc.Tokens) && f.doc.Tokens[token].Start < s.after {
				f.inside[token] = true
				token++
			}
			p.close = token
			for sentence < len(sentences)-1 && sentences[sentence].End <= s.outer {
				sentence++
			}
			p.sentence = sentence
			f.places = append(f.places, p)
		}
		first = behind
	}
}

// marked makes a quote of span i, if it is one.
func (f *finder) marked(i int) {
	s, p := f.spans[i], f.places[i]
	q := Quote{Kind: "direct", Start: s.start, End: s.end, Speaker: -1, Reporter: -1}
	for q.Start < q.End && isSpace(f.doc.Text[q.Start:q.End]) {
		_, n := utf8.DecodeRuneInString(f.doc.Text[q.Start:q.End])
		q.Start += n
	}
	inner := strings.TrimRightFunc(f.doc.Text[q.Start:q.End], unicode.IsSpace)
	q.End = q.Start + len(inner)
	words := f.countWords(p.open, p.close)
	if words == 0 {
		return
	}
	first, _ := utf8.DecodeRuneInString(inner)
	capital := unicode.IsUpper(first) || unicode.IsDigit(first) || !unicode.IsLower(first) && !unicode.IsLetter(first)
	sameParagraph := i > 0 && f.places[i-1].paragraph == p.paragraph
	previous := f.last >= 0 && i > 0 && (sameParagraph || f.spans[i-1].goesOn && f.places[i-1].paragraph+1 == p.paragraph)

	lead := f.lead(p)
	said := strings.TrimRight(inner, "'’\"”") // “He said ‘go,’” ends with the comma
	ended := strings.ContainsRune(".,?!…—", lastRune(said)) || s.goesOn || s.after < len(f.doc.Text) && strings.IndexByte(",.?!", f.doc.Text[s.after]) >= 0
	split := previous && sameParagraph && f.cueBetween(f.places[i-1].close, p.open)
	cue := cueNone
	if f.english {
		cue = f.cue(i, said)
	}
	if f.english && f.isTitle(p) && !(cue.token >= 0 && (!cue.behind && p.open-cue.token <= 2 || cue.behind && lead == other)) {
		return // the film “Gone With the Wind”
	}
	switch {
	case lead == other && capital && ended && words >= 3, // opens a sentence
		(lead == comma || lead == colon) && capital && (ended || cue.token >= 0) && words >= 2,
		split && ended && (lead == comma || lead == colon),
		cue.behind && words >= 2 && capital,
		cue.token >= 0 && capital && ended && words >= 3 && p.open-cue.token <= 2 && !cue.behind:
	case !f.english:
		if words < 5 {
			return
		}
	default:
		q.Kind = "partial"
		if cue.token < 0 || words == 1 && p.open-cue.token > 6 {
			return
		}
	}
	mention, name, score := f.signed(p)
	if turn := f.turn(p); turn > 0 {
		q.Start = f.doc.Tokens[turn].Start
		mention, name, score = f.titled(p.open+1, turn-2)
	}
	switch {
	case name != "" && f.english:
		q.Speaker, q.SpeakerName, q.Score = mention, name, score
	case cue.token >= 0:
		f.report(&q, cue)
	case previous && q.Kind == "direct" && f.quotes[f.last].Kind == "direct":
		before := f.quotes[f.last]
		q.Speaker, q.SpeakerName, q.Score = before.Speaker, before.SpeakerName, 0.6
	default:
		q.Score = 0.4
		if !f.english {
			break
		}
		if mention, name, score = f.before(p); name != "" {
			q.Speaker, q.SpeakerName, q.Score = mention, name, score
		} else if i > 0 && f.last >= 0 && p.paragraph == f.places[i-1].paragraph+1 && f.quotes[f.last].Kind == "direct" {
			before := f.quotes[f.last] // a speech that goes on in the next paragraph
			q.Speaker, q.SpeakerName, q.Score = before.Speaker, before.SpeakerName, 0.4
		}
	}
	if q.Kind == "partial" {
		q.Score *= 0.8
	}
	f.last = len(f.quotes)
	f.quotes = append(f.quotes, q)
}

// isTitle says whether what stands between marks is written as titles are: without an end of a sentence inside, all
// words but the short ones with a capital, and another one behind the first that need not have it.
func (f *finder) isTitle(p place) bool {
	words, ended := 0, false
	for k := p.open; k < p.close; k++ {
		t := f.doc.Tokens[k]
		r, _ := utf8.DecodeRuneInString(f.doc.Text[t.Start:t.End])
		switch {
		case f.classes[k] == stop:
			ended = true
		case !unicode.IsLetter(r):
		case ended, !unicode.IsUpper(r) && t.End-t.Start >= len("with"):
			return false
		case words == 0 || unicode.IsUpper(r) && f.form(k) != "I":
			words++
		}
	}
	return words >= 2
}

// countWords is how many tokens of a range are no marks.
func (f *finder) countWords(from, to int) int {
	n := 0
	for _, c := range f.classes[from:to] {
		if c < comma {
			n++
		}
	}
	return n
}

// lead is the class of what stands before a quote in its sentence; other where it opens it, and
// plain for any word.
func (f *finder) lead(p place) class {
	if p.open <= f.doc.Sentences[p.sentence].First {
		return other
	}
	switch c := f.classes[p.open-1]; c {
	case comma, colon:
		return c
	case stop, mark:
		return other
	}
	return plain
}

// cueBetween says whether a verb that reports stands among the tokens.
func (f *finder) cueBetween(from, to int) bool {
	if to-from > 25 {
		return false
	}
	for _, c := range f.classes[from:max(from, to)] {
		if c.reports() {
			return true
		}
	}
	return false
}

func isSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// Package sentiment scores the tone of sentences.
//
// The method is VADER's (Hutto and Gilbert, ICWSM 2014), on the words of news: each word of a
// rated lexicon counts, turned by a negation and raised or lowered by a degree word among the
// three words before it, less before a "but" and more after it. The sum x of a sentence becomes
// x / sqrt(x² + 15), between -1 and 1. Expressions that are names of things in news ("security",
// "United States") count nothing.
//
// All sums are integers, in thousandths of a rating point, so that the scores are the same on
// every machine. English only: in other languages nothing is Known.
package sentiment

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/segment"
)

// Score is a tone between -1 and 1; Known is false where nothing can be said, which is
// not the same as neutral.
type Score struct {
	Value float32
	Known bool
}

// All of these are in thousandths.
const (
	degree   = 293       // what a degree word next to a rated word adds to it
	negation = 740       // what is left of a rating, with the other sign, under a negation
	reach    = 3         // words that a negation or degree word reaches over
	alpha    = 15        // see the package comment
	limit    = 1_000_000 // a sum past it scores 1 to six places; its square is safe
)

// damping is what is left of a degree word's weight one, two and three words away.
var damping = [reach]int{1000, 950, 900}

// Of scores each sentence of the document, and the document as a whole: the mean of its
// sentences weighted by their words. A sentence with words but without a rated one is
// known to be neutral, 0; one without any word is not Known.
func Of(doc *segment.Document) (sentences []Score, whole Score) {
	sentences = make([]Score, len(doc.Sentences))
	if doc.Language != "en" && !strings.HasPrefix(doc.Language, "en-") {
		return sentences, Score{}
	}
	table := words()
	var line []word
	var sum, weight int64
	for i, s := range doc.Sentences {
		line = table.look(line[:0], doc, s)
		if len(line) == 0 {
			continue
		}
		x := rate(line)
		sentences[i] = Score{Value: float32(float64(x) / 1e6), Known: true}
		sum += x * int64(len(line))
		weight += int64(len(line))
	}
	if weight > 0 {
		whole = Score{Value: float32(float64(sum/weight) / 1e6), Known: true}
	}
	return sentences, whole
}

// rate gives the tone of a sentence in millionths.
func rate(line []word) int64 {
	var before, after int64 // sums on the two sides of the last "but"
	contrast := false
	for i, w := range line {
		if w.effect == effectBut && i > 0 {
			before, after, contrast = before+after, 0, true
			continue
		}
		after += int64(weigh(line, i))
	}
	x := before + after
	if contrast {
		x = before/2 + after*3/2
	}
	x = max(-limit, min(x, limit))
	root := math.Sqrt(float64(x*x + alpha*1_000_000))
	return int64(math.Round(float64(x*1_000_000) / root))
}

// weigh is the rating of word i of a sentence with what stands before it taken in.
func weigh(line []word, i int) int {
	value := line[i].rating * 100
	if value == 0 {
		return 0
	}
	turned := false
	for d := 1; d <= reach && i-d >= 0; d++ {
		push := degree * damping[d-1] / 1000
		switch line[i-d].effect {
		case effectStop, effectBut:
			d = reach
		case effectNot:
			turned = true
		case effectMore:
			value = raise(value, push)
		case effectLess:
			value = raise(value, -push)
		}
	}
	if turned {
		value = -value * negation / 1000
	}
	return value
}

// raise moves a rating away from 0 by push, or toward it, never past it.
func raise(value, push int) int {
	if value < 0 {
		return min(value-push, 0)
	}
	return max(value+push, 0)
}

// word is what a word of a sentence means to the score.
type word struct {
	rating int // tenths
	effect effect
}

// look gives the words of a sentence; punctuation that parts clauses is a word that stops the
// reach of what stands before it.
func (t *table) look(line []word, doc *segment.Document, s segment.Sentence) []word {
	var buf [maxWord]byte
	spoken, skip := false, 0
	for i := s.First; i < s.Last; i++ {
		form := doc.Text[doc.Tokens[i].Start:doc.Tokens[i].End]
		key := lower(buf[:0], form)
		entry := t.words[string(key)]
		if entry.news > 0 {
			skip = max(skip, t.newsLength(doc, i, s.Last, entry.news))
		}
		w := entry.word
		if skip > 0 {
			skip--
			w.rating = 0
		}
		switch {
		case isWord(form):
			spoken = true
			line = append(line, w)
		case parts(form):
			line = append(line, word{effect: effectStop})
		}
	}
	if !spoken {
		return line[:0]
	}
	return line
}

// parts says whether a token is punctuation that parts clauses.
func parts(form string) bool { return strings.ContainsAny(form, ",;:()—–") }

// newsLength is how many tokens from token i on are the longest news expression there, 0 is
// none; entry is one more than the index of the first of the expressions that begin so.
func (t *table) newsLength(doc *segment.Document, i, last, entry int) int {
	var buf [maxWord]byte
	best := 0
	for _, expression := range t.news[entry-1] {
		n := 0
		for n < len(expression) && i+n < last {
			token := doc.Tokens[i+n]
			if string(lower(buf[:0], doc.Text[token.Start:token.End])) != expression[n] {
				break
			}
			n++
		}
		if n == len(expression) {
			best = max(best, n)
		}
	}
	return best
}

// isWord says whether a token begins with a letter or a digit, or is a clitic.
func isWord(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || len(form) > 1 && (r == '\'' || r == '’')
}

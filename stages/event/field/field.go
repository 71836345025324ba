// Package field tells what a text is about: politics, or sport, a plot, a recipe, a horoscope, a market, the far past. The words of
// politics and war serve them all ("shot", "attack", "Russia beat the US 3–1").
//
// [Read] gives a [Passage] for each sentence of a document, and one for all of it: the weights of the words of each [Field] in it
// (data/events/fields.txt), the points of games, the tenses of its verbs and how old its dates are. [Passage.Of] says which field that
// makes it, [Passage.Old], [Passage.Idle] and [Passage.Torn] whether it is of the far past, of no politics, or of two fields. What is
// done with what they say is for the gate of stages/event.
package field

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/events"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
)

// Field is what a text, or a part of it, is about; the names are those of fields.txt.
type Field uint8

const (
	Politics Field = iota
	sport
	Fiction // films, books, games, the stage
	kitchen
	stars // horoscopes
	Market
	style
	weather
	travel
	history // the far past, the lives of the dead
	home    // what satire makes politics of
	fields
)

var fieldNames = [fields]string{"politics", "sport", "fiction", "kitchen", "stars", "market", "style", "weather", "travel", "history", "home"}

// weights are those of a word, by field.
type weights [fields]int

var openWords = sync.OnceValue(func() map[string]*weights {
	words := map[string]*weights{}
	events.EachLine("fields.txt", func(line string) error { return enter(words, line) })
	return words
})

// enter adds a line of fields.txt: "field weight: words".
func enter(to map[string]*weights, line string) error {
	head, words, _ := strings.Cut(line, ":")
	var name string
	var weight int
	_, err := fmt.Sscanf(head, "%s %d", &name, &weight)
	f := slices.Index(fieldNames[:], name)
	if err != nil || f < 0 || weight < 1 || weight > 3 {
		return fmt.Errorf("%q is no field (%s) and weight from 1 to 3", head, strings.Join(fieldNames[:], " "))
	}
	for _, w := range strings.Fields(words) {
		if to[w] == nil {
			to[w] = new(weights)
		}
		to[w][f] = weight
	}
	return nil
}

// Passage is what a sentence, or more of the text, says of its field.
type Passage struct {
	Weight        weights // of its words
	sure          weights // of those that do not only lean
	Words         int     // with a letter or a digit
	Now, Then     int     // finite verbs in the present and in the past
	recent, olden int     // dates of the year before the page, and over ten years before it
}

// Add takes in what another one says.
func (p *Passage) Add(o *Passage) {
	for f := range p.Weight {
		p.Weight[f], p.sure[f] = p.Weight[f]+o.Weight[f], p.sure[f]+o.sure[f]
	}
	p.Words, p.Now, p.Then, p.recent, p.olden = p.Words+o.Words, p.Now+o.Now, p.Then+o.Then, p.recent+o.recent, p.olden+o.olden
}

const (
	scoreWeight = 3   // of "3–1"
	mostPoints  = 199 // of one side
)

// reader reads the passages of a document.
type reader struct {
	doc    *syntax.Document
	times  []when.Time
	anchor when.Anchor
	words  map[string]*weights
	buffer []byte
}

// Read gives what each sentence of a document is about, and all of it.
func Read(doc *syntax.Document, times []when.Time, anchor when.Anchor) (sentences []Passage, whole Passage) {
	r := reader{doc: doc, times: times, anchor: anchor, words: openWords()}
	sentences = make([]Passage, len(doc.Sentences))
	for n := range sentences {
		sentences[n] = r.passage(n)
		whole.Add(&sentences[n])
	}
	return sentences, whole
}

// passage reads sentence n.
func (r *reader) passage(n int) (p Passage) {
	doc, sentence := r.doc, r.doc.Sentences[n]
	time := sort.Search(len(r.times), func(i int) bool { return r.times[i].Sentence >= n })
	for i := time; i < len(r.times) && r.times[i].Sentence == n; i++ {
		r.age(&p, &r.times[i])
	}
	for i := sentence.First; i < sentence.Last; i++ {
		t := doc.Tokens[i]
		r.buffer = pattern.Lower(r.buffer[:0], doc.Text[t.Start:t.End])
		if c := r.buffer[0]; c < 'a' && (c < '0' || c > '9') {
			continue
		}
		p.Words++
		if w := r.words[string(r.buffer)]; w != nil {
			for f := range w {
				p.Weight[f] += w[f]
				if w[f] > 1 {
					p.sure[f] += w[f]
				}
			}
		}
		for time < len(r.times) && r.times[time].End <= t.Start {
			time++
		}
		dated := time < len(r.times) && r.times[time].Start <= t.Start
		if !dated && i+2 < sentence.Last && points(doc.Text[t.Start:t.End]) && class.Hyphen(doc.Text[doc.Tokens[i+1].Start:doc.Tokens[i+1].End]) && points(doc.Text[doc.Tokens[i+2].Start:doc.Tokens[i+2].End]) {
			p.Weight[sport] += scoreWeight
			p.sure[sport] += scoreWeight
		}
		if doc.Words != nil {
			switch doc.Words[i].XPOS {
			case "VBZ", "VBP":
				p.Now++
			case "VBD":
				p.Then++
			}
		}
	}
	return p
}

// points says whether a word is the points of one side of a game.
func points(s string) bool {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > mostPoints {
			return false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n <= mostPoints
}

const (
	recentDays = 366
	oldenDays  = 3653
)

// firstPage is the day of the first page of all: a page without a day is of that one or a later one.
var firstPage = when.DayOf(1991, 8, 6)

// age counts an expression of time as recent or as long past.
func (r *reader) age(p *Passage, x *when.Time) {
	today := r.anchor.Day
	if !r.anchor.Known {
		today = firstPage
	}
	switch {
	case x.To == when.NoDay || !Dated(r.doc.Text, x):
	case today-x.To > oldenDays:
		p.olden++
	case today-x.To < recentDays:
		p.recent++
	}
}

// Dated says whether an expression of time tells its year, or is counted in days from the page. A month or
// a day of one has its year from the page, and in a tale of old times none of its own.
func Dated(text string, x *when.Time) bool {
	if x.Kind != "DATE" && x.Kind != "TIME" {
		return false
	}
	digits, any := 0, false
	for j := x.Start; j < x.End; j++ {
		if c := text[j]; c >= '0' && c <= '9' {
			digits, any = digits+1, true
			if digits == 4 {
				return true
			}
			continue
		}
		digits = 0
	}
	return !any && (x.Precision == "day" || x.Precision == "minute")
}

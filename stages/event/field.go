package event

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/events"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/when"
)

// field is what a text, or a part of it, is about; the names are those of fields.txt.
type field uint8

const (
	politics field = iota
	sport
	fiction // films, books, games, the stage
	kitchen
	stars // horoscopes
	market
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

// passage is what a sentence, or more of the text, says of its field.
type passage struct {
	weight        weights // of its words
	sure          weights // of those that do not only lean
	words         int     // with a letter or a digit
	now, then     int     // finite verbs in the present and in the past
	recent, olden int     // dates of the year before the page, and over ten years before it
}

func (p *passage) add(o *passage) {
	for f := range p.weight {
		p.weight[f], p.sure[f] = p.weight[f]+o.weight[f], p.sure[f]+o.sure[f]
	}
	p.words, p.now, p.then, p.recent, p.olden = p.words+o.words, p.now+o.now, p.then+o.then, p.recent+o.recent, p.olden+o.olden
}

const (
	scoreWeight = 3   // of "3–1"
	mostPoints  = 199 // of one side
)

// passage reads sentence n.
func (s *scan) passage(n int) (p passage) {
	doc, sentence := s.in.Doc, s.in.Doc.Sentences[n]
	time := sort.Search(len(s.in.Times), func(i int) bool { return s.in.Times[i].Sentence >= n })
	for i := time; i < len(s.in.Times) && s.in.Times[i].Sentence == n; i++ {
		s.age(&p, i)
	}
	for i := sentence.First; i < sentence.Last; i++ {
		t := doc.Tokens[i]
		s.buffer = pattern.Lower(s.buffer[:0], doc.Text[t.Start:t.End])
		if c := s.buffer[0]; c < 'a' && (c < '0' || c > '9') {
			continue
		}
		p.words++
		if w := s.fields[string(s.buffer)]; w != nil {
			for f := range w {
				p.weight[f] += w[f]
				if w[f] > 1 {
					p.sure[f] += w[f]
				}
			}
		}
		for time < len(s.in.Times) && s.in.Times[time].End <= t.Start {
			time++
		}
		dated := time < len(s.in.Times) && s.in.Times[time].Start <= t.Start
		if !dated && i+2 < sentence.Last && points(doc.Text[t.Start:t.End]) && class.Hyphen(doc.Text[doc.Tokens[i+1].Start:doc.Tokens[i+1].End]) && points(doc.Text[doc.Tokens[i+2].Start:doc.Tokens[i+2].End]) {
			p.weight[sport] += scoreWeight
			p.sure[sport] += scoreWeight
		}
		if doc.Words != nil {
			switch doc.Words[i].XPOS {
			case "VBZ", "VBP":
				p.now++
			case "VBD":
				p.then++
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
func (s *scan) age(p *passage, i int) {
	today, x := s.in.Anchor.Day, &s.in.Times[i]
	if !s.in.Anchor.Known {
		today = firstPage
	}
	switch {
	case x.To == when.NoDay || !s.sure(i):
	case today-x.To > oldenDays:
		p.olden++
	case today-x.To < recentDays:
		p.recent++
	}
}

// sure says whether an expression of time tells its year, or is counted in days from the page. A month or
// a day of one has its year from the page, and in a tale of old times none of its own.
func (s *scan) sure(i int) bool {
	x := &s.in.Times[i]
	if x.Kind != "DATE" && x.Kind != "TIME" {
		return false
	}
	digits, any := 0, false
	for j := x.Start; j < x.End; j++ {
		if c := s.in.Doc.Text[j]; c >= '0' && c <= '9' {
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

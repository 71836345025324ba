// Package when finds expressions of time and gives them values, absolute where the text or
// the publication date allows it.
//
// A grammar over the words of a sentence (see grammar.go) reads dates, times of day,
// durations and sets, with the classes of words that stand in data/when. Values are those of
// TIMEX3 (ISO-TimeML): 2022-01-10, 2021-12, 2021-W51, 2021-Q3, 2021-SU, 199 (the 1990s),
// 2022-01-10T10:00, P2M, PXM (some months), XXXX-WXX-1 (Mondays), PAST_REF.
//
// A date without its year, or a weekday, is resolved against the anchor by the tense of the
// verb that it hangs on in the tree, else of the nearest one: "was held on Thursday" is the last one, "will be held on Thursday" the next.
// Days that follow each other, "June 11-12, 2026", are an interval of ISO 8601, which TIMEX3 lacks: 2026-06-11/2026-06-12.
// Nothing comes out more precise than the text has it: "last week" is a week. Where neither
// the text nor the anchor gives a year, the value says so (XXXX-01-10) and there are no days.
//
// English is read in full; in other languages only dates with a day or a year in digits.
package when

import (
	"github.com/newsmill/newsmill/stages/syntax"
)

// Time is one expression of time in the text.
type Time struct {
	Start, End int // bytes of the text
	Sentence   int
	Kind       string // DATE, TIME, DURATION, SET
	Value      string // TIMEX3; "" is unknown
	From, To   Day    // inclusive; NoDay is unknown
	Precision  string // minute, day, week, month, quarter, year, decade, century; "" is unknown
}

// Yearless says whether a month is known, and maybe its day, but not of which year: the value is that of
// TIMEX3, XXXX-01-10.
func (t *Time) Yearless() bool {
	return len(t.Value) >= 7 && t.Value[:5] == "XXXX-" && t.Value[5] <= '9' && t.Value[6] <= '9'
}

// Anchor is what relative dates are counted from: the publication date, if known.
type Anchor struct {
	Day   Day
	Known bool
}

// Find gives the expressions of time in the document, in text order; no two overlap.
func Find(doc *syntax.Document, anchor Anchor) []Time {
	table, english := tableOf(doc.Language)
	s := scan{doc: doc, text: doc.Text, english: english, anchor: unknown()}
	if anchor.Known && anchor.Day >= DayOf(100, 1, 1) && anchor.Day < DayOf(9900, 1, 1) {
		s.anchor = dayValue(anchor.Day)
	}
	s.last = unknown()
	var times []Time
	for n, sentence := range doc.Sentences {
		s.items, s.sentence, s.thisSentence = appendItems(s.items[:0], table, &doc.Document, sentence), sentence, n
		for i := 0; i < len(s.items); {
			v, next := s.match(i)
			if next <= i {
				i++
				continue
			}
			if v.kind == "DATE" && v.from != NoDay && !v.beside {
				s.last, s.lastSentence = v, n
			}
			times = append(times, Time{
				Start: s.items[i].start, End: s.items[next-1].end, Sentence: n,
				Kind: v.kind, Value: v.text, From: v.from, To: v.to, Precision: v.precision,
			})
			i = next
		}
		if s.lastSentence < n-3 {
			s.last = unknown() // "the day after" tells of a date nearby
		}
	}
	return times
}

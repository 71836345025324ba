package event

import (
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/when"
)

// frontWords is how far into a sentence a date may stand that holds for all of it.
const frontWords = 4

// undate takes a day off a telling that is another event's.
func (t *Telling) undate() {
	t.Time, t.From, t.To, t.Precision, t.DateBasis = -1, when.NoDay, when.NoDay, "", ""
}

// date takes the day from the nearest expression of time in the trigger's clause or at the
// head of the sentence, else for the main clause of the first paragraph from the publication.
func (s *scan) date(out *Telling, t *trigger, at int) {
	times := s.in.Times
	i := sort.Search(len(times), func(i int) bool { return times[i].Sentence >= s.sentence })
	best, cost := -1, 0
	some := false
	for ; i < len(times) && times[i].Sentence == s.sentence; i++ {
		some = true
		x := &times[i]
		if x.Kind != "DATE" && x.Kind != "TIME" || x.From == when.NoDay && x.To == when.NoDay && !x.Yearless() {
			continue
		}
		c, part := s.distance(x.Start, t)
		if part || s.othersDay(x.Start, x.End, t, at) {
			continue
		}
		if best < 0 || c < cost {
			best, cost = i, c
		}
	}
	switch {
	case best >= 0:
		x := &times[best]
		out.Time = best
		if x.From == when.NoDay && x.To == when.NoDay {
			return // January 10 of a year that nothing tells
		}
		out.From, out.To, out.Precision, out.DateBasis = x.From, x.To, x.Precision, "text"
		if x.Precision == "minute" { // the event has days
			out.Precision = "day"
		}
	case !some && s.in.Anchor.Known && out.Status == Actual && out.Quote < 0 && s.in.Doc.Sentences[s.sentence].Paragraph == 0 && s.main(at):
		out.From, out.To, out.Precision, out.DateBasis = s.in.Anchor.Day, s.in.Anchor.Day, "day", "publication"
	}
}

// othersDay says whether the tree gives an expression of time to somebody's words about a trigger ("killed six, police said
// on Monday"), or to another happening: "blamed them for Sunday's blast". at is the word where the trigger's status is read.
func (s *scan) othersDay(start, end int, t *trigger, at int) bool {
	k := sort.Search(len(s.words), func(i int) bool { return s.words[i].end > start })
	n := s.node(k)
	if n == nil {
		return false
	}
	for n.Head >= 0 && n.Head < len(s.words) && s.words[n.Head].start >= start && s.words[n.Head].end <= end && n.Head != k {
		k = n.Head
		n = s.node(k)
	}
	if n.Relation == "nmod:poss" && n.Head >= 0 && (n.Head < t.first || n.Head > t.last) && !s.during(n.Head) {
		switch Root(t.pattern.code) {
		case "01", "02", "03", "05", "10", "11", "12", "13": // words: what they are about was on that day
			return true
		}
	}
	for up := n; strings.HasPrefix(up.Relation, "nmod") && up.Head >= 0 && up.Head < len(s.words) && (up.Head < t.first || up.Head > t.last); {
		if s.happens(up.Head) && !s.during(up.Head) {
			return true // executed men over protests of last year
		}
		up = s.node(up.Head)
	}
	for range climb {
		if k = n.Head; k < 0 || k >= t.first && k <= t.last || k == at {
			return false
		}
		if n.Relation == "ccomp" {
			return false // said the last one was in May
		}
		if n = s.node(k); n.UPOS != "VERB" {
			continue
		}
		return s.is(k, reporting) && s.reported(t.core(), k)
	}
	return false
}

// during says whether a noun is when or where something is done: "at Monday's summit".
func (s *scan) during(i int) bool {
	switch s.text(s.child(i, "case")) {
	case "at", "during", "in", "on":
		return true
	}
	return false
}

// happens says whether a noun is a trigger of its own.
func (s *scan) happens(i int) bool {
	for j := range s.triggers {
		if o := &s.triggers[j]; o.pattern.noun && o.first <= i && i <= o.last {
			return true
		}
	}
	return false
}

// reported says whether the word at i stands in the clause that the verb at k reports.
func (s *scan) reported(i, k int) bool {
	for range climb {
		n := s.node(i)
		if n == nil || n.Head < 0 {
			return false
		}
		if n.Head == k {
			return n.Relation == "ccomp" || n.Relation == "parataxis"
		}
		i = n.Head
	}
	return false
}

// distance counts the words between an offset and a trigger, and says whether an edge of a
// clause parts them.
func (s *scan) distance(offset int, t *trigger) (int, bool) {
	i := sort.Search(len(s.words), func(i int) bool { return s.words[i].end > offset })
	from, to := t.last, i
	if i < t.first {
		from, to = i, t.first
	}
	for j := from + 1; j < to && j < len(s.words); j++ {
		if s.text(j) == "(" { // the Arab League (AL) in Cairo
			for k := j + 1; k < to; k++ {
				if s.text(k) == ")" {
					j = k
					break
				}
			}
			if s.text(j) == ")" {
				continue
			}
		}
		if s.is(j, stop|dashes|subordinator|relative) && !(i < t.first && i < frontWords && s.is(j, relative|subordinator)) || i < t.first && i >= frontWords && (s.is(j, comma) || s.verbish(j) && !s.is(j, auxiliary)) {
			return max(0, to-from), true
		}
	}
	return max(0, to-from), false
}

// main says whether a finite verb in the past leads the sentence: no clause edge before it. What has been
// done may have been done on any day.
func (s *scan) main(at int) bool {
	if at >= len(s.words) || s.words[at].form&past == 0 {
		return false
	}
	for p := s.before(at); s.is(p, auxBe|auxHave); p = s.before(p) {
		if n := s.node(p); n != nil && (n.XPOS == "VBZ" || n.XPOS == "VBP") {
			return false
		}
	}
	for j := 0; j < at; j++ {
		if s.is(j, subordinator|relative|stop|mark|infinitive|reporting) {
			return false
		}
	}
	return true
}

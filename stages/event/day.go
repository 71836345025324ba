package event

import (
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/status"
	"github.com/newsmill/newsmill/stages/when"
)

// undate takes a day off a telling that is another event's.
func (t *Telling) undate() {
	t.Time, t.From, t.To, t.Precision, t.DateBasis = -1, when.NoDay, when.NoDay, "", ""
}

// date takes the day from the nearest expression of time in the trigger's clause or at the
// head of the sentence, else for the main clause of the first paragraph from the publication.
func (s *scan) date(out *Telling, t *trigger, at int) {
	times := s.in.Times
	i := sort.Search(len(times), func(i int) bool { return times[i].Sentence >= s.Index })
	best, cost := -1, 0
	some := false
	for ; i < len(times) && times[i].Sentence == s.Index; i++ {
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
	case !some && s.in.Anchor.Known && out.Status == status.Actual && out.Quote < 0 && s.in.Doc.Sentences[s.Index].Paragraph == 0 && s.main(at):
		out.From, out.To, out.Precision, out.DateBasis = s.in.Anchor.Day, s.in.Anchor.Day, "day", "publication"
	}
}

// othersDay says whether the tree gives an expression of time to somebody's words about a trigger ("killed six, police said
// on Monday"), or to another happening: "blamed them for Sunday's blast". at is the word where the trigger's status is read.
func (s *scan) othersDay(start, end int, t *trigger, at int) bool {
	k := sort.Search(len(s.Words), func(i int) bool { return s.Words[i].End > start })
	n := s.Node(k)
	if n == nil {
		return false
	}
	for n.Head >= 0 && n.Head < len(s.Words) && s.Words[n.Head].Start >= start && s.Words[n.Head].End <= end && n.Head != k {
		k = n.Head
		n = s.Node(k)
	}
	if n.Relation == "nmod:poss" && n.Head >= 0 && !t.Has(n.Head) && !s.during(n.Head) {
		switch cameo.Root(t.Pattern.Code) {
		case "01", "02", "03", "05", "10", "11", "12", "13": // words: what they are about was on that day
			return true
		}
	}
	for up := n; strings.HasPrefix(up.Relation, "nmod") && up.Head >= 0 && up.Head < len(s.Words) && !t.Has(up.Head); {
		if s.happens(up.Head) && !s.during(up.Head) {
			return true // executed men over protests of last year
		}
		up = s.Node(up.Head)
	}
	for range clause.Climb {
		if k = n.Head; k < 0 || t.Has(k) || k == at {
			return false
		}
		if n.Relation == "ccomp" {
			return false // said the last one was in May
		}
		if n = s.Node(k); n.UPOS != "VERB" {
			continue
		}
		return s.Is(k, class.Reporting) && s.reported(t.Core(), k)
	}
	return false
}

// during says whether a noun is when or where something is done: "at Monday's summit".
func (s *scan) during(i int) bool {
	switch s.Text(s.Child(i, "case")) {
	case "at", "during", "in", "on":
		return true
	}
	return false
}

// happens says whether a noun is a trigger of its own.
func (s *scan) happens(i int) bool {
	for j := range s.triggers {
		if o := &s.triggers[j]; o.Pattern.Noun && o.Has(i) {
			return true
		}
	}
	return false
}

// reported says whether the word at i stands in the clause that the verb at k reports.
func (s *scan) reported(i, k int) bool {
	for range clause.Climb {
		n := s.Node(i)
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
	i := sort.Search(len(s.Words), func(i int) bool { return s.Words[i].End > offset })
	from, to := t.Last, i
	if i < t.First {
		from, to = i, t.First
	}
	for j := from + 1; j < to && j < len(s.Words); j++ {
		if s.Text(j) == "(" { // the Arab League (AL) in Cairo
			for k := j + 1; k < to; k++ {
				if s.Text(k) == ")" {
					j = k
					break
				}
			}
			if s.Text(j) == ")" {
				continue
			}
		}
		if s.Is(j, class.Stop|class.Dashes|class.Subordinator|class.Relative) && !(i < t.First && i < clause.FrontWords && s.Is(j, class.Relative|class.Subordinator)) || i < t.First && i >= clause.FrontWords && (s.Is(j, class.Comma) || s.Verbish(j) && !s.Is(j, class.Auxiliary)) {
			return max(0, to-from), true
		}
	}
	return max(0, to-from), false
}

// main says whether a finite verb in the past leads the sentence: no clause edge before it. What has been
// done may have been done on any day.
func (s *scan) main(at int) bool {
	if at >= len(s.Words) || s.Words[at].Form&class.Past == 0 {
		return false
	}
	for p := s.Before(at); s.Is(p, class.AuxBe|class.AuxHave); p = s.Before(p) {
		if n := s.Node(p); n != nil && (n.XPOS == "VBZ" || n.XPOS == "VBP") {
			return false
		}
	}
	for j := 0; j < at; j++ {
		if s.Is(j, class.Subordinator|class.Relative|class.Stop|class.Mark|class.Infinitive|class.Reporting) {
			return false
		}
	}
	return true
}

package event

import (
	"sort"

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
		if part {
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

package link

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsmill/newsmill/schemas"
)

// mostMeetings bounds the meetings of two sides that are kept open for tellings to come, so that the
// work stays linear: of two countries that meet daily, those told of last.
const mostMeetings = 64

// keyOfMeeting begins the key of tellings of meetings, and no other: those begin with the length of a code.
const keyOfMeeting = 'm'

// meets says whether a telling is of a meeting or talks of two known sides.
func meets(row *schemas.EventMention, one, two string) bool {
	code := row.CAMEOCode
	return row.Reciprocal && (code == "040" || code == "046") && one != "" && two != "" && row.Actor1Country+row.Actor1EntityID != "" && row.Actor2Country+row.Actor2EntityID != ""
}

// span is what is known of when a meeting is: its days, or a month and maybe its day of a year that nothing
// tells, or nothing.
type span struct {
	from, to   int32 // days since 1970-01-01, where dated
	dated      bool
	month, day int // 0 is unknown
}

func spanOf(row *schemas.EventMention) (s span) {
	if row.DateStart != nil && row.DateEnd != nil {
		return span{from: *row.DateStart, to: *row.DateEnd, dated: true}
	}
	if rest, ok := strings.CutPrefix(row.TimeValue, "XXXX-"); ok {
		month, day, _ := strings.Cut(rest, "-")
		s.month, _ = strconv.Atoi(month)
		s.day, _ = strconv.Atoi(day)
	}
	return s
}

func (s span) unknown() bool { return !s.dated && s.month == 0 }

// exact says whether it is one day, be it of an unknown year.
func (s span) exact() bool { return s.dated && s.from == s.to || s.day != 0 }

// within gives the days of s in the year of a date.
func (s span) within(day int32) span {
	year := time.Unix(int64(day)*24*3600, 0).UTC().Year()
	from := time.Date(year, time.Month(s.month), max(s.day, 1), 0, 0, 0, 0, time.UTC)
	to := from
	if s.day == 0 {
		to = from.AddDate(0, 1, -1)
	}
	return span{from: int32(from.Unix() / (24 * 3600)), to: int32(to.Unix() / (24 * 3600)), dated: true}
}

// meet gives what two spans have in common, and whether both can be of one meeting: one holds the other.
func (s span) meet(o span) (span, bool) {
	switch {
	case s.unknown():
		return o, true
	case o.unknown():
		return s, true
	case s.dated && o.dated:
		both := span{from: max(s.from, o.from), to: min(s.to, o.to), dated: true}
		return both, both == s || both == o
	case s.dated:
		if dated := o.within(s.from); dated.from >= s.from || o.within(s.to) == dated {
			return s.meet(dated)
		}
		return s, false
	case o.dated:
		return o.meet(s)
	}
	both := span{month: s.month, day: max(s.day, o.day)}
	return both, s.month == o.month && (s.day == o.day || s.day == 0 || o.day == 0)
}

// admit finds the meeting that a telling is of among those of its group, and puts it last; nil is none.
func admit(open []*happening, t telling) ([]*happening, *happening) {
	for i := len(open) - 1; i >= 0; i-- {
		h := open[i]
		if h.meeting && !h.takes(t) {
			continue
		}
		return append(slices.Delete(open, i, i+1), h), h
	}
	return open, nil
}

// takes says whether a telling can be of the meeting: on the same day, or with its days, months and places
// in agreement in one article or at one place to which both sides are still to come.
func (h *happening) takes(t telling) bool {
	when := spanOf(t.row)
	both, agree := h.when.meet(when)
	place, other := h.fill.PlaceEntityID, t.row.PlaceEntityID
	if !agree || place != "" && other != "" && place != other {
		return false
	}
	here := slices.Contains(h.places, t.place)
	coming := (t.row.Status == "scheduled") == (h.status == "scheduled")
	switch {
	case when.unknown() && h.when.unknown():
		return here && coming && t.row.CAMEOCode == h.best.CAMEOCode
	case when.exact() && h.when.exact() && when.dated == h.when.dated:
		return true
	case when.unknown() || h.when.unknown():
		return here && coming
	case place != "" && place == other:
		return t.row.Status == "scheduled" && coming || both.exact() && when.exact() && h.when.exact()
	}
	return here && coming
}

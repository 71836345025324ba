package when

import (
	"strconv"
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/when"
)

// feast is a day that recurs under a name: of a month, the n-th weekday of a month (-1 is the last), or counted from
// Easter where there is no month.
type feast struct {
	words               []string // behind the first
	month, day          int
	weekday, nth, shift int
}

// feasts has them by the first word of their names, the longer names first.
var feasts = sync.OnceValue(func() map[string][]feast {
	all := map[string][]feast{}
	for line := range strings.Lines(data.Holidays) {
		name, rule, _ := strings.Cut(strings.TrimSpace(line), "\t")
		words := strings.Fields(name)
		f := feast{words: words[1:]}
		if from, ok := strings.CutPrefix(rule, "easter"); ok {
			f.shift, _ = strconv.Atoi(from) // none is 0
		} else {
			month, day, _ := strings.Cut(rule, "-")
			f.month, _ = strconv.Atoi(month)
			if nth, ok := strings.CutPrefix(day, "w"); ok {
				nth, shift, _ := strings.Cut(nth, "+")
				f.shift, _ = strconv.Atoi(shift)
				weekday, n, _ := strings.Cut(nth, "#")
				f.weekday, _ = strconv.Atoi(weekday)
				f.nth, _ = strconv.Atoi(n)
			} else {
				f.day, _ = strconv.Atoi(day)
			}
		}
		known := all[words[0]]
		at := 0
		for at < len(known) && len(known[at].words) >= len(f.words) {
			at++
		}
		all[words[0]] = append(known[:at:at], append([]feast{f}, known[at:]...)...)
	}
	return all
})

// of is the day of a feast in a year.
func (f *feast) of(year int) Day {
	switch {
	case f.month == 0:
		return easter(year) + Day(f.shift)
	case f.weekday == 0:
		return DayOf(year, f.month, f.day)
	case f.nth < 0:
		last := DayOf(year, f.month+1, 1) - 1
		return last - Day(floorMod(last.weekday()-f.weekday, 7)) + Day(f.shift)
	}
	first := DayOf(year, f.month, 1)
	return first + Day(floorMod(f.weekday-first.weekday(), 7)+7*(f.nth-1)+f.shift)
}

// easter is Easter Sunday in the Gregorian calendar (the anonymous algorithm that Meeus gives in "Astronomical
// Algorithms").
func easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return DayOf(year, n/31, n%31+1)
}

// holiday reads "Christmas", "Thanksgiving Day 2019", "Good Friday"; step is -1 for the last one, 1 for the next.
func (s *scan) holiday(i, step int) (value, int) {
	it := s.at(i)
	if !it.capital {
		return value{}, 0
	}
	for _, f := range *it.feasts {
		next := i + 1
		for _, w := range f.words {
			if !s.is(s.at(next), w) || !s.at(next).capital {
				next = 0
				break
			}
			next++
		}
		if next > 0 {
			return s.feast(&f, i, next, step)
		}
	}
	return value{}, 0
}

// feast gives the value of the feast whose name the items from i to next are.
func (s *scan) feast(f *feast, i, next, step int) (value, int) {
	if year, end := s.yearAfter(next); end > 0 {
		return dayValue(f.of(year)), end
	}
	if c := s.at(next); c.class == "step" && s.at(next+1).text == "Y" && s.anchor.from != NoDay {
		year, _, _ := s.anchor.from.Date()
		return dayValue(f.of(year + c.number)), next + 2
	}
	if s.attributive(next - 1) {
		return value{}, 0 // a Christmas tree
	}
	switch {
	case s.anchor.from != NoDay:
	case f.month != 0 && f.weekday == 0:
		return open("DATE", "XXXX-"+pad(f.month, 2)+"-"+pad(f.day, 2), "day"), next
	default:
		return unknown(), next
	}
	now := s.anchor.from
	year, _, _ := now.Date()
	before, after := f.of(year), f.of(year)
	if before > now {
		before = f.of(year - 1)
	}
	if after < now {
		after = f.of(year + 1)
	}
	tense := s.tense(i, next)
	switch {
	case step < 0 && before == now:
		before = f.of(year - 1)
	case step > 0 && after == now:
		after = f.of(year + 1)
	}
	if step < 0 || step == 0 && (tense == past || tense != future && now-before < after-now) {
		return s.withDaypart(dayValue(before), next)
	}
	return s.withDaypart(dayValue(after), next)
}

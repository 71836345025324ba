package metadata

import (
	"strings"
	"time"

	"github.com/newsmill/newsmill/stages/article"
)

// A moment is a date with the day that its writer saw on the calendar, which may be another
// than that in UTC.
type moment struct {
	article.Date
	day  time.Time
	sure order
}

// ParseDate reads a time as a machine writes it, and as people write days; in UTC. A time
// without a zone is taken as UTC: no page says whose clock it means. Midnight to the minute is
// what systems write that know the day alone.
func ParseDate(text string) (article.Date, bool) {
	m, ok := parse(text, unknown, true)
	return m.Date, ok
}

// parse finds the first day of a line, with the time of day where one stands behind it whose
// zone is known, or that a machine wrote.
func parse(line string, o order, machine bool) (moment, bool) {
	if machine {
		if m, ok := loose(strings.TrimSpace(line)); ok {
			return m, true
		}
	}
	p := cut(line)
	if d, ok := findDay(line, p, 0, o); ok {
		return momentOf(line, p, d, machine), true
	}
	if t, err := time.Parse(time.UnixDate, line); machine && err == nil && t.Year() >= 1990 && t.Year() <= 2100 { // the year stands behind the hour
		return moment{Date: article.Date{Time: t.UTC(), Precision: "minute"}, day: t.UTC().Truncate(24 * time.Hour)}, true
	}
	return moment{}, false
}

// loose reads what is no day of people: a year, a month, seconds since 1970.
func loose(text string) (moment, bool) {
	value, n := number(text, 13)
	var t time.Time
	precision := "minute"
	switch {
	case n == len(text) && n == 10:
		t = time.Unix(int64(value), 0).UTC()
	case n == len(text) && n == 13:
		t = time.UnixMilli(int64(value)).UTC()
	case n == len(text) && n == 4:
		t, precision = time.Date(value, 1, 1, 0, 0, 0, 0, time.UTC), "year"
	case n == 4 && len(text) == 7 && text[4] == '-':
		month, size := number(text[5:], 2)
		if size != 2 || month < 1 || month > 12 {
			return moment{}, false
		}
		t, precision = time.Date(value, time.Month(month), 1, 0, 0, 0, 0, time.UTC), "month"
	default:
		return moment{}, false
	}
	if t.Year() < 1990 || t.Year() > 2100 {
		return moment{}, false
	}
	return moment{Date: article.Date{Time: t, Precision: precision}, day: t.Truncate(24 * time.Hour)}, true
}

func momentOf(line string, p []piece, d day, machine bool) moment {
	m := moment{Date: article.Date{Time: d.time(), Precision: "day"}, day: d.time(), sure: d.sure}
	c, ok := findClock(line, p, d)
	if !ok || !c.zoned && !machine || c.midnight() {
		return m
	}
	m.Time, m.Precision = m.day.Add(c.since-c.east), "minute"
	return m
}

// A clock is a time of day.
type clock struct {
	since time.Duration // midnight
	east  time.Duration // of Greenwich
	zoned bool
}

func (c clock) midnight() bool { return c.since < time.Minute }

// findClock reads the time of day that stands behind a day, or else right before it.
func findClock(line string, p []piece, d day) (clock, bool) {
	const reach = 6 // pieces: 2021, 3 May, on Monday at about 10:15
	for i := d.last + 1; i < min(len(p), d.last+reach); i++ {
		if c, ok := clockAt(line, p, i); ok {
			return c, true
		}
	}
	for i := max(0, d.first-reach); i < d.first; i++ {
		if c, ok := clockAt(line, p[:d.first], i); ok {
			return c, true
		}
	}
	return clock{}, false
}

func clockAt(line string, p []piece, i int) (c clock, ok bool) {
	if p[i].digits == 0 {
		return c, false
	}
	hour, minute, second := p[i].value, 0, 0
	word := func(j int) string {
		if j > 0 && j < len(p) && p[j].digits == 0 && len(gap(line, p, j-1)) <= 2 {
			return p[j].word
		}
		return ""
	}
	j := i + 1
	switch {
	case p[i].digits == 6 && word(i-1) == "t": // 20211226T101500
		hour, minute, second = hour/10000, hour/100%100, hour%100
	case p[i].digits > 2:
		return c, false
	case j < len(p) && p[j].digits == 2 && strings.Contains(":.", gap(line, p, i)) && gap(line, p, i) != "":
		minute = p[j].value
		mark := gap(line, p, i)
		if j++; j < len(p) && mark == ":" && gap(line, p, j-1) == ":" && p[j].digits > 0 {
			second = p[j].value
			j++
		}
		if j < len(p) && p[j].digits > 0 && gap(line, p, j-1) == "." { // of a second
			j++
		}
		if mark == "." && datelines().zones[word(j)] == 0 && word(j) != "gmt" && word(j) != "utc" {
			return c, false
		}
	case word(j) != "am" && word(j) != "pm": // 6 pm ET
		return c, false
	}
	if half := word(j); half == "am" || half == "pm" || (half == "a" || half == "p") && word(j+1) == "m" {
		if hour > 12 {
			return c, false
		}
		hour %= 12
		if half[0] == 'p' {
			hour += 12
		}
		if j++; len(half) == 1 {
			j++
		}
	}
	if hour > 24 || minute > 59 || second > 60 {
		return c, false
	}
	c.since = time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
	if zone := word(j); zone != "" {
		minutes, known := datelines().zones[zone]
		c.zoned, c.east = known, time.Duration(minutes)*time.Minute
		if zone == "utc" || zone == "gmt" { // GMT+0200
			j++
		}
	}
	if j < len(p) && p[j].digits > 0 {
		sign := strings.TrimSpace(gap(line, p, j-1))
		if strings.HasSuffix(gap(line, p, j-1), " ") || sign != "+" && sign != "-" && sign != "−" {
			return c, true
		}
		hours, minutes := p[j].value, 0
		switch n := p[j].digits; {
		case n == 4:
			hours, minutes = hours/100, hours%100
		case n <= 2 && j+1 < len(p) && gap(line, p, j) == ":" && p[j+1].digits > 0:
			minutes = p[j+1].value
		case n != 2:
			return c, true
		}
		if hours <= 14 && minutes < 60 {
			c.zoned, c.east = true, time.Duration(hours*60+minutes)*time.Minute
			if sign != "+" {
				c.east = -c.east
			}
		}
	}
	return c, true
}

package when

import "strconv"

// dayMonth reads "10 January 2022", "10. Januar 2022", "10 de enero de 2022", "10th of January".
func (s *scan) dayMonth(i int) (value, int) {
	day, at := s.at(i).number, i+1
	if s.at(at).class == "of" || !s.english && s.at(at).end == s.at(at).start+1 && s.text[s.at(at).start] == '.' {
		at++
	}
	month := s.at(at)
	if month.class != "month" && month.class != "abbreviation" || s.english && !month.capital {
		return value{}, 0
	}
	after := at + 1
	if s.at(after).class == "of" {
		after++
	}
	if year, next := s.yearAfter(after); next > 0 {
		if isDate(year, month.number, day) {
			return dayValue(DayOf(year, month.number, day)), next
		}
		return value{}, 0
	}
	v, next := s.dayOfMonth(i, at+1, month.number, day)
	if next == 0 {
		return v, next
	}
	return s.rangeOf(next, v, month.number, day)
}

// month reads "January", "January 10", "January 10, 2022", "January 2022", "June last year".
func (s *scan) month(i int) (value, int) {
	it, next := s.at(i), s.at(i+1)
	if !it.capital || it.possessive && next.class == "name" {
		return value{}, 0
	}
	if year, end := s.yearAfter(i + 1); end > 0 {
		return monthValue(year, it.number), end
	}
	if next.class == "of" {
		if year, end := s.yearAfter(i + 2); end > 0 {
			return monthValue(year, it.number), end
		}
	}
	if day := next; (day.class == "digits" && day.digits <= 2 || day.class == "ordinal") && day.number >= 1 && day.number <= 31 {
		if year, end := s.yearAfter(i + 2); end > 0 {
			if isDate(year, it.number, day.number) {
				return dayValue(DayOf(year, it.number, day.number)), end
			}
			return monthValue(year, it.number), end
		}
		v, next := s.dayOfMonth(i, i+2, it.number, day.number)
		if next == 0 {
			return v, next
		}
		return s.rangeOf(next, v, it.number, day.number)
	}
	if year, ok := s.yearAhead(i); ok {
		return monthValue(year, it.number), i + 1
	}
	if next.class == "step" && s.at(i+2).class == "unit" && s.at(i+2).text == "Y" && s.anchor.from != NoDay {
		year, _, _ := s.anchor.from.Date()
		return monthValue(year+next.number, it.number), i + 3
	}
	switch s.at(i - 1).class {
	case "and", "or":
		if it.class == "abbreviation" || next.class == "name" {
			return value{}, 0
		}
	case "preposition", "step", "part", "hyphen", "of", "to", "every", "the":
	default:
		// Names of people and verbs: "April Smith", "May I", "a March on Washington".
		if it.class == "abbreviation" || it.number == 5 || it.number == 3 || next.class == "name" || s.at(i-1).class == "name" {
			return value{}, 0
		}
	}
	return s.nearMonth(i, i+1, it.number), i + 1
}

// near is how many days away a day is meant whatever the tense: "set Nov. 10 as the deadline".
const near = 75

// dayOfMonth gives a day without a year the one that the tense asks for.
func (s *scan) dayOfMonth(i, next, month, day int) (value, int) {
	if !isDate(2000, month, day) { // a leap year
		return value{}, 0
	}
	bare := open("DATE", "XXXX-"+pad(month, 2)+"-"+pad(day, 2), "day")
	tense := s.tense(i, next)
	if s.anchor.from == NoDay {
		if year, ok := s.yearTold(); ok && isDate(year, month, day) {
			return dayValue(DayOf(year, month, day)), next
		}
		return bare, next
	}
	year, _, _ := s.anchor.from.Date()
	d := DayOf(year, month, day)
	switch {
	case tense == past && s.goesOnIn(month, day):
		year, _, _ = s.last.from.Date()
	case tense == noTense: // a dateline, a caption: the days before
		if d > s.anchor.from {
			d = DayOf(year-1, month, day)
		}
		if d < s.anchor.from-31 {
			return bare, next
		}
		return dayValue(d), next
	case tense == past && d > s.anchor.from+near:
		year--
	case tense == future && d < s.anchor.from-near, tense == present && d < s.anchor.from-180:
		year++
	}
	if !isDate(year, month, day) {
		return bare, next
	}
	return dayValue(DayOf(year, month, day)), next
}

// goesOnIn says whether a day without a year is a later one of the month of years ago whose day was told last: "on 13
// August 1961 … on 24 August".
func (s *scan) goesOnIn(month, day int) bool {
	if s.last.precision != "day" || s.last.from == NoDay {
		return false
	}
	year, m, d := s.last.from.Date()
	now, _, _ := s.anchor.from.Date()
	return m == month && day > d && year < now-1
}

// yearTold is the year of the date told last, for texts of which nobody knows when they were published.
func (s *scan) yearTold() (year int, ok bool) {
	switch s.last.precision {
	case "day", "month", "quarter", "year":
		year, _, _ = s.last.from.Date()
		return year, s.last.from != NoDay
	}
	return 0, false
}

// secondDay reads the 11 of "January 10 and 11".
func (s *scan) secondDay(i int) (value, int) {
	day, month := s.at(i-2), s.at(i-3)
	if s.at(i-1).class != "and" || day.class != "digits" || month.class != "month" && month.class != "abbreviation" || s.last.precision != "day" || s.lastSentence != s.thisSentence {
		return value{}, 0
	}
	switch s.at(i + 1).class {
	case "", "plural", "unit", "units", "name", "hyphen", "digits", "number":
		return value{}, 0
	}
	year, m, d := s.last.from.Date()
	if m != month.number || d != day.number || !isDate(year, m, s.at(i).number) {
		return value{}, 0
	}
	return dayValue(DayOf(year, m, s.at(i).number)), i + 1
}

// nearMonth gives a month without a year the one that the tense asks for.
func (s *scan) nearMonth(i, next, month int) value {
	tense := s.tense(i, next)
	if s.anchor.from == NoDay {
		if year, ok := s.yearTold(); ok {
			return monthValue(year, month)
		}
	}
	if s.anchor.from == NoDay || tense == noTense {
		return open("DATE", "XXXX-"+pad(month, 2), "month")
	}
	year, now, _ := s.anchor.from.Date()
	switch {
	case tense == past && month > now:
		year--
	case tense == future && month < now-1, tense == present && month < now-6:
		year++
	}
	return monthValue(year, month)
}

// weekday reads "Thursday", "Thursday, January 10", "Thursday morning".
func (s *scan) weekday(i int) (value, int) {
	it, next := s.at(i), s.at(i+1)
	if !it.capital || next.class == "masthead" && next.capital || s.at(i-1).class == "nameday" && s.at(i-1).capital {
		return value{}, 0
	}
	at := i + 1
	if next.class == "comma" {
		at++
	}
	switch c := s.at(at); c.class {
	case "month", "abbreviation":
		if v, end := s.month(at); end > at+1 && v.precision == "day" {
			return s.onWeekday(v, it.number, end), end
		}
	case "digits":
		if v, end := s.dayMonth(at); end > 0 && c.digits <= 2 {
			return s.onWeekday(v, it.number, end), end
		}
	}
	v := open("DATE", "XXXX-WXX-"+strconv.Itoa(it.number), "day")
	plural := next
	if next.class == "and" && s.at(i+2).class == "weekday" {
		plural = s.at(i + 3)
	}
	if plural.class == "dayparts" { // Monday and Tuesday nights
		v.kind, v.text, v.precision = "SET", v.text+"T"+plural.text, ""
		if next.class == "and" {
			return v, i + 1
		}
		return v, i + 2
	}
	if s.anchor.from != NoDay {
		day := s.anchor.from
		if tense := s.tense(i, i+1); tense == future || tense == present {
			day += Day(floorMod(it.number-day.weekday(), 7))
		} else {
			day -= Day(floorMod(day.weekday()-it.number, 7))
		}
		v = dayValue(day)
	}
	return s.withDaypart(v, i+1)
}

// onWeekday gives a day whose year the tense chose the year in which it falls on the weekday that
// the text names: that of the anchor, the next or the last.
func (s *scan) onWeekday(v value, weekday, end int) value {
	if v.from == NoDay || s.anchor.from == NoDay || v.from.weekday() == weekday || s.at(end-1).digits == 4 {
		return v
	}
	now, _, _ := s.anchor.from.Date()
	_, month, day := v.from.Date()
	for _, year := range [...]int{now, now + 1, now - 1} {
		if isDate(year, month, day) && DayOf(year, month, day).weekday() == weekday {
			return dayValue(DayOf(year, month, day))
		}
	}
	return v
}

// withDaypart adds the part of the day that follows a date.
func (s *scan) withDaypart(v value, next int) (value, int) {
	if part := s.at(next); part.class == "daypart" && !part.capital {
		v.kind = "TIME"
		if v.text != "" {
			v.text += "T" + part.text
		}
		return v, next + 1
	}
	return v, next
}

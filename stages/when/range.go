package when

// until reads the last day of days that follow each other, behind the first one: the "-12, 2026" of "June 11-12, 2026",
// the "–June 4" of "May 31–June 4". The year is 0 where none stands there.
func (s *scan) until(i, month, day int) (toMonth, toDay, year, next int) {
	if !s.reaches(i) {
		return 0, 0, 0, 0
	}
	spoken := s.at(i).class == "to"
	switch a, b := s.at(i+1), s.at(i+2); {
	case isMonth(a) && b.class == "digits" && b.digits <= 2:
		toMonth, toDay, next = a.number, b.number, i+3
	case a.class == "digits" && a.digits <= 2 && isMonth(b):
		toMonth, toDay, next = b.number, a.number, i+3
	case a.class == "digits" && a.digits <= 2:
		toMonth, toDay, next = month, a.number, i+2
		spoken = spoken || toDay <= day // "rose from May 3 to 5 percent", "May 3-0"
	default:
		return 0, 0, 0, 0
	}
	if y, end := s.yearAfter(next); end > 0 {
		year, next = y, end
	} else if spoken && toMonth == month {
		return 0, 0, 0, 0
	}
	if !isDate(2000, toMonth, toDay) {
		return 0, 0, 0, 0
	}
	return toMonth, toDay, year, next
}

// reaches says whether item i stands between the ends of a range.
func (s *scan) reaches(i int) bool {
	it := s.at(i)
	return it.class == "hyphen" || it.class == "to" || s.is(it, "–")
}

func isMonth(it item) bool {
	return (it.class == "month" || it.class == "abbreviation") && it.capital
}

// rangeOf gives the days from one to another; first is their first one as it is without the year of the last one. Where
// item i between them is "to" they are two expressions, as TimeML has it, and the first one only is given its year.
func (s *scan) rangeOf(i int, first value, month, day int) (value, int) {
	toMonth, toDay, year, next := s.until(i, month, day)
	if next == 0 {
		return first, i
	}
	v := days(first, month, day, toMonth, toDay, year)
	if s.at(i).class != "to" {
		return v, next
	}
	if v.from != NoDay {
		first = dayValue(v.from)
	}
	return first, i
}

// days gives the days from one to another; first is their first one as it is without the year of the last one.
func days(first value, month, day, toMonth, toDay, year int) value {
	back := 0
	if toMonth < month {
		back = 1 // December 30 to January 2, 2022
	}
	if year == 0 {
		if first.from == NoDay {
			first.text += "/XXXX-" + pad(toMonth, 2) + "-" + pad(toDay, 2)
			return first
		}
		year, _, _ = first.from.Date()
		year += back
	}
	if !isDate(year-back, month, day) || !isDate(year, toMonth, toDay) {
		return first
	}
	v := dayValue(DayOf(year-back, month, day))
	if to := DayOf(year, toMonth, toDay); to > v.from {
		v.to, v.text = to, v.text+"/"+to.String()
	}
	return v
}

// daysOfMonth reads "10–12 June 2022", "from 3 to 5 May".
func (s *scan) daysOfMonth(i int) (value, int) {
	month := s.at(i + 3)
	if !s.reaches(i+1) || !isMonth(month) || s.at(i+2).class != "digits" || s.at(i+2).digits > 2 || s.at(i+2).number <= s.at(i).number {
		return value{}, 0
	}
	v, next := s.dayMonth(i + 2)
	if next == 0 || v.precision != "day" {
		return value{}, 0
	}
	if v.from == NoDay {
		return v, next
	}
	year, _, to := v.from.Date()
	v = days(v, month.number, s.at(i).number, month.number, to, year)
	if s.at(i+1).class == "to" {
		return dayValue(v.from), i + 1
	}
	return v, next
}

// yearAhead gives a month the year of another one behind it: "January-March 2020", "June and July 2019".
func (s *scan) yearAhead(i int) (year int, ok bool) {
	if last := s.at(i + 2); isMonth(last) && (s.reaches(i+1) || s.at(i+1).class == "and") {
		if year, next := s.yearAfter(i + 3); next > 0 {
			if last.number < s.at(i).number {
				year--
			}
			return year, true
		}
	}
	return 0, false
}

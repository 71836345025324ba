package when

import "strconv"

// ordinal reads "third quarter", "20th century", "first half of 2021", "10th of January".
func (s *scan) ordinal(i int) (value, int) {
	it, at := s.at(i), i+1
	if s.at(at).class == "hyphen" {
		at++
	}
	switch unit := s.at(at); {
	case s.at(at).class == "of":
		if m := s.at(at + 1); (m.class == "month" || m.class == "abbreviation") && m.capital && it.number <= 31 {
			return s.dayMonth(i)
		}
	case unit.class == "month" && unit.capital && it.number <= 31:
		return s.dayMonth(i)
	case unit.class == "unit" && unit.text == "C" && it.number >= 1 && it.number <= 22:
		return centuryValue(it.number), at + 1
	case unit.class == "unit" && unit.text == "Q" && it.number >= 1 && it.number <= 4:
		if year, next := s.ofYear(at + 1); next > 0 {
			return quarterValue(year, it.number), next
		}
		return s.nearQuarter(i, at+1, it.number), at + 1
	case unit.class == "halfyear" && it.number <= 2:
		if year, next := s.ofYear(at + 1); next > 0 {
			v := yearValue(year)
			v.text += "-H" + strconv.Itoa(it.number)
			v.from, v.to, v.precision = DayOf(year, it.number*6-5, 1), DayOf(year, it.number*6+1, 1)-1, "quarter"
			return v, next
		}
	}
	return value{}, 0
}

// ofYear reads "of 2021", "2021", "of last year", "this year".
func (s *scan) ofYear(i int) (year, next int) {
	if s.at(i).class == "of" {
		i++
	}
	if s.at(i).class == "step" || s.at(i).class == "the" {
		v, end := s.match(i)
		if v.precision == "year" && v.from != NoDay {
			year, _, _ = v.from.Date()
			return year, end
		}
		return 0, 0
	}
	return s.yearAfter(i)
}

// nearQuarter gives a quarter without a year the one that the tense asks for.
func (s *scan) nearQuarter(i, next, quarter int) value {
	if s.anchor.from == NoDay {
		return open("DATE", "XXXX-Q"+strconv.Itoa(quarter), "quarter")
	}
	year, month, _ := s.anchor.from.Date()
	now := (month + 2) / 3
	if quarter > now && s.tense(i, next) == past {
		year--
	}
	return quarterValue(year, quarter)
}

// season reads "summer 2019", "spring of 2020", "in the summer".
func (s *scan) season(i int) (value, int) {
	season := s.at(i).text
	if year, next := s.ofYear(i + 1); next > 0 {
		return seasonValue(year, season), next
	}
	before := i - 1
	for c := s.at(before).class; c == "the" || c == "part" || c == "hyphen"; c = s.at(before).class {
		before--
	}
	told := s.at(before).class == "preposition" || s.at(before).class == "of" && s.at(i-1).class != "of" // the heat of the summer
	if c := s.at(i + 1).class; !told || c == "of" || c == "hyphen" {
		return value{}, 0
	}
	tense := s.tense(before+1, i+1)
	if s.anchor.from == NoDay || tense != past && tense != future { // it rains in winter
		return open("DATE", "XXXX-"+season, "quarter"), i + 1
	}
	year, month, _ := s.anchor.from.Date()
	switch begins := seasonMonth(season); {
	case tense == past && begins > month:
		year--
	case tense == future && begins+2 < month:
		year++
	}
	return seasonValue(year, season), i + 1
}

// theYear reads "for the year", "the full year", "the year ended March 31".
func (s *scan) theYear(i int) (value, int) {
	after := s.at(i + 1)
	switch word := s.text[after.start:after.end]; {
	case word == "ended" || word == "ending":
		return open("DURATION", "P1Y", "year"), i + 1
	case after.class == "number":
		if year, next := s.yearAfter(i + 1); next > 0 {
			return yearValue(year), next // the year two thousand
		}
	}
	switch after.class {
	case "to", "before", "after", "preposition", "of", "part", "step":
		return value{}, 0
	}
	before := i - 1
	for c := s.at(before).class; c == "the" || c == "full"; c = s.at(before).class {
		before--
	}
	switch c := s.at(before); c.class {
	case "preposition":
		if word := s.text[c.start:c.end]; word == "for" || word == "For" || word == "during" || word == "through" {
			return s.current("Y"), i + 1
		}
	case "of":
		if c := s.at(before - 1).class; c == "units" || c == "unit" || c == "halfyear" {
			return s.current("Y"), i + 1
		}
	}
	return value{}, 0
}

// yearEnd reads "by year-end": the last day of the year, or of the last one where the tense is past.
func (s *scan) yearEnd(i int) (value, int) {
	if s.at(i).text != "Y" || s.at(i+1).class != "hyphen" || s.at(i+2).class != "edge" || !s.is(s.at(i+2), "end") || s.anchor.from == NoDay {
		return value{}, 0
	}
	year, _, _ := s.anchor.from.Date()
	if s.tense(i, i+3) == past {
		year--
	}
	return dayValue(DayOf(year, 12, 31)), i + 3
}

// yearAgo reads "year-ago", "the year-earlier quarter": counted from the quarter that is told of.
func (s *scan) yearAgo(i int) (value, int) {
	if c := s.at(i + 2).class; s.at(i).text != "Y" || s.at(i+1).class != "hyphen" || c != "ago" && c != "part" {
		return value{}, 0
	}
	next := i + 3
	base := s.anchor
	if unit := s.at(next); unit.class == "unit" && unit.text == "Q" {
		next++
		base = s.quarter()
	} else if s.last.precision == "quarter" {
		base = s.last
	}
	return s.away(base, amount{n: 1}, -1, "Y"), next
}

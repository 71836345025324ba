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

// season reads "summer 2019", "spring of 2020".
func (s *scan) season(i int) (value, int) {
	if year, next := s.ofYear(i + 1); next > 0 {
		return seasonValue(year, s.at(i).text), next
	}
	return value{}, 0
}

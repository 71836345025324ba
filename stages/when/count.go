package when

import "strconv"

// count reads a number of units: a duration, or with "ago" a date.
func (s *scan) count(i int) (value, int) {
	n, at := s.cardinal(i)
	if at == 0 || s.at(i).digits == 4 && s.isYear(i) && s.at(at).class == "unit" {
		return value{}, 0
	}
	hyphen := s.at(at).class == "hyphen"
	if hyphen {
		at++
	}
	unit := s.at(at)
	if unit.class != "unit" && (unit.class != "units" || hyphen) { // three-quarters
		return value{}, 0
	}
	next := at + 1
	if s.at(next).class == "hyphen" {
		next++
	}
	text := unit.text
	switch after := s.at(next); {
	case after.class == "old":
		return value{}, 0 // an age
	case after.class == "ago":
		if text == "H" || text == "MIN" || n < 0 {
			return open("DATE", "PAST_REF", ""), next + 1
		}
		base := s.anchor
		if text == "Y" && s.last.precision == "quarter" {
			base = s.last
		}
		return away(base, -n, text), next + 1
	case n >= 0 && (after.class == "part" && after.end-after.start > 4 || after.class == "before") && text != "H" && text != "MIN":
		if s.text[after.start:after.end] == "later" {
			return away(s.last, n, text), next + 1
		}
		if after.class == "part" || s.at(i-1).class != "article" {
			return away(s.last, -n, text), next + 1
		}
	}
	if s.at(i).class == "article" && at == i+1 { // "5 dollars a week", "a year"
		if c := s.at(i - 1).class; c != "preposition" && c != "about" {
			return value{}, 0
		}
	}
	return open("DURATION", duration(n, text), unitName(text)), at + 1
}

// away is a date n units from another. It is told beside that one and does not take its place.
func away(v value, n int, unit string) value {
	v = shift(v, max(-5000, min(n, 5000)), unit)
	v.beside = true
	return v
}

// cardinal reads a number: 10, ten, twenty-two, a hundred, a few; -1 is some.
func (s *scan) cardinal(i int) (n, next int) {
	it := s.at(i)
	switch it.class {
	case "digits":
		return it.number, i + 1
	case "quantity":
		next = i + 1
		if s.at(next).class == "of" {
			next++
		}
		return -1, next
	case "article":
		switch after := s.at(i + 1); after.class {
		case "quantity":
			return s.cardinal(i + 1)
		case "number":
			if after.number == 100 {
				return s.cardinal(i + 1)
			}
			return 0, 0
		}
		return 1, i + 1
	case "number":
		n, next = it.number, i+1
		at := next
		if s.at(at).class == "hyphen" {
			at++
		}
		if low := s.at(at); n >= 20 && n < 100 && low.class == "number" && low.number < 10 {
			n, next = n+low.number, at+1
		} else if low.class == "number" && low.number == 100 && at == next {
			n, next = n*100, at+1
		}
		return n, next
	}
	return 0, 0
}

// someUnits reads a bare plural: "for months", "weeks or months".
func (s *scan) someUnits(i int) (value, int) {
	it := s.at(i)
	if s.at(i+1).class == "or" && s.at(i+2).class == "units" {
		return open("DURATION", duration(-1, it.text), unitName(it.text)), i + 3
	}
	if before := s.at(i - 1); before.class == "preposition" {
		switch s.text[before.start:before.end] {
		case "for", "in":
			return open("DURATION", duration(-1, it.text), unitName(it.text)), i + 1
		}
	}
	return value{}, 0
}

// duration writes n units; -1 is X, some.
func duration(n int, unit string) string {
	number := "X"
	if n >= 0 {
		number = strconv.Itoa(n)
	}
	switch unit {
	case "H":
		return "PT" + number + "H"
	case "MIN":
		return "PT" + number + "M"
	case "S":
		return "PT" + number + "S"
	case "FN":
		if n >= 0 {
			number = strconv.Itoa(2 * n)
		}
		unit = "W"
	}
	return "P" + number + unit
}

// unitName is the precision that a unit gives.
func unitName(unit string) string {
	switch unit {
	case "MIN":
		return "minute"
	case "D":
		return "day"
	case "W", "FN":
		return "week"
	case "M":
		return "month"
	case "Q":
		return "quarter"
	case "Y":
		return "year"
	case "E":
		return "decade"
	case "C":
		return "century"
	}
	return ""
}

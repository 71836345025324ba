package when

import "strconv"

// amount is a number of units, and whether half a unit more; -1 is some.
type amount struct {
	n    int
	half bool
}

// count reads a number of units: a duration, or with "ago" a date, behind a number of things a set.
func (s *scan) count(i int) (value, int) {
	n, at := s.cardinal(i)
	if at == 0 || s.at(i).digits == 4 && s.isYear(i) && s.at(at).class == "unit" {
		return value{}, 0
	}
	if c := s.at(at).class; c == "more" || c == "full" {
		at++ // two more weeks, five consecutive days
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
	if s.at(next).class == "and" && s.at(next+1).class == "article" && s.at(next+2).class == "halfyear" && !n.half {
		n.half = true // a minute and a half
		next += 3
	}
	behind := next
	if s.at(next).class == "hyphen" {
		next++
	}
	text := unit.text
	switch after := s.at(next); {
	case after.class == "old":
		return value{}, 0 // an age
	case after.class == "ago":
		if text == "H" || text == "MIN" || n.n < 0 {
			return open("DATE", "PAST_REF", ""), next + 1
		}
		base := s.anchor
		if text == "Y" && s.last.precision == "quarter" {
			base = s.last
		}
		return s.away(base, n, -1, text), next + 1
	case after.class == "before" && s.goesOn(next+1):
	case n.n >= 0 && (after.class == "part" && after.end-after.start > 4 || after.class == "before") && text != "H" && text != "MIN":
		if s.text[after.start:after.end] == "later" {
			return s.away(s.last, n, 1, text), next + 1
		}
		if after.class == "part" || s.at(i-1).class != "article" {
			return s.away(s.last, n, -1, text), next + 1
		}
	}
	if s.at(behind).class == "or" && s.at(behind+1).class == "number" && s.at(behind+1).number == 2 && n.n == 1 {
		return open("DURATION", duration(n, text), unitName(text)), behind + 2 // a month or two
	}
	if s.at(i).class == "article" && behind == i+2 {
		switch s.at(i - 1).class {
		case "preposition", "about": // for a year
		case "plural", "digits", "number", "rate": // 5 dollars a week
			if text == "WE" || text == "Q" {
				return value{}, 0
			}
			return open("SET", duration(amount{n: 1}, text), unitName(text)), behind
		default:
			return value{}, 0
		}
	}
	return open("DURATION", duration(n, text), unitName(text)), behind
}

// goesOn says whether what was before or after something is told from item i on: "44 years before he could buy one" is
// how long it took, "he had left 44 years before" a date.
func (s *scan) goesOn(i int) bool {
	switch c := s.at(i); c.class {
	case "comma", "mark", "and", "or":
		return false
	default:
		return c.end > c.start && s.text[c.start] != '.'
	}
}

// away is a date some units before another (direction -1) or behind it. It is told beside that one and does not
// take its place.
func (s *scan) away(v value, n amount, direction int, unit string) value {
	count := direction * max(-5000, min(n.n, 5000))
	switch {
	case !n.half:
		v = shift(v, count, unit)
	case unit == "Y":
		v = shift(shift(v, 12*count+6*direction, "M"), 0, "Y")
	default:
		v = unknown()
	}
	v.beside = true
	return v
}

// cardinal reads a number: 10, 5 1/2, ten, twenty-two, a hundred, two and a half, another, a few.
func (s *scan) cardinal(i int) (n amount, next int) {
	it := s.at(i)
	switch it.class {
	case "digits":
		n, next = amount{n: it.number}, i+1
		if half := s.at(next); half.class == "numeral" && s.text[half.start:half.end] == "1/2" {
			return amount{it.number, true}, next + 1
		}
	case "quantity":
		next = i + 1
		if s.at(next).class == "of" {
			next++
		}
		return amount{n: -1}, next
	case "another":
		if n, next := s.cardinal(i + 1); next > 0 && s.at(i+1).class != "article" {
			return n, next
		}
		return amount{n: 1}, i + 1
	case "article":
		switch after := s.at(i + 1); after.class {
		case "quantity":
			return s.cardinal(i + 1)
		case "number":
			if after.number >= 100 {
				return s.cardinal(i + 1)
			}
			return amount{}, 0
		}
		return amount{n: 1}, i + 1
	case "number":
		n.n, next = s.spoken(i)
	default:
		return amount{}, 0
	}
	if s.at(next).class == "and" && s.at(next+1).class == "article" && s.at(next+2).class == "halfyear" {
		return amount{n.n, true}, next + 3
	}
	return n, next
}

// spoken reads a number in words: twenty-two, two hundred, two thousand and ten.
func (s *scan) spoken(i int) (n, next int) {
	for next = i; ; {
		it := s.at(next)
		switch {
		case it.class == "hyphen" && next > i && s.at(next+1).class == "number":
			it, next = s.at(next+1), next+1
		case it.class == "and" && n >= 100 && n%100 == 0 && s.at(next+1).class == "number":
			it, next = s.at(next+1), next+1
		}
		switch {
		case it.class != "number":
			return n, next
		case it.number >= 100 && (n == 0 || n%it.number != 0 || n < it.number) && n < 1000:
			n = max(n, 1) * it.number
		case n == 0, n >= 20 && n < 100 && n%10 == 0 && it.number < 10, n >= 100 && n%100 == 0 && it.number < 100, n >= 120 && n%10 == 0 && n%100 >= 20 && it.number < 10:
			n += it.number
		default:
			return n, next
		}
		next++
	}
}

// halfUnit reads "half an hour", "half a century", "a half hour" behind its article.
func (s *scan) halfUnit(i int) (value, int) {
	at := i + 1
	if c := s.at(at).class; c == "article" || c == "hyphen" {
		at++
	}
	if unit := s.at(at); unit.class == "unit" && unit.text != "WE" && unit.text != "Q" {
		return open("DURATION", duration(amount{half: true}, unit.text), unitName(unit.text)), at + 1
	}
	return value{}, 0
}

// someUnits reads a bare plural: "for months", "weeks or months".
func (s *scan) someUnits(i int) (value, int) {
	it := s.at(i)
	if s.at(i+1).class == "or" && s.at(i+2).class == "units" {
		return open("DURATION", duration(amount{n: -1}, it.text), unitName(it.text)), i + 3
	}
	if before := s.at(i - 1); before.class == "preposition" {
		switch s.text[before.start:before.end] {
		case "for", "in":
			return open("DURATION", duration(amount{n: -1}, it.text), unitName(it.text)), i + 1
		}
	}
	return value{}, 0
}

// duration writes n units; some are X. Decades are told in years, halves in the next smaller unit where that is whole.
func duration(n amount, unit string) string {
	if n.n < 0 {
		return period(unit, "X")
	}
	rest := ""
	switch {
	case unit == "E":
		n.n, unit = 10*n.n, "Y"
		if n.half {
			n.n += 5
		}
	case unit == "FN":
		n.n, unit = 2*n.n, "W"
		if n.half {
			n.n++
		}
	case !n.half:
	case unit == "C":
		return period("Y", strconv.Itoa(100*n.n+50))
	case unit == "Y":
		rest = "6M"
	case unit == "D":
		rest = "T12H"
	case unit == "H":
		rest = "30M"
	case unit == "MIN":
		rest = "30S"
	default:
		return period(unit, strconv.Itoa(n.n)+".5")
	}
	switch {
	case rest == "" || n.n > 0:
		return period(unit, strconv.Itoa(n.n)) + rest
	case unit == "H" || unit == "MIN":
		return "PT" + rest
	}
	return "P" + rest
}

// period writes a number of units.
func period(unit, number string) string {
	switch unit {
	case "H":
		return "PT" + number + "H"
	case "MIN":
		return "PT" + number + "M"
	case "S":
		return "PT" + number + "S"
	case "FN":
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

package when

import "strings"

// the reads what may follow the article: "the past two weeks", "the third quarter",
// "the beginning of October", "the 1990s", "the year 2000", "the day before".
func (s *scan) the(i int) (value, int) {
	at := i + 1
	switch it := s.at(at); it.class {
	case "step":
		return s.step(at, true)
	case "future":
		return open("DATE", "FUTURE_REF", ""), at + 1
	case "near":
		if s.at(at+1).class == "future" {
			return open("DATE", "FUTURE_REF", ""), at + 2
		}
	case "same":
		return s.same(at)
	case "full":
		if unit := s.at(at + 1); unit.class == "unit" && unit.text == "Y" {
			return s.theYear(at + 1)
		}
	case "month":
		if c := s.at(at + 1).class; c == "" || c == "plural" { // the March accession
			return s.month(at)
		}
	case "daypart":
		if c := s.at(i - 1); (s.is(c, "in") || s.is(c, "during")) && s.governed(at) == past {
			return s.partOfDay(at)
		}
	case "decade", "fiscal":
		return s.date(at)
	case "season":
		return s.season(at)
	case "part":
		return s.part(at)
	case "edge":
		if s.at(at+1).class == "of" {
			if unit := s.at(at + 3); s.at(at+2).class == "the" && unit.class == "unit" && (unit.text == "W" || unit.text == "M" || unit.text == "Y") {
				return shift(s.anchor, 0, unit.text), at + 4
			}
			if v, next := s.match(at + 2); next > 0 && v.kind == "DATE" {
				return v, next
			}
		}
	case "ordinal":
		if s.at(at+1).class == "number" || s.at(at+1).class == "digits" { // the first nine months
			if v, next := s.count(at + 1); next > 0 && v.kind == "DURATION" {
				return v, next
			}
		}
		return s.date(at)
	case "digits":
		if v, next := s.figures(at); next > at+1 {
			return v, next
		}
	case "number", "quantity":
		if v, next := s.count(at); next > 0 && v.kind == "DURATION" {
			return v, next
		}
	case "unit":
		return s.theUnit(at)
	}
	return value{}, 0
}

// theUnit reads a unit behind "the".
func (s *scan) theUnit(i int) (value, int) {
	it, after := s.at(i), s.at(i+1)
	if it.text == "Y" {
		if year, next := s.yearAfter(i + 1); next > 0 && after.class == "digits" {
			return yearValue(year), next
		}
	}
	switch {
	case after.class == "before":
		return s.away(s.last, amount{n: 1}, -1, it.text), i + 2
	case after.class == "after":
		return s.away(s.last, amount{n: 1}, 1, it.text), i + 2
	case it.text == "Y" && after.class == "hyphen":
		return s.yearAgo(i)
	case it.text == "Y":
		return s.theYear(i)
	case it.text == "WE":
		if s.anchor.from == NoDay {
			return unknown(), i + 1
		}
		d := s.anchor.from
		if s.tense(i, i+1) != future && d.weekday() < 6 {
			d -= 7
		}
		return weekendValue(d), i + 1
	case it.text == "Q":
		return s.quarter(), i + 1
	}
	return value{}, 0
}

// quarter is the one that the text has told of, or else the last one before the anchor.
func (s *scan) quarter() value {
	if s.last.precision == "quarter" && s.last.from != NoDay {
		return s.last
	}
	if s.anchor.from == NoDay {
		return unknown()
	}
	return shift(s.anchor, -1, "Q")
}

// step reads "last year", "next June", "this morning", "the past two weeks".
func (s *scan) step(i int, the bool) (value, int) {
	it, at := s.at(i), i+1
	n := it.number
	word := strings.ToLower(s.text[it.start:it.end])
	wide := word == "past" || word == "coming" || word == "recent" || word == "upcoming"
	if s.at(at).class == "fiscal" {
		at++
	}
	if s.at(at).feasts != nil {
		if v, end := s.holiday(at, n); end > 0 {
			return v, end
		}
	}
	switch next := s.at(at); next.class {
	case "unit":
		if wide && word != "coming" || the && (word == "last" || word == "next") && next.text != "Q" {
			return open("DURATION", duration(amount{n: 1}, next.text), unitName(next.text)), at + 1
		}
		base := s.anchor
		if the && (word == "following" || word == "previous" || word == "preceding") {
			base = s.last
		}
		switch {
		case next.text == "WE":
			if base.from == NoDay {
				return unknown(), at + 1
			}
			return weekendValue(base.from + Day(7*n)), at + 1
		case next.text == "H" || next.text == "MIN":
			return value{}, 0
		case next.text == "Q" && n < 0 && s.last.precision == "quarter" && word == "latest":
			return s.last, at + 1
		case next.text == "D" && word == "this", next.text == "D" && word == "last":
			return value{}, 0
		}
		v := shift(base, n, next.text)
		if v.precision == "year" && next.possessive && s.at(at+1).class == "ordinal" && s.at(at+2).class == "unit" && s.at(at+2).text == "Q" && v.from != NoDay {
			year, _, _ := v.from.Date()
			return quarterValue(year, s.at(at+1).number), at + 3
		}
		return v, at + 1
	case "units":
		if n < 0 {
			return open("DATE", "PAST_REF", ""), at + 1
		} else if n > 0 && (wide || the) {
			return open("DATE", "FUTURE_REF", ""), at + 1
		}
	case "number", "digits", "quantity":
		if n == 0 {
			break
		}
		if v, end := s.count(at); end > 0 && v.kind == "DURATION" {
			return v, end
		}
	case "weekday":
		if !next.capital {
			break
		}
		base := s.anchor
		if word == "previous" || word == "following" {
			base = s.last
		}
		if base.from == NoDay || base.precision != "day" {
			return open("DATE", "XXXX-WXX-"+next.text, "day"), at + 1
		}
		d := base.from
		switch {
		case n < 0:
			d -= Day(floorMod(d.weekday()-next.number-1, 7) + 1)
		case n > 0:
			d += Day(floorMod(next.number-d.weekday()-1, 7) + 1)
		default:
			d += Day(next.number - d.weekday())
		}
		return s.withDaypart(dayValue(d), at+1)
	case "month":
		if !next.capital {
			break
		}
		if s.anchor.from == NoDay {
			return open("DATE", "XXXX-"+pad(next.number, 2), "month"), at + 1
		}
		year, now, _ := s.anchor.from.Date()
		switch {
		case n < 0 && next.number >= now:
			year--
		case n > 0 && next.number <= now:
			year++
		}
		return monthValue(year, next.number), at + 1
	case "season":
		if s.anchor.from == NoDay {
			return unknown(), at + 1
		}
		year, month, _ := s.anchor.from.Date()
		switch begins := seasonMonth(next.text); {
		case n < 0 && begins+2 >= month:
			year--
		case n > 0 && begins <= month:
			year++
		}
		return seasonValue(year, next.text), at + 1
	case "daypart":
		if n > 0 || n < 0 && next.text != "NI" || the {
			break
		}
		v := unknown()
		v.kind = "TIME"
		if s.anchor.from != NoDay {
			v = dayValue(s.anchor.from + Day(n))
			v.kind, v.text = "TIME", v.text+"T"+next.text
		}
		return v, at + 1
	}
	if word == "recent" && !the {
		return open("DATE", "PAST_REF", ""), i + 1
	}
	if the && word == "past" && s.at(i-2).class == "preposition" {
		return open("DATE", "PAST_REF", ""), i + 1
	}
	return value{}, 0
}

// seasonMonth is the month in which a season begins in the north; news of the south is
// dated by it, too, as its own seasons cannot be told.
func seasonMonth(season string) int {
	switch season {
	case "SP":
		return 3
	case "SU":
		return 6
	case "FA":
		return 9
	}
	return 12
}

// part reads what follows early, late, mid: the date is told no more precisely by them.
func (s *scan) part(i int) (value, int) {
	at := i + 1
	if c := s.at(at).class; c == "hyphen" || c == "on" || c == "preposition" && s.text[s.at(at).start:s.at(at).end] == "in" {
		at++
	}
	if s.at(at).class == "the" {
		at++
		if unit := s.at(at); unit.class == "unit" { // later in the day
			return s.current(unit.text), at + 1
		}
	}
	switch c := s.at(at); {
	case c.class == "digits" && c.digits != 4:
		return value{}, 0
	case c.class == "daypart" && !c.capital && s.governed(at) == past:
		return s.partOfDay(at)
	}
	return s.date(at)
}

// every reads "every Monday", "each week", "every two years".
func (s *scan) every(i int) (value, int) {
	switch next := s.at(i + 1); next.class {
	case "weekday":
		if next.capital {
			return open("SET", "XXXX-WXX-"+next.text, "day"), i + 2
		}
	case "unit":
		return open("SET", duration(amount{n: 1}, next.text), unitName(next.text)), i + 2
	case "daypart":
		return open("SET", "XXXX-XX-XXT"+next.text, ""), i + 2
	case "season":
		return open("SET", "XXXX-"+next.text, ""), i + 2
	case "number", "digits", "quantity":
		if v, end := s.count(i + 1); v.kind == "DURATION" {
			v.kind = "SET"
			return v, end
		}
	}
	return value{}, 0
}

// deictic reads "today", "yesterday morning", "tonight".
func (s *scan) deictic(i int) (value, int) {
	it := s.at(i)
	v := unknown()
	if s.anchor.from != NoDay {
		v = dayValue(s.anchor.from + Day(it.number))
	}
	if it.class != "day" {
		v.kind = "TIME"
		if v.text != "" {
			v.text += "TNI"
		}
		return v, i + 1
	}
	return s.withDaypart(v, i+1)
}

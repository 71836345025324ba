package when

import "strconv"

// scan reads the sentences of a document. Each rule of the grammar is a method that takes
// the index of an item and gives the value of the expression that begins there, and the
// index of the item behind it; 0 is no expression.
type scan struct {
	text         string
	english      bool
	items        []item // of the sentence
	anchor       value  // a day, or unknown
	last         value  // the date told last, if near
	lastSentence int
	depth        int // of rules within rules
}

// deepest is how many rules may stand within each other: "the end of the summer of last
// year" has four.
const deepest = 6

// at is item i, or an empty one past the ends.
func (s *scan) at(i int) item {
	if i < 0 || i >= len(s.items) {
		return item{}
	}
	return s.items[i]
}

// match reads the expression that begins at item i.
func (s *scan) match(i int) (value, int) {
	if i >= len(s.items) || s.depth >= deepest {
		return value{}, 0
	}
	s.depth++
	v, next := s.expression(i)
	s.depth--
	return v, next
}

func (s *scan) expression(i int) (value, int) {
	switch s.items[i].class {
	case "":
		return value{}, 0
	case "digits", "numeral":
		return s.figures(i)
	}
	if !s.english {
		return value{}, 0
	}
	switch it := s.items[i]; it.class {
	case "the":
		return s.the(i)
	case "step":
		return s.step(i, false)
	case "part":
		return s.part(i)
	case "every":
		return s.every(i)
	case "set":
		return open("SET", it.text, ""), i + 1
	case "weekdays":
		if it.capital {
			return open("SET", "XXXX-WXX-"+it.text, "day"), i + 1
		}
	case "reference":
		if s.at(i-1).end > 0 && s.text[s.at(i-1).start:s.at(i-1).end] == "as" {
			return value{}, 0 // as soon as
		}
		return open("DATE", it.text, ""), i + 1
	case "number", "article", "quantity":
		if it.class == "number" {
			if v, next := s.spokenYear(i); next > 0 {
				return v, next
			}
		}
		return s.count(i)
	case "units":
		return s.someUnits(i)
	case "clock":
		return s.withDate(i+1, it.text)
	}
	return s.date(i)
}

// date reads a calendar date, absolute or counted from the anchor, without modifiers.
func (s *scan) date(i int) (value, int) {
	if s.depth >= deepest {
		return value{}, 0
	}
	s.depth++
	defer func() { s.depth-- }()
	switch it := s.at(i); it.class {
	case "digits", "numeral":
		return s.figures(i)
	case "month", "abbreviation":
		return s.month(i)
	case "weekday":
		return s.weekday(i)
	case "ordinal":
		return s.ordinal(i)
	case "season":
		return s.season(i)
	case "decade":
		return decadeValue(it.number), i + 1
	case "step":
		return s.step(i, false)
	case "day", "tonight", "overnight":
		return s.deictic(i)
	case "fiscal":
		if v, next := s.date(i + 1); next > 0 {
			return v, next
		}
	}
	return value{}, 0
}

// figures reads what begins with a number in digits.
func (s *scan) figures(i int) (value, int) {
	it := s.items[i]
	if v, next := s.numeric(i); next > 0 {
		return v, next
	}
	if it.class != "digits" {
		return value{}, 0
	}
	if it.digits <= 2 && it.number >= 1 && it.number <= 31 {
		if v, next := s.dayMonth(i); next > 0 {
			return v, next
		}
	}
	if !s.english {
		return value{}, 0
	}
	if v, next := s.count(i); next > 0 {
		return v, next
	}
	if s.isYear(i) {
		v := yearValue(it.number)
		if s.at(i+1).class == "unit" && s.at(i+1).text == "Q" && s.last.precision == "quarter" {
			_, month, _ := s.last.from.Date()
			return quarterValue(it.number, (month+2)/3), i + 2
		}
		return v, i + 1
	}
	return value{}, 0
}

// isYear says whether the number at i is a year: four digits of our times that count nothing.
func (s *scan) isYear(i int) bool {
	it, before, after := s.at(i), s.at(i-1), s.at(i+1)
	if it.class != "digits" || it.digits != 4 {
		return false
	}
	if it.start > 0 {
		switch s.text[it.start-1] {
		case '$', '#', '.', ',', '/', '+', ':', '@', '_':
			return false
		}
		if s.text[it.start-1] >= 0x80 { // pounds, euros
			return false
		}
	}
	if it.end < len(s.text) {
		switch s.text[it.end] {
		case '%', '/', ':', '$', '_', '@':
			return false
		}
	}
	told := false
	switch before.class {
	case "preposition", "of", "part", "fiscal", "season", "edge":
		told = true
	case "unit":
		told = before.text == "Y"
	}
	if told {
		return it.number >= 1000 && it.number < 2100 && after.class != "plural" && after.class != "units" ||
			it.number >= 1900 && it.number < 2100 && s.text[before.start:before.end] == "in"
	}
	return it.number >= 1900 && it.number < 2050 && after.class != "plural" && after.class != "units" && after.class != "digits"
}

// spokenYear reads a year in words: "nineteen ninety-six".
func (s *scan) spokenYear(i int) (value, int) {
	century := s.at(i).number
	if century < 18 || century > 20 {
		return value{}, 0
	}
	if c := s.at(i + 1); c.class != "number" || c.number < 10 || c.number > 99 {
		return value{}, 0
	}
	n, next := s.cardinal(i + 1)
	if n > 99 || s.at(next).class == "unit" || s.at(next).class == "units" {
		return value{}, 0
	}
	return yearValue(century*100 + n), next
}

// yearAfter reads a year, with or without a comma before it, at i.
func (s *scan) yearAfter(i int) (year, next int) {
	if s.at(i).class == "comma" {
		i++
	}
	if it := s.at(i); it.class == "digits" && it.digits == 4 && it.number >= 1000 && it.number < 2100 {
		return it.number, i + 1
	}
	return 0, 0
}

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
	return s.dayOfMonth(i, at+1, month.number, day)
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
		return s.dayOfMonth(i, i+2, it.number, day.number)
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
	case "preposition", "step", "part", "hyphen", "of", "to", "every":
	default:
		// Names of people and verbs: "April Smith", "May I", "a March on Washington".
		if it.class == "abbreviation" || it.number == 5 || it.number == 3 || next.class == "name" || s.at(i-1).class == "name" {
			return value{}, 0
		}
	}
	return s.nearMonth(i, i+1, it.number), i + 1
}

// dayOfMonth gives a day without a year the one that the tense asks for.
func (s *scan) dayOfMonth(i, next, month, day int) (value, int) {
	if !isDate(2000, month, day) { // a leap year
		return value{}, 0
	}
	bare := open("DATE", "XXXX-"+pad(month, 2)+"-"+pad(day, 2), "day")
	tense := s.tense(i, next)
	if s.anchor.from == NoDay {
		return bare, next
	}
	year, _, _ := s.anchor.from.Date()
	d := DayOf(year, month, day)
	switch {
	case tense == noTense: // a dateline, a caption: the days before
		if d > s.anchor.from {
			d = DayOf(year-1, month, day)
		}
		if d < s.anchor.from-31 {
			return bare, next
		}
		return dayValue(d), next
	case tense == past && d > s.anchor.from:
		year--
	case tense == future && d < s.anchor.from:
		year++
	}
	if !isDate(year, month, day) {
		return bare, next
	}
	return dayValue(DayOf(year, month, day)), next
}

// nearMonth gives a month without a year the one that the tense asks for.
func (s *scan) nearMonth(i, next, month int) value {
	tense := s.tense(i, next)
	if s.anchor.from == NoDay || tense == noTense {
		return open("DATE", "XXXX-"+pad(month, 2), "month")
	}
	year, now, _ := s.anchor.from.Date()
	switch {
	case tense == past && month > now:
		year--
	case tense == future && month < now:
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
			return v, end
		}
	case "digits":
		if v, end := s.dayMonth(at); end > 0 && c.digits <= 2 {
			return v, end
		}
	}
	v := open("DATE", "XXXX-WXX-"+strconv.Itoa(it.number), "day")
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

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

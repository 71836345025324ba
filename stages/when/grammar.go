package when

import (
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// scan reads the sentences of a document. Each rule of the grammar is a method that takes
// the index of an item and gives the value of the expression that begins there, and the
// index of the item behind it; 0 is no expression.
type scan struct {
	doc          *syntax.Document
	sentence     segment.Sentence
	thisSentence int
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
	if s.items[i].feasts != nil {
		if v, next := s.holiday(i, 0); next > 0 {
			return v, next
		}
	}
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
		if s.noun(i) || it.capital && s.titled(i+1) {
			return value{}, 0 // a daily that is read, the Daily Mail
		}
		return open("SET", it.text, ""), i + 1
	case "weekdays":
		if it.capital {
			return open("SET", "XXXX-WXX-"+it.text, "day"), i + 1
		}
	case "reference":
		if s.at(i-1).end > 0 && s.text[s.at(i-1).start:s.at(i-1).end] == "as" {
			return value{}, 0 // as soon as
		}
		if it.text == "FUTURE_REF" && s.at(i+1).class == "after" {
			return value{}, 0 // soon after
		}
		return open("DATE", it.text, ""), i + 1
	case "these":
		if next := s.at(i + 1); next.class == "units" && next.text == "D" {
			return open("DATE", "PRESENT_REF", ""), i + 2
		}
	case "future":
		return open("DATE", "FUTURE_REF", ""), i + 1
	case "unit":
		if v, next := s.yearEnd(i); next > 0 {
			return v, next
		}
		return s.yearAgo(i)
	case "halfyear":
		return s.halfUnit(i)
	case "number", "article", "another", "quantity":
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
	if s.at(i).feasts != nil {
		if v, next := s.holiday(i, 0); next > 0 {
			return v, next
		}
	}
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
	case "that":
		return s.same(i + 1)
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
		if v, next := s.secondDay(i); next > 0 {
			return v, next
		}
		if v, next := s.daysOfMonth(i); next > 0 {
			return v, next
		}
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
	ofThings := it.number > 1900 && it.number < 2050 && it.number != 2000 && after.class == "plural" // the 2016 elections
	told := false
	switch before.class {
	case "preposition", "of", "part", "fiscal", "season", "edge":
		told = true
	case "unit":
		told = before.text == "Y"
	}
	if told {
		return it.number >= 1000 && it.number < 2100 && after.class != "plural" && after.class != "units" ||
			it.number >= 1900 && it.number < 2100 && s.text[before.start:before.end] == "in" || ofThings
	}
	if ofThings && (before.class == "the" || before.possessive) {
		return true
	}
	return it.number >= 1900 && it.number < 2050 && after.class != "plural" && after.class != "units" && after.class != "digits"
}

// titled says whether item i goes on with a name in capitals.
func (s *scan) titled(i int) bool {
	c := s.at(i)
	return c.capital && (c.class == "name" || c.class == "masthead")
}

// spokenYear reads a year in words: "nineteen ninety-six".
func (s *scan) spokenYear(i int) (value, int) {
	century := s.at(i).number
	if n, next := s.spoken(i); n >= 1900 && n < 2100 && s.at(next).class != "units" && s.at(next).class != "plural" {
		return yearValue(n), next // two thousand and ten
	}
	if century < 18 || century > 20 {
		return value{}, 0
	}
	if c := s.at(i + 1); c.class != "number" || c.number < 10 || c.number > 99 {
		return value{}, 0
	}
	n, next := s.spoken(i + 1)
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
	switch it := s.at(i); {
	case it.class == "digits" && it.digits == 4 && it.number >= 1000 && it.number < 2100:
		return it.number, i + 1
	case it.class == "number" && s.english:
		if v, next := s.spokenYear(i); next > 0 {
			year, _, _ = v.from.Date()
			return year, next
		}
	}
	return 0, 0
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

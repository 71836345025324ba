package when

import (
	"fmt"
	"math"
	"strconv"
)

// Day is a day since 1970-01-01, UTC; NoDay is unknown.
type Day int32

// NoDay is the Day of what is not known.
const NoDay Day = math.MinInt32

// DayOf is the Day of a date in the Gregorian calendar, also before that was made. A month
// past 12 or below 1 counts on into the years around.
func DayOf(year, month, day int) Day {
	// Years begin in March here, so that the leap day comes last (Howard Hinnant,
	// "chrono-Compatible Low-Level Date Algorithms").
	month--
	year += floorDiv(month, 12)
	month = month - floorDiv(month, 12)*12 + 1
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	inEra := year - era*400
	inYear := (153*(month-3)+2)/5 + day - 1
	return Day(era*146097 + inEra*365 + inEra/4 - inEra/100 + inYear - 719468)
}

// Date is the year, month and day of a Day.
func (d Day) Date() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	inEra := z - era*146097
	yearOfEra := (inEra - inEra/1460 + inEra/36524 - inEra/146096) / 365
	inYear := inEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*inYear + 2) / 153
	year, month, day = yearOfEra+era*400, m+3, inYear-(153*m+2)/5+1
	if month > 12 {
		month, year = month-12, year+1
	}
	return year, month, day
}

// String is the date as 2021-12-26; that of NoDay is empty.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// weekday is 1 on Mondays, 7 on Sundays.
func (d Day) weekday() int { return int(d) + 3 - floorDiv(int(d)+3, 7)*7 + 1 }

// week is the ISO 8601 week of a day, and the year that the week belongs to.
func (d Day) week() (year, week int) {
	thursday := d + Day(4-d.weekday())
	year, _, _ = thursday.Date()
	return year, int(thursday-DayOf(year, 1, 1))/7 + 1
}

// monthDays is how many days a month has.
func monthDays(year, month int) int { return int(DayOf(year, month+1, 1) - DayOf(year, month, 1)) }

// isDate says whether there is such a day.
func isDate(year, month, day int) bool {
	return 1 <= month && month <= 12 && 1 <= day && day <= monthDays(year, month)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// value is what an expression of time says.
type value struct {
	kind      string
	text      string // TIMEX3
	from, to  Day
	precision string
	beside    bool // counted from the date told last
}

// unknown is a date of which only the kind is known.
func unknown() value { return value{kind: "DATE", from: NoDay, to: NoDay} }

// open is a value without a place in the calendar: a duration, a set, a reference, or a date
// without its year.
func open(kind, text, precision string) value {
	return value{kind: kind, text: text, from: NoDay, to: NoDay, precision: precision}
}

func dayValue(d Day) value {
	return value{kind: "DATE", text: d.String(), from: d, to: d, precision: "day"}
}

func monthValue(year, month int) value {
	from := DayOf(year, month, 1)
	year, month, _ = from.Date()
	return value{kind: "DATE", text: pad(year, 4) + "-" + pad(month, 2), from: from, to: DayOf(year, month+1, 1) - 1, precision: "month"}
}

func yearValue(year int) value {
	return value{kind: "DATE", text: pad(year, 4), from: DayOf(year, 1, 1), to: DayOf(year, 12, 31), precision: "year"}
}

func quarterValue(year, quarter int) value {
	year += floorDiv(quarter-1, 4)
	quarter = quarter - 1 - floorDiv(quarter-1, 4)*4 + 1
	return value{kind: "DATE", text: pad(year, 4) + "-Q" + strconv.Itoa(quarter), from: DayOf(year, quarter*3-2, 1), to: DayOf(year, quarter*3+1, 1) - 1, precision: "quarter"}
}

// weekValue is the week of a day.
func weekValue(d Day) value {
	year, week := d.week()
	monday := d - Day(d.weekday()-1)
	return value{kind: "DATE", text: pad(year, 4) + "-W" + pad(week, 2), from: monday, to: monday + 6, precision: "week"}
}

// weekendValue is the weekend of a day's week.
func weekendValue(d Day) value {
	v := weekValue(d)
	v.text += "-WE"
	v.from, v.precision = v.to-1, "day"
	return v
}

func decadeValue(year int) value {
	year = floorDiv(year, 10) * 10
	return value{kind: "DATE", text: pad(year/10, 3), from: DayOf(year, 1, 1), to: DayOf(year+9, 12, 31), precision: "decade"}
}

// centuryValue is the century of an ordinal: the 20th is 1901 to 2000.
func centuryValue(ordinal int) value {
	last := ordinal * 100
	return value{kind: "DATE", text: pad(ordinal-1, 2), from: DayOf(last-99, 1, 1), to: DayOf(last, 12, 31), precision: "century"}
}

// seasonValue has no days: the same season is another half of the year in the south.
func seasonValue(year int, season string) value {
	return open("DATE", pad(year, 4)+"-"+season, "quarter")
}

// pad writes a number with zeros before it.
func pad(n, width int) string {
	text := strconv.Itoa(n)
	for len(text) < width {
		text = "0" + text
	}
	return text
}

// shift moves a date by n units, as precise as the unit. A quarter a year away is a quarter.
func shift(v value, n int, unit string) value {
	if v.from == NoDay {
		return unknown()
	}
	year, month, _ := v.from.Date()
	years := 0
	switch unit {
	case "Y":
		years = n
	case "E":
		years = 10 * n
	case "C":
		years = 100 * n
	}
	if year+years < 100 || year+years > 9999 {
		return unknown() // TIMEX3 writes those years in other ways
	}
	switch unit {
	case "D":
		if v.precision == "day" {
			return dayValue(v.from + Day(n))
		}
	case "W", "FN":
		if unit == "FN" {
			n *= 2
		}
		if v.precision == "day" || v.precision == "week" {
			return weekValue(v.from + Day(7*n))
		}
	case "M":
		if v.precision != "year" && v.precision != "decade" {
			return monthValue(year, month+n)
		}
	case "Q":
		if v.precision != "year" && v.precision != "decade" {
			return quarterValue(year, (month+2)/3+n)
		}
	case "Y":
		if v.precision == "quarter" {
			return quarterValue(year+n, (month+2)/3)
		}
		return yearValue(year + n)
	case "E":
		return decadeValue(year + 10*n)
	case "C":
		return centuryValue((year+99)/100 + n)
	}
	return unknown()
}

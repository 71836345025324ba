package metadata

import (
	"strings"
	"time"

	"github.com/newsmill/newsmill/stages/article"
)

func digit(c byte) bool { return '0' <= c && c <= '9' }

// number reads at most so many digits from the start of a text and says how many there were.
func number(text string, most int) (value, n int) {
	for n < len(text) && n < most && digit(text[n]) {
		value = value*10 + int(text[n]-'0')
		n++
	}
	return value, n
}

// addressDate reads the day out of the path of an address: /2021/12/26/, /2021-12-26-,
// /20211226, /2021/december/26, and out of a number that begins with day and time of day, as
// A2021122614320005196. A number of another length is no date but the page's own.
func addressDate(address string) article.Date {
	_, path, found := strings.Cut(address, "://")
	if !found {
		return article.Date{}
	}
	if end := strings.IndexAny(path, "?#"); end >= 0 {
		path = path[:end]
	}
	for i := max(strings.IndexByte(path, '/'), 0); i < len(path); i++ {
		if !digit(path[i]) || i > 0 && digit(path[i-1]) {
			continue
		}
		if d, ok := stamp(path[i:]); ok {
			return d
		}
		if i > 0 && isASCIILetter(path[i-1]) {
			continue
		}
		year, n := number(path[i:], 9)
		if n == 8 {
			if d, ok := calendar(year/10000, year/100%100, year%100); ok {
				return d
			}
		}
		if n != 4 || year < 1990 || year > 2100 {
			continue
		}
		mark, rest := between(path[i+4:])
		month, n := number(rest, 3)
		if n == 0 {
			for n < len(rest) && isASCIILetter(rest[n]) {
				n++
			}
			month = datelines().months[strings.ToLower(rest[:n])]
		}
		if mark == 0 || n < 1 || month < 1 || month > 12 {
			continue
		}
		second, rest := between(rest[n:])
		day, n := number(rest, 3)
		if d, ok := calendar(year, month, day); ok && n <= 2 && second == mark {
			return d
		}
		if mark == '/' && second == '/' {
			return article.Date{Time: time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), Precision: "month", Basis: "url"}
		}
	}
	return article.Date{}
}

// stamp reads the day of a number of twelve digits and more that begins with year, month, day,
// hour and minute.
func stamp(text string) (article.Date, bool) {
	day, n := number(text, 8)
	if n < 8 {
		return article.Date{}, false
	}
	clock, n := number(text[8:], 4)
	d, ok := calendar(day/10000, day/100%100, day%100)
	return d, ok && n == 4 && clock/100 < 24 && clock%100 < 60
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// between takes the mark between the parts of a date off; 0 where there is none.
func between(text string) (mark byte, rest string) {
	if text == "" || strings.IndexByte("/-_.", text[0]) < 0 {
		return 0, text
	}
	return text[0], text[1:]
}

func calendar(year, month, day int) (article.Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	ok := year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && t.Day() == day
	return article.Date{Time: t, Precision: "day", Basis: "url"}, ok
}

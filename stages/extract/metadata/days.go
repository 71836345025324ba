package metadata

import (
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	data "github.com/newsmill/newsmill/data/when"
)

// lexicon has the words of date lines, in small letters.
type lexicon struct {
	months    map[string]int
	zones     map[string]int // minutes east of Greenwich
	updated   map[string]bool
	published map[string]bool
}

var datelines = sync.OnceValue(func() *lexicon {
	l := &lexicon{months: map[string]int{}, zones: map[string]int{}, updated: map[string]bool{}, published: map[string]bool{}}
	for m := time.January; m <= time.December; m++ {
		l.months[strings.ToLower(m.String())] = int(m)
	}
	for line := range strings.Lines(data.Months) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
			l.months[f[1]], _ = number(f[2], 2)
		}
	}
	for line := range strings.Lines(data.Datelines) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch f[0] {
		case "month":
			l.months[f[1]], _ = number(f[2], 2)
		case "zone":
			value, _ := number(strings.TrimPrefix(f[2], "-"), 3)
			if f[2][0] == '-' {
				value = -value
			}
			l.zones[f[1]] = value
		case "updated":
			l.updated[f[1]] = true
		case "published":
			l.published[f[1]] = true
		}
	}
	return l
})

// A piece of a date line is a number, or a word in small letters.
type piece struct {
	word       string
	value      int // of a number, of its first 8 digits
	digits     int // 0 for a word
	month      int // that the word names
	start, end int // in the line
}

const (
	dateLine = 200 // bytes of a line that are looked at; what is longer is no date line
	pieces   = 64
)

// cut gives the numbers and words of a line. Digits of other scripts count as digits.
func cut(line string) []piece {
	line = line[:min(len(line), dateLine)]
	if !strings.ContainsFunc(line, unicode.IsDigit) {
		return nil
	}
	months := datelines().months
	out := make([]piece, 0, 16)
	for i := 0; i < len(line) && len(out) < pieces; {
		r, size := utf8.DecodeRuneInString(line[i:])
		start := i
		switch {
		case decimal(r) >= 0:
			p := piece{start: start}
			for i < len(line) && decimal(r) >= 0 {
				if p.digits++; p.digits <= 8 {
					p.value = p.value*10 + decimal(r)
				}
				i += size
				r, size = utf8.DecodeRuneInString(line[i:])
			}
			p.end = i
			out = append(out, p)
		case strings.ContainsRune("年月日년월일", r):
			i += size
		case unicode.IsLetter(r):
			for small := false; i < len(line) && (unicode.IsLetter(r) || unicode.IsMark(r)) && !strings.ContainsRune("年月日년월일", r); {
				if small && unicode.IsUpper(r) { // two words that a page shows apart: DoeUpdated
					break
				}
				small = unicode.IsLower(r)
				i += size
				r, size = utf8.DecodeRuneInString(line[i:])
			}
			p := piece{word: strings.ToLower(line[start:i]), start: start, end: i}
			p.month = months[p.word]
			out = append(out, p)
		default:
			i += size
		}
	}
	return out
}

// decimal gives the value of a digit of any script, -1 where it is none. The ten digits of a
// script stand in a row that begins where the code point's last hexadecimal digit is 0 or 6.
func decimal(r rune) int {
	if r < utf8.RuneSelf || !unicode.Is(unicode.Nd, r) {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	value := int(r & 0xf)
	if !unicode.Is(unicode.Nd, r&^0xf) {
		value -= 6
	}
	if value < 0 || value > 9 {
		return -1
	}
	return value
}

// An order of day and month where a date is numbers alone.
type order uint8

const (
	unknown order = iota
	dayFirst
	monthFirst
)

// A day is found in a line between two of its pieces.
type day struct {
	year, month, day int
	first, last      int   // pieces
	sure             order // what the day says of the order of numbers where it is sure
}

func (d day) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// findDay finds the first day from piece from on: 26 December 2021, Dec. 26th, 2021, 26. de
// diciembre de 2021, 2021年12月26日, 2021-12-26, 26.12.2021, 26.12.21. A day of numbers alone
// counts only where its order is known or sure.
func findDay(line string, p []piece, from int, o order) (day, bool) {
	for i := from; i < len(p); i++ {
		d := day{first: i, last: i}
		switch n := p[i].digits; {
		case n == 8 || n == 14: // 20211226, 20211226101500
			d.year, d.month, d.day = p[i].value/10000, p[i].value/100%100, p[i].value%100
		case n == 4 && p[i].value >= 1990 && p[i].value <= 2100:
			d.year = p[i].value
			if !d.before(line, p, from, o) && !d.after(line, p) {
				continue
			}
		case n == 2 && i >= from+2: // 26.12.21
			if gap(line, p, i-1) != "." || gap(line, p, i-2) != "." || i+1 < len(p) && gap(line, p, i) == "." {
				continue
			}
			d.first, d.year, d.month, d.day = i-2, 2000+p[i].value, p[i-1].value, p[i-2].value
		default:
			continue
		}
		if d.year >= 1990 && d.year <= 2100 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.time().Day() == d.day {
			return d, true
		}
	}
	return day{}, false
}

// gap is what stands between a piece and the next.
func gap(line string, p []piece, i int) string { return line[p[i].end:p[i+1].start] }

func (p *piece) isDay() bool { return p.digits > 0 && p.digits <= 2 && p.value >= 1 && p.value <= 31 }

// filler are short words between the parts of a date: de, of, the, st, th, г.
func (p *piece) filler() bool { return p.digits == 0 && p.month == 0 && len(p.word) <= 3 }

const widest = 4 // bytes between the parts of a date

// before reads day and month before the year.
func (d *day) before(line string, p []piece, from int, o order) bool {
	back := func(i int) int { // the part before, past at most two short words
		for n := 0; n < 3; n++ {
			if i--; i < from || len(gap(line, p, i)) > widest {
				return -1
			}
			if !p[i].filler() {
				return i
			}
		}
		return -1
	}
	a := back(d.last)
	if a < 0 {
		return false
	}
	b := back(a)
	switch {
	case b < 0:
		return false
	case p[a].month > 0 && p[b].isDay(): // 26 December 2021
		d.first, d.month, d.day = b, p[a].month, p[b].value
	case p[a].isDay() && p[b].month > 0: // December 26, 2021
		d.first, d.month, d.day = b, p[b].month, p[a].value
	case p[a].isDay() && p[b].isDay() && a == d.last-1 && b == a-1:
		mark := strings.TrimSpace(gap(line, p, b))
		if mark != strings.TrimSpace(gap(line, p, a)) || len(mark) != 1 || !strings.Contains("./-", mark) {
			return false
		}
		d.first = b
		switch x, y := p[b].value, p[a].value; {
		case mark == "." && y <= 12, x > 12 && y <= 12:
			d.day, d.month, d.sure = x, y, dayFirst
		case y > 12 && x <= 12:
			d.day, d.month, d.sure = y, x, monthFirst
		case o == dayFirst, x == y:
			d.day, d.month = x, y
		case o == monthFirst:
			d.day, d.month = y, x
		default:
			return false
		}
	default:
		return false
	}
	return true
}

// after reads month and day behind the year.
func (d *day) after(line string, p []piece) bool {
	i := d.last
	if i+2 >= len(p) || !p[i+2].isDay() || len(gap(line, p, i)) > widest || len(gap(line, p, i+1)) > widest {
		return false
	}
	switch mark := strings.TrimSpace(gap(line, p, i)); {
	case p[i+1].month > 0:
		d.month = p[i+1].month
	case p[i+1].isDay() && mark != "" && mark != "," && !strings.Contains(mark, ":"):
		d.month = p[i+1].value
	default:
		return false
	}
	d.last, d.day = i+2, p[i+2].value
	return true
}

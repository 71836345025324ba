package metadata

import (
	"strings"
	"sync"
	"time"
	"unicode"

	data "github.com/newsmill/newsmill/data/when"
	"github.com/newsmill/newsmill/stages/article"
)

// months are the names of the months in the languages of data/when, in small letters.
var months = sync.OnceValue(func() map[string]time.Month {
	names := map[string]time.Month{}
	for i := time.January; i <= time.December; i++ {
		name := strings.ToLower(i.String())
		names[name], names[name[:3]] = i, i
	}
	names["sept"] = time.September
	for line := range strings.Lines(data.Months) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		if n, size := number(columns[2], 2); size > 0 && n >= 1 && n <= 12 {
			names[strings.ToLower(columns[1])] = time.Month(n)
		}
	}
	return names
})

// findDate finds a day as people write it: 26 December 2021, December 26, 2021, 26. Dezember
// 2021, 26.12.2021, 2021年12月26日. A day of numbers alone counts only where its order is sure.
func findDate(text string) (article.Date, bool) {
	words := dateWords(text)
	for i := range words {
		year, ok := year(words[i])
		if !ok {
			continue
		}
		var day, month int
		switch {
		case i >= 2 && months()[words[i-1]] != 0: // 26 December 2021
			month, day = int(months()[words[i-1]]), dayOf(words[i-2])
			if day == 0 && i >= 3 && len(words[i-2]) <= 2 { // 26 de diciembre
				day = dayOf(words[i-3])
			}
		case i >= 4 && months()[words[i-2]] != 0: // 26 de diciembre de 2021
			month, day = int(months()[words[i-2]]), dayOf(words[i-3])
			if day == 0 {
				day = dayOf(words[i-4])
			}
		case i >= 3 && months()[words[i-2]] != 0: // 26 diciembre de 2021
			month, day = int(months()[words[i-2]]), dayOf(words[i-3])
		}
		if day == 0 && i >= 2 && months()[words[i-2]] != 0 { // December 26, 2021
			month, day = int(months()[words[i-2]]), dayOf(words[i-1])
		}
		if day == 0 && i+2 < len(words) { // 2021 12 26
			if m, d := dayOf(words[i+1]), dayOf(words[i+2]); m >= 1 && m <= 12 && d > 0 && strings.ContainsAny(text, "年-/년") {
				month, day = m, d
			}
		}
		if day == 0 && i >= 2 && strings.Contains(text, words[i-2]+"."+words[i-1]+".") { // 26.12.2021
			day, month = dayOf(words[i-2]), dayOf(words[i-1])
		}
		if day == 0 && i >= 2 { // 26/12/2021, where 26 can be no month
			a, b := dayOf(words[i-2]), dayOf(words[i-1])
			switch {
			case a > 12 && b >= 1 && b <= 12:
				day, month = a, b
			case b > 12 && a >= 1 && a <= 12:
				day, month = b, a
			}
		}
		if day >= 1 && day <= 31 && month >= 1 && month <= 12 {
			return article.Date{Time: time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), Precision: "day"}, true
		}
	}
	return article.Date{}, false
}

// dateWords cuts a text into numbers and words, small letters.
func dateWords(text string) []string {
	const most = 400 // letters; what is longer is no date line
	if len(text) > most {
		text = text[:most]
	}
	var out []string
	kind := func(r rune) int {
		switch {
		case '0' <= r && r <= '9':
			return 1
		case unicode.IsLetter(r) && !strings.ContainsRune("年月日년월일", r):
			return 2
		}
		return 0
	}
	last := 0
	for _, r := range strings.ToLower(text) {
		k := kind(r)
		switch {
		case k == 0:
		case k == last:
			out[len(out)-1] += string(r)
		default:
			out = append(out, string(r))
		}
		last = k
	}
	// The endings of ordinal numbers: 26th.
	kept := out[:0]
	for i, w := range out {
		if i > 0 && (w == "st" || w == "nd" || w == "rd" || w == "th") && dayOf(out[i-1]) > 0 {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

func year(word string) (int, bool) {
	n, size := number(word, 4)
	return n, size == 4 && len(word) == 4 && n >= 1990 && n <= 2100
}

func dayOf(word string) int {
	n, size := number(word, 2)
	if size != len(word) || n > 31 {
		return 0
	}
	return n
}

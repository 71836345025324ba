package metadata

import (
	"strings"
	"unicode"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
)

func siteOf(address string) string { return article.SiteOf(address) }

const (
	headLines   = 24  // lines before the text among which the headline is looked for
	shortLine   = 80  // bytes; a shorter line where the text begins may belong to its head
	nearLine    = 160 // bytes; a longer line is no byline and no day
	openingSize = 2000
)

// Lines reads the metadata of flattened text: lines in the order of the page, of which those
// from from up to to hold the text, as far as is known. With from = to there is none.
//
// The headline is the line above the text that says in few words what the text says; byline and
// day are looked for between the two, then right above and below.
func Lines(lines []string, from, to int, url string, given Given) article.Metadata {
	e := Evidence{URL: url, Given: given}
	start := from
	for start < to && len(lines[start]) < shortLine && start-from < headLines/2 {
		start++
	}
	switch {
	case from >= to: // no text: the page may still begin with a head
		start = min(len(lines), headLines/2)
		to = start
	case start == to:
		start = from
	}
	for _, line := range lines[start:to] {
		if len(e.Opening) >= openingSize {
			break
		}
		e.Opening += line[:min(len(line), openingSize)] + "\n"
	}
	head := headlineOf(lines, start, e.Opening)
	if head >= 0 && e.Given.Title == "" {
		e.Given.Title = fold(lines[head])
	}
	first := head + 1
	if head < 0 {
		first = max(start-headLines/2, 0)
	}
	short := func(lines []string) (out []string) {
		for _, line := range lines {
			if len(line) <= nearLine {
				out = append(out, line)
			}
		}
		return out
	}
	const above, below = 4, 12 // lines
	e.Near = short(lines[first:max(start, first)])
	e.Dated = append(short(lines[max(first-1-above, 0):first]), short(lines[to:min(to+below, len(lines))])...)
	m, _ := Read(&e)
	return m
}

// headlineOf gives the line before start that is the headline of the text, or -1.
func headlineOf(lines []string, start int, opening string) int {
	const shortest, longest = 12, 200 // bytes
	best, most := -1, 0.0
	opening = strings.ToLower(opening)
	for i := max(start-headLines, 0); i < start; i++ {
		line := lines[i]
		if len(line) < shortest || len(line) > longest || strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "..") || isDay(line) {
			continue
		}
		if label, _ := furniture.Phrase(strings.ToLower(line)); label != "" {
			continue
		}
		const farthest = 0.4 // what a line as far as can be must tell more than the nearest
		if worth := toldShare(line, opening) - farthest*float64(start-1-i)/headLines; worth > most {
			best, most = i, worth
		}
	}
	const least = 0.25
	if most < least {
		return -1
	}
	return best
}

// toldShare gives the share of a headline's words that a text has; in scripts that put no
// spaces between words, of its pairs of letters. A line of one word tells nothing.
func toldShare(headline, text string) float64 {
	const long, few = 4, 2
	all, told := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(headline)) {
		w = letters(w)
		runes := []rune(w)
		if len(runes) == 0 {
			continue
		}
		if !spaceless(runes[0]) {
			if len(runes) >= long {
				all++
				if strings.Contains(text, string(runes[:min(len(runes), 2*long)])) {
					told++
				}
			}
			continue
		}
		for i := 0; i+1 < len(runes); i++ {
			all++
			if strings.Contains(text, string(runes[i:i+2])) {
				told++
			}
		}
	}
	if all < few || told < few {
		return 0
	}
	return float64(told) / float64(all)
}

func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

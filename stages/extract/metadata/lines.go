package metadata

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
)

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
		e.Given.Title = bare(fold(lines[head]), e.siteNames(given.Site), "")
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

// recurs tells a line that stands on the page more than twice, as no headline does.
func recurs(lines []string, line string) bool {
	n := 0
	for _, l := range lines {
		if l == line {
			if n++; n > 2 {
				return true
			}
		}
	}
	return false
}

// headlineOf gives the line before start that is the headline of the text, or -1. It says in
// few words what the text says; it is often set twice, has the standfirst or the byline right
// below, and bears no credit as captions do.
func headlineOf(lines []string, start int, opening string) int {
	opening = strings.ToLower(opening)
	const shortest, longest = 12, 200 // bytes
	best, most := -1, 0.0
	from := max(start-headLines, 0)
	for i := from; i < start; i++ {
		line := lines[i]
		if len(line) < shortest || len(line) > longest || ends(line) && !strings.HasSuffix(line, "..") || IsDay(line) || captioned(line) || recurs(lines, line) {
			continue
		}
		if label, _ := furniture.Phrase(strings.ToLower(line)); label != "" || readByline(line, false, nil).opened {
			continue
		}
		// Distance counts for least: between headline and text stand menus to share it.
		worth := toldShare(line, opening) - 0.2*float64(start-1-i)/headLines
		if len(line) > 110 { // as standfirsts are
			worth -= 0.2
		}
		if i+1 < start && len(lines[i+1]) > shortLine && ends(lines[i+1]) {
			worth += 0.15
		}
		switch {
		case i+1 == start:
		case readByline(lines[i+1], false, nil).opened:
			worth += 0.3
		case IsDay(lines[i+1]):
			worth += 0.15
		}
		if slices.Contains(lines[from:i], line) || slices.Contains(lines[i+1:start], line) {
			worth += 0.15
		}
		if worth > most {
			best, most = i, worth
		}
	}
	const least = 0.25
	if most < least {
		return -1
	}
	return best
}

// ends tells whether a line ends as sentences do that are no headline.
func ends(line string) bool {
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "。") || strings.HasSuffix(line, "।") || strings.HasSuffix(line, ":")
}

// captioned tells whether a line names who took a picture, or whose it is.
func captioned(line string) bool {
	if strings.ContainsAny(line, "©@") {
		return true
	}
	v := bylineWords()
	words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) && r != ':' })
	for i, w := range words {
		if strings.HasSuffix(w, ":") && v.others[strings.TrimSuffix(w, ":")] {
			return true
		}
		if i == len(words)-1 && i > 0 && len(w) >= shortestWire && v.wires[w] != "" {
			return true
		}
	}
	return false
}

// toldShare gives the share of a headline's words that a text has, whatever their endings; in
// scripts that put no spaces between words, or endings that change the word, of its pairs of
// letters. A line of few words tells nothing.
func toldShare(headline, text string) float64 {
	const long, stem, few = 4, 5, 3
	all, told, pairs := 0, 0, 1
	for w := range strings.FieldsSeq(strings.ToLower(headline)) {
		w = letters(w)
		runes := []rune(w)
		if len(runes) == 0 {
			continue
		}
		if !paired(runes[0]) {
			if len(runes) >= long {
				all++
				if strings.Contains(text, string(runes[:min(len(runes), stem)])) {
					told++
				}
			}
			continue
		}
		pairs = 2
		for i := 0; i+1 < len(runes); i++ {
			all++
			if strings.Contains(text, string(runes[i:i+2])) {
				told++
			}
		}
	}
	if told < few*pairs {
		return 0
	}
	return float64(told) / float64(all)
}

func paired(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

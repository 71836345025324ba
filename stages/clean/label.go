package clean

import (
	"strings"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
)

// label gives every line its label and decides which are the article; read gives the metadata
// of the page whose text is known.
func label(lines []line, t *article.Template, read func(from, to int) *article.Metadata) []article.Block {
	count(lines)
	worth := make([]int, len(lines))
	site := make([]bool, len(lines))
	hints := make([]string, len(lines))
	for i := range lines {
		l := &lines[i]
		site[i] = t.Boilerplate(l.text, l.Weight)
		if l.Weight <= 140 {
			hints[i], _ = furniture.Phrase(strings.ToLower(l.text))
			if hints[i] == "byline" && l.Weight > 60 {
				hints[i] = ""
			}
		}
		worth[i] = l.worth(hints[i], site[i])
	}
	teasers(lines, worth)
	from, to := run(worth)
	meta := read(from, to)
	out := make([]article.Block, len(lines))
	seen := map[uint64]bool{}
	for i := range lines {
		l, o := &lines[i], &out[i]
		*o = article.Block{Text: l.text, Reason: "rule", Start: -1, End: -1, RawStart: -1, RawEnd: -1}
		o.Score = float32(min(max(50+worth[i]*4, 1), 99)) / 100
		o.Kept = i >= from && i < to && (worth[i] > 0 || plain(lines, worth, hints, i) && !site[i])
		o.Label = article.Body
		h := article.LineHash(l.text)
		switch {
		case site[i]:
			o.Reason = "template"
		case o.Kept && strings.EqualFold(l.text, meta.Title) && meta.Title != "":
			o.Kept, o.Reason = false, "metadata"
		case o.Kept && seen[h] && l.Weight >= 40:
			o.Kept, o.Reason = false, "duplicate"
			continue
		case o.Kept:
			seen[h] = true
		}
		if !o.Kept {
			o.Score = min(o.Score, 0.49)
			o.Label = l.labelOf(meta, hints[i], i < from, i >= to)
		} else {
			o.Score = max(o.Score, 0.51)
		}
	}
	return out
}

func count(lines []line) {
	times := make(map[string]int, len(lines))
	for i := range lines {
		times[lines[i].text]++
	}
	for i := range lines {
		lines[i].times = times[lines[i].text]
	}
}

// What lines speak for or against being the article.
const (
	furnished = -3 // furniture, by what is known of it
	short     = -2 // too short to tell
)

// worth is what a line by itself speaks for being the article, above 0, or against it.
func (l *line) worth(hint string, site bool) int {
	switch {
	case site || hint != "" || l.times > 1 && l.Weight < 80 || l.times > 2 && l.Weight < 140:
		return furnished
	case l.times > 1 && l.Weight < 140: // a paragraph of a text that stands twice, or a notice
		return 2
	case l.Weight < 100 && strings.HasSuffix(l.text, "?"): // more often a headline than a paragraph
		return short
	case l.Weight >= 60 && l.Ends && l.Stops > 0:
		return 4 + min(l.Weight/50, 8)
	case l.Weight >= 180 && l.Stops > 0:
		return 4
	case l.Weight >= 25 && l.Ends && l.Stops > 0:
		return 2
	}
	return short
}

// teasers turns the worth of long lines that follow a line of furniture, as the summary of
// a linked story follows the line with its date.
func teasers(lines []line, worth []int) {
	for i := 1; i < len(lines); i++ {
		if worth[i] > 0 && lines[i-1].times > 2 && lines[i-1].Weight < 60 {
			worth[i] = furnished
		}
	}
}

// run gives the lines that together are worth most.
func run(worth []int) (from, to int) {
	best, sum, start := 0, 0, 0
	for i, w := range worth {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += w
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	if best < min(7, 2*len(worth)) { // a page of one line may be no more than a sentence
		return 0, 0
	}
	return from, to
}

// plain tells whether a short line inside the run is a sub-heading or an item of a list: it
// stands right before the text, and not in a row of such lines that is no list.
func plain(lines []line, worth []int, hints []string, i int) bool {
	if worth[i] != short || hints[i] != "" || lines[i].times > 1 || lines[i].Weight < 2 {
		return false
	}
	row := 0
	for j := i - 1; j >= 0 && worth[j] < 0; j-- {
		if worth[j] < short {
			return false
		}
		row++
		if row > 30 {
			return false
		}
	}
	for j := i + 1; j < len(lines) && worth[j] < 0; j++ {
		if worth[j] < short {
			return false
		}
		row++
		if row > 30 {
			return false
		}
	}
	return true
}

func (l *line) labelOf(meta *article.Metadata, hint string, before, after bool) article.Label {
	switch {
	case meta.Title != "" && strings.EqualFold(l.text, meta.Title):
		return article.Headline
	case hint != "":
		return article.Label(hint)
	case before && l.Digits >= 3 && l.Weight < 50:
		return article.Dateline
	case before && l.Weight >= 60:
		return article.Standfirst
	case l.times > 1:
		return article.Navigation
	case after && l.Weight >= 20:
		return article.Related
	case l.Weight < 20:
		return article.Navigation
	}
	return article.Other
}

package clean

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// A choice says for each line how likely it is the article, in thousandths, whether the site
// prints it on all pages, and whether it is kept. What is kept stands between two lines.
type choice struct {
	sure     []int32
	site     []bool
	keep     []bool
	from, to int
}

// label gives every line its label.
func label(lines []line, c choice, meta *article.Metadata) []article.Block {
	out := make([]article.Block, len(lines))
	seen := map[uint64]bool{}
	for i := range lines {
		l, o := &lines[i], &out[i]
		*o = article.Block{
			Text: l.text, Kept: c.keep[i], Score: float32(c.sure[i]) / 1000, Reason: "model", Label: article.Body,
			Start: -1, End: -1, RawStart: l.start, RawEnd: l.end,
		}
		switch {
		case c.site[i]:
			o.Reason = "template"
		case o.Kept && meta.Title != "" && strings.EqualFold(l.text, meta.Title):
			o.Kept, o.Reason = false, "metadata"
		case o.Kept && seen[l.hash] && l.Weight >= 40:
			o.Kept, o.Reason = false, "duplicate"
			continue
		case o.Kept:
			seen[l.hash] = true
		}
		if !o.Kept {
			o.Label = l.labelOf(meta, i < c.from, i >= c.to)
		}
	}
	return out
}

// decide says which lines are the article.
func decide(m *Model, lines []line, t *article.Template) choice {
	count(lines)
	l, letters := newLayout(lines), letters(lines)
	c := choice{site: make([]bool, len(lines))}
	v := features.Judge(m.First, m.Second, letters, l.page, l.groups(), func(r *features.Row, i int) { l.row(r, i, m.Wording, t) })
	if !slices.ContainsFunc(lines, func(l line) bool { return !l.Ends }) {
		for i := range v.Sure {
			v.Sure[i] = 1000 // sentences alone: a text that somebody cleaned, or wrote
		}
	}
	others := l.others()
	for i := range lines {
		if c.site[i] = t.Boilerplate(lines[i].text, letters[i]); c.site[i] || letters[i] == 0 || others[i] {
			v.Sure[i] = 0
		}
	}
	c.sure, c.keep = v.Sure, v.Keep(letters, false, nil, nil)
	dropConsent(lines, c.keep)
	if sums := v.Sum(c.keep, func(i int) *article.Measure { return &lines[i].Measure }); !sums.Bare() {
		clear(c.keep)
	}
	c.from, c.to = bounds(lines, c.keep)
	return c
}

// bounds gives the lines between which the text stands, 0 and 0 where there is none. It begins
// with the first line that is kept, but for a standfirst that byline and day stand behind.
func bounds(lines []line, keep []bool) (from, to int) {
	const apart = 12 // lines at most between standfirst and text
	from = -1
	for i, kept := range keep {
		if !kept {
			continue
		}
		if from < 0 {
			from = i
		}
		to = i + 1
	}
	for i := max(from, 0); from >= 0 && i+1 < min(to, from+apart); i++ {
		if keep[i] && keep[i+1] && lines[i].Weight >= longLine {
			return i, to
		}
	}
	return max(from, 0), to
}

func letters(lines []line) []int {
	out := make([]int, len(lines))
	for i := range lines {
		out[i] = lines[i].Weight
	}
	return out
}

// count tells how often each line stands in the page, and how often before.
func count(lines []line) {
	times := make(map[uint64]int, len(lines))
	for i := range lines {
		lines[i].earlier = times[lines[i].hash]
		times[lines[i].hash]++
	}
	for i := range lines {
		lines[i].times = times[lines[i].hash]
	}
}

// hint names the phrase of furniture that a short line begins with.
func (l *line) hint() string {
	if l.Weight > 140 {
		return ""
	}
	hint, _ := furniture.Phrase(strings.ToLower(l.text))
	if hint == "byline" && l.Weight > 60 {
		return ""
	}
	return hint
}

func (l *line) labelOf(meta *article.Metadata, before, after bool) article.Label {
	hint := l.hint()
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

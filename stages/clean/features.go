package clean

import (
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// A layout is a page's lines with all that features are made of.
type layout struct {
	lines  []line
	before []int // last long line before each, -1
	behind []int // next
	sum    []int // letters before each line, and of all
	longs  []int // letters of long lines, likewise
	short  []int // short lines in a row up to each line
	ahead  []int // and from it on
	page   *features.Words
	since  features.Since
	echoes features.Echoes
	runs   [len(gaps)]runs
	told   runs  // of paragraphs that end a sentence
	topic  []int // how much of what a line speaks of the longest of these speaks of: see [features.Topics]
}

const longLine = 70 // letters

func newLayout(lines []line) *layout {
	n := len(lines)
	l := &layout{
		lines: lines, before: make([]int, n), behind: make([]int, n), sum: make([]int, n+1), longs: make([]int, n+1),
		short: make([]int, n+1), ahead: make([]int, n+1),
	}
	last := -1
	for i := range lines {
		o := &lines[i]
		l.before[i] = last
		l.sum[i+1], l.longs[i+1] = l.sum[i]+o.Weight, l.longs[i]
		if o.Weight >= longLine {
			last = i
			l.longs[i+1] += o.Weight
		} else {
			l.short[i+1] = l.short[i] + 1
		}
	}
	l.since = features.SinceOf(n, func(i int) (string, *article.Measure) { return lines[i].text, &lines[i].Measure })
	l.page = features.WordsIn(n, func(i int) string { return lines[i].text })
	l.echoes = features.EchoesOf(l.page, func(i int) uint64 { return lines[i].hash })
	for k, gap := range gaps {
		l.runs[k] = runsOf(lines, gap, (*line).long)
	}
	l.told = runsOf(lines, 1, (*line).sentence)
	l.topic = features.Topics(l.told.longest(), l.page)
	last = -1
	for i := n - 1; i >= 0; i-- {
		if l.behind[i] = last; lines[i].Weight >= longLine {
			last = i
		} else {
			l.ahead[i] = l.ahead[i+1] + 1
		}
	}
	return l
}

// row appends what the model sees of a line.
func (l *layout) row(r *features.Row, i int, w features.Wording, t *article.Template) {
	o := &l.lines[i]
	l.since.Text(r, i, o.text, &o.Measure)
	low := w.Add(r, l.page, i, o.Words)
	l.place(r, i)
	l.neighbours(r, i)
	r.Add(o.times, o.earlier)
	l.since.Add(r, i)
	l.echoes.Add(r, i)
	r.Flag(i > 0 && l.lines[i-1].recurs())
	r.Flag(i+1 < len(l.lines) && l.lines[i+1].recurs())
	r.Flag(i+2 < len(l.lines) && l.lines[i+2].recurs())
	r.Site(o.hash, t)
	for k := range l.runs {
		l.runs[k].add(r, i)
	}
	l.told.add(r, i)
	l.told.rivals(r)
	r.Add(l.topic[i], low)
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k < 0 || k >= len(l.lines) {
			r.Add(-1, -1, -1, -1)
			continue
		}
		o := &l.lines[k]
		first, _ := features.Ends(o.text)
		r.Add(first, features.Permille(o.Digits, o.Weight), l.since.Kind(k), l.topic[k])
	}
}

// recurs tells a short line that stands on the page again and again, as between teasers.
func (l *line) recurs() bool { return l.times > 2 && l.Weight < 60 && l.Weight > 0 }

// place adds where on the page a line stands.
func (l *layout) place(r *features.Row, i int) {
	n := len(l.lines)
	r.Add(i, n-i, features.Permille(i, n), l.longs[i], features.Permille(l.longs[i], l.longs[n]), features.Permille(l.sum[i], l.sum[n]), n, l.longs[n],
		l.short[i+1], l.ahead[i], l.short[i], l.ahead[i+1])
}

// neighbours adds what stands before and behind a line.
func (l *layout) neighbours(r *features.Row, i int) {
	n := len(l.lines)
	for step := -5; step <= 5; step++ {
		switch k := i + step; {
		case step == 0:
		case k < 0 || k >= n:
			r.Add(-1, -2, 0)
		default:
			o := &l.lines[k]
			_, last := features.Ends(o.text)
			r.Add(o.Weight, last, o.times)
		}
	}
	for _, k := range []int{l.before[i], l.behind[i]} {
		if k < 0 {
			r.Add(999, 0)
		} else {
			r.Add(max(i-k, k-i), l.lines[k].Weight)
		}
	}
	for _, reach := range []int{3, 8, 20} {
		for _, span := range [2][2]int{{max(0, i-reach), i}, {min(i+1, n), min(i+reach+1, n)}} {
			letters := l.sum[span[1]] - l.sum[span[0]]
			longs := l.longs[span[1]] - l.longs[span[0]]
			r.Add(letters, features.Permille(longs, letters))
		}
	}
}

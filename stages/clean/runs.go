package clean

import "github.com/newsmill/newsmill/stages/features"

// gaps are how many short lines in a row may stand between two paragraphs of one run.
var gaps = [...]int{0, 1, 3}

// loose is the place of the last of them.
const loose = len(gaps) - 1

// A run is a stretch of paragraphs with few short lines between them: an article is one, most often the longest.
type run struct{ from, to, letters, paragraphs int }

// runs tells of each line in which run of a page's paragraphs it stands.
type runs struct {
	all  []run
	of   []int // the run of each line, -1 is none
	nth  []int // paragraphs of the run before each line
	most int   // the run with most letters, -1 is none
}

// runsOf finds the runs of the lines that is tells for paragraphs.
func runsOf(lines []line, gap int, is func(*line) bool) runs {
	r := runs{of: make([]int, len(lines)), nth: make([]int, len(lines)), most: -1}
	short := gap + 1
	for i := range lines {
		r.of[i] = -1
		if !is(&lines[i]) {
			short++
			continue
		}
		if short > gap {
			r.all = append(r.all, run{from: i})
		}
		last := len(r.all) - 1
		own := &r.all[last]
		for k := max(own.from, i-short); k <= i; k++ {
			r.of[k], r.nth[k] = last, own.paragraphs
		}
		own.to = i + 1
		own.letters += lines[i].Weight
		own.paragraphs++
		short = 0
	}
	for k := range r.all {
		if r.most < 0 || r.all[k].letters > r.all[r.most].letters {
			r.most = k
		}
	}
	return r
}

// add appends how much the run of a line has, of the longest run too, where in it the line stands, and how far off
// the longest run is.
func (r *runs) add(row *features.Row, i int) {
	if r.most < 0 {
		row.Add(-1, -1, -1, -1, 0)
		return
	}
	longest := &r.all[r.most]
	away := 0
	switch {
	case i < longest.from:
		away = i - longest.from
	case i >= longest.to:
		away = i - longest.to + 1
	}
	n := r.of[i]
	if n < 0 {
		row.Add(0, 0, 0, -1, away)
		return
	}
	own := &r.all[n]
	row.Add(own.letters, features.Permille(own.letters, longest.letters), own.paragraphs, r.nth[i], away)
}

// rivals appends how much the longest run has, how much of that the next has, and how many there are.
func (r *runs) rivals(row *features.Row) {
	most, next := 0, 0
	for _, run := range r.all {
		if run.letters > most {
			most, next = run.letters, most
		} else {
			next = max(next, run.letters)
		}
	}
	row.Add(most, features.Permille(next, most), len(r.all))
}

// longest gives 1000 for the lines of the longest run, as if they were sure to be the article's, and 0 for others.
func (r *runs) longest() []int32 {
	sure := make([]int32, len(r.of))
	for i, n := range r.of {
		if n >= 0 && n == r.most {
			sure[i] = 1000
		}
	}
	return sure
}

func (l *line) long() bool { return l.Weight >= longLine }

// sentence tells a long line that ends a sentence and stands on the page once.
func (l *line) sentence() bool { return l.long() && l.Stops > 0 && l.times == 1 }

package clean

// teases tells a line behind which the summary of another story stands: one that recurs on the page, is no
// sentence, and says more than that here was an advertisement.
func (l *line) teases() bool { return l.recurs() && !l.Ends && l.Words >= 3 }

// others tells which lines are of a list of other stories: one that a phrase opens, and that one line parts again and
// again, as the one over each story's day does, with the summary of a story behind each. Where that line stands
// elsewhere on the page, a headline and a summary stand around it as well; but the first may be the article's own.
func (l *layout) others() []bool {
	const some = 3 // stories
	others := make([]bool, len(l.lines))
	parts := map[uint64]bool{}
	for i := range l.lines {
		if !l.since.Related(i) || others[i] {
			continue
		}
		if last, stories := l.list(i); stories >= some {
			parts[l.lines[last].hash] = true
			for k := i; k <= min(last+1, len(others)-1); k++ {
				others[k] = true
			}
		}
	}
	for i := 1; i+1 < len(l.lines) && len(parts) > 0; i++ {
		if o := &l.lines[i]; o.earlier > 0 && parts[o.hash] {
			others[i-1], others[i], others[i+1] = others[i-1] || !l.lines[i-1].sentence(), true, true
		}
	}
	return others
}

// list follows the list that line i opens to the last line with a summary behind it, and counts these.
func (l *layout) list(i int) (last, stories int) {
	const first, apart = 8, 4 // lines at most from the phrase to the first summary, and from one to the next
	reach := first
	last = i
	for k := i + 1; k <= last+reach && k+1 < len(l.lines); k++ {
		if !l.lines[k].teases() || !l.lines[k+1].sentence() || stories > 0 && l.lines[k].hash != l.lines[last].hash {
			continue
		}
		if stories > 0 && l.sentences(last+1, k) > 1 {
			break
		}
		last, reach = k, apart
		stories++
	}
	return last, stories
}

// sentences counts the long lines that end a sentence.
func (l *layout) sentences(from, to int) (n int) {
	for i := from; i < to; i++ {
		if l.lines[i].sentence() {
			n++
		}
	}
	return n
}

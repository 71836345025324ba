package clean

// shape tells by a small number what a line looks like: how long it is, whether it ends a sentence and
// has digits.
func (l *line) shape() int32 {
	shape := int32(0)
	for _, most := range [...]int{12, 30, 60, 100, 200} {
		if l.Weight > most {
			shape++
		}
	}
	shape *= 4
	if l.Ends {
		shape += 2
	}
	if l.Digits > 0 {
		shape++
	}
	return shape
}

const (
	noLine = 30 // is no shape
	shapes = 32
)

// numbers numbers keys as they come.
type numbers[K comparable] map[K]int32

func (n numbers[K]) of(key K) int32 {
	number, known := n[key]
	if !known {
		number = int32(len(n))
		n[key] = number
	}
	return number
}

// groups gives the lines that are alike: of one shape between two of one shape each, as headline, summary and time
// of teasers are; of one run, or between the same two; behind the same line; of one opening.
func (l *layout) groups() [][]int32 {
	n := len(l.lines)
	shape, stretch, behind := make([]int32, n), make([]int32, n), make([]int32, n)
	at := func(i int) int32 {
		if i < 0 || i >= n {
			return noLine
		}
		return l.lines[i].shape()
	}
	around, before := numbers[int32]{}, numbers[uint64]{}
	runs := l.runs[loose].of
	for i := range l.lines {
		shape[i], behind[i] = around.of((at(i-1)*shapes+at(i))*shapes+at(i+1)), -1
		if i == 0 {
			continue
		}
		stretch[i] = stretch[i-1]
		if runs[i] != runs[i-1] {
			stretch[i]++
		}
		if up := &l.lines[i-1]; up.times > 1 {
			behind[i] = before.of(up.hash)
		}
	}
	return [][]int32{shape, stretch, behind, l.echoes.Opening}
}

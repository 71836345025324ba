package segment

// enumerator is what an item of a list begins with: "2.", "b)", "• 3.", a bullet. The zero value
// is none.
type enumerator struct {
	tokens int    // how many it is made of
	value  int    // 2 of "2." and of "b."
	shape  uint32 // of its marks and the kind of its number
}

// longestEnumerator bounds the digits of an item's number.
const longestEnumerator = 3

// enumerator reads what stands at token i of a line.
func (r *reader) enumerator(l *line, i int) (e enumerator) {
	at := func(n int) class { return r.at(l, i+n).class }
	form := func(n int) string { return r.text[r.tokens[i+n].Start:r.tokens[i+n].End] }
	if at(0) == bullet {
		e = enumerator{tokens: 1, shape: r.looks[i].hash}
	}
	if e.tokens == 0 && at(0) == open {
		e = enumerator{tokens: 1, shape: 1}
	}
	value, kind := 0, at(e.tokens)
	if kind == initial { // "A."
		f := form(e.tokens)
		return enumerator{e.tokens + 1, int(f[0]|0x20-'a') + 1, e.shape ^ 2}
	}
	if kind != digits && kind != smallWord && kind != letter {
		if at(0) != bullet {
			return enumerator{}
		}
		return e
	}
	f := form(e.tokens)
	switch {
	case kind == digits && len(f) <= longestEnumerator:
		for _, c := range []byte(f) {
			value = value*10 + int(c-'0')
		}
	case len(f) == 1:
		value = int(f[0]|0x20-'a') + 1
	default:
		value = -1
	}
	n, shape := e.tokens+1, uint32(kind)<<8
	for m := n; m < n+2 && r.at(l, i+m).glued && (at(m) == stop || at(m) == shut); m++ {
		shape = shape<<4 | uint32(at(m))<<1
		e.tokens = m + 1
	}
	if value < 0 || e.tokens <= n-1 || e.tokens == n {
		if at(0) == bullet {
			e.tokens = 1
			return e
		}
		return enumerator{}
	}
	e.value, e.shape = value, e.shape^shape
	return e
}

// list says how the place between tokens k and k+1 stands to the lists of its line: 1 in the
// enumerator that the sentence begins with, 2 in its item, 3 before the next enumerator.
func (r *reader) list(l *line, k int) uint32 {
	switch {
	case r.item.tokens == 0:
		return 0
	case k+1 < r.first+r.item.tokens:
		return 1
	case k+1 == r.first+r.item.tokens:
		return 4
	}
	switch r.looks[k+1].class {
	case bullet, open, digits, smallWord, letter, initial:
		if next := r.enumerator(l, k+1); next.tokens > 0 && next.shape == r.item.shape && (next.value == r.item.value+1 || next.value == 0 && r.item.value == 0) {
			return 3
		}
	}
	return 2
}

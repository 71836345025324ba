package features

// Words are the words of a page's texts, each text read once. Within the page a word is a small number.
type Words struct {
	numbers []int32 // of the words of all texts, in order
	ends    []int32 // of each text
	hashes  []uint32
	known   table
}

// WordsIn reads so many texts.
func WordsIn(n int, text func(int) string) *Words {
	w := &Words{ends: make([]int32, n)}
	for i := range n {
		EachWord(text(i), func(h uint32) { w.numbers = append(w.numbers, w.number(h)) })
		w.ends[i] = int32(len(w.numbers))
	}
	return w
}

func (w *Words) number(h uint32) int32 {
	at := w.known.at(uint64(h))
	if *at == 0 {
		w.hashes = append(w.hashes, h)
		*at = int32(len(w.hashes))
	}
	return *at - 1
}

// of gives the words of a text.
func (w *Words) of(i int) []int32 {
	from := int32(0)
	if i > 0 {
		from = w.ends[i-1]
	}
	return w.numbers[from:w.ends[i]]
}

// shingles gives the shingles of a text, as [ShinglesOf] does.
func (w *Words) shingles(i int, yield func(uint64)) {
	numbers := w.of(i)
	for ; len(numbers) >= shingleSize; numbers = numbers[1:] {
		key := uint64(0)
		for _, n := range numbers[:shingleSize] {
			key = key*shingleStep + uint64(w.hashes[n])
		}
		yield(key)
	}
}

// A Mark tells which words of a page stand in another text, its title for one.
type Mark struct {
	page  *Words
	is    []bool  // of each number
	last  []int32 // the call of Share in which a marked word was found last
	calls int32
	words int // of the other text
}

// Mark marks the words of a set.
func (w *Words) Mark(set WordSet) Mark {
	m := Mark{page: w, is: make([]bool, len(w.hashes)), last: make([]int32, len(w.hashes)), words: len(set)}
	for n, h := range w.hashes {
		_, m.is[n] = set[h]
	}
	return m
}

// Share gives the part of a text's words that are marked, and the part of all words to mark that stand
// in it, in thousandths. The text is of so many bytes; both are 0 if no title is as long.
func (m *Mark) Share(i, bytes int) (share, found int) {
	const most = 400
	if m.words == 0 || bytes > most {
		return 0, 0
	}
	in, other := 0, 0
	words := m.page.of(i)
	m.calls++
	for _, n := range words {
		if m.is[n] {
			in++
			if m.last[n] != m.calls {
				m.last[n] = m.calls
				other++
			}
		}
	}
	return Permille(in, len(words)), Permille(other, m.words)
}

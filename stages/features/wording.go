package features

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// Wording is what the pages that a model was trained on tell of the words of short blocks:
// for hashes of words, and of the first two together, how often they stood in the article, as
// logarithms of odds in units of 1/16. Words of longer blocks are known apart.
type Wording map[uint32]int8

// shortText is up to how many words a block is short.
const shortText = 30

// ofLong tells the hashes of words in longer blocks from those in short ones.
const ofLong = 0x9e3779b9

// EachWording gives the hashes by which the wording of a page's text of so many words is known. A long one has
// no opening.
func (w *Words) EachWording(i, words int, word, opening func(uint32)) {
	numbers := w.of(i)
	if words > shortText {
		for _, n := range numbers {
			word(w.hashes[n] ^ ofLong)
		}
		return
	}
	for _, n := range numbers {
		word(w.hashes[n])
	}
	switch {
	case len(numbers) == 1:
		opening(w.hashes[numbers[0]])
	case len(numbers) > 1:
		opening(w.hashes[numbers[0]]*31 + w.hashes[numbers[1]])
	}
}

// Add appends what the words of a text speak for: the least, the mean of those known, and the
// opening. It gives how many of them speak against the article, in thousandths.
func (w Wording) Add(r *Row, page *Words, i, words int) (low int) {
	const against = -8
	least, sum, n, opens, all := 0, 0, 0, 0, 0
	page.EachWording(i, words, func(h uint32) {
		all++
		if odds, found := w[h]; found {
			if odds < against {
				low++
			}
			least = min(least, int(odds))
			sum += int(odds)
			n++
		}
	}, func(h uint32) { opens = int(w[h]) })
	r.Add(least, sum/max(n, 1), opens)
	return Permille(low, all)
}

var errShort = errors.New("the wording ends too early")

// Append writes a wording behind data: its number of hashes, then each, in ascending order,
// with its odds; little-endian.
func (w Wording) Append(data []byte) []byte {
	le := binary.LittleEndian
	data = le.AppendUint32(data, uint32(len(w)))
	for _, hash := range slices.Sorted(maps.Keys(w)) {
		data = append(le.AppendUint32(data, hash), byte(w[hash]))
	}
	return data
}

// ReadWording reads what [Wording.Append] wrote and gives the bytes behind it.
func ReadWording(data []byte) (Wording, []byte, error) {
	const head, size = 4, 5
	if len(data) < head {
		return nil, nil, errShort
	}
	n := int(binary.LittleEndian.Uint32(data))
	data = data[head:]
	if n > len(data)/size {
		return nil, nil, errShort
	}
	w := make(Wording, n)
	for range n {
		w[binary.LittleEndian.Uint32(data)] = int8(data[4])
		data = data[size:]
	}
	return w, data, nil
}

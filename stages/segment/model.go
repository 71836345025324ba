package segment

import (
	"encoding/binary"
	"sync"

	data "github.com/newsmill/newsmill/data/sentences"
)

const (
	// weightCount is the number of weights that features are hashed into.
	weightCount = 1 << 17
	// logit is how many steps of a weight make the sum say "e times as likely".
	logit = 32
	// wordBits is the size of the filter of common words.
	wordBits = 1 << 17
)

// Model tells where sentences end: the sum of the weights of a place's features says whether one
// does. It also knows common words, which have a capital only where a sentence begins.
type Model struct {
	weights [weightCount]int8
	words   filter
}

// Append writes the model to dst, as it is embedded: the weights, a byte each, and the filter of
// common words, in words of eight bytes, little end first.
func (m *Model) Append(dst []byte) []byte {
	for _, w := range m.weights {
		dst = append(dst, byte(w))
	}
	for _, w := range m.words {
		dst = binary.LittleEndian.AppendUint64(dst, w)
	}
	return dst
}

// embedded is the model that is part of the program.
var embedded = sync.OnceValue(func() *Model {
	m := &Model{words: make(filter, wordBits/64)}
	for i := range m.weights {
		m.weights[i] = int8(data.Model[i])
	}
	for i := range m.words {
		m.words[i] = binary.LittleEndian.Uint64(data.Model[weightCount+8*i:])
	}
	return m
})

// ends says whether a sentence ends at a place with these features.
func (m *Model) ends(features []uint32) bool {
	sum := int32(0)
	for _, f := range features {
		sum += int32(m.weights[f%weightCount])
	}
	return sum > 0
}

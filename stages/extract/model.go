package extract

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/newsmill/newsmill/data/blocks"
	"github.com/newsmill/newsmill/stages/features"
	"github.com/newsmill/newsmill/stages/trees"
)

// A Model tells the blocks of an article from the rest of its page: First by the block and what
// stands around it, Second by the scores of First too.
type Model struct {
	Past          Past
	First, Second *trees.Model
	Page          *trees.Model // tells pages with an article from those without; nil takes all for the first
}

// learned is the model that newsmill ships.
var learned = sync.OnceValue(func() *Model {
	m, err := ReadModel(blocks.Model)
	if err != nil {
		panic(fmt.Sprintf("read the embedded model of blocks: %v", err))
	}
	return m
})

// Append writes a model behind data: words of classes and of wording, each sorted and with
// their number before them, then the trees. All numbers are little-endian.
func (m *Model) Append(data []byte) []byte {
	le := binary.LittleEndian
	data = le.AppendUint32(data, uint32(len(m.Past.Classes)))
	for _, word := range slices.Sorted(maps.Keys(m.Past.Classes)) {
		w := m.Past.Classes[word]
		data = append(append(data, byte(len(word))), word...)
		data = append(data, byte(w.Body), byte(w.Cover))
	}
	return m.Page.Append(m.Second.Append(m.First.Append(m.Past.Wording.Append(data))))
}

var errShort = errors.New("the model ends too early")

// ReadModel reads what [Model.Append] wrote.
func ReadModel(data []byte) (*Model, error) {
	take := func(n int) ([]byte, error) {
		if n > len(data) {
			return nil, errShort
		}
		part := data[:n]
		data = data[n:]
		return part, nil
	}
	b, err := take(4)
	if err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint32(b)
	m := &Model{Past: Past{Classes: map[string]Word{}}}
	for range n {
		size, err := take(1)
		if err != nil {
			return nil, err
		}
		word, err := take(int(size[0]) + 2)
		if err != nil {
			return nil, err
		}
		end := len(word) - 2
		m.Past.Classes[string(word[:end])] = Word{Body: int8(word[end]), Cover: int8(word[end+1])}
	}
	m.Past.known = filterOf(m.Past.Classes)
	if m.Past.Wording, data, err = features.ReadWording(data); err != nil {
		return nil, err
	}
	if m.First, data, err = trees.Read(data); err != nil {
		return nil, err
	}
	if m.Second, data, err = trees.Read(data); err != nil {
		return nil, err
	}
	m.Page, _, err = trees.Read(data)
	return m, err
}

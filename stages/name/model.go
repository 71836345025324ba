package name

import (
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/newsmill/newsmill/data/names"
	"github.com/newsmill/newsmill/stages/linear"
)

// Classes is how many weights a feature has: those of the first pass and, from Second on, those
// of the second one.
const (
	Classes = 2 * Second
	Second  = (Tags + 7) / 8 * 8
)

// Model holds the weights of both passes. It is safe for concurrent use.
type Model struct {
	words *linear.Model
	steps [2]steps
}

// steps is what it counts that one tag stands behind another, in the units of the words' weights;
// Tags is the edge of a sentence.
type steps [Tags + 1][Tags + 1]int32

// Read takes a model from what [linear.Pack] made of it.
func Read(packed []byte) (*Model, error) {
	stored, err := linear.Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("read names model: %w", err)
	}
	m := &Model{}
	if m.words, stored, err = linear.Read(stored); err != nil {
		return nil, fmt.Errorf("read names model: %w", err)
	}
	if want := 2 * 2 * (Tags + 1) * (Tags + 1); m.words.Classes != Classes || len(stored) != want {
		return nil, fmt.Errorf("read names model: %d classes, %d bytes of steps, want %d and %d", m.words.Classes, len(stored), Classes, want)
	}
	for p := range m.steps {
		for a := range m.steps[p] {
			for b := range m.steps[p][a] {
				m.steps[p][a][b] = int32(int16(binary.LittleEndian.Uint16(stored)))
				stored = stored[2:]
			}
		}
	}
	return m, nil
}

// Append writes a model behind dst: a row of Classes weights for each value of a feature's lower
// bits, and the weights of steps from tag to tag of each pass, row by row.
func Append(dst []byte, weights []int8, steps [2][]int16) []byte {
	dst = linear.Append(dst, Classes, weights)
	for _, pass := range steps {
		for _, w := range pass {
			dst = binary.LittleEndian.AppendUint16(dst, uint16(w))
		}
	}
	return dst
}

// Default is the model that is embedded.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(names.Model)
	if err != nil {
		panic(err) // a build with it fails its tests
	}
	return m
})

// Package linear scores sparse features with weights of eight bits.
//
// A feature is a number that was mixed from a template and what it saw ([Mix], [Mix2], [Mix3]); its
// lower bits choose a row of the table, one weight for each class. Features that fall on one row
// share it: with rows enough that costs next to nothing (Weinberger et al., "Feature hashing for
// large scale multitask learning", 2009). Weights are stored with 128 added. All rows hold that, so
// it never decides, and eight classes are summed with two additions of 64 bits: sums are integers,
// the same on every machine.
package linear

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

const (
	// Zero is the byte that stands for the weight 0.
	Zero = 128
	// MaxFeatures is how many features fit in a sum.
	MaxFeatures = 256

	lanes = 8
)

// A Model has a row of weights for each value of a feature's lower bits.
type Model struct {
	Classes int
	stride  int    // bytes of a row: 2, 4, or a multiple of 8
	mask    uint32 // of the rows
	rows    []byte
}

// Stride is how many bytes a row of so many classes takes.
func Stride(classes int) int {
	switch {
	case classes <= 2:
		return 2
	case classes <= 4:
		return 4
	}
	return (classes + lanes - 1) / lanes * lanes
}

// Read takes a model from the head of bytes that it goes on to use, and gives the bytes behind it.
func Read(stored []byte) (*Model, []byte, error) {
	if len(stored) < 8 {
		return nil, nil, fmt.Errorf("linear model: %d bytes", len(stored))
	}
	classes, rows := binary.LittleEndian.Uint32(stored), binary.LittleEndian.Uint32(stored[4:])
	if stored = stored[8:]; classes == 0 || classes > 1<<12 || rows == 0 || rows&(rows-1) != 0 || uint64(rows)*uint64(Stride(int(classes))) > uint64(len(stored)) {
		return nil, nil, fmt.Errorf("linear model: %d classes, %d rows, %d bytes", classes, rows, len(stored))
	}
	m := &Model{Classes: int(classes), stride: Stride(int(classes)), mask: rows - 1}
	m.rows = stored[:int(rows)*m.stride]
	return m, stored[len(m.rows):], nil
}

// Append writes a model behind dst: weights has a row of classes weights for each of a power of
// two of rows.
func Append(dst []byte, classes int, weights []int8) []byte {
	rows := len(weights) / classes
	dst = binary.LittleEndian.AppendUint32(dst, uint32(classes))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(rows))
	for r := range rows {
		for c := range Stride(classes) {
			if c < classes {
				dst = append(dst, byte(int(weights[r*classes+c])+Zero))
			} else {
				dst = append(dst, 0) // never the best
			}
		}
	}
	return dst
}

// Scores fills scores, which holds [Stride] sums of m.Classes, with the sum of the features' weights for each class. Each has Zero times the number of features added.
func (m *Model) Scores(features []uint32, scores []uint16) {
	clear(scores[:m.stride])
	m.Add(features, scores)
}

// Add adds the weights of more features to sums that [Model.Scores] or Add left.
func (m *Model) Add(features []uint32, scores []uint16) {
	if len(features) > MaxFeatures {
		panic(fmt.Sprintf("linear: %d features, and sums hold those of %d", len(features), MaxFeatures))
	}
	switch m.stride {
	case 2:
		all, odd := sum2(m.rows, features, m.mask)
		s := scores[:2]
		s[0], s[1] = s[0]+uint16(all-odd<<8), s[1]+uint16(odd)
		return
	case 4:
		all, odd := sum4(m.rows, features, m.mask)
		a, s := all-odd<<8, scores[:4]
		s[0], s[1], s[2], s[3] = s[0]+uint16(a), s[1]+uint16(odd), s[2]+uint16(a>>16), s[3]+uint16(odd>>16)
		return
	}
	addRows(m.rows, m.stride, features, m.mask, scores[:m.stride])
}

// Best is the class with the highest score, of equals the first.
func Best(scores []uint16) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

const (
	odd1 = 0x9E3779B97F4A7C15
	odd2 = 0xD6E8FEB86659FD93
)

// Truth is what a feature is mixed of where it says yes or no.
func Truth(is bool) uint32 {
	if is {
		return 1
	}
	return 0
}

// Mix makes a feature of a template and one value.
func Mix(template, a uint32) uint32 {
	hi, lo := bits.Mul64((uint64(template)<<32|uint64(a))^odd2, odd1)
	return uint32(hi ^ lo)
}

// Mix2 makes a feature of a template and two values.
func Mix2(template, a, b uint32) uint32 {
	hi, lo := bits.Mul64((uint64(a)<<32|uint64(b))^uint64(template)*odd2, odd1)
	return uint32(hi ^ lo)
}

// Mix3 makes a feature of a template and three values.
func Mix3(template, a, b, c uint32) uint32 {
	return Mix2(template, Mix2(template, a, b), c)
}

// Mix4 makes a feature of a template and four values.
func Mix4(template, a, b, c, d uint32) uint32 {
	return Mix2(template, Mix2(template, a, b), Mix2(^template, c, d))
}

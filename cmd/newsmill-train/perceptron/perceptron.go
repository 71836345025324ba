// Package perceptron trains the weights of package linear: the averaged perceptron (Freund and
// Schapire 1999; Collins 2002) over hashed features.
//
// Weights are whole numbers while they are learned, so that training gives the same model on every
// machine. Four of them stand in 64 bits and are added at once, as package linear does.
package perceptron

import (
	"encoding/binary"
	"slices"

	"github.com/newsmill/newsmill/stages/linear"
)

// zero is added to each weight, so that none is below 0 and the sums of so many features never
// leave 16 bits. No weight goes farther from 0.
const (
	zero     = 208
	features = 1<<16/(2*zero) - 1
)

// A Model is learned one example after the other.
type Model struct {
	Classes int
	words   int // of 64 bits, in a row
	mask    uint32
	weights []uint64
	late    []int64 // each change times the examples before it: what the average lacks of it
	seen    int64
}

// New makes a model with 1<<bits rows.
func New(bits, classes int) *Model {
	m := &Model{Classes: classes, words: (classes + 3) / 4, mask: 1<<bits - 1}
	m.weights = make([]uint64, m.words<<bits)
	for i := range m.weights {
		m.weights[i] = zero * 0x0001000100010001
	}
	m.late = make([]int64, len(m.weights)*4)
	return m
}

// Scores fills scores, which holds m.Classes rounded up to a multiple of 4 sums, with the sum of
// the features' weights for each class; all have the same added.
func (m *Model) Scores(f []uint32, scores []uint16) {
	clear(scores[:m.words*4])
	m.Add(f, scores)
}

// Add adds the weights of more features to sums that Scores or Add left. There may be 156 features
// in all.
func (m *Model) Add(f []uint32, scores []uint16) {
	if len(f) > features {
		panic("too many features")
	}
	var offsets [features]int
	for i, x := range f {
		offsets[i] = int(x&m.mask) * m.words
	}
	at := 0
	for ; at+4 <= m.words; at += 4 {
		var a, b, c, d uint64
		rows := m.weights[at:]
		for _, offset := range offsets[:len(f)] {
			row := rows[offset:][:4]
			a, b, c, d = a+row[0], b+row[1], c+row[2], d+row[3]
		}
		spread(scores[at*4:], a)
		spread(scores[at*4+4:], b)
		spread(scores[at*4+8:], c)
		spread(scores[at*4+12:], d)
	}
	for ; at < m.words; at++ {
		var sum uint64
		rows := m.weights[at:]
		for _, offset := range offsets[:len(f)] {
			sum += rows[offset]
		}
		spread(scores[at*4:], sum)
	}
}

func spread(scores []uint16, sum uint64) {
	s := scores[:4]
	s[0], s[1], s[2], s[3] = s[0]+uint16(sum), s[1]+uint16(sum>>16), s[2]+uint16(sum>>32), s[3]+uint16(sum>>48)
}

// Next counts an example, after what it taught.
func (m *Model) Next() { m.seen++ }

// Teach makes a class better and another one worse where these features are.
func (m *Model) Teach(f []uint32, better, worse int) {
	for _, x := range f {
		row := int(x&m.mask) * m.words
		m.add(row*4+better, 1)
		m.add(row*4+worse, -1)
	}
}

func (m *Model) add(at int, by int64) {
	if w := m.weight(at); w+by < -zero || w+by > zero {
		return
	}
	m.weights[at/4] += uint64(by) << (at % 4 * 16)
	m.late[at] += by * m.seen
}

func (m *Model) weight(at int) int64 {
	return int64(uint16(m.weights[at/4]>>(at%4*16))) - zero
}

// kept is the share of the weights other than 0 that are not cut to the largest number. To cut a
// few dozen leaves the others finer; one in two thousand were too many: half a point of the tagger's.
const kept = 0.99999

// averaged gives the mean of each weight over the examples, row by row.
func (m *Model) averaged() []float64 {
	rows := len(m.weights) / m.words
	mean := make([]float64, 0, rows*m.Classes)
	for r := range rows {
		for c := range m.Classes {
			at := r*m.words*4 + c
			mean = append(mean, float64(m.weight(at)*m.seen-m.late[at])/float64(max(m.seen, 1)))
		}
	}
	return mean
}

// quantise gives weights in eight bits, and what they were multiplied by.
func quantise(mean []float64) (weights []int8, scale float64) {
	var sizes []float64
	for _, v := range mean {
		if v != 0 {
			sizes = append(sizes, max(v, -v))
		}
	}
	slices.Sort(sizes)
	top := 1.0
	if len(sizes) > 0 {
		top = sizes[min(int(kept*float64(len(sizes))), len(sizes)-1)]
	}
	scale = 127 / top
	out := make([]int8, len(mean))
	for i, v := range mean {
		scaled := v * scale
		if scaled >= 0 {
			out[i] = int8(min(127, int(scaled+0.5)))
		} else {
			out[i] = int8(max(-127, int(scaled-0.5)))
		}
	}
	return out, scale
}

// A Committee is models that learned the same examples in other orders. Its weights are the means of
// theirs: it says what they say together, at the price of one.
type Committee []*Model

func (c Committee) averaged() []float64 {
	mean := c[0].averaged()
	for _, m := range c[1:] {
		for i, v := range m.averaged() {
			mean[i] += v
		}
	}
	for i := range mean {
		mean[i] /= float64(len(c))
	}
	return mean
}

// Append writes the averaged model behind dst.
func (m *Model) Append(dst []byte) []byte {
	weights, _ := quantise(m.averaged())
	return linear.Append(dst, m.Classes, weights)
}

// AppendStaged writes the averaged model behind dst, as one that is sure where a class is so far
// ahead of the others.
func (c Committee) AppendStaged(dst []byte, sure float64) []byte {
	return appendStaged(dst, c[0].Classes, c.averaged(), sure)
}

// AppendStaged is that of a committee of one.
func (m *Model) AppendStaged(dst []byte, sure float64) []byte {
	return Committee{m}.AppendStaged(dst, sure)
}

// AppendRelative is AppendStaged with the weights of the first class taken away from those of the
// others, and without it: their scores against 0 tell as much.
func (m *Model) AppendRelative(dst []byte, sure float64) []byte {
	mean := m.averaged()
	apart := make([]float64, 0, len(mean))
	for row := range slices.Chunk(mean, m.Classes) {
		for _, v := range row[1:] {
			apart = append(apart, v-row[0])
		}
	}
	return appendStaged(dst, m.Classes-1, apart, sure)
}

func appendStaged(dst []byte, classes int, mean []float64, sure float64) []byte {
	weights, scale := quantise(mean)
	return linear.Append(binary.LittleEndian.AppendUint32(dst, uint32(sure*scale+0.5)), classes, weights)
}

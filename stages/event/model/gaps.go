package model

import (
	"encoding/binary"

	"github.com/newsmill/newsmill/stages/linear"
)

// Implicit scores who may be a side that is left open.
type Implicit struct {
	*linear.Model
	Bars   [2]int            // how far a source and a target must be ahead of the next choice
	step   int               // of how far ahead a choice is of the next one
	shares [Leads]float32    // of how many choices the party is right, by these steps
	open   [2][Leads]float32 // of how many sources and targets it is right that they are left open, by how far nobody is ahead
}

const implicitHeader = 12 + 6*Leads

// AppendImplicit writes a model behind dst: how far a source and a target must be ahead of the next choice, the step of such leads, how many of a
// thousand choices are right by these, and how many sources and targets that are left open, and its weights.
func AppendImplicit(dst []byte, weights []int8, bars [2]int, step int, shares [Leads]int, open [2][Leads]int) []byte {
	for _, n := range [...]int{bars[0], bars[1], step} {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(n))
	}
	dst = appendShares(appendShares(appendShares(dst, shares), open[0]), open[1])
	return linear.Append(dst, 1, weights)
}

func newImplicit(head []byte, m *linear.Model) *Implicit {
	number := func(i int) int { return int(binary.LittleEndian.Uint32(head[4*i:])) }
	i := &Implicit{Model: m, Bars: [2]int{number(0), number(1)}, step: number(2), shares: readShares(head[12:])}
	for side := range i.open {
		i.open[side] = readShares(head[12+2*Leads*(1+side):])
	}
	return i
}

// Share is how many choices so far ahead are right.
func (m *Implicit) Share(lead int) float32 { return m.shares[stepOf(lead, m.step)] }

// Open is how many of the sources (0) or targets that are left open so are rightly, by how far nobody is ahead; who is not far enough ahead may be.
func (m *Implicit) Open(side, lead int) float32 {
	return m.open[side][stepOf(lead, m.step)]
}

package model

import (
	"encoding/binary"

	"github.com/newsmill/newsmill/stages/linear"
)

// Standing scores the statuses of a trigger.
type Standing struct {
	Coder
	step   int            // of how far ahead a status is of the next one
	shares [Leads]float32 // of how many the status is right, by these steps
}

const standingHeader = 8 + 2*Leads

func newStanding(head []byte, m *linear.Model) *Standing {
	number := func(i int) int { return int(binary.LittleEndian.Uint32(head[4*i:])) }
	return &Standing{Coder: Coder{m, number(0)}, step: number(1), shares: readShares(head[8:])}
}

// AppendStanding writes a model behind dst: by how much another status must be likelier than that of the rules, the step of leads, how many of a
// thousand are right by these, and its weights, a row of classes each.
func AppendStanding(dst []byte, classes int, weights []int8, margin, step int, shares [Leads]int) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(margin))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(step))
	return linear.Append(appendShares(dst, shares), classes, weights)
}

// Share is how many of the statuses so far ahead are right. One that the rules have against the model is not ahead.
func (m *Standing) Share(lead int) float32 { return m.shares[stepOf(lead, m.step)] }

package model

import (
	"encoding/binary"

	"github.com/newsmill/newsmill/stages/linear"
)

// Leads is how many steps of a lead are told apart.
const Leads = 16

// stepOf is the step of a lead, where each is so wide.
func stepOf(lead, wide int) int { return max(0, min(lead/wide, Leads-1)) }

// appendShares writes how many of a thousand are right, by steps of their lead.
func appendShares(dst []byte, shares [Leads]int) []byte {
	for _, n := range shares {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(n))
	}
	return dst
}

// readShares reads them as parts of one.
func readShares(stored []byte) (shares [Leads]float32) {
	for i := range shares {
		shares[i] = float32(binary.LittleEndian.Uint16(stored[2*i:])) / 1000
	}
	return shares
}

// Scored sums the weights of features, of a model of one class or two.
func Scored(m *linear.Model, features []uint32) [2]int {
	var sums [2]uint16
	m.Scores(features, sums[:])
	return [2]int{int(sums[0]) - linear.Zero*len(features), int(sums[1]) - linear.Zero*len(features)}
}

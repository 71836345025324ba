package model

import (
	"encoding/binary"

	"github.com/newsmill/newsmill/stages/linear"
)

// Chooser scores who may be a side: a row has a weight for the source and one for the target.
type Chooser struct {
	*linear.Model
	Margin int            // by how much others must be likelier than those of the rules
	step   int            // of how far ahead a choice is of the next one
	both   [Leads]float32 // the share of choices whose sides are both right, by steps that the nearer one is ahead
	one    [Leads]float32 // the share of sides that are right
}

// header is how many bytes stand before the weights.
const header = 8 + 4*Leads

// Sureness is how many of a thousand choices are right in text that was not learned from, by how many steps they are ahead of the next one.
type Sureness struct {
	Both [Leads]int // of both sides, by the lead of the one less far ahead
	One  [Leads]int // of each side alone
}

func newChooser(head []byte, m *linear.Model) *Chooser {
	c := Chooser{Model: m, Margin: int(binary.LittleEndian.Uint32(head)), step: int(binary.LittleEndian.Uint32(head[4:]))}
	c.both, c.one = readShares(head[8:]), readShares(head[8+2*Leads:])
	return &c
}

// AppendChooser writes a model behind dst: its weights, by row; in their unit the margin and the step; and how sure it is.
func AppendChooser(dst []byte, weights []int8, margin, step int, sure Sureness) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(margin))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(step))
	dst = appendShares(appendShares(dst, sure.Both), sure.One)
	return linear.Append(dst, 2, weights)
}

// Certainty is how sure a choice is: that both sides are right, and each.
type Certainty struct {
	Both float32
	Side [2]float32
}

// Sure is that of sides that are so far ahead.
func (m *Chooser) Sure(leads [2]int) (s Certainty) {
	s.Both = m.both[stepOf(min(leads[0], leads[1]), m.step)]
	for side, lead := range leads {
		s.Side[side] = m.one[stepOf(lead, m.step)]
	}
	return s
}

package model

import (
	"encoding/binary"
	"math"

	"github.com/newsmill/newsmill/stages/linear"
)

// Coder scores the roles that a side may have, or the countries that it may be of. That of roles has a column more than there are: how far the
// rules are to be believed.
type Coder struct {
	*linear.Model
	Margin int // by how much another one must be likelier than that of the rules
}

func openCoder(packed []byte) *Coder {
	head, m := opened(packed, 4)
	return &Coder{m, int(binary.LittleEndian.Uint32(head))}
}

// Likeliest is the class with the highest score less its discount, or that of the rules if none is higher by the margin, and how far it is ahead of
// the next one. The model has a column for each class, and one more for that of the rules.
func (m *Coder) Likeliest(classes []string, ruled string, features []uint32, discount func(class string) int) (class string, lead int) {
	var sums [32]uint16
	m.Scores(features, sums[:])
	zero := linear.Zero * len(features)
	best, most, next, theirs := "", math.MinInt/2, math.MinInt/2, 0
	for i, class := range classes {
		x := int(sums[i]) - zero - discount(class)
		if class == ruled {
			x += int(sums[len(classes)]) - zero
			theirs = x
		}
		if x > most {
			best, most, next = class, x, most
		} else {
			next = max(next, x)
		}
	}
	if best != ruled && most < theirs+m.Margin {
		return ruled, theirs - most
	}
	return best, most - next
}

// AppendCoder writes a model behind dst: its weights, a row of classes each, and in their unit the margin.
func AppendCoder(dst []byte, classes int, weights []int8, margin int) []byte {
	return linear.Append(binary.LittleEndian.AppendUint32(dst, uint32(margin)), classes, weights)
}

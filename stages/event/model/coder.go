package model

import (
	"encoding/binary"
	"math"

	"github.com/newsmill/newsmill/stages/linear"
)

// Coder scores the roles that a side may have, the countries that it may be of, or the statuses of a trigger. Those of roles and statuses have a
// column more than there are: how far the rules are to be believed.
type Coder struct {
	*linear.Model
	Margin int // by how much another one must be likelier than that of the rules
}

func openCoder(packed []byte) *Coder {
	head, m := opened(packed, 4)
	return &Coder{m, int(binary.LittleEndian.Uint32(head))}
}

// Likeliest is the class with the highest score less its discount, or that of the rules if none is higher by the margin. The model has a column for
// each class, and one more for that of the rules.
func (m *Coder) Likeliest(classes []string, ruled string, features []uint32, discount func(class string) int) string {
	var sums [32]uint16
	m.Scores(features, sums[:])
	zero := linear.Zero * len(features)
	best, most, theirs := "", math.MinInt, 0
	for i, class := range classes {
		x := int(sums[i]) - zero - discount(class)
		if class == ruled {
			x += int(sums[len(classes)]) - zero
			theirs = x
		}
		if x > most {
			best, most = class, x
		}
	}
	if most < theirs+m.Margin {
		return ruled
	}
	return best
}

// AppendCoder writes a model behind dst: its weights, a row of classes each, and in their unit the margin.
func AppendCoder(dst []byte, classes int, weights []int8, margin int) []byte {
	return linear.Append(binary.LittleEndian.AppendUint32(dst, uint32(margin)), classes, weights)
}

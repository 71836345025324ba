package model

import (
	"encoding/binary"
	"math"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/linear"
)

// Detector scores of which root the act is that a word tells. It has a column for each, and one more for that of the rules.
type Detector struct {
	Coder
	Bar    int            // by how much a root must be likelier than that a word tells nothing
	Due    int            // what it is likelier where the rules tell it
	step   int            // of how far a lead is above the bar
	shares [Leads]float32 // of the words with such a lead, how many tell an act of that root
}

const detectorHeader = 16 + 2*Leads

func newDetector(head []byte, m *linear.Model) *Detector {
	number := func(i int) int { return int(int32(binary.LittleEndian.Uint32(head[4*i:]))) }
	return &Detector{Coder: Coder{m, number(0)}, Bar: number(1), Due: number(2), step: number(3), shares: readShares(head[16:])}
}

// Bars are what a detector goes by besides its weights, in their unit.
type Bars struct {
	Margin int        // by how much another root must be likelier than that of the rules
	Bar    int        // that a lead over none must reach
	Due    int        // what a lead has more where the rules tell it
	Step   int        // by which leads above the bar are told apart
	Shares [Leads]int // of how many of a thousand words the root is right, by these steps
}

// AppendDetector writes a model behind dst: what it goes by, and its weights, a row of classes each.
func AppendDetector(dst []byte, classes int, weights []int8, b Bars) []byte {
	for _, n := range [...]int{b.Margin, b.Bar, b.Due, b.Step} {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(int32(n)))
	}
	return linear.Append(appendShares(dst, b.Shares), classes, weights)
}

// Root is the likeliest root of a word, and how far it is ahead of none; ruled is that of the rules, "" where no pattern names the word.
func (m *Detector) Root(features []uint32, ruled string) (string, int) {
	var sums [32]uint16
	m.Scores(features, sums[:])
	best, most := 0, math.MinInt
	for i := 1; i < len(cameo.Roots); i++ {
		x := int(sums[i])
		if cameo.Roots[i] == ruled {
			x += int(sums[len(cameo.Roots)]) - linear.Zero*len(features)
		}
		if x > most {
			best, most = i, x
		}
	}
	return cameo.Roots[best], most - int(sums[0])
}

// Share is how many of the words with such a lead tell an act of their root.
func (m *Detector) Share(lead int) float32 {
	return m.shares[stepOf(lead-m.Bar, m.step)]
}

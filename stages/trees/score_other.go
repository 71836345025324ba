//go:build !amd64 || purego

package trees

// Lanes is how many rows are scored at once.
const Lanes = 4

const (
	low  = 0x0001_0001_0001_0001
	high = 0x8000_8000_8000_8000
)

// score scores up to [Lanes] rows side by side: one word holds the values of a feature in all of them, and
// one subtraction compares these with a threshold. (Lamport, "Multiple byte processing with full-word
// instructions", 1975.)
func (m *Model) score(rows []int16, sums *[Lanes]int32) {
	side := make([]uint64, m.Features)
	for lane := 0; len(rows) > 0; lane++ {
		for f, v := range rows[:m.Features] {
			side[f] |= uint64(uint16(v)^0x8000) << (16 * lane) // in the order of numbers without a sign
		}
		rows = rows[m.Features:]
	}
	*sums = [Lanes]int32{m.Bias, m.Bias, m.Bias, m.Bias}
	for i := range m.Trees {
		t := &m.Trees[i]
		f, at := &t.Feature, &t.Threshold
		leaf := above(side[f[0]], at[0])>>15 | above(side[f[1]], at[1])>>14 | above(side[f[2]], at[2])>>13 |
			above(side[f[3]], at[3])>>12 | above(side[f[4]], at[4])>>11 | above(side[f[5]], at[5])>>10
		sums[0] += int32(t.Leaf[leaf&63])
		sums[1] += int32(t.Leaf[leaf>>16&63])
		sums[2] += int32(t.Leaf[leaf>>32&63])
		sums[3] += int32(t.Leaf[leaf>>48&63])
	}
}

// above sets the highest bit of each lane of a that is above b.
func above(a uint64, b int16) uint64 {
	all := uint64(uint16(b)^0x8000) * low
	d := (all | high) - (a &^ high) // has it where the lower bits of b are no less than those of a
	return (a&^all | ^(a^all)&^d) & high
}

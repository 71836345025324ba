package features

import "slices"

// topics tells for each block how much of what it speaks of the likely blocks of the page speak
// of too, in thousandths: the names and things of a story recur in it, those of a teaser for
// another story do not. Words that stand in few blocks count more. -1 is of a block without words.
func topics(sure []int32, text func(int) string) []int {
	words := make([][]uint32, len(sure))
	blocks, likely := map[uint32]int32{}, map[uint32]int32{} // in which a word stands
	var all []uint32
	for i, s := range sure {
		begin := len(all)
		EachWord(text(i), func(h uint32) { all = append(all, h) })
		own := all[begin:]
		slices.Sort(own)
		own = slices.Compact(own)
		all = all[:begin+len(own)]
		words[i] = own
		for _, w := range own {
			blocks[w]++
			if s >= 500 {
				likely[w]++
			}
		}
	}
	out := make([]int, len(sure))
	for i, s := range sure {
		self := int32(0)
		if s >= 500 {
			self = 1
		}
		found, sum := 0, 0
		for _, w := range words[i] {
			weight := 1
			switch n := blocks[w]; {
			case n <= 3:
				weight = 8
			case n <= 6:
				weight = 4
			case n <= 12:
				weight = 2
			}
			sum += weight
			if likely[w] > self {
				found += weight
			}
		}
		if out[i] = Permille(found, sum); sum == 0 {
			out[i] = -1
		}
	}
	return out
}

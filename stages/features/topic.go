package features

// Topics tells for each block of a page how much of what it speaks of the likely blocks of the page speak
// of too, in thousandths: the names and things of a story recur in it, those of a teaser for
// another story do not. Words that stand in few blocks count more. -1 is of a block without words.
func Topics(sure []int32, page *Words) []int {
	// Of each word: in how many blocks it stands, how many of these are likely, and the last of them.
	blocks, likely, last := make([]int32, len(page.hashes)), make([]int32, len(page.hashes)), make([]int32, len(page.hashes))
	each := func(i, pass int, do func(word int32)) {
		now := int32(pass*len(sure) + i + 1)
		for _, w := range page.of(i) {
			if last[w] != now {
				last[w] = now
				do(w)
			}
		}
	}
	for i, s := range sure {
		each(i, 0, func(w int32) {
			blocks[w]++
			if s >= 500 {
				likely[w]++
			}
		})
	}
	out := make([]int, len(sure))
	for i, s := range sure {
		self := int32(0)
		if s >= 500 {
			self = 1
		}
		found, sum := 0, 0
		each(i, 1, func(w int32) {
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
		})
		if out[i] = Permille(found, sum); sum == 0 {
			out[i] = -1
		}
	}
	return out
}

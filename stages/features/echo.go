package features

// Echoes tells for each block of a page what other blocks say too: words that are drawn out of the
// text stand in it, and the links to other stories all begin alike ("Read more: ...").
type Echoes struct {
	words   [][2]int // in a row that stand elsewhere on the page, and of these before the block
	Opening []int32  // number of the three words that the block begins with; -1 of fewer
	opens   []int32  // blocks of another text with that opening, by its number
}

// EchoesOf takes the texts of a page's blocks, and the hashes of them.
func EchoesOf(n int, block func(int) (text string, hash uint64)) (e Echoes) {
	const first, several = 3, -1
	e = Echoes{words: make([][2]int, n), Opening: make([]int32, n)}
	where := map[uint64]int32{} // the block that has a shingle, or several
	openings, texts := map[uint64]int32{}, map[uint64]bool{}
	for i := range n {
		text, hash := block(i)
		all, before := 0, 0
		eachShingle(text, func(key uint64) {
			all++
			switch at, found := where[key]; {
			case !found:
				where[key] = int32(i)
			case at != int32(i):
				before++
				where[key] = several
			}
		})
		e.words[i] = [2]int{all, before}
		e.Opening[i] = -1
		words, key := 0, uint64(0)
		EachWord(text, func(h uint32) {
			if words++; words <= first {
				key = key*0x9e3779b97f4a7c15 + uint64(h)
			}
		})
		if words <= first {
			continue
		}
		number, found := openings[key]
		if !found {
			number = int32(len(e.opens))
			openings[key] = number
			e.opens = append(e.opens, 0)
		}
		if e.Opening[i] = number; !texts[hash] {
			e.opens[number]++
		}
		texts[hash] = true
	}
	for i := range n {
		text, _ := block(i)
		all, before := e.words[i][0], e.words[i][1]
		elsewhere := 0
		eachShingle(text, func(key uint64) {
			if where[key] != int32(i) {
				elsewhere++
			}
		})
		e.words[i] = [2]int{Permille(elsewhere, all), Permille(before, all)}
		if all == 0 {
			e.words[i] = [2]int{-1, -1}
		}
	}
	return e
}

// Add appends what is known of a block.
func (e *Echoes) Add(r *Row, i int) {
	opens := int32(0)
	if o := e.Opening[i]; o >= 0 {
		opens = e.opens[o] - 1
	}
	r.Add(e.words[i][0], e.words[i][1], int(opens))
}

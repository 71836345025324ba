package features

// Echoes tells for each block of a page what other blocks say too: words that are drawn out of the
// text stand in it, and the links to other stories all begin alike ("Read more: ...").
type Echoes struct {
	words   [][2]int // in a row that stand elsewhere on the page, and of these before the block
	Opening []int32  // number of the three words that the block begins with; -1 of fewer
	opens   []int32  // blocks of another text with that opening, by its number
}

// EchoesOf takes the words of a page's texts, and a hash of each text.
func EchoesOf(page *Words, hash func(int) uint64) (e Echoes) {
	const first, several = 3, -1
	n := len(page.ends)
	e = Echoes{words: make([][2]int, n), Opening: make([]int32, n)}
	var where table // the block that has a shingle, from 1, or several
	openings, texts := map[uint64]int32{}, map[uint64]bool{}
	for i := range n {
		all, before := 0, 0
		page.shingles(i, func(key uint64) {
			all++
			switch at := where.at(key); *at {
			case 0:
				*at = int32(i + 1)
			case int32(i + 1):
			default:
				before++
				*at = several
			}
		})
		e.words[i] = [2]int{all, before}
		e.Opening[i] = -1
		words := page.of(i)
		if len(words) <= first {
			continue
		}
		key := uint64(0)
		for _, w := range words[:first] {
			key = key*shingleStep + uint64(page.hashes[w])
		}
		number, found := openings[key]
		if !found {
			number = int32(len(e.opens))
			openings[key] = number
			e.opens = append(e.opens, 0)
		}
		if e.Opening[i] = number; !texts[hash(i)] {
			e.opens[number]++
		}
		texts[hash(i)] = true
	}
	for i := range n {
		all, before := e.words[i][0], e.words[i][1]
		elsewhere := 0
		page.shingles(i, func(key uint64) {
			if *where.at(key) != int32(i+1) {
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

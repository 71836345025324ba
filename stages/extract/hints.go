package extract

import (
	"math/bits"

	"github.com/newsmill/newsmill/data/furniture"
)

// against are the hints that no block of the article stands under.
const against = furniture.Navigation | furniture.Footer | furniture.Comment | furniture.Related | furniture.Share |
	furniture.Promotion | furniture.Consent | furniture.Caption | furniture.Byline | furniture.Tags | furniture.Legal | furniture.Unseen | furniture.Hidden

// firm hints hold however much text stands under them.
const firm = furniture.Comment | furniture.Footer | furniture.Consent

// soften takes back hints that would speak against most of the page's text: a page may be
// wrapped whole in an element called "modal" or shown by a script only. Then it hands the
// hints of each element down to what stands in it.
func (s *scanner) soften() {
	weights := make([]int, len(s.nodes))
	total := 0
	for i := range s.blocks {
		if b := &s.blocks[i]; b.long() {
			weights[b.node] += b.Weight
			total += b.Weight
		}
	}
	for i := len(weights) - 1; i > 0; i-- {
		weights[s.nodes[i].parent] += weights[i]
	}
	for i := 1; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.hints = n.own; weights[i]*100 >= total*40 {
			n.hints &= firm
		}
		n.hints |= s.nodes[n.parent].hints
	}
	var under [32]int
	for i := range s.blocks {
		b := &s.blocks[i]
		b.hints = b.own | s.nodes[b.node].hints
		if b.long() {
			for h := b.hints & against &^ firm; h != 0; h &= h - 1 {
				under[bits.TrailingZeros32(uint32(h))] += b.Weight
			}
		}
	}
	var back furniture.Hint
	for k := range under {
		if under[k]*2 > total {
			back |= 1 << k
		}
	}
	for i := range s.blocks {
		s.blocks[i].hints &^= back
	}
}

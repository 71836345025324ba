// Package features gives what models see of a stretch of text, as whole numbers, and what
// their scores say of a page. The extractors of HTML and of flattened text share it.
package features

import "math"

// A Row is what a model sees of one block: whole numbers, shares in thousandths.
type Row []int16

// Add appends values; those that do not fit become the nearest that does.
func (r *Row) Add(values ...int) {
	for _, v := range values {
		*r = append(*r, int16(min(max(v, math.MinInt16), math.MaxInt16)))
	}
}

// Flag appends 1 or 0.
func (r *Row) Flag(is bool) {
	if is {
		*r = append(*r, 1)
	} else {
		*r = append(*r, 0)
	}
}

// Permille gives a part in thousandths of the whole, 0 of nothing.
func Permille(part, whole int) int {
	if whole <= 0 {
		return 0
	}
	return part * 1000 / whole
}

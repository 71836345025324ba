package pipeline

import "unicode/utf8"

// codePoints turns byte offsets into a text into code point offsets: the stages count bytes,
// the tables count code points.
type codePoints struct {
	text string
	// before[i] is the number of code points that begin in the first i<<blockBits bytes; nil
	// for a text of ASCII alone.
	before []int32
	total  int
}

const blockBits = 6

func countCodePoints(text string) codePoints {
	total := utf8.RuneCountInString(text)
	if total == len(text) {
		return codePoints{text: text, total: total}
	}
	before := make([]int32, len(text)>>blockBits+1)
	n := int32(0)
	for i := range len(text) {
		if i&(1<<blockBits-1) == 0 {
			before[i>>blockBits] = n
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	if len(text)&(1<<blockBits-1) == 0 {
		before[len(text)>>blockBits] = n
	}
	return codePoints{text: text, before: before, total: total}
}

// at gives the number of code points before a byte offset that stands at the start of one.
func (c codePoints) at(offset int) int32 {
	if c.before == nil {
		return int32(offset)
	}
	n := c.before[offset>>blockBits]
	for i := offset &^ (1<<blockBits - 1); i < offset; i++ {
		if utf8.RuneStart(c.text[i]) {
			n++
		}
	}
	return n
}

// bytes gives the byte offset of the n-th code point, or of the end; -1 past it.
func (c codePoints) bytes(n int) int {
	switch {
	case n < 0 || n > c.total:
		return -1
	case c.before == nil:
		return n
	}
	low, high := 0, len(c.before)
	for high-low > 1 { // the last block with at most n code points before it
		middle := int(uint(low+high) >> 1)
		if int(c.before[middle]) <= n {
			low = middle
		} else {
			high = middle
		}
	}
	offset, seen := low<<blockBits, int(c.before[low])
	for offset < len(c.text) {
		if utf8.RuneStart(c.text[offset]) {
			if seen == n {
				return offset
			}
			seen++
		}
		offset++
	}
	return len(c.text)
}

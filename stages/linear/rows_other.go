//go:build !amd64 || purego

package linear

import "encoding/binary"

const even = 0x00FF00FF00FF00FF

// addRows adds the classes of rows to scores, a multiple of eight of them.
func addRows(rows []byte, stride int, features []uint32, mask uint32, scores []uint16) {
	var store [MaxFeatures]uint32
	offsets := store[:len(features)]
	for i, f := range features {
		offsets[i] = f & mask * uint32(stride)
	}
	at := 0
	for ; at+2*lanes <= stride; at += 2 * lanes {
		a, oddA, b, oddB := sum16(rows[at:], offsets)
		spread(scores[at:], a, oddA)
		spread(scores[at+lanes:], b, oddB)
	}
	if at < stride {
		a, odd := sum8(rows[at:], offsets)
		spread(scores[at:], a, odd)
	}
}

// The sums below are functions of their own, so that all they add up stays in registers. Each adds
// the classes of some rows as they are, and the odd ones alone.

// sum2 adds rows of two classes.
//
//go:noinline
func sum2(rows []byte, features []uint32, mask uint32) (all, odd uint64) {
	for _, f := range features {
		w := uint64(binary.LittleEndian.Uint16(rows[int(f&mask)*2:]))
		all, odd = all+w, odd+w>>8
	}
	return all, odd
}

// sum4 adds rows of four classes.
//
//go:noinline
func sum4(rows []byte, features []uint32, mask uint32) (all, odd uint64) {
	for _, f := range features {
		w := uint64(binary.LittleEndian.Uint32(rows[int(f&mask)*4:]))
		all, odd = all+w, odd+w>>8&even
	}
	return all, odd
}

// sum8 adds eight classes of the rows at some offsets.
//
//go:noinline
func sum8(rows []byte, offsets []uint32) (all, odd uint64) {
	for _, offset := range offsets {
		w := binary.LittleEndian.Uint64(rows[offset:])
		all, odd = all+w, odd+w>>8&even
	}
	return all, odd
}

// sum16 adds two groups of eight at once: the rows are gone through half as often.
//
//go:noinline
func sum16(rows []byte, offsets []uint32) (a, oddA, b, oddB uint64) {
	for _, offset := range offsets {
		row := (*[2 * lanes]byte)(rows[offset:])
		v, w := binary.LittleEndian.Uint64(row[:]), binary.LittleEndian.Uint64(row[lanes:])
		a, oddA = a+v, oddA+v>>8&even
		b, oddB = b+w, oddB+w>>8&even
	}
	return a, oddA, b, oddB
}

// spread parts the sums of eight classes and adds them to scores. In all they run over into one
// another; those of the odd ones, taken away, leave the others.
func spread(scores []uint16, all, odd uint64) {
	even := all - odd<<8
	s := scores[:lanes]
	s[0], s[1], s[2], s[3] = s[0]+uint16(even), s[1]+uint16(odd), s[2]+uint16(even>>16), s[3]+uint16(odd>>16)
	s[4], s[5], s[6], s[7] = s[4]+uint16(even>>32), s[5]+uint16(odd>>32), s[6]+uint16(even>>48), s[7]+uint16(odd>>48)
}

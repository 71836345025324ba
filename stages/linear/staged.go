package linear

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A Staged model is given its features in stages, the most telling ones first, and no more of them
// once a class is so far ahead that the others would hardly change it (Strubell, Vilnis, Silverstein
// and McCallum, "Learning dynamic feature selection for fast sequential prediction", 2015). Most
// decisions are easy: they take a third of the time.
type Staged struct {
	*Model
	Sure uint16 // how far a class has to be ahead
}

// ReadStaged takes a model from the head of bytes that it goes on to use, and gives the bytes
// behind it.
func ReadStaged(stored []byte) (Staged, []byte, error) {
	if len(stored) < 4 {
		return Staged{}, nil, fmt.Errorf("staged model: %d bytes", len(stored))
	}
	sure := binary.LittleEndian.Uint32(stored)
	if sure > math.MaxUint16 {
		return Staged{}, nil, fmt.Errorf("staged model: sure at %d", sure)
	}
	m, rest, err := Read(stored[4:])
	return Staged{m, uint16(sure)}, rest, err
}

// Ahead is the class with the highest score, of equals the first, and how far it is ahead of the
// second. There are up to 256 scores, and one at least.
func Ahead(scores []uint16) (best int, ahead uint16) {
	var first, second uint32 // a score, and how many classes are behind its own: compared without a branch
	for i, s := range scores {
		this := uint32(s)<<8 | uint32(255-i)
		second = max(second, min(first, this))
		first = max(first, this)
	}
	return 255 - int(first&255), uint16(first>>8) - uint16(second>>8)
}

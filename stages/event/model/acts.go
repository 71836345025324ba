package model

import (
	"encoding/binary"

	"github.com/newsmill/newsmill/stages/linear"
)

// Acts scores how likely a trigger tells an act.
type Acts struct {
	*linear.Model
	Least, Sure int // below the one it tells none, from the other on it does whoever does it
}

func newActs(head []byte, m *linear.Model) *Acts {
	return &Acts{m, int(int32(binary.LittleEndian.Uint32(head))), int(int32(binary.LittleEndian.Uint32(head[4:])))}
}

// AppendActs writes a model behind dst: its weights, a row each, and in their unit the least score of a trigger that tells an act and
// that of one that surely does.
func AppendActs(dst []byte, weights []int8, least, sure int) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(int32(least)))
	return linear.Append(binary.LittleEndian.AppendUint32(dst, uint32(int32(sure))), 1, weights)
}

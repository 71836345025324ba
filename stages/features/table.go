package features

import "math/bits"

// A table gives 64 bits a number each. It is a map for keys that are hashes, and a good part of the time of
// extraction goes into it. The zero table is empty.
type table struct {
	keys    []uint64 // 0 is none; the key 0 is taken for another
	values  []int32
	entries int
}

// at gives where the number of a key stands, 0 before it is written.
func (t *table) at(key uint64) *int32 {
	if t.entries*2 >= len(t.keys) {
		t.grow()
	}
	if key == 0 {
		key = 1
	}
	slot := t.slot(key)
	if t.keys[slot] == 0 {
		t.keys[slot] = key
		t.entries++
	}
	return &t.values[slot]
}

func (t *table) slot(key uint64) uint64 {
	slot := key * shingleStep >> (64 - uint(bits.Len(uint(len(t.keys)-1))))
	for t.keys[slot] != 0 && t.keys[slot] != key {
		slot = (slot + 1) & uint64(len(t.keys)-1)
	}
	return slot
}

func (t *table) grow() {
	old := *t
	size := max(1024, 2*len(t.keys))
	t.keys, t.values = make([]uint64, size), make([]int32, size)
	for i, key := range old.keys {
		if key != 0 {
			slot := t.slot(key)
			t.keys[slot], t.values[slot] = key, old.values[i]
		}
	}
}

// Package lookup finds the small number that belongs to a word in a packed table, which is read
// where it lies: a table of megabytes costs no time when a program starts.
//
// Words themselves are not stored, only 20 bits of their hashes beside their place; of a million
// words that are not in a table, a few are taken for one that is.
package lookup

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Limit is one above the largest number that can be stored.
const Limit = 1 << numberBits

const (
	numberBits = 12
	slotBytes  = 4
)

// A Table maps words to numbers. It is safe for concurrent use.
type Table struct {
	slots []byte // 32 bits each: a number below, what tells words apart above; 0 is empty
	shift int    // of a hash, to its slot
}

// Read takes a table from the head of bytes that it goes on to use, and gives the bytes behind it.
func Read(stored []byte) (Table, []byte, error) {
	if len(stored) < slotBytes {
		return Table{}, nil, fmt.Errorf("table of words: %d bytes", len(stored))
	}
	slots := binary.LittleEndian.Uint32(stored)
	if stored = stored[slotBytes:]; slots < 2 || slots&(slots-1) != 0 || uint64(slots)*slotBytes > uint64(len(stored)) {
		return Table{}, nil, fmt.Errorf("table of words: %d slots in %d bytes", slots, len(stored))
	}
	size := int(slots) * slotBytes
	return Table{stored[:size], 64 - bits.Len32(slots-1)}, stored[size:], nil
}

// Of gives the number of the word with that [Hash], and whether there is one.
func (t Table) Of(hash uint64) (uint16, bool) {
	slots, tag := len(t.slots)/slotBytes, fingerprint(hash)
	at := int(hash >> t.shift)
	for range slots {
		slot := binary.LittleEndian.Uint32(t.slots[at*slotBytes:])
		if slot == 0 {
			break
		}
		if slot>>numberBits == tag {
			return uint16(slot % Limit), true
		}
		at = (at + 1) & (slots - 1)
	}
	return 0, false
}

// fingerprint is never 0, so that no word looks like an empty slot.
func fingerprint(hash uint64) uint32 { return uint32(hash)>>numberBits | 1 }

// Hash is FNV-1a with its bits mixed.
func Hash[T string | []byte](word T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	h = (h ^ h>>32) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// Append writes a table behind dst: the number of each word. Of words that cannot be told apart
// the first one counts.
func Append(dst []byte, words []string, numbers []uint16) []byte {
	hashes := make([]uint64, len(words))
	for i, word := range words {
		hashes[i] = Hash(word)
	}
	return AppendHashes(dst, hashes, numbers)
}

// AppendHashes does the same where words are other keys with well mixed hashes.
func AppendHashes(dst []byte, hashes []uint64, numbers []uint16) []byte {
	slots := make([]uint32, 1<<max(1, bits.Len(uint(len(hashes)+len(hashes)/4))))
	shift := 64 - bits.Len(uint(len(slots)-1))
next:
	for i, hash := range hashes {
		at := int(hash >> shift)
		for ; slots[at] != 0; at = (at + 1) % len(slots) {
			if slots[at]>>numberBits == fingerprint(hash) {
				continue next
			}
		}
		slots[at] = fingerprint(hash)<<numberBits | uint32(numbers[i])
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(slots)))
	for _, slot := range slots {
		dst = binary.LittleEndian.AppendUint32(dst, slot)
	}
	return dst
}

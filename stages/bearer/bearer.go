// Package bearer tells which words persons are called by.
//
// The names of a million persons were counted: how often a word stands first in them, and how often
// last. A tagger of names that never met a person sees that the words are those of one, in whatever
// part of the world; and that a word stands as often in one place as in the other, or hardly at all.
package bearer

import (
	"math/bits"

	"github.com/newsmill/newsmill/data/persons"
	"github.com/newsmill/newsmill/stages/lookup"
)

// levels is how many steps of frequency there are: none, to 3, to 15, to 63 and so on.
const levels = 8

// Number is what is stored of a word: 1 and on, levels of how often it stands first, and how often
// last.
func Number(given, family int) uint16 { return 1 + level(given)*levels + level(family) }

func level(n int) uint16 { return uint16(min(levels-1, (bits.Len(uint(n))+1)/2)) }

// table is the embedded one.
var table = func() lookup.Table {
	t, _, err := lookup.Read(persons.Table)
	if err != nil {
		panic(err) // a build with it fails its tests
	}
	return t
}()

// Of is the [Number] of the word in small letters that has this [lookup.Hash], 0 where persons
// are not called so.
func Of(hash uint64) uint16 {
	number, _ := table.Of(hash)
	return number
}

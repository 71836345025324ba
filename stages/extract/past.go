package extract

import (
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/features"
)

// Past is what the pages that the model was trained on tell of words.
type Past struct {
	Classes map[string]Word // words of class names and ids
	Wording features.Wording
	known   *filter // of Classes; nil knows nothing of them
}

// A filter tells most words that are not in a table from those that are: class names are made of many that
// are in none, and a look-up costs.
type filter [1 << 17 / 64]uint64

// filterOf makes the filter of a table.
func filterOf[T any](table map[string]T) *filter {
	f := new(filter)
	for word := range table {
		at := hashOf([]byte(word)) % uint32(64*len(f))
		f[at/64] |= 1 << (at % 64)
	}
	return f
}

// has says whether a word with that [hashOf] may be in the table.
func (f *filter) has(hash uint32) bool {
	at := hash % uint32(64*len(f))
	return f[at/64]>>(at%64)&1 != 0
}

// listed is the filter of [furniture.Classes].
var listed = sync.OnceValue(func() *filter { return filterOf(furniture.Classes()) })

// A Word tells of the elements that bear it, both as logarithms of odds in units of 1/16.
type Word struct {
	Body  int8 // how much of the text in them was the article's
	Cover int8 // how much of the article was in them
}

// past is what the words of one element say together.
type past struct {
	known     bool
	low, high int8 // of Word.Body
	cover     int8 // the highest
}

// past is what the word says alone.
func (w Word) past() past { return past{true, w.Body, w.Body, w.Cover} }

// join adds what other words say.
func (p *past) join(o past) {
	if !p.known {
		*p = o
		return
	}
	p.low, p.high, p.cover = min(p.low, o.low), max(p.high, o.high), max(p.cover, o.cover)
}

// kindOf gives class names that are alike the same number. Digits do not count: they
// number the elements of a list.
func kindOf(class []byte) uint64 {
	var flat [96]byte
	n := 0
	for _, c := range class {
		if n == len(flat) {
			break
		}
		if c < '0' || c > '9' {
			flat[n] = c
			n++
		}
	}
	return xxh3.Hash(flat[:n])
}

package features

import (
	"unicode"
	"unicode/utf8"
)

// A WordSet holds hashes of words in small letters.
type WordSet map[uint32]struct{}

// EachWord gives the hash of every word of a text: letters and digits, case aside; in scripts
// without spaces every letter is a word.
func EachWord(text string, yield func(uint32)) {
	const offset, prime = 2166136261, 16777619
	h, in := uint32(offset), false
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				h, in = (h^uint32(c))*prime, true
				continue
			}
		} else {
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size
			if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
				if r >= 0x2e80 && r < 0xac00 { // Han, Kana
					if in {
						yield(h)
					}
					yield((offset ^ uint32(r)) * prime)
					h, in = offset, false
					continue
				}
				h, in = (h^uint32(unicode.ToLower(r)))*prime, true
				continue
			}
		}
		if in {
			yield(h)
			h, in = offset, false
		}
	}
	if in {
		yield(h)
	}
}

// WordsOf gives the words of a text.
func WordsOf(text string) WordSet {
	set := WordSet{}
	EachWord(text, func(h uint32) { set[h] = struct{}{} })
	return set
}

// Found gives the part of the set's words that stand in a text, in thousandths.
func (s WordSet) Found(text string) int {
	if len(s) == 0 {
		return 0
	}
	seen := WordSet{}
	EachWord(text, func(h uint32) {
		if _, found := s[h]; found {
			seen[h] = struct{}{}
		}
	})
	return Permille(len(seen), len(s))
}

// Among gives the part of the texts' words that are in the set, in thousandths.
func (s WordSet) Among(texts []string) int {
	in, all := 0, 0
	for _, text := range texts {
		EachWord(text, func(h uint32) {
			all++
			if _, found := s[h]; found {
				in++
			}
		})
	}
	return Permille(in, all)
}

// In gives the part of the set's words that stand in some of the texts, in thousandths.
func (s WordSet) In(texts []string) int {
	seen := WordSet{}
	for _, text := range texts {
		EachWord(text, func(h uint32) {
			if _, found := s[h]; found {
				seen[h] = struct{}{}
			}
		})
	}
	return Permille(len(seen), len(s))
}

const (
	shingleSize = 4
	shingleStep = 0x9e3779b97f4a7c15
)

// Shingles holds hashes of four words in a row (Broder, "On the resemblance and containment of
// documents", 1997). A nil set is of no text.
type Shingles map[uint64]struct{}

// ShinglesOf gives the shingles of a text.
func ShinglesOf(text string) Shingles {
	if text == "" {
		return nil
	}
	set := Shingles{}
	eachShingle(text, func(key uint64) { set[key] = struct{}{} })
	return set
}

// Share gives the part of a page's text whose shingles are in the set, in thousandths; -1 where the
// set or the text has none.
func (s Shingles) Share(page *Words, i int) int {
	if len(s) == 0 {
		return -1
	}
	in, all := 0, 0
	page.shingles(i, func(key uint64) {
		all++
		if _, found := s[key]; found {
			in++
		}
	})
	if all == 0 {
		return -1
	}
	return Permille(in, all)
}

// In gives the part of the set that stands in some of the texts, in thousandths; -1 where the set has
// none.
func (s Shingles) In(texts []string) int {
	if len(s) == 0 {
		return -1
	}
	seen := Shingles{}
	for _, text := range texts {
		eachShingle(text, func(key uint64) {
			if _, found := s[key]; found {
				seen[key] = struct{}{}
			}
		})
	}
	return Permille(len(seen), len(s))
}

func eachShingle(text string, yield func(uint64)) {
	var last [shingleSize]uint32
	n := 0
	EachWord(text, func(h uint32) {
		last[n%shingleSize] = h
		if n++; n >= shingleSize {
			key := uint64(0)
			for k := range shingleSize {
				key = key*shingleStep + uint64(last[(n+k)%shingleSize])
			}
			yield(key)
		}
	})
}

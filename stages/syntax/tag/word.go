package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/lookup"
)

// A Word is what can be said of a word by itself. Strings stand as hashes; 0 is no word.
type Word struct {
	Form, Lower               uint32
	Prefix1, Prefix2, Prefix3 uint32
	Suffix1, Suffix2, Suffix3 uint32
	Suffix4                   uint32
	Shape                     uint32 // kinds of its letters, runs cut to two
	Kind                      uint32 // what of capitals, digits, hyphens and other signs it has
	Coarse, Middle, Fine      uint32 // groups of words used alike
	Usual                     uint32 // the tags that it was seen with, see Lexicon
	Tag                       uint8
	Part                      Part   // of the tag
	Before, After             uint32 // the marks of punctuation beside it, where these are no words
}

// Mark says whether the word is a mark of punctuation, by its tag.
func (w *Word) Mark() bool { return w.Part == Comma || w.Part == OtherMark }

// widest is how many bytes of a word are looked at, half of them at each end: a word of megabytes
// costs no more than reading it.
const widest = 64

const (
	hasCapital = 1 << iota
	hasSmall
	hasDigit
	hasHyphen
	hasDot
	hasAt
	hasSlash
	hasOther
	beginsCapital
	beginsDigit
	endsCapital
)

// Look fills what can be said of a word by itself, but for its usual tags, and gives the
// [lookup.Hash] of the word in small letters.
func (w *Word) Look(form string) uint64 {
	*w = Word{}
	if len(form) > widest {
		form = ends(form)
	}
	var store [2 * widest]byte
	lower, shape := store[:0], [2]uint32{}
	var run int
	hash := uint32(2166136261)
	for i, r := range form {
		kind := kindOf(r)
		if i == 0 && kind == hasCapital {
			w.Kind |= beginsCapital
		}
		if i == 0 && kind == hasDigit {
			w.Kind |= beginsDigit
		}
		w.Kind |= kind
		// A mark of punctuation is its own shape.
		if kind >= hasHyphen {
			kind = uint32(r) << 4
		}
		if run++; kind != shape[0] {
			run = 0
		}
		if shape[0] = kind; run < 2 {
			hash = (hash ^ kind) * 16777619
		}
		lower = utf8.AppendRune(lower, unicode.ToLower(r))
	}
	if n := len(form); n > 1 && form[n-1] >= 'A' && form[n-1] <= 'Z' {
		w.Kind |= endsCapital
	}
	w.Shape = hash
	w.Form = uint32(lookup.Hash(form) >> 32)
	full := lookup.Hash(lower)
	w.Lower = uint32(full >> 32)
	groups := cluster.Default.Of(full)
	w.Coarse, w.Middle, w.Fine = uint32(groups.Coarse), uint32(groups.Middle), uint32(groups.Fine)
	w.affixes(lower)
	return full
}

// affixes hashes the ends of the word. A shorter word has its whole for an end of each length that
// it lacks, marked as such.
func (w *Word) affixes(lower []byte) {
	for n, at := range [...]*uint32{&w.Prefix1, &w.Prefix2, &w.Prefix3} {
		*at = affix(lower[:min(n+1, len(lower))], len(lower) <= n+1)
	}
	for n, at := range [...]*uint32{&w.Suffix1, &w.Suffix2, &w.Suffix3, &w.Suffix4} {
		*at = affix(lower[max(0, len(lower)-n-1):], len(lower) <= n+1)
	}
}

func affix(part []byte, whole bool) uint32 {
	h := uint32(2166136261)
	if whole {
		h++
	}
	for _, c := range part {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// ends joins both ends of a long word.
func ends(form string) string {
	head, tail := widest/2, len(form)-widest/2
	for head > 0 && !utf8.RuneStart(form[head]) {
		head--
	}
	for tail < len(form) && !utf8.RuneStart(form[tail]) {
		tail++
	}
	return form[:head] + form[tail:]
}

func kindOf(r rune) uint32 {
	switch {
	case r >= 'a' && r <= 'z':
		return hasSmall
	case r >= 'A' && r <= 'Z':
		return hasCapital
	case r >= '0' && r <= '9':
		return hasDigit
	case r == '-':
		return hasHyphen
	case r == '.':
		return hasDot
	case r == '@':
		return hasAt
	case r == '/':
		return hasSlash
	case unicode.IsUpper(r):
		return hasCapital
	case unicode.IsLetter(r):
		return hasSmall
	case unicode.IsDigit(r):
		return hasDigit
	}
	return hasOther
}

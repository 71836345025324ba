package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/bearer"
	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/lookup"
)

// word is what the letters of a token tell, wherever it stands. Texts are known by hashes.
type word struct {
	cased, lower uint32 // the word as it stands and in small letters
	shape, short uint32 // its classes of letters, ten at most; each run of one class once
	prefix       [4]uint32
	suffix       [4]uint32 // the first and last one to four runes; 0 where there are no so many
	groups       cluster.Groups
	phrase       uint64 // hash for gazetteer phrases
	kinds        kinds  // of the word alone
	flags        uint32
	capital      bool // begins with a capital
	plain        bool // has neither a capital nor a digit
	hyphen       bool // is a hyphen
	id           int32
	bearer       uint32 // how often persons are called so (stages/bearer)
}

// Flags of a word.
const (
	hasCapital = 1 << iota
	hasDigit
	hasHyphen
	allCapitals // two letters or more
	oneLetter
	isMark    // no letter, no digit
	innerCase // a capital after a small letter
	isLoud    // stands where all words have capitals
	quiet     // stands in a text without capitals
)

// affixBytes bounds what of a word is looked at beyond its hash: a word of megabytes costs
// no more than reading it once.
const affixBytes = 256

// outsideWords stand before and behind a sentence.
var before, behind = edgeWord(1), edgeWord(2)

func edgeWord(n uint32) word {
	return word{cased: n, lower: n, shape: n, short: n, id: -1}
}

// readWord looks at a word. Where all words have capitals it is looked at as if it had only the first.
func (k *known) readWord(text string, loud bool) word {
	if loud {
		text = titleCase(text)
	}
	small := strings.ToLower(text)
	hash := lookup.Hash(small)
	w := word{cased: fold(lookup.Hash(text)), lower: fold(hash), groups: cluster.Default.Of(hash)}
	w.phrase = lookup.Hash(text)
	w.kinds = k.word(w.phrase) &^ ordinary
	if w.phrase != hash {
		w.kinds |= k.word(hash) & (title | ordinary)
	} else {
		w.kinds |= k.word(hash)
	}
	w.readShape(text)
	if loud {
		w.flags |= isLoud
		w.shape, w.short = w.shape^loudShape, w.short^loudShape
	}
	w.bearer = uint32(bearer.Of(hash))
	short := small
	if len(short) > affixBytes {
		short = strings.ToValidUTF8(short[:affixBytes/2]+short[len(short)-affixBytes/2:], "")
	}
	for i, at, end := 0, 0, len(short); i < len(w.prefix) && at < len(short); i++ {
		_, n := utf8.DecodeRuneInString(short[at:])
		at += n
		w.prefix[i] = fold(lookup.Hash(short[:at]))
		_, n = utf8.DecodeLastRuneInString(short[:end])
		end -= n
		w.suffix[i] = fold(lookup.Hash(short[end:]))
	}
	return w
}

const (
	loudShape  = 0xA511E9B3
	quietShape = 0x63D83595
)

func fold(h uint64) uint32 { return uint32(h ^ h>>32) }

// readShape fills in what the classes of the letters tell.
func (w *word) readShape(text string) {
	shape, short := uint64(1), uint64(1)
	runes, letters, upper := 0, 0, 0
	digits := false
	lastClass := uint64(0)
	for _, r := range text {
		class := uint64(r)
		switch {
		case unicode.IsUpper(r):
			class = 'X'
			letters++
			upper++
			if lastClass == 'x' {
				w.flags |= innerCase
			}
		case unicode.IsLetter(r) || unicode.IsMark(r):
			class = 'x'
			letters++
		case unicode.IsDigit(r):
			class = 'd'
			digits = true
		case r == '-' || r == '‑':
			w.flags |= hasHyphen
		}
		if runes == 0 && class == 'X' {
			w.capital = true
			w.flags |= hasCapital
		}
		if runes < 10 {
			shape = chain(shape, class)
		}
		if class != lastClass && runes < affixBytes {
			short = chain(short, class)
		}
		lastClass = class
		runes++
	}
	w.shape, w.short = fold(shape), fold(short)
	w.plain = upper == 0 && !digits
	w.hyphen = runes == 1 && w.flags&hasHyphen != 0
	switch {
	case digits:
		w.flags |= hasDigit
	case letters == 0:
		w.flags |= isMark
	case letters == 1 && runes == 1:
		w.flags |= oneLetter
	}
	if letters > 1 && letters == upper {
		w.flags |= allCapitals
	}
}

// titleCase makes small letters of all but the first of each part of a word.
func titleCase(text string) string {
	fresh := true
	return strings.Map(func(r rune) rune {
		if fresh || !unicode.IsUpper(r) {
			fresh = r == '-' || r == '\'' || r == '’'
			return r
		}
		return unicode.ToLower(r)
	}, text)
}

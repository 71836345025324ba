package name

import (
	"strconv"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/gazetteer"
	"github.com/newsmill/newsmill/stages/lookup"
	"github.com/newsmill/newsmill/stages/segment/token"
)

// kinds is a set of what the gazetteer says of a phrase or a word.
type kinds uint32

const (
	knownTown kinds = 1 << iota
	knownCity       // of 100,000 people or more
	knownCountry
	knownRegion
	knownPeople
	knownOrg
	knownOther      // of a river or a palace, and the like
	notName         // a month, a day of the week
	phraseKinds int = iota

	givenName = 1 << (iota - 1)
	ordinary
	title
	headOrg
	headLoc
	headGPE
	headFac
	besidePlace
	besideOrg
	saying
	particle
)

// known holds the gazetteer's phrases by a hash of their tokens, each beginning of one too.
type known struct {
	phrases map[uint64]kinds
	words   map[uint64]kinds // by lookup.Hash of the word, in small letters where they are
}

// goesOn marks the beginning of a longer phrase.
const goesOn kinds = 1 << 31

const phraseSeed = 0x51ED270B

// chain is the hash of a phrase that goes on with a word.
func chain(h, word uint64) uint64 {
	h = (h ^ word) * 0x9E3779B97F4A7C15
	return h ^ h>>31
}

var gazetteerNames = sync.OnceValue(func() *known {
	k := &known{phrases: make(map[uint64]kinds, 80000), words: make(map[uint64]kinds, 12000)}
	k.addCities()
	each(gazetteer.Countries, func(f []string) {
		k.add(knownCountry, f[1], f[2])
		k.add(knownPeople, f[3])
		k.add(knownCity|knownTown, f[4])
	})
	each(gazetteer.States, func(f []string) { k.add(knownRegion, f[0]) })
	byType := map[string]kinds{"NORP": knownPeople, "ORG": knownOrg, "GPE": knownRegion, "NONE": notName}
	each(gazetteer.Names, func(f []string) {
		kind := byType[f[0]]
		if kind == 0 {
			kind = knownOther
		}
		k.add(kind, f[4])
	})
	each(gazetteer.Titles, func(f []string) { k.mark(title, strings.ReplaceAll(f[1], "|", " ")) })
	heads := map[string]kinds{"ORG": headOrg, "LOC": headLoc, "GPE": headGPE, "FAC": headFac}
	each(gazetteer.Heads, func(f []string) { k.mark(heads[f[0]], f[1]) })
	contexts := map[string]kinds{"GPE": besidePlace, "ORG": besideOrg, "SAID": saying, "PARTICLE": particle}
	each(gazetteer.Contexts, func(f []string) { k.mark(contexts[f[0]], f[1]) })
	k.mark(givenName, gazetteer.Given)
	k.mark(ordinary, gazetteer.Words)
	return k
})

// each calls f for each row of a table.
func each(table string, f func(fields []string)) {
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "#") {
			f(strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
		}
	}
}

func (k *known) addCities() {
	for line := range strings.Lines(gazetteer.Places()) {
		if name, rest, _ := strings.Cut(line, "\t"); strings.HasPrefix(rest, "large\t") {
			kind := knownTown
			people := strings.TrimSuffix(rest[strings.LastIndexByte(rest, '\t')+1:], "\n")
			if n, _ := strconv.Atoi(people); n >= 100000 {
				kind |= knownCity
			}
			k.add(kind, name)
		}
	}
}

// add enters names, each several joined by bars.
func (k *known) add(kind kinds, names ...string) {
	var tokens []token.Token
	for _, joined := range names {
		for _, name := range strings.Split(joined, "|") {
			name = strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
			tokens = token.Words(tokens[:0], name, 0, len(name), true)
			h := uint64(phraseSeed)
			for i, t := range tokens {
				h = chain(h, lookup.Hash(name[t.Start:t.End]))
				if i == len(tokens)-1 {
					k.phrases[h] |= kind
				} else {
					k.phrases[h] |= goesOn
				}
			}
		}
	}
}

// mark enters single words.
func (k *known) mark(kind kinds, words string) {
	for _, word := range strings.Fields(words) {
		k.words[lookup.Hash(word)] |= kind
	}
}

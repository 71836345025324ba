package name

import (
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/newsmill/newsmill/data/names"
	"github.com/newsmill/newsmill/stages/lookup"
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
	knownOther // of a river or a palace, and the like
	knownParty // or movement, or armed group
	knownPaper // or broadcaster
	knownFirm
	knownClub  // of sport, or a company of players, a school
	knownSite  // an airport, a prison
	knownThing // a weapon, a car, a war, a festival
	knownPerson
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

// known holds phrases by a hash of their tokens, each beginning of one too, and words by [lookup.Hash], in small letters where
// they are. Both are read where they lie: data/names has them packed.
type known struct {
	phrases, words lookup.Table
	sets           []kinds // by the number of a phrase or of a word
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
	k, err := readKnown(names.Phrases)
	if err != nil {
		panic(err) // a build with it fails its tests
	}
	return k
})

// readKnown takes apart what [AppendPhrases] has written.
func readKnown(packed []byte) (*known, error) {
	if len(packed) < 2 || len(packed) < 2+4*int(binary.LittleEndian.Uint16(packed)) {
		return nil, fmt.Errorf("phrases of names: %d bytes", len(packed))
	}
	k := &known{sets: make([]kinds, binary.LittleEndian.Uint16(packed))}
	packed = packed[2:]
	for i := range k.sets {
		k.sets[i] = kinds(binary.LittleEndian.Uint32(packed[4*i:]))
	}
	var err error
	if k.phrases, packed, err = lookup.Read(packed[4*len(k.sets):]); err != nil {
		return nil, err
	}
	k.words, _, err = lookup.Read(packed)
	return k, err
}

func (k *known) set(table lookup.Table, hash uint64) kinds {
	if n, ok := table.Of(hash); ok {
		return k.sets[n]
	}
	return 0
}

// phrase is what is known of the tokens of a hash, and whether a longer phrase begins with them.
func (k *known) phrase(hash uint64) kinds { return k.set(k.phrases, hash) }

// word is what is known of a word.
func (k *known) word(hash uint64) kinds { return k.set(k.words, hash) }

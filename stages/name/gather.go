package name

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/data/directory"
	"github.com/newsmill/newsmill/data/gazetteer"
	"github.com/newsmill/newsmill/stages/lookup"
	"github.com/newsmill/newsmill/stages/segment/token"
)

// gathered is what data/gazetteer and data/directory say of phrases and of words.
type gathered struct{ phrases, words map[uint64]kinds }

// AppendPhrases writes what data/gazetteer and data/directory know behind dst, packed as a tagger reads it.
func AppendPhrases(dst []byte) []byte {
	g := gather()
	numbers := map[kinds]uint16{}
	for _, known := range [...]map[uint64]kinds{g.phrases, g.words} {
		for _, set := range known {
			numbers[set] = 0
		}
	}
	sets := slices.Sorted(maps.Keys(numbers))
	if len(sets) > lookup.Limit {
		panic(fmt.Sprintf("%d kinds of phrases, of %d that a table can tell apart", len(sets), lookup.Limit))
	}
	dst = binary.LittleEndian.AppendUint16(dst, uint16(len(sets)))
	for i, set := range sets {
		numbers[set] = uint16(i)
		dst = binary.LittleEndian.AppendUint32(dst, uint32(set))
	}
	for _, known := range [...]map[uint64]kinds{g.phrases, g.words} {
		hashes := slices.Sorted(maps.Keys(known))
		of := make([]uint16, len(hashes))
		for i, h := range hashes {
			of[i] = numbers[known[h]]
		}
		dst = lookup.AppendHashes(dst, hashes, of)
	}
	return dst
}

func gather() *gathered {
	k := &gathered{phrases: map[uint64]kinds{}, words: map[uint64]kinds{}}
	k.addPlaces()
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
	bodies := map[string]kinds{
		"PTY": knownParty, "OPP": knownParty, "REB": knownParty, "CRM": knownParty, "MED": knownPaper, "BUS": knownFirm,
		"SPO": knownClub, "CUL": knownClub, "EDU": knownClub, "FAC": knownSite, "LOC": knownOther, "PROD": knownThing, "EVT": knownThing,
	}
	for name, entry := range directory.Rows(directory.Bodies) {
		k.add(cmp.Or(bodies[entry.Kind], knownOrg), name)
	}
	for name := range directory.Rows(directory.People) {
		k.add(knownPerson, name)
	}
	k.mark(givenName, gazetteer.Given)
	k.mark(ordinary, gazetteer.Words)
	return k
}

// each calls f for each row of a table.
func each(table string, f func(fields []string)) {
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "#") {
			f(strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
		}
	}
}

// placeKinds are the kinds of places of the gazetteer that are phrases. Counties and regions are called as towns and persons are.
var placeKinds = map[string]kinds{"large": knownTown, "town": knownTown, "site": knownSite, "land": knownOther}

// addPlaces enters towns, of which those with 100,000 people and more are cities, buildings and lands.
func (k *gathered) addPlaces() {
	for line := range strings.Lines(gazetteer.Places()) {
		name, rest, _ := strings.Cut(line, "\t")
		what, _, _ := strings.Cut(rest, "\t")
		kind := placeKinds[what]
		if kind == 0 {
			continue
		}
		people := strings.TrimSuffix(rest[strings.LastIndexByte(rest, '\t')+1:], "\n")
		if n, _ := strconv.Atoi(people); what == "large" && n >= 100000 {
			kind |= knownCity
		}
		k.add(kind, name)
	}
}

// add enters names, each several joined by bars.
func (k *gathered) add(kind kinds, names ...string) {
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
func (k *gathered) mark(kind kinds, words string) {
	for _, word := range strings.Fields(words) {
		k.words[lookup.Hash(word)] |= kind
	}
}

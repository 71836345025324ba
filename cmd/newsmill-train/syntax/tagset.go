package syntax

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/stages/lookup"
)

// leastTag is how often a tag has to stand in the treebanks to be learned.
const leastTag = 14

// A tagSet numbers pairs of a universal part of speech and one of the Penn Treebank.
type tagSet struct {
	names []string // "NOUN/NN", the most frequent first
	ids   map[string]uint8
}

func newTagSet(sentences [][]conllu.Word) tagSet {
	counts := map[string]int{}
	for _, sentence := range sentences {
		for _, w := range sentence {
			counts[w.UPOS+"/"+w.XPOS]++
		}
	}
	t := tagSet{ids: map[string]uint8{}}
	for _, name := range byCount(counts) {
		if counts[name] >= leastTag {
			t.ids[name] = uint8(len(t.names))
			t.names = append(t.names, name)
		}
	}
	return t
}

// byCount gives the keys, the most frequent first.
func byCount(counts map[string]int) []string {
	keys := make([]string, 0, len(counts))
	for key := range counts {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return keys
}

// of gives a word's tag: of a rare one, the most frequent that shares one of the two.
func (t tagSet) of(w conllu.Word) uint8 {
	if id, ok := t.ids[w.UPOS+"/"+w.XPOS]; ok {
		return id
	}
	for id, name := range t.names {
		if upos, xpos, _ := strings.Cut(name, "/"); upos == w.UPOS || xpos == w.XPOS {
			return uint8(id)
		}
	}
	return 0
}

func (t tagSet) append(dst []byte) []byte {
	all := strings.Join(t.names, " ")
	return append(binary.LittleEndian.AppendUint32(dst, uint32(len(all))), all...)
}

const (
	oftenSeen = 3    // a word seen less has no usual tags
	usualRate = 0.02 // a tag that a word has less often is none of its usual ones
)

// usualTags are the sets of tags that words often have.
type usualTags struct {
	stored []byte           // a lookup.Table
	counts map[string][]int // of each word in small letters, by tag, and behind them their sum
	ids    map[string]uint16
}

// usual collects the tags that words often have.
func usual(tags tagSet, lines []*line) usualTags {
	u := usualTags{counts: map[string][]int{}, ids: map[string]uint16{}}
	all := len(tags.names)
	for _, l := range lines {
		for i, word := range l.lower {
			if u.counts[word] == nil {
				u.counts[word] = make([]int, all+1)
			}
			u.counts[word][l.gold[i]]++
			u.counts[word][all]++
		}
	}
	sets, words := map[string]int{}, []string{}
	for word, counts := range u.counts {
		if set := often(counts); set != "" {
			sets[set]++
			words = append(words, word)
		}
	}
	for i, set := range byCount(sets) {
		u.ids[set] = uint16(min(i, lookup.Limit-1))
	}
	slices.Sort(words)
	numbers := make([]uint16, len(words))
	for i, word := range words {
		numbers[i] = u.ids[often(u.counts[word])]
	}
	u.stored = lookup.Append(nil, words, numbers)
	return u
}

// often writes down the usual tags of a word; a rare word has none.
func often(counts []int) string {
	all := len(counts) - 1
	if counts[all] < oftenSeen {
		return ""
	}
	set := []byte{}
	for id, n := range counts[:all] {
		if n > 0 && float64(n) >= usualRate*float64(counts[all]) {
			set = append(set, byte(id))
		}
	}
	return string(set)
}

// fill gives the words of a line their usual tags.
func (u usualTags) fill(l *line) {
	for i, word := range l.lower {
		l.words[i].Usual = u.number(u.counts[word])
	}
}

// fillWithout gives the words of a line that was counted their usual tags, as if this one word had
// not been: else a rare word would tell its own tag, as no word of another text will.
func (u usualTags) fillWithout(l *line) {
	for i, word := range l.lower {
		counts := u.counts[word]
		gold, all := l.gold[i], len(counts)-1
		counts[gold]--
		counts[all]--
		l.words[i].Usual = u.number(counts)
		counts[gold]++
		counts[all]++
	}
}

// number is what a [tag.Word] has for the usual tags of a word.
func (u usualTags) number(counts []int) uint32 {
	if set := often(counts); set != "" {
		if id, ok := u.ids[set]; ok {
			return uint32(id) + 1
		}
	}
	return 0
}

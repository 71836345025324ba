package quote

import (
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/agencies"
	data "github.com/newsmill/newsmill/data/quote"
	"github.com/newsmill/newsmill/stages/entity"
)

// trade is what a word says of outlets: papers, stations and agencies.
type trade uint8

const (
	inName trade = 1 << iota // it makes a name theirs: "Radio"
	noun                     // they are called so: "the paper"
	via                      // it says to whom one spoke: "an interview with"
)

// outlets are the words in small letters, and the names in full without "the".
var outlets = sync.OnceValue(func() (all struct {
	words map[string]trade
	names map[string]bool
},
) {
	all.words, all.names = map[string]trade{}, map[string]bool{}
	kinds := map[string]trade{"word": inName, "noun": noun, "via": via}
	for line := range strings.Lines(data.Outlets) {
		kind, word, ok := strings.Cut(strings.TrimSpace(line), "\t")
		switch {
		case kind == "name":
			all.names[word] = true
		case ok:
			all.words[word] |= kinds[kind]
		}
	}
	for line := range strings.Lines(agencies.Names) {
		name, others, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, n := range append(strings.Split(others, ";"), name) {
			all.names[strings.TrimPrefix(strings.TrimSpace(n), "The ")] = true
		}
	}
	return all
})

// tradeOf looks up a word in any case.
func tradeOf(word string) trade {
	var buf [maxWord]byte
	if len(word) > len(buf) {
		return 0
	}
	for i := range len(word) {
		buf[i] = word[i]
		if 'A' <= buf[i] && buf[i] <= 'Z' {
			buf[i] += 'a' - 'A'
		}
	}
	return outlets().words[string(buf[:len(word)])]
}

// isOutlet says whether a mention names one.
func (f *finder) isOutlet(m int) bool {
	name := strings.TrimPrefix(f.name(m), "The ")
	if outlets().names[name] {
		return true
	}
	if t := f.mentions[m].Type; t != entity.Org && t != entity.Work && t != entity.Product {
		return false
	}
	for word := range strings.FieldsSeq(name) {
		if tradeOf(word)&inName != 0 {
			return true
		}
	}
	return false
}

// mostWords is how many words stand before an outlet's name: "the local daily paper Outlook".
const mostWords = 5

// outlet reads the one that begins at token i, before token hi: the mention, or -1 and the words where it has no name
// ("the paper"); "" is none.
func (f *finder) outlet(i, hi int) (mention int, name string) {
	called := -1
	for j := i; j < min(hi, i+mostWords); j++ {
		if m := f.mentionStarting(j); m >= 0 {
			switch t := f.mentions[m].Type; {
			case called >= 0 || f.isOutlet(m):
				return m, f.name(m)
			case t != entity.NORP && t != entity.GPE:
				return -1, ""
			}
			continue
		}
		if c := f.classes[j]; c != other && c != article && c != people {
			break
		}
		if tradeOf(f.form(j))&noun != 0 {
			called = j
		} else if called >= 0 {
			break
		}
	}
	if called < 0 {
		return -1, ""
	}
	return f.described(i), f.words(i, called)
}

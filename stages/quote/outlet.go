package quote

import (
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/agencies"
	data "github.com/newsmill/newsmill/data/quote"
	"github.com/newsmill/newsmill/stages/entity"
)

// outlets are papers, stations and agencies: their names in full, words that make a name theirs, what they are called
// ("the paper"), and words that say to whom one spoke ("an interview with").
var outlets = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{"name": {}, "word": {}, "noun": {}, "via": {}}
	for line := range strings.Lines(data.Outlets) {
		if kind, word, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			all[kind][word] = true
		}
	}
	for line := range strings.Lines(agencies.Names) {
		name, others, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, n := range append(strings.Split(others, ";"), name) {
			all["name"][strings.TrimPrefix(strings.TrimSpace(n), "The ")] = true
		}
	}
	return all
})

// isOutlet says whether a mention names one.
func (f *finder) isOutlet(m int) bool {
	name := strings.TrimPrefix(f.name(m), "The ")
	if outlets()["name"][name] {
		return true
	}
	if t := f.mentions[m].Type; t != entity.Org && t != entity.Work && t != entity.Product {
		return false
	}
	for word := range strings.FieldsSeq(name) {
		if outlets()["word"][strings.ToLower(word)] {
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
	noun := -1
	for j := i; j < min(hi, i+mostWords); j++ {
		if m := f.mentionStarting(j); m >= 0 {
			switch t := f.mentions[m].Type; {
			case noun >= 0 || f.isOutlet(m):
				return m, f.name(m)
			case t != entity.NORP && t != entity.GPE:
				return -1, ""
			}
			continue
		}
		if c := f.classes[j]; c != other && c != article && c != people {
			break
		}
		if outlets()["noun"][strings.ToLower(f.form(j))] {
			noun = j
		} else if noun >= 0 {
			break
		}
	}
	if noun < 0 {
		return -1, ""
	}
	return f.described(i), f.words(i, noun)
}

package syntax

import (
	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/stages/lookup"
	"github.com/newsmill/newsmill/stages/syntax/lemma"
)

// learnLemmas gives the rules of lemmas as they are stored. A key is stored only where what stands
// under weaker keys would give another script.
func learnLemmas(sentences [][]conllu.Word) []byte {
	type entry struct {
		key    uint64
		counts map[lemma.Script]int
	}
	levels := make([]map[uint64]*entry, lemma.Longest+2) // by strength: no ending first, whole words last
	order := make([][]*entry, len(levels))
	words := map[[3]string]int{}
	var forms [][3]string
	for _, sentence := range sentences {
		for _, w := range sentence {
			if w.Lemma == "_" {
				continue
			}
			word := [3]string{w.Form, w.XPOS, w.Lemma}
			if words[word]++; words[word] == 1 {
				forms = append(forms, word)
			}
		}
	}
	level := func(i, keys int) int {
		if i == 0 {
			return len(levels) - 1
		}
		return keys - 1 - i
	}
	for _, word := range forms {
		script := lemma.Find(word[0], word[2])
		keys := lemma.Keys(nil, word[0], word[1])
		for i, key := range keys {
			at := level(i, len(keys))
			if levels[at] == nil {
				levels[at] = map[uint64]*entry{}
			}
			e := levels[at][key]
			if e == nil {
				e = &entry{key, map[lemma.Script]int{}}
				levels[at][key] = e
				order[at] = append(order[at], e)
			}
			weight := 1
			if i == 0 {
				weight = words[word]
			}
			e.counts[script] += weight
		}
	}
	best := func(e *entry) (lemma.Script, int) {
		var best lemma.Script
		most := 0
		for s, n := range e.counts {
			if n > most || n == most && before(s, best) {
				best, most = s, n
			}
		}
		return best, most
	}
	ids := map[lemma.Script]uint16{}
	var scripts []lemma.Script
	chosen := map[uint64]lemma.Script{}
	var keys []uint64
	var numbers []uint16
	weaker := func(all []uint64) (lemma.Script, bool) {
		for _, key := range all {
			if s, ok := chosen[key]; ok {
				return s, true
			}
		}
		return lemma.Script{}, false
	}
	for at := range levels {
		// Which keys are weaker, each word of this key knows.
		below := map[uint64][]uint64{}
		for _, word := range forms {
			all := lemma.Keys(nil, word[0], word[1])
			for i, key := range all {
				if level(i, len(all)) == at {
					below[key] = all[i+1:]
				}
			}
		}
		for _, e := range order[at] {
			script, n := best(e)
			if s, ok := weaker(below[e.key]); ok && (s == script || n < 2 && at < len(levels)-1) {
				continue
			}
			id, ok := ids[script]
			if !ok {
				if len(scripts) == lookup.Limit {
					continue
				}
				id = uint16(len(scripts))
				ids[script] = id
				scripts = append(scripts, script)
			}
			chosen[e.key] = script
			keys, numbers = append(keys, e.key), append(numbers, id)
		}
	}
	return lemma.Append(nil, scripts, keys, numbers)
}

func before(a, b lemma.Script) bool {
	if a.Lower != b.Lower {
		return a.Lower
	}
	if a.Cut != b.Cut {
		return a.Cut < b.Cut
	}
	return a.Add < b.Add
}

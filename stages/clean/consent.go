package clean

import "github.com/newsmill/newsmill/stages/features"

const (
	// leastAsking is of a thousand words how many of a request for consent are of such requests, at the least.
	leastAsking = 20
	// mostTelling is how many such words an article has, at the most, if it is not about requests for consent.
	mostTelling = 5
	// fewestAsking is how many such words a request has.
	fewestAsking = 2
)

// A speech counts words, and those of them that are of requests for consent.
type speech struct{ asking, words int }

func (s speech) of(permille int) bool { return s.asking*1000 >= s.words*permille }

// dropConsent drops a request for consent behind the text that is kept, or before it. In flattened text it stands there as paragraphs do,
// with nothing to tell that a reader had to open it. Where one stands on both sides, the rest is not the text's own and all stays.
func dropConsent(lines []line, keep []bool) {
	consenting := features.Consenting()
	speeches := make([]speech, len(lines))
	all := speech{}
	for i := range lines {
		if !keep[i] {
			continue
		}
		s := &speeches[i]
		features.EachWord(lines[i].text, func(h uint32) {
			s.words++
			if _, asks := consenting[h]; asks {
				s.asking++
			}
		})
		all.asking, all.words = all.asking+s.asking, all.words+s.words
	}
	for _, step := range [...]int{-1, 1} {
		begin := 0
		if step < 0 {
			begin = len(lines) - 1
		}
		var sum, left speech
		end := -1
		for i := begin; i >= 0 && i < len(lines); i += step {
			sum.asking, sum.words = sum.asking+speeches[i].asking, sum.words+speeches[i].words
			rest := speech{all.asking - sum.asking, all.words - sum.words}
			if speeches[i].asking > 0 && sum.asking >= fewestAsking && sum.of(leastAsking) && rest.words*10 >= all.words && !rest.of(mostTelling) {
				left, end = rest, i
			}
		}
		if end < 0 {
			continue
		}
		for i := begin; i != end+step; i += step {
			keep[i], speeches[i] = false, speech{}
		}
		all = left
	}
}

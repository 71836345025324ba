package quote

import "github.com/newsmill/newsmill/stages/segment"

// most is how many cues of a sentence are tried.
const most = 8

// shaped finds a clause that is reported as wire news report it, where the model, which learned from
// longer sentences, finds nothing: "…, X said", "…, according to X", "According to X, …".
func (f *finder) shaped(s segment.Sentence) {
	end := f.endOf(s)
	tries := 0
	for k := s.First; k < end && tries < most; k++ {
		if f.inside[k] || f.used[k] || !f.isCue(k) || f.classes[k] > clause && f.classes[k] != according {
			continue
		}
		tries++
		c := cue{token: k, lo: s.First, hi: end}
		from, to := s.First, k
		switch {
		case f.classes[k] == according && k == s.First:
			for from = k + 2; from < end && f.classes[from] != comma; from++ {
			}
			c.hi, from, to = from, from+1, end
		case f.classes[k] == according:
			if f.classes[k-1] == comma {
				to--
			}
		default:
			to = f.tail(k, s.First, end)
			c.lo, c.behind = to+1, true
		}
		if to-from <= fewWords || f.covered(from, to) || f.suffers(s, from, to, k) {
			continue
		}
		q := Quote{Kind: "indirect", Start: f.doc.Tokens[from].Start, End: f.doc.Tokens[to-1].End, Speaker: -1, Reporter: -1}
		f.report(&q, c)
		q.Score *= 0.7
		f.quotes = append(f.quotes, q)
		return
	}
}

// tail finds the comma before "X said" at the end of a sentence; 0 is none.
func (f *finder) tail(k, first, end int) int {
	if end-k > 9 {
		return 0
	}
	for i := k - 1; i > first && k-i <= 12; i-- {
		if f.classes[i] == comma {
			return i
		}
		if f.inside[i] || f.classes[i] >= comma {
			return 0
		}
	}
	return 0
}

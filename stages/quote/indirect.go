package quote

// fewest is how many words a clause must have to be an indirect quote.
const fewest = 4

// most is how many cues of a sentence are tried.
const most = 8

// indirect finds clauses under a cue without marks: "X said that ...", "X said he ...",
// "..., X said", "..., according to X", "According to X, ...". One for each sentence.
func (f *finder) indirect() {
	for _, s := range f.doc.Sentences {
		tries := 0
		for k := s.First; k < s.Last && tries < most; k++ {
			if f.inside[k] || f.used[k] || !f.isCue(k) || f.classes[k] > clause && f.classes[k] != according {
				continue
			}
			tries++
			if q, ok := f.clause(k, s.First, s.Last); ok {
				f.quotes = append(f.quotes, q)
				break
			}
		}
	}
}

// clause reads the clause that the cue at token k of a sentence reports.
func (f *finder) clause(k, first, last int) (Quote, bool) {
	end := last // of the sentence, its full stop and marks left out
	for end > first && f.classes[end-1] >= comma {
		end--
	}
	q := Quote{Kind: "indirect", Speaker: -1}
	c := cue{token: k, lo: first, hi: end}
	from, to := 0, 0
	switch {
	case f.classes[k] == according && k == first:
		for from = k + 2; from < end && f.classes[from] != comma; from++ {
		}
		c.hi, from, to = from, from+1, end
	case f.classes[k] == according:
		from, to = first, k
		if f.classes[k-1] == comma {
			to--
		}
	default:
		from, to = f.object(k, end)
		if from == 0 {
			from, to = first, f.tail(k, first, end)
			c.lo, c.behind = to+1, true
		}
	}
	if to-from < fewest || f.countWords(from, to) < fewest || f.covered(from, to) {
		return q, false
	}
	q.Start, q.End = f.doc.Tokens[from].Start, f.doc.Tokens[to-1].End
	f.report(&q, c)
	q.Score *= 0.7
	return q, q.End > q.Start
}

// object finds the clause behind the verb at token k: from "that", or bare; 0 is none.
func (f *finder) object(k, end int) (from, to int) {
	for i := k + 1; i < min(end, k+9) && f.classes[i] < comma && !f.inside[i]; i++ {
		if f.classes[i] == that {
			return i, end
		}
	}
	i := k + 1
	if f.classes[k] != plain {
		// Other verbs take nouns as often: only what begins as a subject does is a clause.
		if i >= end || f.inside[i] || f.classes[i] != he && f.classes[i] != they && f.classes[i] != toParticle {
			return 0, 0
		}
	}
	if i+1 < end && f.classes[i] == preposition && f.classes[i+1] == day {
		i++
	}
	if i < end && f.classes[i] == day {
		i++
	}
	if i >= end || f.classes[i] >= comma || f.inside[i] {
		return 0, 0
	}
	switch f.classes[i] {
	case preposition, joint, adverb:
		return 0, 0
	case toParticle: // promised to, but not: said to the paper
		if i+1 >= end || f.classes[i+1] != other || f.capital(i+1) {
			return 0, 0
		}
	}
	return i, end
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

// covered says whether more than half of the tokens lie between marks: the quote stands
// there already.
func (f *finder) covered(from, to int) bool {
	n := 0
	for _, in := range f.inside[from:to] {
		if in {
			n++
		}
	}
	return 2*n > to-from
}

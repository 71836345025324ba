package quote

import "strings"

// cue is a word that reports: its token, and the tokens among which its subject stands.
type cue struct {
	token  int
	lo, hi int
	behind bool // it follows the quote
}

var cueNone = cue{token: -1}

// reach is how many words from the marks a cue may stand.
const reach = 25

// cue finds the verb that introduces span i: behind it where the quote leaves its sentence
// open, else before it.
func (f *finder) cue(i int, inner string) cue {
	s, p := f.spans[i], f.places[i]
	lo, hi := f.doc.Sentences[p.sentence].First, len(f.doc.Tokens)
	if i > 0 {
		lo = max(lo, f.places[i-1].close)
	}
	if i+1 < len(f.places) {
		hi = f.places[i+1].open
	}
	lo, hi = max(lo, p.open-reach), min(hi, p.close+reach)
	open := s.after < len(f.doc.Text) && f.doc.Text[s.after] == ','
	if strings.ContainsRune(",?!…—-", lastRune(inner)) || open {
		for k := p.close; k < hi && f.classes[k] != stop && !f.newParagraph(k, p); k++ {
			if f.classes[k] == joint && k > p.close+1 || f.classes[k] == colon {
				break
			}
			if f.isCue(k) {
				return cue{token: k, lo: p.close, hi: hi, behind: true}
			}
		}
	}
	for k := p.open - 1; k >= lo; k-- {
		if f.classes[k] == stop {
			break
		}
		if f.isCue(k) {
			return cue{token: k, lo: lo, hi: p.open}
		}
	}
	return cueNone
}

// newParagraph says whether token k lies behind the paragraph of a quote.
func (f *finder) newParagraph(k int, p place) bool {
	sentence := p.sentence
	for sentence+1 < len(f.doc.Sentences) && f.doc.Sentences[sentence+1].Paragraph == p.paragraph {
		if f.doc.Sentences[sentence].Last > k {
			return false
		}
		sentence++
	}
	return f.doc.Sentences[sentence].Last <= k
}

// isCue says whether token k is a verb that reports, or the first word of "according to".
func (f *finder) isCue(k int) bool {
	if f.classes[k] == according {
		return k+1 < len(f.classes) && f.classes[k+1] == toParticle
	}
	return f.classes[k].reports() && (k == 0 || f.form(k-1) != "-") // so-called
}

// report fills in the cue and who speaks.
func (f *finder) report(q *Quote, c cue) {
	last := c.token
	if f.classes[last] == according {
		last++
	}
	f.used[c.token] = true
	q.CueStart, q.CueEnd = f.doc.Tokens[c.token].Start, f.doc.Tokens[last].End
	q.Cue = f.doc.Text[q.CueStart:q.CueEnd]
	q.Speaker, q.SpeakerName, q.Score = f.speaker(c, last)
	if verb, as := f.quotedAs(c.token); verb >= 0 {
		f.quotedBy(q, verb, as)
	}
}

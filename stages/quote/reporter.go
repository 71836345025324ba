package quote

import (
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/segment"
)

// asReach is how many words stand between "quoted" and "as saying".
const asReach = 14

// quotedAs tells the parts of "Interfax quoted the ministry as saying", where token k is one of its cues; the verb is -1
// where it is none.
func (f *finder) quotedAs(k int) (verb, as int) {
	s := f.doc.Sentences[f.sentenceOf(k)]
	if strings.HasSuffix(f.form(k), "ing") && k > s.First && f.form(k-1) == "as" {
		for i := k - 2; i >= max(s.First, k-2-asReach) && !f.inside[i] && f.classes[i] != stop; i-- {
			if f.isQuoting(i) {
				return i, k - 1
			}
		}
		return -1, -1
	}
	if !f.isQuoting(k) {
		return -1, -1
	}
	for i := k + 1; i < min(s.Last-1, k+1+asReach) && !f.inside[i] && f.classes[i] != stop; i++ {
		if f.form(i) == "as" && strings.HasSuffix(f.form(i+1), "ing") && f.classes[i+1].reports() {
			return k, i
		}
	}
	return -1, -1
}

// isQuoting says whether token k is a form of quote or cite.
func (f *finder) isQuoting(k int) bool {
	form := f.form(k)
	return f.classes[k].reports() && (strings.HasPrefix(form, "quot") || strings.HasPrefix(form, "cit"))
}

// quotedBy fills in who is quoted and who quotes him.
func (f *finder) quotedBy(q *Quote, verb, as int) {
	s := f.doc.Sentences[f.sentenceOf(verb)]
	speaker, name, score := -1, "", float32(0)
	reporter, reporterName := -1, ""
	switch by := verb + 1; {
	case f.passive(verb, s.First):
		speaker, name, score = f.left(verb, s.First)
		if f.form(by) != "by" {
			by = as + 2 // quoted as saying by
		}
		if by < s.Last && f.form(by) == "by" {
			if reporter, reporterName = f.outlet(by+1, s.Last); reporterName == "" {
				reporter, reporterName, _ = f.right(by, s.Last)
			}
		}
	default:
		if form := f.form(by); form == "him" || form == "her" && by+1 == as {
			speaker, name, score = f.pronoun(by)
		} else {
			speaker, name, score = f.right(verb, as)
		}
		if strings.HasSuffix(f.form(verb), "ing") {
			reporter, reporterName, _ = f.mainSubject(verb)
		} else {
			reporter, reporterName, _ = f.left(verb, s.First)
		}
	}
	if name == "" {
		return
	}
	q.Speaker, q.SpeakerName, q.Score = speaker, name, score
	q.Reporter, q.ReporterName = reporter, reporterName
}

// passive says whether the verb at token k is in the passive: "was on Wednesday quoted".
func (f *finder) passive(k, first int) bool {
	for j := k - 1; j >= first && (f.classes[j] == adverb || f.classes[j] == day || f.classes[j] == preposition); j-- {
		switch f.form(j) {
		case "was", "were", "been", "is", "are", "be", "being":
			return true
		}
	}
	return false
}

// sentenceOf is the sentence of token k.
func (f *finder) sentenceOf(k int) int {
	return sort.Search(len(f.doc.Sentences), func(i int) bool { return f.doc.Sentences[i].Last > k })
}

// around is how many words on both sides of a cue are searched for who reports it.
const around = 64

// reporters finds, for quotes whose speaker is known, by whom the page knows of them: to whom he spoke ("told Reuters",
// "in an interview with CNN"), and who else reports in the sentence of the cue ("…, Interfax reported", "…, according to
// the paper").
func (f *finder) reporters() {
	for i := range f.quotes {
		q := &f.quotes[i]
		if q.Cue == "" || q.SpeakerName == "" || q.ReporterName != "" {
			continue
		}
		k := sort.Search(len(f.doc.Tokens), func(i int) bool { return f.doc.Tokens[i].Start >= q.CueStart })
		s := f.doc.Sentences[f.sentenceOf(k)]
		s.First, s.Last = max(s.First, k-around), min(s.Last, k+around)
		m, name := f.via(q, s)
		if name == "" {
			m, name = f.retold(q, s, k)
		}
		if name == "" || m >= 0 && m == q.Speaker || name == q.SpeakerName || m >= 0 && q.Speaker >= 0 && f.mentions[m].Entity >= 0 && f.mentions[m].Entity == f.mentions[q.Speaker].Entity {
			continue
		}
		q.Reporter, q.ReporterName = m, name
	}
}

// viaReach is how many words stand between "interview" and "with".
const viaReach = 4

// via is the outlet that a sentence says somebody spoke to.
func (f *finder) via(q *Quote, s segment.Sentence) (mention int, name string) {
	told := -1 // the last word that says so
	for k := s.First; k < s.Last-1; k++ {
		c := f.classes[k]
		if f.inside[k] || f.within(q, k) || c == comma || c == colon || c == stop {
			told = -1
			continue
		}
		form := f.form(k)
		if tradeOf(form)&via != 0 {
			told = k
		}
		hears := c == toParticle || c == preposition && form != "about" || told == k && form[0] == 't' // told
		if told >= 0 && k-told <= viaReach && hears && !f.within(q, k+1) {
			if m, name := f.outlet(k+1, s.Last); name != "" {
				return m, name
			}
		}
	}
	return -1, ""
}

// within says whether token k is of a quote.
func (f *finder) within(q *Quote, k int) bool {
	t := f.doc.Tokens[k]
	return t.Start >= q.Start && t.End <= q.End
}

// retold is who reports a sentence beside the cue at token k: an outlet under a verb, or anybody behind "according to".
func (f *finder) retold(q *Quote, s segment.Sentence, k int) (mention int, name string) {
	end := f.endOf(s)
	for i := s.First; i < end; i++ {
		if i == k || f.inside[i] || f.within(q, i) || !f.isCue(i) {
			continue
		}
		if f.classes[i] == according {
			if mention, name = f.outlet(i+2, end); name == "" {
				mention, name, _ = f.right(i+1, end)
			}
		} else {
			if mention, name, _ = f.left(i, s.First); name == "" {
				mention, name, _ = f.right(i, end)
			}
			if mention >= 0 && !f.isOutlet(mention) || mention < 0 && tradeOf(name[strings.LastIndexByte(name, ' ')+1:])&noun == 0 {
				continue
			}
		}
		if name != "" {
			return mention, name
		}
	}
	return -1, ""
}

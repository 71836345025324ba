package quote

import (
	"sort"
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/quote"
	"github.com/newsmill/newsmill/stages/segment"
)

// indirect finds what is reported without marks, by the model of reported.go, and the cue that
// reports it: "X said that …", "…, X said", "according to X, …".
func (f *finder) indirect() {
	if f.doc.Words == nil {
		return
	}
	r := &Reader{doc: f.doc, classes: f.classes}
	for _, s := range f.doc.Sentences {
		tags, before := r.Tag(s), len(f.quotes)
		for i := 0; i < len(tags); i++ {
			if tags[i] == Outside {
				continue
			}
			j := i + 1
			for j < len(tags) && tags[j] == Inside {
				j++
			}
			f.reported(s, s.First+i, s.First+j)
			i = j - 1
		}
		if len(f.quotes) == before {
			f.shaped(s)
		}
	}
}

// reported makes a quote of tokens from to to of a sentence.
func (f *finder) reported(s segment.Sentence, from, to int) {
	for from < to && f.classes[from] >= comma {
		from++
	}
	for to > from && f.classes[to-1] >= comma {
		to--
	}
	if to-from < fewWords || f.covered(from, to) {
		return
	}
	if verb, _ := f.quotedAs(to - 1); verb >= 0 {
		return // "…,” the paper quoted him as saying"
	}
	c := f.cueOf(s, from, to)
	if c.token < 0 || f.suffers(s, from, to, c.token) {
		return // nobody says so
	}
	from, to = f.whole(from, to)
	q := Quote{Kind: "indirect", Start: f.doc.Tokens[from].Start, End: f.doc.Tokens[to-1].End, Speaker: -1, Reporter: -1}
	f.report(&q, c)
	if q.Speaker < 0 && q.ReporterName == "" {
		if m, name, score := f.subject(s, c.token); m >= 0 || q.SpeakerName == "" && name != "" {
			q.Speaker, q.SpeakerName, q.Score = m, name, score
		}
	}
	q.Score *= 0.7
	f.quotes = append(f.quotes, q)
}

// cueOf finds the cue of tokens from to to of a sentence: the verb that the tree has above them, else
// the nearest one.
func (f *finder) cueOf(s segment.Sentence, from, to int) cue {
	end := f.endOf(s)
	best, verb := -1, -1
	for k := from; k < to && best < 0; k++ {
		for h, n := f.doc.Head(s, k), 0; h >= 0 && n < climb; h, n = f.doc.Head(s, h), n+1 {
			switch {
			case h >= from && h < to:
			case f.isCue(h):
				best = h
			case verb < 0 && f.doc.Words[h].UPOS == "VERB" && h < end:
				verb = h
			}
			if best >= 0 {
				break
			}
		}
	}
	for k := max(s.First, from-around); k < min(end, to+around) && best < 0; k++ {
		if f.classes[k] == according && (k < from || k >= to) && f.isCue(k) {
			best = k
		}
	}
	if best < 0 {
		best = verb
	}
	for d := 1; best < 0 && d < reach; d++ {
		switch {
		case from-d >= s.First && f.isCue(from-d):
			best = from - d
		case to+d-1 < end && f.isCue(to+d-1):
			best = to + d - 1
		}
	}
	switch {
	case best < 0:
		return cueNone
	case best >= to:
		return cue{token: best, lo: to, hi: end, behind: true}
	case f.classes[best] == according:
		return cue{token: best, lo: s.First, hi: from}
	}
	return cue{token: best, lo: s.First, hi: max(from, best+1)}
}

// deeds are the verbs that do a thing and say nothing, by their dictionary form.
var deeds = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for verb := range strings.FieldsSeq(data.Deeds) {
		all[verb] = true
	}
	return all
})

// suffers says whether tokens from to to have a part in what the verb at token cue does, and are nothing that it says: its subject
// ("Khan, who was ousted, denies"), or what stands in no clause under a verb that says nothing ("sentenced two men").
func (f *finder) suffers(s segment.Sentence, from, to, cue int) bool {
	deed := deeds()[f.doc.Words[cue].Lemma] && !f.isCue(cue)
	for k := from; k < to; k++ {
		if f.inside[k] {
			return false // the words of somebody
		}
		if f.doc.Head(s, k) != cue {
			continue
		}
		switch f.doc.Words[k].Relation {
		case "nsubj":
			return true
		case "nsubj:pass":
			if f.doc.Words[k].UPOS == "PROPN" {
				return true
			}
		case "ccomp", "parataxis":
			return false
		}
	}
	return deed
}

// whole widens tokens from to to by the mark that closes what opens among them, or opens what closes there, where no word stands between.
func (f *finder) whole(from, to int) (int, int) {
	i := sort.Search(len(f.places), func(i int) bool { return f.places[i].close > from })
	for ; i < len(f.places) && f.places[i].open < to; i++ {
		p := f.places[i]
		if p.open >= from && p.close > to && f.countWords(to, p.close) == 0 {
			to = p.close
		}
		if p.open < from && p.close <= to && f.countWords(p.open, from) == 0 {
			from = p.open
		}
	}
	return from, to
}

// endOf is the token behind the last word of a sentence: its full stop and marks are left out.
func (f *finder) endOf(s segment.Sentence) int {
	end := s.Last
	for end > s.First && f.classes[end-1] >= comma {
		end--
	}
	return end
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

// phrase is the first token of the noun phrase that ends with its head, token j.
func (f *finder) phrase(s segment.Sentence, j int) int {
	from := j
	for from > s.First {
		w := &f.doc.Words[from-1]
		if h := s.First + w.Head; h < from || h > j {
			break
		}
		switch w.Relation {
		case "det", "amod", "compound", "nummod", "nmod:poss", "flat", "case", "punct":
			from--
			continue
		}
		break
	}
	for from < j && (f.classes[from] >= comma || f.classes[from] == preposition) {
		from++
	}
	return from
}

// subject is who the tree has as the subject of the verb at token k, or of the verb that this one
// hangs on as an infinitive, a participle or a part of a list.
func (f *finder) subject(s segment.Sentence, k int) (mention int, name string, score float32) {
	for n := 0; n < verbs && k >= 0; n++ {
		for j := s.First; j < s.Last; j++ {
			if w := &f.doc.Words[j]; w.Relation != "nsubj" || s.First+w.Head != k {
				continue
			}
			if f.classes[j] == he {
				return f.pronoun(j)
			}
			if h := f.doc.Head(s, k); h >= 0 && f.classes[j] == joint && strings.HasSuffix(f.doc.Words[k].Relation, ":relcl") {
				j = h // the lawyer who said
			}
			at := f.doc.Tokens[j].Start
			i := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].End > at })
			if i < len(f.mentions) && f.mentions[i].Start <= at && f.speaks(i) {
				return i, f.name(i), 0.7
			}
			from := f.phrase(s, j)
			return f.described(from), f.words(from, j), 0.5
		}
		switch f.doc.Words[k].Relation {
		case "xcomp", "conj", "advcl":
			k = f.doc.Head(s, k)
		default:
			return -1, "", 0
		}
	}
	return -1, "", 0
}

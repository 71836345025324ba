package event

import (
	"slices"
	"sort"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// How much of a document is read for what it tells of one bearer of a name.
const (
	reputeMentions = 20
	reputeBefore   = 5 // words before a name
	reputeBehind   = 9 // and in its apposition
	mostRepute     = 100
)

// Where a word stands that tells of a bearer.
const (
	inTitle uint32 = iota
	beside
	inApposition
	onVerb
	above
	below
	asReference
	byRole
	bodyBefore
	bodyBehind
)

// reputeOf gives what all of the document tells of an entity, as features: words before its names, appositions behind them, what it is said
// to be and to do, the nouns that stand for it.
func (s *scan) reputeOf(e int) []uint32 {
	if s.census.repute == nil {
		s.census.repute = make([][]uint32, len(s.in.Found.Entities))
	}
	if known := s.census.repute[e]; known != nil {
		return known
	}
	doc := s.in.Doc
	f := []uint32{}
	word := func(t int) string { return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End] }
	add := func(place uint32, x uint32, text string) {
		s.buffer = pattern.Lower(s.buffer[:0], text)
		h := lookup.Hash(s.buffer)
		f = append(f, linear.Mix3(place, x, uint32(h), 0))
		if g := cluster.Default.Of(h); g.Middle != 0 {
			f = append(f, linear.Mix3(place, x, uint32(g.Middle), 1))
		}
		if role := s.roleOf(text); role != "" {
			f = append(f, linear.Mix3(place, 0, hashed(role), 2))
		}
	}
	seen := 0
	for i := range s.in.Found.Mentions {
		m := &s.in.Found.Mentions[i]
		if m.Entity != e {
			continue
		}
		if seen++; seen > reputeMentions {
			break
		}
		sentence := doc.Sentences[m.Sentence]
		first := sort.Search(len(doc.Tokens), func(t int) bool { return doc.Tokens[t].Start >= m.Start })
		last := first
		for last+1 < sentence.Last && doc.Tokens[last+1].Start < m.End {
			last++
		}
		if first >= sentence.Last {
			continue
		}
		f = append(f, linear.Mix3(byRole, hashed(m.Role), 0, 0))
		for k := max(0, i-1); k < min(len(s.in.Found.Mentions), i+2); k++ {
			o := &s.in.Found.Mentions[k]
			if k == i || o.Entity < 0 || !s.besides(m, o) {
				continue
			}
			place := bodyBefore
			if k > i {
				place = bodyBehind
			}
			b := s.bearers[o.Entity]
			code := b.code
			if code == "" {
				code = s.in.Found.Entities[o.Entity].Actor
			}
			f = append(f, linear.Mix3(place, hashed(b.role), linear.Truth(b.country != ""), hashed(code[:min(3, len(code))])*linear.Truth(b.country == "")))
			f = append(f, linear.Mix3(place, hashed(string(o.Type)), 3, hashed(b.role)))
		}
		for t := first - 1; t >= sentence.First && first-t <= reputeBefore; t-- {
			if x := &doc.Words[t]; x.UPOS == "PUNCT" || x.UPOS == "VERB" {
				break
			}
			if t == first-1 {
				add(beside, 0, word(t))
			}
			add(inTitle, 0, word(t))
		}
		if last+1 < sentence.Last && word(last+1) == "," {
			for t := last + 2; t < sentence.Last && t-last <= reputeBehind; t++ {
				if x := &doc.Words[t]; word(t) == "," || x.UPOS == "VERB" || x.UPOS == "AUX" || x.UPOS == "PRON" {
					break
				}
				add(inApposition, 0, word(t))
			}
		}
		for t := first; t <= last; t++ {
			x := &doc.Words[t]
			h := sentence.First + x.Head
			if x.Head >= 0 && h >= first && h <= last {
				continue
			}
			if x.Head >= 0 && h < sentence.Last {
				place := above
				if doc.Words[h].UPOS == "VERB" {
					place = onVerb
				}
				add(place, hashed(x.Relation), doc.Words[h].Lemma)
			}
			for k := sentence.First; k < sentence.Last; k++ {
				if y := &doc.Words[k]; y.Head == t-sentence.First && (k < first || k > last) && (y.UPOS == "NOUN" || y.UPOS == "PROPN" || y.UPOS == "ADJ") {
					add(below, hashed(y.Relation), y.Lemma)
				}
			}
			break
		}
	}
	for i := range s.in.Found.References {
		r := &s.in.Found.References[i]
		if r.Entity != e {
			continue
		}
		last := sort.Search(len(doc.Tokens), func(t int) bool { return doc.Tokens[t].End >= r.End })
		if last < len(doc.Tokens) && doc.Words[last].UPOS != "PRON" {
			add(asReference, 0, word(last))
		}
	}
	slices.Sort(f)
	f = slices.Compact(f)
	f = f[:min(len(f), mostRepute)]
	s.census.repute[e] = f
	return f
}

// roleOf is the role that a word tells by itself, as a noun for an actor or in the name of a body.
func (s *scan) roleOf(word string) string {
	s.buffer = pattern.Lower(s.buffer[:0], word)
	if e := s.table.Words[string(s.buffer)]; e != nil && e.Role != "" {
		return e.Role[len(e.Role)-3:]
	}
	return s.roster.words[string(s.buffer)]
}

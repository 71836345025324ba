package actor

import (
	"slices"
	"sort"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// How much of a document is read for what it tells of one bearer of a name.
const (
	ReputeMentions = 20
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

// Repute gives what all of the document tells of an entity, as features: words before its names, appositions behind them, what it is said
// to be and to do, the nouns that stand for it.
func (c *Cast) Repute(e int) []uint32 {
	if c.repute == nil {
		c.repute = make([][]uint32, len(c.found.Entities))
	}
	if known := c.repute[e]; known != nil {
		return known
	}
	doc := c.doc
	f := []uint32{}
	word := func(t int) string { return doc.Text[doc.Tokens[t].Start:doc.Tokens[t].End] }
	add := func(place uint32, x uint32, text string) {
		c.buffer = pattern.Lower(c.buffer[:0], text)
		h := lookup.Hash(c.buffer)
		f = append(f, linear.Mix3(place, x, uint32(h), 0))
		if g := cluster.Default.Of(h); g.Middle != 0 {
			f = append(f, linear.Mix3(place, x, uint32(g.Middle), 1))
		}
		if role := c.RoleOf(text); role != "" {
			f = append(f, linear.Mix3(place, 0, uint32(lookup.Hash(role)), 2))
		}
	}
	seen := 0
	for i := range c.found.Mentions {
		m := &c.found.Mentions[i]
		if m.Entity != e {
			continue
		}
		if seen++; seen > ReputeMentions {
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
		f = append(f, linear.Mix3(byRole, uint32(lookup.Hash(m.Role)), 0, 0))
		for k := max(0, i-1); k < min(len(c.found.Mentions), i+2); k++ {
			o := &c.found.Mentions[k]
			if k == i || o.Entity < 0 || !c.Besides(m, o) {
				continue
			}
			place := bodyBefore
			if k > i {
				place = bodyBehind
			}
			b := c.Bearers[o.Entity]
			code := b.Code
			if code == "" {
				code = c.found.Entities[o.Entity].Actor
			}
			f = append(f, linear.Mix3(place, uint32(lookup.Hash(b.Role)), linear.Truth(b.Country != ""), uint32(lookup.Hash(code[:min(3, len(code))]))*linear.Truth(b.Country == "")))
			f = append(f, linear.Mix3(place, uint32(lookup.Hash(string(o.Type))), 3, uint32(lookup.Hash(b.Role))))
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
				add(place, uint32(lookup.Hash(x.Relation)), doc.Words[h].Lemma)
			}
			for k := sentence.First; k < sentence.Last; k++ {
				if y := &doc.Words[k]; y.Head == t-sentence.First && (k < first || k > last) && (y.UPOS == "NOUN" || y.UPOS == "PROPN" || y.UPOS == "ADJ") {
					add(below, uint32(lookup.Hash(y.Relation)), y.Lemma)
				}
			}
			break
		}
	}
	for i := range c.found.References {
		r := &c.found.References[i]
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
	c.repute[e] = f
	return f
}

// RoleOf is the role that a word tells by itself, as a noun for an actor or in the name of a body.
func (c *Cast) RoleOf(word string) string {
	c.buffer = pattern.Lower(c.buffer[:0], word)
	if e := c.table.Words[string(c.buffer)]; e != nil && e.Role != "" {
		return e.Role[len(e.Role)-3:]
	}
	return c.roster.words[string(c.buffer)]
}

// Besides says whether a mention that is no person stands close to another one in its sentence.
func (c *Cast) Besides(m, o *entity.Mention) bool {
	return o.Sentence == m.Sentence && o.Type != entity.Person && o.Start-m.End < titleBytes && m.Start-o.End < titleBytes
}

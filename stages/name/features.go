package name

import (
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/segment"
)

// collector gathers the features of one token; each template has a number of its own.
type collector struct {
	out      []uint32
	template uint32
}

func (c *collector) add(a uint32) {
	c.out = append(c.out, linear.Mix(c.template, a))
	c.template++
}

func (c *collector) add2(a, b uint32) {
	c.out = append(c.out, linear.Mix2(c.template, a, b))
	c.template++
}

func (c *collector) add3(a, b, d uint32) {
	c.out = append(c.out, linear.Mix3(c.template, a, b, d))
	c.template++
}

// Features appends the features of token i of a sentence: its word, those around it, their shapes
// and groups, the gazetteer, names of persons, and how the document writes the word elsewhere.
func (s *Sheet) Features(dst []uint32, sentence segment.Sentence, i int) []uint32 {
	c := collector{out: dst}
	at := func(k int) *word {
		switch {
		case k < sentence.First:
			return &before
		case k >= sentence.Last:
			return &behind
		}
		return s.word(k)
	}
	w, p, q, n, m := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	c.words(w, p, q, n, m, at(i-3), at(i+3))
	c.shapes(w, p, q, n, m, i == sentence.First)
	c.groups(w, p, q, n, m)
	c.gazetteer(s, sentence, i, w, p, n)
	c.document(s, w, p, n)
	c.persons(w, p, n, q, m)
	c.run(s, at, i, w)
	return c.out
}

func (c *collector) words(w, p, q, n, m, q2, m2 *word) {
	c.add(0)
	c.add(w.cased)
	c.add(w.lower)
	c.add(p.lower)
	c.add(q.lower)
	c.add(n.lower)
	c.add(m.lower)
	c.add2(p.lower, w.lower)
	c.add2(w.lower, n.lower)
	c.add2(p.lower, n.lower)
	c.add2(q.lower, p.lower)
	c.add2(n.lower, m.lower)
	c.add2(p.lower, w.short)
	c.add2(n.lower, w.short)
	c.add2(q.lower, w.short)
	c.add2(m.lower, w.short)
	c.add3(q.lower, p.lower, w.short)
	c.add3(n.lower, m.lower, w.short)
	c.add2(q2.lower, w.short)
	c.add2(m2.lower, w.short)
	for k := range w.prefix {
		c.add(w.prefix[k])
		c.add(w.suffix[k])
	}
	c.add2(w.suffix[2], w.short)
	c.add(n.suffix[2])
	c.add(p.suffix[2])
}

func (c *collector) shapes(w, p, q, n, m *word, first bool) {
	flags := w.flags
	if first {
		flags |= 1 << 16
	}
	c.add(w.shape)
	c.add(w.short)
	c.add2(w.short, p.short)
	c.add2(w.short, n.short)
	c.add3(p.short, w.short, n.short)
	c.add3(q.short, p.short, w.short)
	c.add3(w.short, n.short, m.short)
	c.add(flags)
	c.add2(flags, w.lower)
}

func (c *collector) groups(w, p, q, n, m *word) {
	for _, of := range [...]func(*word) uint32{
		func(w *word) uint32 { return uint32(w.groups.Coarse) },
		func(w *word) uint32 { return uint32(w.groups.Middle) },
		func(w *word) uint32 { return uint32(w.groups.Fine) },
	} {
		a, b, d := of(p), of(w), of(n)
		c.add(a)
		c.add(b)
		c.add(d)
		c.add2(a, w.short)
		c.add2(b, w.short)
		c.add2(d, w.short)
		c.add2(a, b)
		c.add2(b, d)
		c.add2(a, d)
		c.add(of(q))
		c.add(of(m))
	}
	c.add3(uint32(p.groups.Coarse), uint32(w.groups.Coarse), uint32(n.groups.Coarse))
	c.add2(p.lower, uint32(w.groups.Middle))
	c.add2(n.lower, uint32(w.groups.Middle))
}

func (c *collector) gazetteer(s *Sheet, sentence segment.Sentence, i int, w, p, n *word) {
	g := s.gaz[i-s.base]
	var a, b match
	if i > sentence.First {
		a = s.gaz[i-1-s.base]
	}
	if i+1 < sentence.Last {
		b = s.gaz[i+1-s.base]
	}
	c.add2(g.place, uint32(w.kinds))
	c.add2(g.place, w.short)
	c.add2(uint32(w.kinds), w.short)
	c.add2(uint32(a.kinds), uint32(g.kinds))
	c.add2(uint32(g.kinds), uint32(b.kinds))
	c.add2(uint32(p.kinds), uint32(w.kinds))
	c.add2(uint32(w.kinds), uint32(n.kinds))
	c.add3(uint32(p.kinds), w.short, g.place)
	c.add3(uint32(n.kinds), w.short, g.place)
	base := c.template
	for kind := range phraseKinds {
		if g.kinds&(1<<kind) != 0 {
			c.template = base + uint32(kind)
			c.add2(g.place>>(2*kind)&3, w.flags)
		}
	}
	c.template = base + uint32(phraseKinds)
}

// some is a count in few steps: none, one, two or three, more.
func some(n uint16) uint32 {
	switch {
	case n < 2:
		return uint32(n)
	case n < 4:
		return 2
	}
	return 3
}

func (c *collector) document(s *Sheet, w, p, n *word) {
	d := s.look(w)
	c.add2(d, w.short)
	c.add2(d, w.flags)
	c.add2(d, w.lower)
	c.add2(s.look(p), d)
	c.add2(d, s.look(n))
}

// look is how a word stands in the document, as one number.
func (s *Sheet) look(w *word) uint32 {
	if w.id < 0 {
		return 1 << 16
	}
	n := s.seen[w.id]
	return some(n.small) | some(n.capital)<<2 | min(1, some(n.titled))<<4 | some(n.longer)<<6 | min(1, some(n.bracket))<<8
}

// run adds what surrounds the stretch of capitals, its ends and the token's place in it.
func (c *collector) run(s *Sheet, at func(int) *word, i int, w *word) {
	if !w.capital {
		c.template += 9
		return
	}
	r := s.runs[i-s.base]
	head, tail := at(int(r.first)), at(int(r.last))
	lead, trail := at(int(r.first)-1), at(int(r.last)+1)
	length := uint32(min(6, r.last-r.first))
	place := uint32(min(3, i-int(r.first)))<<4 | uint32(min(3, int(r.last)-i))
	c.add2(length, place)
	c.add2(tail.lower, place)
	c.add2(head.lower, place)
	c.add2(lead.lower, place)
	c.add2(trail.lower, place)
	c.add2(uint32(tail.groups.Middle), place)
	c.add2(uint32(head.groups.Middle), place)
	c.add2(uint32(lead.groups.Middle)<<16|uint32(trail.groups.Middle), place)
	c.add2(uint32(tail.kinds), place)
}

// persons adds how often persons are called as the words around are.
func (c *collector) persons(w, p, n, q, m *word) {
	of := func(w *word) uint32 {
		if !w.capital && w.flags&quiet == 0 {
			return 1 << 10
		}
		return w.bearer
	}
	a, b, d := of(p), of(w), of(n)
	c.add(b)
	c.add2(b, w.short)
	c.add2(a, b)
	c.add2(b, d)
	c.add3(a, b, d)
	c.add2(b, uint32(w.groups.Coarse))
	c.add2(b, uint32(w.kinds))
	c.add2(of(q), a)
	c.add2(d, of(m))
	c.add3(b, d, p.lower)
}

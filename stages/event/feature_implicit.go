package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/linear"
)

// Templates of the features that tell who fills a gap.
const (
	iNobody uint32 = iota + 400
	iFar
	iSlot
	iOther
	iParty
	iPair
	iSame
	iSeen
	iSpeaks
	iNoun
)

// shape is how a telling stands in its sentence.
type shape struct {
	lemma   uint32 // of its trigger
	noun    uint32 // what stands before a noun that tells it: an article, whose it is
	manner  uint32
	pronoun [2]uint32 // what kind of pronoun a side is that is left open
	sure    [2]uint32 // how sure it is of each side, in tenths
}

func (s *scan) shape(t *trigger) shape {
	s.Study()
	h := shape{lemma: s.LemmaAt(t.Core()), manner: s.Manner(&t.Trigger), pronoun: t.pronoun}
	for side, x := range t.sure.Side {
		h.sure[side] = uint32(x * 10)
	}
	if t.Pattern.Noun {
		for _, relation := range [...]string{"det", "nmod:poss"} {
			if k := s.Child(t.Core(), relation); k >= 0 {
				h.noun = linear.Mix2(1, h.noun, hashed(strings.ToLower(s.Text(k))))
			}
		}
	}
	return h
}

// member is who has a part in a telling, by number: the same for all that is told of one actor; and for all who have his code. 0 is nobody, and no code.
type member struct{ who, kin int }

// cast is who has a part in the tellings of a text.
type cast struct {
	tellings []Telling
	parts    [][2]member
	bearers  []struct { // of each mention, once they were asked for
		actor.Actor
		member
	}
	numbers map[string]int
	buffer  []byte
}

func newCast(tellings []Telling, mentions int) *cast {
	c := &cast{tellings: tellings, parts: make([][2]member, len(tellings)), numbers: make(map[string]int, 2*len(tellings))}
	c.bearers = make([]struct {
		actor.Actor
		member
	}, mentions)
	for i := range tellings {
		for side := range 2 {
			c.parts[i][side] = c.memberOf(tellings[i].side(side))
		}
	}
	return c
}

// memberOf is the part of an actor.
func (c *cast) memberOf(a *actor.Actor) (p member) {
	if a.Name == "" {
		return p
	}
	c.buffer = append(c.buffer[:0], a.Name...)
	if a.Mention < 0 { // the police of two countries are two
		c.buffer = append(append(c.buffer, '|'), a.Country...)
	}
	p.who = c.number()
	if a.Code != "" {
		c.buffer = append(append(c.buffer[:0], '='), a.Code...)
		p.kin = c.number()
	}
	return p
}

// number is that of what stands in the buffer, from 1.
func (c *cast) number() int {
	n, ok := c.numbers[string(c.buffer)]
	if !ok {
		n = len(c.numbers) + 1
		c.numbers[string(c.buffer)] = n
	}
	return n
}

// of is the number of a part that counts: who it is, or of which code.
func (p member) of(kin bool) int {
	if kin {
		return p.kin
	}
	return p.who
}

// refused are those who are not the side that telling i leaves open: who is the other side of the act, be it joined to another ("Norway and Kenya
// criticised"), and whom its words clear of it; and of an act of force that was done, who is feared, said not or supposed to do one, or to suffer
// it, and is in none that was done.
func (c *cast) refused(i, side int) (who []int) {
	t := &c.tellings[i]
	first, end := max(0, i-tellingsBefore), min(len(c.tellings), i+1+tellingsBehind)
	for k := first; k < end; k++ {
		if c.tellings[k].TriggerStart == t.TriggerStart {
			who = append(who, c.parts[k][1-side].who)
		}
	}
	for k := range t.cleared {
		if side == 0 {
			who = append(who, c.memberOf(&t.cleared[k]).who)
		}
	}
	if cameo.QuadClass(t.Code) != cameo.MaterialConflict || !t.real() {
		return who
	}
	for k := first; k < end; k++ {
		if u := &c.tellings[k]; u.real() || cameo.Root(u.Code) != cameo.Root(t.Code) {
			continue
		}
		for _, p := range c.parts[k] {
			if !c.acts(p.who, cameo.Root(t.Code), first, end) {
				who = append(who, p.who)
			}
		}
	}
	return who
}

// acts says whether somebody has a part in a telling of a root that was done, from one to before another.
func (c *cast) acts(who int, root string, from, to int) bool {
	for k := from; k < to; k++ {
		if u := &c.tellings[k]; u.real() && cameo.Root(u.Code) == root && (c.parts[k][0].who == who || c.parts[k][1].who == who) {
			return true
		}
	}
	return false
}

// castWindow is how many tellings before and behind one are looked through for what a party does in them.
const castWindow = 48

// record is what somebody does and suffers in the tellings around one, for the side that it leaves open.
type record struct {
	root, quad, lemma uint32 // how near he is that side of one of the same root, class or word
	with, by          uint32 // whether he is that side of one, or the other, whose other side is that of this telling too: of the same root, class, or any
	same, turned      uint32 // how often he is that side, and the other
}

// record reads that of a party, or of all who have its code.
func (c *cast) record(p member, kin bool, i, side int) (r record) {
	n := p.of(kin)
	if n == 0 {
		return r
	}
	t := &c.tellings[i]
	root, quad, other := cameo.Root(t.Code), cameo.QuadClass(t.Code), c.parts[i][1-side].of(kin)
	for k := max(0, i-castWindow); k < min(len(c.tellings), i+castWindow); k++ {
		is, turned := c.parts[k][side].of(kin) == n, c.parts[k][1-side].of(kin) == n
		u := &c.tellings[k]
		if !is && !turned || u.TriggerStart == t.TriggerStart {
			continue
		}
		alike := uint32(1) + linear.Truth(cameo.QuadClass(u.Code) == quad) + linear.Truth(cameo.Root(u.Code) == root)
		if is {
			near := nearness(i - k)
			r.same++
			if alike == 3 {
				r.root = max(r.root, near)
			}
			if alike >= 2 {
				r.quad = max(r.quad, near)
			}
			if u.shape.lemma == t.shape.lemma {
				r.lemma = max(r.lemma, near)
			}
			if other > 0 && c.parts[k][1-side].of(kin) == other {
				r.with = max(r.with, alike)
			}
		}
		if turned {
			r.turned++
			if other > 0 && c.parts[k][side].of(kin) == other {
				r.by = max(r.by, alike)
			}
		}
	}
	r.same, r.turned = min(r.same, 4), min(r.turned, 4)
	return r
}

// nearness is how near a telling so many before another one is to it; less than none are behind it.
func nearness(before int) uint32 {
	switch {
	case before < 0:
		return 1
	case before <= 2:
		return 4
	case before <= 6:
		return 3
	}
	return 2
}

// implicitFeatures appends what tells whether a party, in its order among all of them, is a side that telling i leaves open: how far from it he is
// named, what he does and suffers there, with whom, who he is, and what kind of act leaves him out.
func (s *scan) implicitFeatures(f []uint32, c *cast, i, side int, p *Party, order, parties int) []uint32 {
	t, w := &c.tellings[i], uint32(side)
	root := hashed(cameo.Root(t.Code))
	other := t.side(1 - side)
	they := partyKind(other)
	contexts := [...]uint32{w, linear.Mix3(1, w, root, 0), linear.Mix3(2, w, t.shape.lemma, t.shape.manner), linear.Mix3(3, w, root, t.shape.manner)}
	if p.Actor.Name == "" {
		for _, x := range contexts {
			f = append(f, linear.Mix2(iNobody, 0, x), linear.Mix3(iNobody, 1, x, they), linear.Mix3(iNobody, 2, x, t.shape.noun), linear.Mix3(iNobody, 3, x, hashed(t.Status)))
		}
		return append(f, linear.Mix3(iNobody, 4, w, uint32(min(parties, 8))), linear.Mix3(iNobody, 5, w, hashed(t.Rule)), linear.Mix3(iNobody, 6, w, linear.Truth(t.Quote >= 0)),
			linear.Mix3(iNobody, 7, w, uint32(min(i, 3))), linear.Mix3(iNobody, 8, w, t.shape.pronoun[side]), linear.Mix3(iNobody, 9, linear.Mix2(w, root, 0), t.shape.pronoun[side]), linear.Mix3(iNobody, 10, w, t.shape.sure[side]))
	}
	var all [64]uint32
	n := 0
	add := func(x uint32) {
		all[n] = linear.Mix2(iParty, uint32(n), x)
		n++
	}
	me, away := partyKind(&p.Actor), uint32(min(max(p.gap, -1), 5)+1)
	slot := linear.Mix2(iSlot, away, 99)
	if p.near >= 0 {
		u := &c.tellings[p.near]
		slot = linear.Mix3(iSlot, linear.Truth(p.slot == side)+2*linear.Truth(cameo.Root(u.Code) == cameo.Root(t.Code)), linear.Truth(u.shape.lemma == t.shape.lemma), 0)
		steps, theirs, be := uint32(min(max(i-p.near, -1)+1, 8)), hashed(cameo.Root(u.Code)), uint32(p.slot)
		add(steps)
		add(linear.Mix2(iFar, steps, slot))
		add(linear.Mix2(iOther, theirs, be))
		add(linear.Mix3(iOther, theirs, be, away))
		add(linear.Mix2(iOther, u.shape.lemma, be))
		add(linear.Mix2(iSlot, slot, linear.Truth(u.Quote == t.Quote)))
		add(linear.Mix3(iSlot, slot, hashed(u.Status), hashed(t.Status)))
	}
	n = 7 // the others have numbers of their own
	land := linear.Truth(p.Actor.Country != "" && p.Actor.Country == other.Country) + 2*linear.Truth(other.Country != "")
	home := linear.Truth(p.Actor.Country != "" && p.Actor.Country == s.Focus)
	speaks := linear.Truth(t.Quote >= 0)
	if a := t.AttributedTo; a >= 0 && p.Actor.Mention >= 0 && s.in.Found.Mentions[a].Entity >= 0 {
		speaks += 2 * linear.Truth(s.in.Found.Mentions[a].Entity == s.in.Found.Mentions[p.Actor.Mention].Entity)
	}
	ordinal := uint32(min(order, 9))
	pronoun, kind := t.shape.pronoun[side], s.calledBy(&p.Actor)
	add(away)
	add(slot)
	add(linear.Mix2(iSlot, slot, away))
	add(me)
	add(linear.Mix2(iParty, me, they))
	add(linear.Mix2(iParty, me, slot))
	add(linear.Mix2(iParty, me, away))
	add(linear.Mix2(iSame, land, home))
	add(linear.Mix3(iSame, land, me, they))
	add(speaks)
	add(linear.Mix3(iSpeaks, speaks, away, slot))
	add(linear.Mix2(iNoun, t.shape.noun, slot))
	add(ordinal)
	add(linear.Mix2(iFar, ordinal, me))
	add(linear.Mix2(iNoun, pronoun, kind))
	add(linear.Mix3(iNoun, pronoun, kind, slot))
	add(linear.Mix3(iNoun, pronoun, kind, away))
	add(linear.Mix2(iNoun, pronoun, ordinal))
	add(linear.Mix2(iNoun, kind, slot))
	for _, kin := range [...]bool{false, true} {
		r := c.record(p.member, kin, i, side)
		add(linear.Mix2(iSeen, r.same, r.turned))
		add(linear.Mix2(iSeen, r.root, r.quad))
		add(linear.Mix2(iSeen, r.lemma, r.root))
		add(linear.Mix2(iPair, r.with, r.by))
		add(linear.Mix2(iPair, r.with, slot))
		add(linear.Mix2(iSeen, r.root, slot))
		add(linear.Mix2(iSeen, r.root, me))
		add(linear.Mix2(iPair, linear.Mix2(1, r.with, r.by), linear.Mix2(2, r.root, r.quad)))
	}
	for _, x := range contexts {
		for _, y := range all[:n] {
			if y != 0 {
				f = append(f, linear.Mix2(iParty, y, x))
			}
		}
	}
	return f
}

// partyKind is what kind of party an actor is: its role, whether it has a country, a name.
func partyKind(a *actor.Actor) uint32 {
	if a.Name == "" {
		return 0
	}
	role := a.Role
	if role == "" {
		role = a.Code[:min(3, len(a.Code))]
		if role == a.Country {
			role = ""
		}
	}
	return linear.Mix3(iParty, hashed(role), linear.Truth(a.Country != ""), linear.Truth(a.Mention >= 0))
}

// calledBy is what an actor is called by: the name of a person, a body, a place, or a noun of one or of many.
func (s *scan) calledBy(a *actor.Actor) uint32 {
	if a.Mention >= 0 {
		return hashed(string(s.in.Found.Mentions[a.Mention].Type))
	}
	return linear.Truth(strings.HasSuffix(a.Name, "s"))
}

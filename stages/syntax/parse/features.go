package parse

import (
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

var (
	missing   = tag.Word{Lower: 1, Suffix3: 1, Tag: 254}
	root      = tag.Word{Lower: 2, Suffix3: 2, Tag: 253}
	childless = Node{Head: None, Relation: None - 1, Left: None, Left2: None, Right: None, Right2: None, LeftCount: 9, RightCount: 9}
)

// A view looks up words and nodes by number, those that are not there too.
type view struct {
	words []tag.Word
	nodes []Node
}

func (v view) word(i int32) *tag.Word {
	switch {
	case uint(i) < uint(len(v.words)):
		return &v.words[i]
	case int(i) == len(v.words):
		return &root
	}
	return &missing
}

func (v view) node(i int32) *Node {
	if uint(i) < uint(len(v.nodes)) {
		return &v.nodes[i]
	}
	return &childless
}

// relation is that of a word from 1, where there is one.
func (v view) relation(i int32) uint32 { return uint32(v.node(i).Relation + 1) }

// distance is between two words, cut to seven kinds.
func distance(a, b int32) uint32 {
	switch d := max(a-b, b-a); {
	case a < 0 || b < 0:
		return 7
	case d < 5:
		return uint32(d)
	case d < 10:
		return 5
	}
	return 6
}

// Stages is how many times features are asked for before a decision stands, see [linear.Staged].
const Stages = 3

// A Moment is what the next move hangs on: the three uppermost words of the stack (s0, s1, s2), the
// next three (b0, b1, b2), and the children that they have (Zhang and Nivre, "Transition-based
// dependency parsing with rich non-local features", 2011).
type Moment struct {
	s          *State
	view       view
	i0, i1, j0 int32

	s0, s1, s2, b0, b1, b2       *tag.Word
	n0, n1, m0                   *Node
	s0t, s1t, s2t, b0t, b1t, b2t uint32
	db, ds, wb, ws               uint32 // distance and words between s0 and b0, s1 and s0
	mark                         uint32 // marks of punctuation before b0
}

// Look gives what the next move from s hangs on.
func (s *State) Look(words []tag.Word) Moment {
	v := view{words, s.Nodes}
	i0, i1, i2 := int32(None), int32(None), int32(None)
	if k := len(s.Stack); k > 0 {
		i0 = s.Stack[k-1]
		if k > 1 {
			i1 = s.Stack[k-2]
		}
		if k > 2 {
			i2 = s.Stack[k-3]
		}
	}
	j0 := int32(s.Next)
	m := Moment{
		s: s, view: v, i0: i0, i1: i1, j0: j0,
		s0: v.word(i0), s1: v.word(i1), s2: v.word(i2), b0: v.word(j0), b1: v.word(j0 + 1), b2: v.word(j0 + 2),
		n0: v.node(i0), n1: v.node(i1), m0: v.node(j0),
		db: distance(i0, j0), ds: distance(i1, i0), wb: s.between(i0, j0), ws: s.between(i1, i0),
	}
	m.mark = v.word(j0 - 1).After
	m.s0t, m.s1t, m.s2t = uint32(m.s0.Tag), uint32(m.s1.Tag), uint32(m.s2.Tag)
	m.b0t, m.b1t, m.b2t = uint32(m.b0.Tag), uint32(m.b1.Tag), uint32(m.b2.Tag)
	return m
}

// Features appends those of a stage.
func (m *Moment) Features(f []uint32, stage int) []uint32 {
	switch stage {
	case 0:
		return m.guided(m.first(f))
	case 1:
		return m.foreseen(m.second(f))
	}
	return m.third(f)
}

// first are mostly of tags: they tell most moves.
func (m *Moment) first(f []uint32) []uint32 {
	v, s0, s1, b0, n0, n1, m0 := m.view, m.s0, m.s1, m.b0, m.n0, m.n1, m.m0
	s0t, s1t, b0t, b1t := m.s0t, m.s1t, m.b0t, m.b1t
	return append(
		f,
		linear.Mix(1, 0),
		linear.Mix2(23, s0t, b0t), linear.Mix2(28, s1t, s0t), linear.Mix3(20, s0.Lower, s0t, b0t),
		linear.Mix3(21, s0t, b0.Lower, b0t), linear.Mix3(26, s1t, s0.Lower, s0t), linear.Mix3(25, s1.Lower, s1t, s0t),
		linear.Mix2(31, b0t, b1t), linear.Mix3(33, s0t, b0t, b1t), linear.Mix3(34, s1t, s0t, b0t),
		linear.Mix4(100, s1t, s0t, b0t, b1t),
		linear.Mix3(37, s0t, uint32(v.word(n0.Right).Tag), b0t), linear.Mix3(38, s0t, b0t, uint32(v.word(m0.Left).Tag)),
		linear.Mix3(39, s1t, uint32(v.word(n1.Right).Tag), s0t), linear.Mix3(42, s1t, s0t, uint32(v.word(n0.Left).Tag)),
		linear.Mix3(44, s0t, m.db, b0t), linear.Mix3(46, s1t, m.ds, s0t),
		linear.Mix2(50, s0t, uint32(n0.RightCount)), linear.Mix2(52, s0t, uint32(n0.LeftCount)), linear.Mix2(54, b0t, uint32(m0.LeftCount)),
		linear.Mix2(58, v.relation(n0.Left), s0t), linear.Mix2(59, v.relation(n0.Right), s0t),
		linear.Mix2(60, v.relation(m0.Left), b0t), linear.Mix2(61, v.relation(n1.Right), s1t),
		linear.Mix3(90, s1.Lower, s0t, b0t), linear.Mix3(91, s1t, s0.Lower, b0t), linear.Mix3(92, s1t, s0t, b0.Lower),
		linear.Mix3(120, m.wb, s0t, b0t), linear.Mix3(123, m.ws, s1t, s0t),
		linear.Mix2(79, s0.Middle, b0t), linear.Mix2(80, s0t, b0.Middle),
		linear.Mix3(160, m.mark, s0t, b0t), linear.Mix4(161, m.mark, s1t, s0t, b0t), linear.Mix3(162, s0.After, s0t, b0t),
		linear.Mix3(163, s0.Before, s1t, s0t), linear.Mix3(164, s1.After, s1t, s0t), linear.Mix3(165, b0.After, b0t, b1t),
	)
}

// guided are of the earlier answer, where there is one.
func (m *Moment) guided(f []uint32) []uint32 {
	s := m.s
	if len(s.Guide) == 0 {
		return f
	}
	g0, h0 := guide(s.Guide, m.i0), guide(s.Guide, m.j0)
	up, down, next := g0.fits(m.i0, m.j0), g0.fits(m.i0, m.i1), h0.fits(m.j0, m.i0)
	waits := linear.Truth(int(g0.Furthest) >= s.Next)
	below := linear.Truth(int(guide(s.Guide, m.i1).Furthest) >= s.Next)
	all := up<<16 | down<<12 | next<<8 | waits<<4 | below
	r0, rb := uint32(g0.Relation+1), uint32(h0.Relation+1)
	return append(
		f,
		linear.Mix(201, all), linear.Mix3(202, all, m.s0t, m.b0t), linear.Mix4(203, all, m.s1t, m.s0t, m.b0t),
		linear.Mix2(204, all, r0), linear.Mix3(205, all, r0, m.s0t), linear.Mix2(206, all, rb), linear.Mix3(207, all, rb, m.b0t),
		linear.Mix2(208, up<<8|down<<4|waits, m.s0.Lower), linear.Mix2(209, next, m.b0.Lower), linear.Mix3(210, next, m.s0t, m.b0.Lower),
		linear.Mix2(211, all, m.db), linear.Mix3(212, all, r0, rb),
	)
}

// foreseen are of the words that the earlier answer has ahead.
func (m *Moment) foreseen(f []uint32) []uint32 {
	s, v, s0, s1, b0, s0t, s1t, b0t := m.s, m.view, m.s0, m.s1, m.b0, m.s0t, m.s1t, m.b0t
	if len(s.Guide) == 0 {
		return f
	}
	g0, h0 := guide(s.Guide, m.i0), guide(s.Guide, m.j0)
	// The head that b0 would have: of a preposition, a conjunction or an article, what they stand for.
	head, up := v.word(h0.Head), guide(s.Guide, h0.Head)
	ahead := linear.Truth(h0.Head > m.j0)
	fits := up.fits(h0.Head, m.i0)<<8 | up.fits(h0.Head, m.i1)<<4 | ahead
	ht, hr := uint32(head.Tag)<<1|ahead, uint32(up.Relation+1)
	above := v.word(g0.Head)
	return append(
		f,
		linear.Mix3(220, s0t, b0t, ht), linear.Mix4(221, s1t, s0t, ht, b0t),
		linear.Mix3(222, s0.Middle, b0.Lower, head.Middle), linear.Mix3(223, s1.Middle, b0.Lower, head.Middle),
		linear.Mix3(224, s0.Lower, b0.Lower, ht), linear.Mix3(225, s1.Lower, b0.Lower, ht),
		linear.Mix4(226, fits, hr, s0t, b0t), linear.Mix4(227, fits, hr, s1t, s0t),
		linear.Mix3(229, s0t, uint32(above.Tag), b0t), linear.Mix3(230, s0.Middle, above.Middle, b0t),
		linear.Mix3(231, s0.Middle, head.Middle, s0t), linear.Mix3(232, s1.Middle, head.Middle, s0t),
		linear.Mix3(228, s0t, b0t, h0.After), linear.Mix3(233, b0.Lower, up.Before, s0t), linear.Mix3(234, s1t, s0t, up.Before|h0.After),
	)
}

// second are of words, and of pairs of them.
func (m *Moment) second(f []uint32) []uint32 {
	s0, s1, b0, b1 := m.s0, m.s1, m.b0, m.b1
	s0t, s1t, s2t, b0t, b1t, b2t := m.s0t, m.s1t, m.s2t, m.b0t, m.b1t, m.b2t
	s0l := m.view.word(m.n0.Left)
	ahead := m.view.word(m.s.noun(m.j0 + 1)) // the noun of a phrase that b0 may begin
	return append(
		f,
		linear.Mix2(2, s0.Lower, s0t), linear.Mix2(5, s1.Lower, s1t), linear.Mix2(8, b0.Lower, b0t), linear.Mix2(11, b1.Lower, b1t),
		linear.Mix4(17, s0.Lower, s0t, b0.Lower, b0t), linear.Mix2(22, s0.Lower, b0.Lower),
		linear.Mix4(24, s1.Lower, s1t, s0.Lower, s0t), linear.Mix2(27, s1.Lower, s0.Lower),
		linear.Mix3(32, b0t, b1t, b2t), linear.Mix3(35, s2t, s1t, s0t),
		linear.Mix4(101, s0t, b0t, b1t, b2t), linear.Mix4(102, s2t, s1t, s0t, b0t),
		linear.Mix3(43, s0.Lower, m.db, b0t), linear.Mix3(45, b0.Lower, m.db, s0t),
		linear.Mix3(47, s1.Lower, m.ds, s0t), linear.Mix3(48, s0.Lower, m.ds, s1t),
		linear.Mix2(77, s0.Middle, b0.Middle), linear.Mix2(78, s1.Middle, s0.Middle),
		linear.Mix2(81, s1.Middle, s0t), linear.Mix2(82, s1t, s0.Middle),
		linear.Mix3(87, s0.Middle, s0t, b1t), linear.Mix3(88, s0.Lower, b0t, b1t), linear.Mix3(89, s0t, b0.Lower, b1t),
		linear.Mix2(97, s1.Lower, b0.Lower),
		linear.Mix3(121, m.wb, s0.Lower, b0t), linear.Mix3(122, m.wb, s0t, b0.Lower), linear.Mix3(124, m.ws, s1.Lower, s0t),
		linear.Mix4(125, m.wb, s1t, s0t, b0t),
		linear.Mix3(126, b0.Lower, s0.Middle, ahead.Middle), linear.Mix3(127, b0.Lower, s1.Middle, ahead.Middle),
		linear.Mix4(128, s1.Lower, s0t, b0.Lower, ahead.Coarse), linear.Mix4(129, s1t, s0.Lower, b0.Lower, ahead.Coarse),
		linear.Mix3(130, s1.Lower, s0l.Lower, s0t), linear.Mix3(131, s1.Middle, s0l.Lower, s0.Middle),
		linear.Mix4(132, s1t, s0t, b0.Lower, b1t),
		linear.Mix3(166, m.mark, s0.Lower, b0t), linear.Mix3(167, m.mark, s0t, b0.Lower), linear.Mix3(168, m.mark, s1t, s0.Lower),
		linear.Mix4(169, s0.Before, s0.After, s0t, b0t), linear.Mix4(170, m.mark, b0.After, s0t, b0t),
		linear.Mix4(171, s0.Before, m.mark, s1t, s0t), linear.Mix3(172, s1.After, s1.Lower, s0t),
		linear.Mix3(173, m.mark, m.db, s0t),
	)
}

// third is what remains.
func (m *Moment) third(f []uint32) []uint32 {
	v, s0, s1, b0, b1, b2, n0, n1, m0 := m.view, m.s0, m.s1, m.b0, m.b1, m.b2, m.n0, m.n1, m.m0
	s0t, s1t, s2t, b0t, b1t, b2t := m.s0t, m.s1t, m.s2t, m.b0t, m.b1t, m.b2t
	s0l, s0r, s1l, s1r, b0l := v.word(n0.Left), v.word(n0.Right), v.word(n1.Left), v.word(n1.Right), v.word(m0.Left)
	s0lt, s0rt, s1lt, s1rt, b0lt := uint32(s0l.Tag), uint32(s0r.Tag), uint32(s1l.Tag), uint32(s1r.Tag), uint32(b0l.Tag)
	s0lr, s0rr, s1lr, s1rr, b0lr := v.relation(n0.Left), v.relation(n0.Right), v.relation(n1.Left), v.relation(n1.Right), v.relation(m0.Left)
	c := func(n uint8) uint32 { return uint32(n) }
	return append(
		f,
		linear.Mix(3, s0.Lower), linear.Mix(4, s0t), linear.Mix(6, s1.Lower), linear.Mix(7, s1t),
		linear.Mix(9, b0.Lower), linear.Mix(10, b0t), linear.Mix(12, b1.Lower), linear.Mix(13, b1t),
		linear.Mix2(14, b2.Lower, b2t), linear.Mix(15, b2t), linear.Mix2(16, m.s2.Lower, s2t),
		linear.Mix3(18, s0.Lower, s0t, b0.Lower), linear.Mix3(19, s0.Lower, b0.Lower, b0t),
		linear.Mix3(29, s1.Lower, s0.Lower, s0t), linear.Mix3(30, s1.Lower, s1t, s0.Lower),
		linear.Mix3(36, s0t, s0lt, b0t), linear.Mix3(40, s1t, s1lt, s0t), linear.Mix3(41, s1t, s0t, s0rt),
		linear.Mix2(49, s0.Lower, c(n0.RightCount)), linear.Mix2(51, s0.Lower, c(n0.LeftCount)),
		linear.Mix2(53, b0.Lower, c(m0.LeftCount)), linear.Mix2(55, s1t, c(n1.RightCount)), linear.Mix2(56, s1.Lower, c(n1.RightCount)),
		linear.Mix(57, s0lr), linear.Mix2(62, s1lr, s1t),
		linear.Mix3(63, s0t, s0lr, v.relation(n0.Left2)), linear.Mix3(64, s0t, s0rr, v.relation(n0.Right2)),
		linear.Mix3(65, b0t, b0lr, v.relation(m0.Left2)), linear.Mix3(66, s1t, s1rr, v.relation(n1.Right2)),
		linear.Mix3(67, s1t, s1lr, v.relation(n1.Left2)),
		linear.Mix2(68, s0l.Lower, s0lt), linear.Mix2(69, s0r.Lower, s0rt), linear.Mix2(70, b0l.Lower, b0lt),
		linear.Mix2(71, s1r.Lower, s1rt), linear.Mix2(72, s1l.Lower, s1lt),
		linear.Mix(73, s0.Middle), linear.Mix(74, s1.Middle), linear.Mix(75, b0.Middle), linear.Mix(76, b1.Middle),
		linear.Mix3(83, s0.Coarse, b0.Coarse, b0t), linear.Mix3(84, s1.Coarse, s0.Coarse, s0t),
		linear.Mix3(85, s1.Coarse, s0.Coarse, b0.Coarse), linear.Mix2(86, s0.Middle, b1.Middle),
		linear.Mix2(93, s0.Lower, s0lr), linear.Mix2(94, s0.Lower, s0rr), linear.Mix2(95, b0.Lower, b0lr), linear.Mix2(96, s1.Lower, s1rr),
		linear.Mix3(98, s0r.Middle, s0.Lower, b0t), linear.Mix3(99, s1r.Middle, s1.Middle, s0.Middle),
	)
}

// A Bond is what the relation of a word to its head hangs on.
type Bond struct {
	view         view
	head, word   int32
	h, d         *tag.Word
	hn, dn       *Node
	left         *tag.Word // the outermost child of the word
	hs, ds, both uint32    // tags and the side
	side, told   uint32
	guided       bool
}

// Bond gives what the relation of a word to its head hangs on.
func (s *State) Bond(words []tag.Word, head, word int) Bond {
	v := view{words, s.Nodes}
	b := Bond{view: v, head: int32(head), word: int32(word), guided: len(s.Guide) > 0, side: linear.Truth(word > head)}
	b.h, b.d, b.hn, b.dn = v.word(b.head), v.word(b.word), v.node(b.head), v.node(b.word)
	b.left = v.word(b.dn.Left)
	ht, dt := uint32(b.h.Tag), uint32(b.d.Tag)
	b.hs, b.ds, b.both = ht<<1|b.side, dt<<1|b.side, ht<<9|dt<<1|b.side
	if b.guided {
		g := guide(s.Guide, b.word)
		b.told = uint32(g.Relation+1)<<1 | linear.Truth(int(g.Head) == head)
	}
	return b
}

// Features appends those of a stage.
func (b *Bond) Features(f []uint32, stage int) []uint32 {
	v, h, d, hn, dn, left := b.view, b.h, b.d, b.hn, b.dn, b.left
	hs, ds, both, side := b.hs, b.ds, b.both, b.side
	dlr, drr, hlr, hrr := v.relation(dn.Left), v.relation(dn.Right), v.relation(hn.Left), v.relation(hn.Right)
	before, after := v.word(b.word-1), v.word(b.word+1)
	switch stage {
	case 0:
		f = append(
			f,
			linear.Mix2(2, hs, h.Lower), linear.Mix2(3, ds, d.Lower), linear.Mix(4, both),
			linear.Mix2(6, both, h.Lower), linear.Mix2(7, both, d.Lower), linear.Mix2(10, both, uint32(left.Tag)),
			linear.Mix2(12, both, left.Lower), linear.Mix2(26, both, dlr), linear.Mix2(20, both, hlr), linear.Mix2(21, both, hrr),
			linear.Mix2(24, both, distance(b.head, b.word)), linear.Mix2(34, both, d.Coarse), linear.Mix2(35, both, h.Coarse),
			linear.Mix2(50, both, d.Before), linear.Mix2(51, both, d.After),
		)
		if b.guided {
			f = append(
				f,
				linear.Mix(201, b.told), linear.Mix2(202, b.told, both), linear.Mix3(203, b.told, side, d.Lower), linear.Mix3(204, b.told, side, h.Lower),
			)
		}
	case 1:
		f = append(
			f,
			linear.Mix3(5, h.Lower, d.Lower, side), linear.Mix2(11, ds, left.Lower),
			linear.Mix2(13, hs, d.Middle), linear.Mix2(14, ds, h.Middle), linear.Mix3(15, h.Middle, d.Middle, side),
			linear.Mix3(16, ds, uint32(before.Tag), uint32(after.Tag)),
			linear.Mix2(18, ds, before.Lower), linear.Mix2(19, ds, after.Lower),
			linear.Mix3(22, ds, h.Lower, hrr), linear.Mix3(23, ds, h.Lower, hlr), linear.Mix2(25, ds, d.Suffix3),
			linear.Mix3(30, ds, h.Lower, left.Lower), linear.Mix3(37, both, left.Lower, d.Middle), linear.Mix3(38, both, left.Lower, h.Middle),
			linear.Mix3(39, both, hlr, hrr),
			linear.Mix3(52, ds, d.Before, h.Lower), linear.Mix3(53, ds, d.Before, left.Lower),
		)
	default:
		f = append(
			f,
			linear.Mix(1, side), linear.Mix2(8, ds, uint32(left.Tag)), linear.Mix2(9, ds, uint32(v.word(dn.Right).Tag)),
			linear.Mix3(17, hs, uint32(v.word(b.head-1).Tag), uint32(v.word(b.head+1).Tag)),
			linear.Mix2(27, both, v.relation(dn.Left2)), linear.Mix2(28, both, drr), linear.Mix3(29, d.Coarse, h.Coarse, side),
			linear.Mix3(31, h.Lower, left.Lower, side),
			linear.Mix3(32, both, dlr, v.relation(dn.Left2)), linear.Mix3(33, ds, left.Lower, v.word(dn.Left2).Lower),
			linear.Mix3(36, both, d.Kind, distance(b.head, b.word)), linear.Mix3(40, h.Lower, hrr, d.Middle),
		)
		if b.guided {
			f = append(
				f,
				linear.Mix2(205, b.told, dlr), linear.Mix2(206, b.told, hlr), linear.Mix2(207, b.told, hrr), linear.Mix2(208, b.told, left.Lower),
			)
		}
	}
	return f
}

// nothing is the answer for no word.
var nothing = Arc{Head: None, Relation: None, Furthest: None}

func guide(arcs []Arc, word int32) *Arc {
	if uint(word) < uint(len(arcs)) {
		return &arcs[word]
	}
	return &nothing
}

// fits says how an earlier answer for word stands to the word other for its head.
func (a *Arc) fits(word, other int32) uint32 {
	switch {
	case a.Head == None:
		return 0
	case a.Head == other:
		return 1
	case a.Head < word:
		return 2
	}
	return 3
}

package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/linear"
)

// Templates of features.
const (
	tNobody uint32 = iota + 1
	tBias
	tRules
	tWay
	tWayOver
	tWayLast
	tRelation
	tKind
	tRole
	tDistance
	tBetween
	tPreposition
	tWord
	tPronoun
	tGroup
	tNearer
	tQuoted
	tAbove
	tOwner
	tFilled
)

// choice is a trigger with who may be its sides, and what their features share.
type choice struct {
	candidates     []candidate
	source, target int    // of the rules, as candidates; -1 is none
	manner         uint32 // how the trigger stands in its clause
	root, rule     uint32
	filled         uint32 // what hangs on the trigger
	features       []uint32
}

// consider readies the choice of a trigger's sides, given those of the rules.
func (s *scan) consider(t *trigger, source, target int, addressed bool) {
	c := &s.choice
	c.candidates = s.candidatesOf(t, c.candidates)
	c.source, c.target, c.manner, c.filled = -1, -1, s.manner(t), 0
	c.root, c.rule = hashed(Root(t.pattern.code)), hashed(t.pattern.rule)
	for i, x := range c.candidates {
		holds := func(u int) bool {
			return u >= 0 && (x.unit == u || s.units[u].first <= x.head && x.head <= s.units[u].last)
		}
		if c.source < 0 && holds(source) {
			c.source = i
		}
		if c.target < 0 && holds(target) {
			c.target = i
		}
	}
	for i, relation := range [...]string{"nsubj", "obj", "obl:agent", "nsubj:pass", "nmod:poss"} {
		if s.child(t.first, relation) >= 0 {
			c.filled |= 1 << i
		}
	}
	c.filled |= linear.Truth(addressed) << 6
}

// manner is how a trigger stands in its clause.
func (s *scan) manner(t *trigger) uint32 {
	n := s.node(t.first)
	switch {
	case t.pattern.noun:
		return 0
	case t.pattern.suffers:
		return 1
	case t.passive:
		return 2
	case n.XPOS == "VBG":
		return 3
	case n.XPOS == "VB" && s.is(s.before(t.first), infinitive):
		return 4
	}
	return 5
}

// far is a number of words in steps that grow.
func far(words int) uint32 {
	switch {
	case words < 5:
		return uint32(max(0, words))
	case words < 8:
		return 5
	case words < 12:
		return 6
	case words < 20:
		return 7
	}
	return 8
}

// between tells which marks and verbs stand between two words.
func (s *scan) between(from, to int) (found uint32) {
	finite := uint32(0)
	for i := from + 1; i < to; i++ {
		switch class := s.words[i].class; {
		case class&(stop|dashes) != 0:
			found |= 1
		case class&comma != 0:
			found |= 2
		case class&mark != 0:
			found |= 4
		case class&(relative|subordinator) != 0:
			found |= 8
		case class&and != 0:
			found |= 64
		}
		finite += linear.Truth(s.finite(i))
	}
	return found | min(finite, 3)<<4
}

// nobody gives the features of a side that the sentence does not tell.
func (s *scan) nobody(t *trigger) []uint32 {
	c := &s.choice
	m, ruled := c.manner, linear.Truth(c.source >= 0)*2+linear.Truth(c.target >= 0)
	p := t.pattern
	c.features = append(c.features[:0],
		linear.Mix(tNobody, m),
		linear.Mix2(tNobody, m, 100+ruled),
		linear.Mix3(tNobody, m, 200+ruled, c.root),
		linear.Mix2(tNobody, 300+ruled, c.rule),
		linear.Mix2(tNobody, 400, c.rule),
		linear.Mix3(tNobody, 500, c.root, m),
		linear.Mix3(tNobody, 600, far(len(c.candidates)), m),
		linear.Mix3(tNobody, 700, linear.Truth(p.target)*4+linear.Truth(p.object)*2+linear.Truth(p.mutual), m),
		linear.Mix3(tNobody, 800, c.filled, m),
	)
	return c.features
}

// weigh gives the features of a candidate for a side.
func (s *scan) weigh(t *trigger, at int) []uint32 {
	c := &s.choice
	x := c.candidates[at]
	n, m := s.node(x.head), c.manner
	ahead := x.head < t.first
	before := linear.Truth(ahead)
	f := append(c.features[:0], linear.Mix(tBias, m))
	add := func(feature uint32) { f = append(f, feature) }

	kind, role, named := uint32(0), uint32(0), uint32(0)
	prep, prepAt := uint32(0), s.child(x.head, "case")
	if x.unit >= 0 {
		u := &s.units[x.unit]
		kind = 16 + uint32(u.kind)<<5 | linear.Truth(u.country != "")<<3 | linear.Truth(u.code != "")<<2 | linear.Truth(u.owner)<<1 | linear.Truth(u.plural)
		role = hashed(u.role)
		if u.mention >= 0 {
			named = hashed(string(s.in.Found.Mentions[u.mention].Type))
		}
		prepAt = -1
		if u.prep != 0 {
			prepAt = u.at
		}
		if u.pronoun {
			add(linear.Mix3(tOwner, 100, m, before))
		}
		if u.owner || u.kind == adjectival {
			add(linear.Mix3(tOwner, far(t.first-x.head), m, before))
			add(linear.Mix3(tOwner, 10+far(t.first-x.head), c.root, before))
		}
	} else {
		kind = hashed(n.XPOS)
		if prepAt >= x.head {
			prepAt = -1
		}
	}
	fits := false
	if prepAt >= 0 {
		prep = hashed(strings.ToLower(s.text(prepAt)))
		fits = s.words[prepAt].entry != nil && has(t.pattern.preps, s.words[prepAt].entry.id)
	}
	gap, marks := 0, uint32(0)
	if ahead {
		gap, marks = t.first-x.head, s.between(x.head, t.first)
	} else {
		gap, marks = x.first-t.last, s.between(t.last, x.first)
	}

	ruled := linear.Truth(at == c.source)*2 + linear.Truth(at == c.target)
	others := linear.Truth(c.source >= 0)*2 + linear.Truth(c.target >= 0)
	way, length := s.way(x.head, t.first, false)
	add(linear.Mix2(tRules, ruled, m))
	add(linear.Mix3(tRules, 10+ruled, m, c.root))
	add(linear.Mix3(tRules, 20+ruled, c.rule, others))
	add(linear.Mix3(tRules, 30+ruled, kind, m))
	add(linear.Mix3(tRules, 40+ruled, way, m))
	add(linear.Mix3(tRules, 50+ruled, marks<<1|before, far(gap)))
	add(linear.Mix3(tRules, 60+ruled, others, m))

	relation := hashed(n.Relation)
	if way != 0 {
		add(linear.Mix(tWay, way))
		add(linear.Mix2(tWay, way, prep))
		add(linear.Mix2(tWay, way, 10+m))
		add(linear.Mix3(tWay, way, 10+m, c.root))
		add(linear.Mix3(tWay, way, 10+m, kind))
		add(linear.Mix3(tWay, way, 20, c.rule))
		over, _ := s.way(x.head, t.first, true)
		add(linear.Mix3(tWayOver, over, m, prep))
		add(linear.Mix3(tWayOver, over, 10+m, c.filled))
		add(linear.Mix3(tWayOver, over, 20, c.rule))
		add(linear.Mix3(tWayOver, over, 30+ruled, m))
	} else {
		add(linear.Mix2(tWay, 0, m))
	}
	if t.last != t.first {
		inside := linear.Truth(x.head > t.first && x.head < t.last)
		last, _ := s.way(x.head, t.last, false)
		add(linear.Mix3(tWayLast, last, m, prep))
		add(linear.Mix3(tWayLast, last, 10+inside, c.rule))
	}
	add(linear.Mix3(tRelation, relation, m, before))
	add(linear.Mix3(tRelation, relation, 10+uint32(min(length, 5)), m))
	add(linear.Mix3(tRelation, relation, 20+before, prep))
	add(linear.Mix3(tFilled, c.filled, relation, m*2+before))
	add(linear.Mix3(tFilled, c.filled, ruled, m))
	add(linear.Mix2(tKind, kind, m*2+before))
	add(linear.Mix3(tKind, kind, c.root, before))
	add(linear.Mix3(tKind, kind, relation, m*2+before))
	add(linear.Mix3(tRole, role, c.root, before))
	add(linear.Mix3(tRole, role, c.rule, 2))
	add(linear.Mix3(tRole, named, c.root, 4+m*2+before))
	add(linear.Mix3(tRole, named, role, 20+m*2+before))
	add(linear.Mix3(tDistance, before, far(gap), m))
	add(linear.Mix3(tBetween, marks, before, m))
	add(linear.Mix3(tBetween, marks, 10+before*16+far(gap), relation))
	add(linear.Mix3(tPreposition, prep, before, m))
	add(linear.Mix3(tPreposition, prep, 2+before, c.root))
	add(linear.Mix3(tPreposition, prep, 4+before, c.rule))
	add(linear.Mix3(tPreposition, 6+linear.Truth(fits), before*2+linear.Truth(prepAt >= 0), m*2+linear.Truth(t.pattern.object)))
	lemma := s.lemma(x.head)
	add(linear.Mix2(tWord, lemma, before))
	if n.UPOS == "PRON" {
		add(linear.Mix3(tPronoun, lemma, m, before))
		add(linear.Mix3(tPronoun, lemma, relation, before))
	} else if x.unit < 0 {
		groups := s.groups(x.head)
		add(linear.Mix3(tGroup, 1, uint32(groups.Coarse), m*2+before))
		add(linear.Mix3(tGroup, 2, uint32(groups.Middle), m*2+before))
		add(linear.Mix2(tGroup, 3, uint32(groups.Fine)))
		add(linear.Mix3(tGroup, 4, uint32(groups.Coarse), c.root))
	}
	nearer := uint32(0)
	for _, o := range c.candidates {
		if (o.unit >= 0 || s.node(o.head).UPOS == "PRON") && (ahead && o.head > x.head && o.head < t.first || !ahead && o.head < x.head && o.head > t.last) {
			nearer++
		}
	}
	nearer = min(nearer, 4)
	add(linear.Mix3(tNearer, nearer, before, m))
	add(linear.Mix3(tNearer, nearer, 2+before*2+linear.Truth(x.unit >= 0), relation))
	add(linear.Mix3(tNearer, 10+uint32(min(at, 3)), before, m))
	add(linear.Mix2(tQuoted, linear.Truth(s.quoted(x.head) != s.quoted(t.first)), m*2+before))
	if h := n.Head; h >= 0 && h < len(s.words) {
		add(linear.Mix3(tAbove, relation, linear.Truth(s.is(h, reporting))*4+linear.Truth(h == t.first)*2+linear.Truth(h == t.last), m))
		add(linear.Mix3(tAbove, relation, 10+before, hashed(s.node(h).Lemma)))
	}
	c.features = f
	return f
}

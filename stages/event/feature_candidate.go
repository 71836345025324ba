package event

import (
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/linear"
)

// weigh gives the features of a candidate for a side.
func (s *scan) weigh(t *trigger, at int) []uint32 {
	c := &s.choice
	x := c.candidates[at]
	n, m := s.Node(x.head), c.manner
	own, way := &s.Traits[x.head], &c.ways[at]
	ahead := x.head < t.First
	before := linear.Truth(ahead)
	f := append(c.features[:0], linear.Mix(tBias, m))
	add := func(feature uint32) { f = append(f, feature) }

	kind, role, named := uint32(0), uint32(0), uint32(0)
	prep, prepAt := uint32(0), int(own.Prep)
	if x.unit >= 0 {
		u := &s.Units[x.unit]
		kind = 16 + uint32(u.Kind)<<5 | linear.Truth(u.Country != "")<<3 | linear.Truth(u.Code != "")<<2 | linear.Truth(u.Owner)<<1 | linear.Truth(u.Plural)
		role = hashed(u.Role)
		if u.Mention >= 0 {
			named = hashed(string(s.in.Found.Mentions[u.Mention].Type))
		}
		prepAt = -1
		if u.Prep != 0 {
			prepAt = u.At
		}
		if u.Pronoun {
			add(linear.Mix3(tOwner, 100, m, before))
		}
		if u.Owner || u.Kind == clause.Adjectival {
			add(linear.Mix3(tOwner, clause.Far(t.First-x.last), m, before))
			add(linear.Mix3(tOwner, 10+clause.Far(t.First-x.last), c.root, before))
		}
	} else {
		kind = own.Tag
		if prepAt >= x.head {
			prepAt = -1
		}
	}
	fits := false
	if prepAt >= 0 {
		prep = s.Traits[prepAt].Word
		fits = s.Words[prepAt].Entry != nil && has(t.Pattern.Preps, s.Words[prepAt].Entry.ID)
	}
	gap, marks := 0, uint32(0)
	if ahead {
		gap, marks = t.First-x.last, s.between(x.last, t.First)
	} else {
		gap, marks = x.first-t.Last, s.between(t.Last, x.first)
	}

	ruled := linear.Truth(at == c.source)*2 + linear.Truth(at == c.target)
	others := linear.Truth(c.source >= 0)*2 + linear.Truth(c.target >= 0)
	add(linear.Mix2(tRules, ruled, m))
	add(linear.Mix3(tRules, 10+ruled, m, c.root))
	add(linear.Mix3(tRules, 20+ruled, c.rule, others))
	add(linear.Mix3(tRules, 30+ruled, kind, m))
	add(linear.Mix3(tRules, 40+ruled, way.Hash, m))
	add(linear.Mix3(tRules, 50+ruled, marks<<1|before, clause.Far(gap)))
	add(linear.Mix3(tRules, 60+ruled, others, m))

	relation := own.Relation
	if way.Hash != 0 {
		add(linear.Mix(tWay, way.Hash))
		add(linear.Mix2(tWay, way.Hash, prep))
		add(linear.Mix2(tWay, way.Hash, 10+m))
		add(linear.Mix3(tWay, way.Hash, 10+m, c.root))
		add(linear.Mix3(tWay, way.Hash, 10+m, kind))
		add(linear.Mix3(tWay, way.Hash, 20, c.rule))
		add(linear.Mix3(tWayOver, way.Short, m, prep))
		add(linear.Mix3(tWayOver, way.Short, 10+m, c.filled))
		add(linear.Mix3(tWayOver, way.Short, 20, c.rule))
		add(linear.Mix3(tWayOver, way.Short, 30+ruled, m))
	} else {
		add(linear.Mix2(tWay, 0, m))
	}
	if t.Last != t.First {
		inside := linear.Truth(x.head > t.First && x.head < t.Last)
		last := s.Way(x.head, t.Last).Hash
		add(linear.Mix3(tWayLast, last, m, prep))
		add(linear.Mix3(tWayLast, last, 10+inside, c.rule))
	}
	add(linear.Mix3(tRelation, relation, m, before))
	add(linear.Mix3(tRelation, relation, 10+uint32(min(way.Up+way.Down, 5)), m))
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
	add(linear.Mix3(tDistance, before, clause.Far(gap), m))
	add(linear.Mix3(tBetween, marks, before, m))
	add(linear.Mix3(tBetween, marks, 10+before*16+clause.Far(gap), relation))
	add(linear.Mix3(tPreposition, prep, before, m))
	add(linear.Mix3(tPreposition, prep, 2+before, c.root))
	add(linear.Mix3(tPreposition, prep, 4+before, c.rule))
	add(linear.Mix3(tPreposition, 6+linear.Truth(fits), before*2+linear.Truth(prepAt >= 0), m*2+linear.Truth(t.Pattern.Object)))
	lemma := own.Lemma
	add(linear.Mix2(tWord, lemma, before))
	if n.UPOS == "PRON" {
		add(linear.Mix3(tPronoun, lemma, m, before))
		add(linear.Mix3(tPronoun, lemma, relation, before))
	} else if x.unit < 0 {
		groups := own.Groups
		add(linear.Mix3(tGroup, 1, uint32(groups.Coarse), m*2+before))
		add(linear.Mix3(tGroup, 2, uint32(groups.Middle), m*2+before))
		add(linear.Mix2(tGroup, 3, uint32(groups.Fine)))
		add(linear.Mix3(tGroup, 4, uint32(groups.Coarse), c.root))
	}
	closer := func(o *candidate) bool {
		return ahead && o.head > x.head && o.head < t.First || !ahead && o.head < x.head && o.head > t.Last
	}
	nearer := uint32(0)
	for _, o := range c.candidates {
		if (o.unit >= 0 || s.Node(o.head).UPOS == "PRON") && closer(&o) {
			nearer++
		}
	}
	nearer = min(nearer, 4)
	add(linear.Mix3(tNearer, nearer, before, m))
	add(linear.Mix3(tNearer, nearer, 2+before*2+linear.Truth(x.unit >= 0), relation))
	add(linear.Mix3(tNearer, 10+uint32(min(at, 3)), before, m))
	add(linear.Mix2(tQuoted, linear.Truth(s.Quoted(x.head) != s.Quoted(t.First)), m*2+before))
	if h := n.Head; h >= 0 && h < len(s.Words) {
		add(linear.Mix3(tAbove, relation, linear.Truth(s.Is(h, class.Reporting))*4+linear.Truth(h == t.First)*2+linear.Truth(h == t.Last), m))
		add(linear.Mix3(tAbove, relation, 10+before, s.Traits[h].Lemma))
	}
	// The trigger and the words of the way.
	add(linear.Mix3(tWayOver, way.Short, 40, c.lemma))
	add(linear.Mix3(tWayOver, way.Short, 50+m, linear.Mix2(c.frame, prep, linear.Truth(fits))))
	add(linear.Mix3(tRelation, relation, 30+before, c.rule))
	add(linear.Mix3(tRelation, relation, 40+before, linear.Mix2(c.root, m, prep)))
	add(linear.Mix3(tRole, role, 6+before, c.rule))
	if way.Top >= 0 && way.Up > 0 && way.Down > 0 {
		top := &s.Traits[way.Top]
		add(linear.Mix3(tTop, top.Lemma, way.Hash, 0))
		add(linear.Mix3(tTop, top.Lemma, 10+m, uint32(way.Up*8+way.Down)))
		add(linear.Mix3(tTop, uint32(top.Groups.Middle), 20+m, way.Short))
		add(linear.Mix3(tTop, top.Tag, 30+m, way.Short))
	}
	add(linear.Mix3(tAround, s.LemmaAt(x.first-1), before, m))
	add(linear.Mix3(tAround, s.LemmaAt(x.last+1), 2+before, m))
	add(linear.Mix3(tAround, s.LemmaAt(x.first-1), 4+before, relation))
	add(linear.Mix3(tAround, s.LemmaAt(x.last+1), 6+before, relation))
	add(linear.Mix3(tAround, s.LemmaAt(t.Last+1), 8+before, way.Short))
	add(linear.Mix3(tAround, s.LemmaAt(t.First-1), 10+before, way.Short))
	add(linear.Mix3(tWord, lemma, 10+before, c.root))
	add(linear.Mix3(tGroup, 5+before, uint32(own.Groups.Middle), c.root))
	add(linear.Mix3(tGroup, 7+before, uint32(own.Groups.Coarse), c.rule))
	add(linear.Mix3(tGroup, 9+before, uint32(own.Groups.Middle), relation))
	// Who speaks, and who else is the same.
	entity := s.entity(x.unit)
	said := uint32(0)
	if c.quoted >= 0 {
		said = 1 + linear.Truth(c.speaker >= 0) + linear.Truth(entity >= 0 && entity == c.speaker)*2
	}
	inside := linear.Truth(s.Quoted(x.head) == c.quoted)
	add(linear.Mix3(tSpeaker, said, inside, m*2+before))
	add(linear.Mix3(tSpeaker, said, 2+inside, kind))
	same, likes := uint32(0), uint32(0)
	for i := range c.candidates {
		o := &c.candidates[i]
		if i == at {
			continue
		}
		if entity >= 0 && s.entity(o.unit) == entity {
			same |= 1 + linear.Truth(i == c.source)*2 + linear.Truth(i == c.target)*4 + linear.Truth(s.Units[o.unit].Pronoun)*8
		}
		if closer(o) {
			if s.Traits[o.head].Relation == relation {
				likes |= 1
			}
			if c.ways[i].Hash == way.Hash {
				likes |= 2
			}
			if x.unit >= 0 && o.unit >= 0 && s.Units[o.unit].Role == s.Units[x.unit].Role && s.Units[o.unit].Kind == s.Units[x.unit].Kind {
				likes |= 4
			}
		}
		if c.ways[i].Short == way.Short {
			likes |= 8
		}
	}
	add(linear.Mix3(tSame, same, before, m))
	add(linear.Mix3(tSame, same, 2+ruled, kind))
	add(linear.Mix3(tRival, likes, before, m))
	add(linear.Mix3(tRival, likes, 2+before, relation))
	add(linear.Mix3(tRival, c.rank[at], 4+before, m))
	add(linear.Mix3(tRival, c.rank[at], 6+before, linear.Mix2(relation, prep, m)))
	add(linear.Mix3(tRival, c.rank[at], 8+ruled, linear.Mix2(kind, m, before)))
	// What it hangs on, and what hangs on it, of those who may be a side.
	for i := range c.candidates {
		o := &c.candidates[i]
		if i == at {
			continue
		}
		of := linear.Truth(i == c.source)*2 + linear.Truth(i == c.target)
		if h := int(own.Head); h >= o.first && h <= o.last {
			add(linear.Mix3(tHangs, relation, prep, of))
			add(linear.Mix3(tHangs, relation, 10+of*4+ruled, m))
			add(linear.Mix3(tHangs, relation, 30+before, linear.Mix2(s.sort(o), kind, m)))
			add(linear.Mix3(tHangs, relation, 40+before, linear.Mix2(s.sort(o), c.root, prep)))
		}
		if h := int(s.Traits[o.head].Head); h >= x.first && h <= x.last {
			down := s.Traits[o.head].Relation
			add(linear.Mix3(tHolds, down, of, ruled))
			add(linear.Mix3(tHolds, down, 10+before, linear.Mix2(s.sort(o), kind, m)))
		}
	}
	for side, i := range [...]int{c.source, c.target} {
		if i >= 0 && i != at {
			o := &c.candidates[i]
			add(linear.Mix3(tHangs, 100+uint32(side), before*2+linear.Truth(o.head < x.head), m))
			add(linear.Mix3(tHangs, 102+uint32(side), linear.Mix2(1, c.ways[i].Short, way.Short), m))
		}
	}
	c.features = f
	return f
}

// sort is of which kind a candidate is.
func (s *scan) sort(x *candidate) uint32 {
	if x.unit < 0 {
		return s.Traits[x.head].Tag
	}
	u := &s.Units[x.unit]
	return linear.Mix2(9, uint32(u.Kind), hashed(u.Role))
}

package event

import (
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/linear"
)

// weigh gives the features of a candidate for a side.
func (s *scan) weigh(t *trigger, at int) []uint32 {
	c := &s.choice
	x := c.candidates[at]
	n, m := s.node(x.head), c.manner
	own, way := &s.traits[x.head], &c.ways[at]
	ahead := x.head < t.first
	before := linear.Truth(ahead)
	f := append(c.features[:0], linear.Mix(tBias, m))
	add := func(feature uint32) { f = append(f, feature) }

	kind, role, named := uint32(0), uint32(0), uint32(0)
	prep, prepAt := uint32(0), int(own.prep)
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
		kind = own.tag
		if prepAt >= x.head {
			prepAt = -1
		}
	}
	fits := false
	if prepAt >= 0 {
		prep = s.traits[prepAt].word
		fits = s.words[prepAt].entry != nil && has(t.pattern.Preps, s.words[prepAt].entry.ID)
	}
	gap, marks := 0, uint32(0)
	if ahead {
		gap, marks = t.first-x.head, s.between(x.head, t.first)
	} else {
		gap, marks = x.first-t.last, s.between(t.last, x.first)
	}

	ruled := linear.Truth(at == c.source)*2 + linear.Truth(at == c.target)
	others := linear.Truth(c.source >= 0)*2 + linear.Truth(c.target >= 0)
	add(linear.Mix2(tRules, ruled, m))
	add(linear.Mix3(tRules, 10+ruled, m, c.root))
	add(linear.Mix3(tRules, 20+ruled, c.rule, others))
	add(linear.Mix3(tRules, 30+ruled, kind, m))
	add(linear.Mix3(tRules, 40+ruled, way.hash, m))
	add(linear.Mix3(tRules, 50+ruled, marks<<1|before, far(gap)))
	add(linear.Mix3(tRules, 60+ruled, others, m))

	relation := own.relation
	if way.hash != 0 {
		add(linear.Mix(tWay, way.hash))
		add(linear.Mix2(tWay, way.hash, prep))
		add(linear.Mix2(tWay, way.hash, 10+m))
		add(linear.Mix3(tWay, way.hash, 10+m, c.root))
		add(linear.Mix3(tWay, way.hash, 10+m, kind))
		add(linear.Mix3(tWay, way.hash, 20, c.rule))
		add(linear.Mix3(tWayOver, way.short, m, prep))
		add(linear.Mix3(tWayOver, way.short, 10+m, c.filled))
		add(linear.Mix3(tWayOver, way.short, 20, c.rule))
		add(linear.Mix3(tWayOver, way.short, 30+ruled, m))
	} else {
		add(linear.Mix2(tWay, 0, m))
	}
	if t.last != t.first {
		inside := linear.Truth(x.head > t.first && x.head < t.last)
		last := s.way(x.head, t.last).hash
		add(linear.Mix3(tWayLast, last, m, prep))
		add(linear.Mix3(tWayLast, last, 10+inside, c.rule))
	}
	add(linear.Mix3(tRelation, relation, m, before))
	add(linear.Mix3(tRelation, relation, 10+uint32(min(way.up+way.down, 5)), m))
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
	add(linear.Mix3(tPreposition, 6+linear.Truth(fits), before*2+linear.Truth(prepAt >= 0), m*2+linear.Truth(t.pattern.Object)))
	lemma := own.lemma
	add(linear.Mix2(tWord, lemma, before))
	if n.UPOS == "PRON" {
		add(linear.Mix3(tPronoun, lemma, m, before))
		add(linear.Mix3(tPronoun, lemma, relation, before))
	} else if x.unit < 0 {
		groups := own.groups
		add(linear.Mix3(tGroup, 1, uint32(groups.Coarse), m*2+before))
		add(linear.Mix3(tGroup, 2, uint32(groups.Middle), m*2+before))
		add(linear.Mix2(tGroup, 3, uint32(groups.Fine)))
		add(linear.Mix3(tGroup, 4, uint32(groups.Coarse), c.root))
	}
	closer := func(o *candidate) bool {
		return ahead && o.head > x.head && o.head < t.first || !ahead && o.head < x.head && o.head > t.last
	}
	nearer := uint32(0)
	for _, o := range c.candidates {
		if (o.unit >= 0 || s.node(o.head).UPOS == "PRON") && closer(&o) {
			nearer++
		}
	}
	nearer = min(nearer, 4)
	add(linear.Mix3(tNearer, nearer, before, m))
	add(linear.Mix3(tNearer, nearer, 2+before*2+linear.Truth(x.unit >= 0), relation))
	add(linear.Mix3(tNearer, 10+uint32(min(at, 3)), before, m))
	add(linear.Mix2(tQuoted, linear.Truth(s.quoted(x.head) != s.quoted(t.first)), m*2+before))
	if h := n.Head; h >= 0 && h < len(s.words) {
		add(linear.Mix3(tAbove, relation, linear.Truth(s.is(h, class.Reporting))*4+linear.Truth(h == t.first)*2+linear.Truth(h == t.last), m))
		add(linear.Mix3(tAbove, relation, 10+before, s.traits[h].lemma))
	}
	// The trigger and the words of the way.
	add(linear.Mix3(tWayOver, way.short, 40, c.lemma))
	add(linear.Mix3(tWayOver, way.short, 50+m, linear.Mix2(c.frame, prep, linear.Truth(fits))))
	add(linear.Mix3(tRelation, relation, 30+before, c.rule))
	add(linear.Mix3(tRelation, relation, 40+before, linear.Mix2(c.root, m, prep)))
	add(linear.Mix3(tRole, role, 6+before, c.rule))
	if way.top >= 0 && way.up > 0 && way.down > 0 {
		top := &s.traits[way.top]
		add(linear.Mix3(tTop, top.lemma, way.hash, 0))
		add(linear.Mix3(tTop, top.lemma, 10+m, uint32(way.up*8+way.down)))
		add(linear.Mix3(tTop, uint32(top.groups.Middle), 20+m, way.short))
		add(linear.Mix3(tTop, top.tag, 30+m, way.short))
	}
	add(linear.Mix3(tAround, s.lemmaAt(x.first-1), before, m))
	add(linear.Mix3(tAround, s.lemmaAt(x.head+1), 2+before, m))
	add(linear.Mix3(tAround, s.lemmaAt(x.first-1), 4+before, relation))
	add(linear.Mix3(tAround, s.lemmaAt(x.head+1), 6+before, relation))
	add(linear.Mix3(tAround, s.lemmaAt(t.last+1), 8+before, way.short))
	add(linear.Mix3(tAround, s.lemmaAt(t.first-1), 10+before, way.short))
	add(linear.Mix3(tWord, lemma, 10+before, c.root))
	add(linear.Mix3(tGroup, 5+before, uint32(own.groups.Middle), c.root))
	add(linear.Mix3(tGroup, 7+before, uint32(own.groups.Coarse), c.rule))
	add(linear.Mix3(tGroup, 9+before, uint32(own.groups.Middle), relation))
	// Who speaks, and who else is the same.
	entity := s.entity(x.unit)
	said := uint32(0)
	if c.quoted >= 0 {
		said = 1 + linear.Truth(c.speaker >= 0) + linear.Truth(entity >= 0 && entity == c.speaker)*2
	}
	inside := linear.Truth(s.quoted(x.head) == c.quoted)
	add(linear.Mix3(tSpeaker, said, inside, m*2+before))
	add(linear.Mix3(tSpeaker, said, 2+inside, kind))
	same, likes := uint32(0), uint32(0)
	for i := range c.candidates {
		o := &c.candidates[i]
		if i == at {
			continue
		}
		if entity >= 0 && s.entity(o.unit) == entity {
			same |= 1 + linear.Truth(i == c.source)*2 + linear.Truth(i == c.target)*4 + linear.Truth(s.units[o.unit].pronoun)*8
		}
		if closer(o) {
			if s.traits[o.head].relation == relation {
				likes |= 1
			}
			if c.ways[i].hash == way.hash {
				likes |= 2
			}
			if x.unit >= 0 && o.unit >= 0 && s.units[o.unit].role == s.units[x.unit].role && s.units[o.unit].kind == s.units[x.unit].kind {
				likes |= 4
			}
		}
		if c.ways[i].short == way.short {
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
		if h := int(own.head); h >= o.first && h <= o.head {
			add(linear.Mix3(tHangs, relation, prep, of))
			add(linear.Mix3(tHangs, relation, 10+of*4+ruled, m))
			add(linear.Mix3(tHangs, relation, 30+before, linear.Mix2(s.sort(o), kind, m)))
			add(linear.Mix3(tHangs, relation, 40+before, linear.Mix2(s.sort(o), c.root, prep)))
		}
		if h := int(s.traits[o.head].head); h >= x.first && h <= x.head {
			down := s.traits[o.head].relation
			add(linear.Mix3(tHolds, down, of, ruled))
			add(linear.Mix3(tHolds, down, 10+before, linear.Mix2(s.sort(o), kind, m)))
		}
	}
	for side, i := range [...]int{c.source, c.target} {
		if i >= 0 && i != at {
			o := &c.candidates[i]
			add(linear.Mix3(tHangs, 100+uint32(side), before*2+linear.Truth(o.head < x.head), m))
			add(linear.Mix3(tHangs, 102+uint32(side), linear.Mix2(1, c.ways[i].short, way.short), m))
		}
	}
	c.features = f
	return f
}

// sort is of which kind a candidate is.
func (s *scan) sort(x *candidate) uint32 {
	if x.unit < 0 {
		return s.traits[x.head].tag
	}
	u := &s.units[x.unit]
	return linear.Mix2(9, uint32(u.kind), hashed(u.role))
}

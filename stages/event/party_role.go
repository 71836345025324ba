package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// Templates of the features that tell a role.
const (
	rRules uint32 = iota + 200
	rHead
	rWord
	rName
	rBeside
	rAbove
	rBelow
	rAct
	rOther
	rRepute
	rKind
)

// roleFeatures gives what tells the role of a party: what the rules say, the words of its phrase and around it, those on it in the
// tree, what it does, and what else the document tells of who bears its name.
func (s *scan) roleFeatures(p *party) []uint32 {
	s.study()
	f := s.census.features[:0]
	add := func(feature uint32) { f = append(f, feature) }
	u, head := &s.units[p.unit], &s.traits[p.head]
	side := linear.Truth(p.target)
	ruled := linear.Mix2(rRules, hashed(p.role()), linear.Truth(p.actor.Country != ""))
	add(ruled)
	add(linear.Mix2(rRules, ruled, p.kind))
	add(linear.Mix3(rRules, ruled, 1, linear.Mix2(p.known, p.kind, 0)))
	add(linear.Mix3(rRules, ruled, 2, head.lemma))
	add(linear.Mix3(rRules, ruled, 3, uint32(head.groups.Middle)))
	add(linear.Mix2(rKind, p.kind, p.known))
	add(linear.Mix3(rKind, p.kind, 1, head.tag))
	if !u.pronoun {
		add(linear.Mix2(rHead, 0, head.lemma))
		add(linear.Mix2(rHead, 1, uint32(head.groups.Coarse)))
		add(linear.Mix2(rHead, 2, uint32(head.groups.Middle)))
		for i := u.first; i <= min(u.last, u.first+6); i++ {
			if i != p.head {
				x := &s.traits[i]
				add(linear.Mix2(rWord, 0, x.word))
				add(linear.Mix2(rWord, 1, uint32(x.groups.Middle)))
				add(linear.Mix2(rWord, 3, hashed(s.roleOf(s.text(i)))))
			}
		}
		for d := 1; d <= 2; d++ {
			for k, i := range [...]int{u.first - d, u.last + d} {
				w := s.lemmaAt(i)
				place := uint32(d*2 + k)
				add(linear.Mix2(rBeside, place, w))
				if i >= 0 && i < len(s.traits) {
					add(linear.Mix2(rBeside, 10+place, uint32(s.traits[i].groups.Middle)))
				}
				if role := s.roleOf(s.text(i)); role != "" {
					add(linear.Mix2(rBeside, 30+place, hashed(role)))
				}
				if d == 1 {
					add(linear.Mix3(rBeside, 20+place, w, head.lemma))
				}
			}
		}
		n := 0
		for i := range s.traits {
			if x := &s.traits[i]; int(x.head) == p.head && (i < u.first || i > u.last) && n < 6 {
				n++
				add(linear.Mix3(rBelow, 0, x.relation, x.lemma))
				add(linear.Mix3(rBelow, 1, x.relation, uint32(x.groups.Middle)))
				add(linear.Mix3(rBelow, 2, x.relation, head.lemma))
				if role := s.roleOf(s.text(i)); role != "" {
					add(linear.Mix3(rBelow, 3, x.relation, hashed(role)))
				}
			}
		}
	}
	for n, word := range strings.Fields(p.actor.Name) {
		if n == 6 {
			break
		}
		h := lookup.Hash(strings.ToLower(word))
		g := cluster.Default.Of(h)
		add(linear.Mix2(rName, 0, uint32(h)))
		add(linear.Mix3(rName, 1, uint32(h), p.kind))
		add(linear.Mix3(rName, 2, uint32(g.Middle), p.kind))
		if role := s.roleOf(word); role != "" {
			add(linear.Mix3(rName, 3, hashed(role), p.kind))
		}
	}
	above := s.lemmaAt(int(head.head))
	add(linear.Mix3(rAbove, 0, head.relation, above))
	if h := int(head.head); h >= 0 && h < len(s.traits) {
		add(linear.Mix3(rAbove, 1, head.relation, uint32(s.traits[h].groups.Middle)))
	}
	root, rule, m := hashed(Root(p.t.pattern.code)), hashed(p.t.pattern.rule), s.manner(p.t)
	add(linear.Mix3(rAct, side, root, m))
	add(linear.Mix3(rAct, side, rule, 10))
	add(linear.Mix3(rAct, side, root, p.kind))
	add(linear.Mix3(rAct, side, root, ruled))
	add(linear.Mix3(rAct, side, rule, ruled))
	add(linear.Mix3(rRules, ruled, 4, hashed(s.focus)))
	add(linear.Mix3(rRules, ruled, 5, hashed(p.actor.Country)))
	add(linear.Mix3(rKind, p.kind, 2, hashed(p.actor.Country)))
	for _, j := range s.joined(p.unit) {
		if j != p.unit {
			add(linear.Mix3(rOther, 5, hashed(s.units[j].role), p.kind))
		}
	}
	other := linear.Mix2(rOther, hashed(p.other.Role), linear.Truth(p.other.Country != ""))
	add(linear.Mix3(rOther, side, other, root))
	add(linear.Mix3(rOther, side, other, p.kind))
	add(linear.Mix3(rOther, side, other, ruled))
	if p.entity >= 0 {
		for _, x := range s.reputeOf(p.entity) {
			if len(f) == linear.MaxFeatures {
				break
			}
			add(linear.Mix2(rRepute, x, 0))
		}
	}
	s.census.features = f
	return f[:min(len(f), linear.MaxFeatures)]
}

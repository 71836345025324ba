package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/linear"
)

// Templates of the features that tell a role.
const (
	rRules uint32 = iota + 200
	rKind
	rName
	rRepute
	rHead
	rWord
	rBeside
	rBelow
	rAbove
	rAct
	rOther
)

// How much of the words of a party and around it is read.
const (
	mostWords   = 7
	besideWords = 2
	mostBelow   = 6
)

// roleFeatures gives what tells the role of a party: what the rules say, the words of its name, and of who bears a name what the whole document
// says of him, so that he is the same everywhere; of others what stands in this sentence.
func (s *scan) roleFeatures(p *party) []uint32 {
	s.Study()
	s.census.features = s.census.features[:0]
	add := func(feature uint32) { s.census.features = append(s.census.features, feature) }
	kind := p.kind
	if p.entity >= 0 {
		kind = hashed(string(s.in.Found.Entities[p.entity].Type))
	}
	ruled := linear.Mix2(rRules, hashed(p.role()), linear.Truth(p.actor.Country != ""))
	add(ruled)
	add(linear.Mix2(rRules, ruled, kind))
	add(linear.Mix3(rRules, ruled, 1, linear.Mix2(p.known, kind, 0)))
	add(linear.Mix3(rRules, ruled, 2, hashed(s.Focus)))
	add(linear.Mix3(rRules, ruled, 3, hashed(p.actor.Country)))
	add(linear.Mix3(rKind, kind, 0, p.known))
	add(linear.Mix3(rKind, kind, 1, hashed(p.actor.Country)))
	name := p.actor.Name
	for _, h := range p.words[:p.named] {
		var word string
		word, name, _ = strings.Cut(name, " ")
		add(linear.Mix2(rName, 0, uint32(h)))
		add(linear.Mix3(rName, 1, uint32(h), kind))
		add(linear.Mix3(rName, 4, uint32(h), ruled))
		add(linear.Mix3(rName, 2, uint32(cluster.Default.Of(h).Middle), kind))
		if role := s.RoleOf(word); role != "" {
			add(linear.Mix3(rName, 3, hashed(role), kind))
		}
	}
	if p.entity >= 0 {
		for _, x := range s.Repute(p.entity) {
			add(linear.Mix2(rRepute, x, 0))
		}
	} else {
		s.addPhrase(p, ruled)
		s.addAct(p, ruled)
	}
	f := s.census.features
	return f[:min(len(f), linear.MaxFeatures)]
}

// addPhrase adds the words of a party's phrase, around it, and on it in the tree.
func (s *scan) addPhrase(p *party, ruled uint32) {
	add := func(feature uint32) { s.census.features = append(s.census.features, feature) }
	u, head := &s.Units[p.unit], &s.Traits[p.head]
	add(linear.Mix3(rRules, ruled, 4, head.Lemma))
	add(linear.Mix3(rRules, ruled, 5, uint32(head.Groups.Middle)))
	add(linear.Mix3(rKind, p.kind, 2, head.Tag))
	if u.Pronoun {
		return
	}
	add(linear.Mix2(rHead, 0, head.Lemma))
	add(linear.Mix2(rHead, 1, uint32(head.Groups.Coarse)))
	add(linear.Mix2(rHead, 2, uint32(head.Groups.Middle)))
	for i := u.First; i <= min(u.Last, u.First+mostWords-1); i++ {
		if i != p.head {
			x := &s.Traits[i]
			add(linear.Mix2(rWord, 0, x.Word))
			add(linear.Mix2(rWord, 1, uint32(x.Groups.Middle)))
			add(linear.Mix2(rWord, 2, hashed(s.RoleOf(s.Text(i)))))
		}
	}
	for d := 1; d <= besideWords; d++ {
		for side, i := range [...]int{u.First - d, u.Last + d} {
			word, place := s.LemmaAt(i), uint32(d*2+side)
			add(linear.Mix2(rBeside, place, word))
			if d == 1 {
				add(linear.Mix3(rBeside, 30+place, word, head.Lemma))
			}
			if i < 0 || i >= len(s.Traits) {
				continue
			}
			add(linear.Mix2(rBeside, 10+place, uint32(s.Traits[i].Groups.Middle)))
			if role := s.RoleOf(s.Text(i)); role != "" {
				add(linear.Mix2(rBeside, 20+place, hashed(role)))
			}
		}
	}
	n := 0
	for i := range s.Traits {
		x := &s.Traits[i]
		if int(x.Head) != p.head || u.Has(i) {
			continue
		}
		if n++; n > mostBelow {
			break
		}
		add(linear.Mix3(rBelow, 0, x.Relation, x.Lemma))
		add(linear.Mix3(rBelow, 1, x.Relation, uint32(x.Groups.Middle)))
		add(linear.Mix3(rBelow, 2, x.Relation, head.Lemma))
		if role := s.RoleOf(s.Text(i)); role != "" {
			add(linear.Mix3(rBelow, 3, x.Relation, hashed(role)))
		}
	}
}

// addAct adds what a party does or suffers, with whom, and who is joined to it.
func (s *scan) addAct(p *party, ruled uint32) {
	add := func(feature uint32) { s.census.features = append(s.census.features, feature) }
	head := &s.Traits[p.head]
	add(linear.Mix3(rAbove, 0, head.Relation, s.LemmaAt(int(head.Head))))
	if h := int(head.Head); h >= 0 && h < len(s.Traits) {
		add(linear.Mix3(rAbove, 1, head.Relation, uint32(s.Traits[h].Groups.Middle)))
	}
	root, rule, side := hashed(cameo.Root(p.t.Pattern.Code)), hashed(p.t.Pattern.Rule), linear.Truth(p.target)
	add(linear.Mix3(rAct, side, root, s.Manner(&p.t.Trigger)))
	add(linear.Mix3(rAct, side, rule, 10))
	add(linear.Mix3(rAct, side, root, p.kind))
	add(linear.Mix3(rAct, side, root, ruled))
	add(linear.Mix3(rAct, side, rule, ruled))
	other := linear.Mix2(rOther, hashed(p.other.Role), linear.Truth(p.other.Country != ""))
	add(linear.Mix3(rOther, side, other, root))
	add(linear.Mix3(rOther, side, other, p.kind))
	add(linear.Mix3(rOther, side, other, ruled))
	for _, j := range s.Joined(p.unit) {
		if j != p.unit {
			add(linear.Mix3(rOther, 2, hashed(s.Units[j].Role), p.kind))
		}
	}
}

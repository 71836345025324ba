package event

import (
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/linear"
)

// nobody gives the features of a side that the sentence does not tell.
func (s *scan) nobody(t *trigger) []uint32 {
	c := &s.choice
	m, ruled := c.manner, linear.Truth(c.source >= 0)*2+linear.Truth(c.target >= 0)
	p := t.Pattern
	f := append(c.features[:0],
		linear.Mix(tNobody, m),
		linear.Mix2(tNobody, m, 100+ruled),
		linear.Mix3(tNobody, m, 200+ruled, c.root),
		linear.Mix2(tNobody, 300+ruled, c.rule),
		linear.Mix2(tNobody, 400, c.rule),
		linear.Mix3(tNobody, 500, c.root, m),
		linear.Mix3(tNobody, 600, clause.Far(len(c.candidates)), m),
		linear.Mix3(tNobody, 700, linear.Truth(p.Target)*4+linear.Truth(p.Object)*2+linear.Truth(p.Mutual), m),
		linear.Mix3(tNobody, 800, c.filled, m),
	)
	add := func(feature uint32) { f = append(f, feature) }
	x := &s.Traits[t.First]
	above := s.LemmaAt(int(x.Head))
	add(linear.Mix3(tFrame, 1, x.Relation, m))
	add(linear.Mix3(tFrame, 2, x.Relation, above))
	add(linear.Mix3(tFrame, 3, x.Relation, linear.Mix2(m, ruled, c.root)))
	add(linear.Mix3(tFrame, 4, s.LemmaAt(t.First-1), m))
	add(linear.Mix3(tFrame, 5, s.LemmaAt(t.Last+1), m))
	add(linear.Mix3(tFrame, 6, s.LemmaAt(t.Last+1), c.rule))
	add(linear.Mix3(tFrame, 7, s.LemmaAt(t.First-1), c.rule))
	add(linear.Mix3(tFrame, 8, c.filled, c.rule))
	add(linear.Mix3(tFrame, 9, c.filled, linear.Mix2(m, ruled, c.root)))
	add(linear.Mix3(tFrame, 10, x.Tag, c.rule))
	add(linear.Mix3(tFrame, 11, c.lemma, m))
	add(linear.Mix3(tFrame, 12, linear.Truth(c.quoted >= 0)*2+linear.Truth(c.speaker >= 0), m))
	add(linear.Mix3(tFrame, 13, c.frame, m))
	hung, before, behind, pronouns := uint32(0), uint32(0), uint32(0), uint32(0)
	for i := range s.Traits {
		if h := int(s.Traits[i].Head); (h == t.First || h == t.Last) && s.Traits[i].Prep >= 0 {
			hung = linear.Mix2(7, hung, s.Traits[s.Traits[i].Prep].Word)
			add(linear.Mix3(tFrame, 20+linear.Truth(i < t.First), s.Traits[s.Traits[i].Prep].Word, m))
			add(linear.Mix3(tFrame, 22+linear.Truth(i < t.First), s.Traits[s.Traits[i].Prep].Word, c.rule))
		}
		if len(f) > 40 {
			break
		}
	}
	for _, x := range c.candidates {
		switch {
		case x.unit < 0 && s.Node(x.head).UPOS == "PRON":
			pronouns++
		case x.unit < 0:
		case x.head < t.First:
			before++
		default:
			behind++
		}
	}
	before, behind, pronouns = min(before, 3), min(behind, 3), min(pronouns, 2)
	add(linear.Mix3(tFrame, 30, hung, m))
	add(linear.Mix3(tFrame, 31, hung, c.root))
	add(linear.Mix3(tFrame, 32, before*16+behind*4+pronouns, m))
	add(linear.Mix3(tFrame, 33, before, c.rule))
	add(linear.Mix3(tFrame, 34, behind, c.rule))
	add(linear.Mix3(tFrame, 35, behind, linear.Mix2(ruled, m, c.filled)))
	for side, at := range [...]int{c.source, c.target} {
		if at < 0 {
			continue
		}
		y := &c.candidates[at]
		role, kind := uint32(0), s.Traits[y.head].Tag
		if y.unit >= 0 {
			role, kind = hashed(s.Units[y.unit].Role), uint32(s.Units[y.unit].Kind)
		}
		add(linear.Mix3(tFrame, 40+uint32(side), linear.Mix2(role, kind, 0), m))
		add(linear.Mix3(tFrame, 42+uint32(side), role, c.root))
		add(linear.Mix3(tFrame, 44+uint32(side), c.ways[at].Hash, m))
		add(linear.Mix3(tFrame, 46+uint32(side), c.ways[at].Hash, c.rule))
		add(linear.Mix3(tFrame, 48+uint32(side), clause.Far(max(t.First-y.last, y.first-t.Last)), m*2+linear.Truth(y.head < t.First)))
	}
	for k, n := int(x.Head), uint32(0); n < 2; n++ {
		if k < 0 || k >= len(s.Traits) {
			break
		}
		add(linear.Mix3(tFrame, 50+n, s.Traits[k].Relation, x.Relation))
		add(linear.Mix3(tFrame, 52+n, uint32(s.Traits[k].Groups.Middle), m))
		k = int(s.Traits[k].Head)
	}
	c.features = f
	return f
}

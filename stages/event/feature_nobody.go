package event

import "github.com/newsmill/newsmill/stages/linear"

// nobody gives the features of a side that the sentence does not tell.
func (s *scan) nobody(t *trigger) []uint32 {
	c := &s.choice
	m, ruled := c.manner, linear.Truth(c.source >= 0)*2+linear.Truth(c.target >= 0)
	p := t.pattern
	f := append(c.features[:0],
		linear.Mix(tNobody, m),
		linear.Mix2(tNobody, m, 100+ruled),
		linear.Mix3(tNobody, m, 200+ruled, c.root),
		linear.Mix2(tNobody, 300+ruled, c.rule),
		linear.Mix2(tNobody, 400, c.rule),
		linear.Mix3(tNobody, 500, c.root, m),
		linear.Mix3(tNobody, 600, far(len(c.candidates)), m),
		linear.Mix3(tNobody, 700, linear.Truth(p.Target)*4+linear.Truth(p.Object)*2+linear.Truth(p.Mutual), m),
		linear.Mix3(tNobody, 800, c.filled, m),
	)
	add := func(feature uint32) { f = append(f, feature) }
	x := &s.traits[t.first]
	above := s.lemmaAt(int(x.head))
	add(linear.Mix3(tFrame, 1, x.relation, m))
	add(linear.Mix3(tFrame, 2, x.relation, above))
	add(linear.Mix3(tFrame, 3, x.relation, linear.Mix2(m, ruled, c.root)))
	add(linear.Mix3(tFrame, 4, s.lemmaAt(t.first-1), m))
	add(linear.Mix3(tFrame, 5, s.lemmaAt(t.last+1), m))
	add(linear.Mix3(tFrame, 6, s.lemmaAt(t.last+1), c.rule))
	add(linear.Mix3(tFrame, 7, s.lemmaAt(t.first-1), c.rule))
	add(linear.Mix3(tFrame, 8, c.filled, c.rule))
	add(linear.Mix3(tFrame, 9, c.filled, linear.Mix2(m, ruled, c.root)))
	add(linear.Mix3(tFrame, 10, x.tag, c.rule))
	add(linear.Mix3(tFrame, 11, c.lemma, m))
	add(linear.Mix3(tFrame, 12, linear.Truth(c.quoted >= 0)*2+linear.Truth(c.speaker >= 0), m))
	add(linear.Mix3(tFrame, 13, c.frame, m))
	hung, before, behind, pronouns := uint32(0), uint32(0), uint32(0), uint32(0)
	for i := range s.traits {
		if h := int(s.traits[i].head); (h == t.first || h == t.last) && s.traits[i].prep >= 0 {
			hung = linear.Mix2(7, hung, s.traits[s.traits[i].prep].word)
			add(linear.Mix3(tFrame, 20+linear.Truth(i < t.first), s.traits[s.traits[i].prep].word, m))
			add(linear.Mix3(tFrame, 22+linear.Truth(i < t.first), s.traits[s.traits[i].prep].word, c.rule))
		}
		if len(f) > 40 {
			break
		}
	}
	for _, x := range c.candidates {
		switch {
		case x.unit < 0 && s.node(x.head).UPOS == "PRON":
			pronouns++
		case x.unit < 0:
		case x.head < t.first:
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
		role, kind := uint32(0), s.traits[y.head].tag
		if y.unit >= 0 {
			role, kind = hashed(s.units[y.unit].role), uint32(s.units[y.unit].kind)
		}
		add(linear.Mix3(tFrame, 40+uint32(side), linear.Mix2(role, kind, 0), m))
		add(linear.Mix3(tFrame, 42+uint32(side), role, c.root))
		add(linear.Mix3(tFrame, 44+uint32(side), c.ways[at].hash, m))
		add(linear.Mix3(tFrame, 46+uint32(side), c.ways[at].hash, c.rule))
		add(linear.Mix3(tFrame, 48+uint32(side), far(max(t.first-y.head, y.first-t.last)), m*2+linear.Truth(y.head < t.first)))
	}
	for k, n := int(x.head), uint32(0); n < 2; n++ {
		if k < 0 || k >= len(s.traits) {
			break
		}
		add(linear.Mix3(tFrame, 50+n, s.traits[k].relation, x.relation))
		add(linear.Mix3(tFrame, 52+n, uint32(s.traits[k].groups.Middle), m))
		k = int(s.traits[k].head)
	}
	c.features = f
	return f
}

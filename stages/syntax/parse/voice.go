package parse

import "slices"

// voices are the relations that a verb's voice shows in.
type voices struct{ subject, passive, clause, passiveClause, auxiliary, passiveAuxiliary int16 }

func voicesOf(relations []string) voices {
	of := func(name string) int16 { return int16(slices.Index(relations, name)) }
	return voices{of("nsubj"), of("nsubj:pass"), of("csubj"), of("csubj:pass"), of("aux"), of("aux:pass")}
}

// agree gives subjects the relation that goes with the auxiliaries of their verb: a passive one beside
// "was" of "was killed", one that acts beside "have" of "have killed". The models tell each relation apart from the others,
// and a verb without auxiliary, as in headlines, by the words alone.
func (v voices) agree(nodes []Node) {
	const active, passive = 1, 2
	var store [64]uint8
	voice := store[:] // of each word
	if len(nodes) > len(store) {
		voice = make([]uint8, len(nodes))
	}
	for i := range nodes {
		if n := &nodes[i]; n.Head >= 0 && int(n.Head) < len(nodes) {
			switch n.Relation {
			case v.auxiliary:
				voice[n.Head] |= active
			case v.passiveAuxiliary:
				voice[n.Head] |= passive
			}
		}
	}
	for i := range nodes {
		n := &nodes[i]
		if n.Head < 0 || int(n.Head) >= len(nodes) {
			continue
		}
		switch is := voice[n.Head]; {
		case is&passive != 0 && n.Relation == v.subject:
			n.Relation = v.passive
		case is&passive != 0 && n.Relation == v.clause:
			n.Relation = v.passiveClause
		case is == active && n.Relation == v.passive:
			n.Relation = v.subject
		case is == active && n.Relation == v.passiveClause:
			n.Relation = v.clause
		}
	}
}

package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
)

// orTree takes from the tree what the order of words does not tell.
func (s *scan) orTree(t *trigger, source, target, carrier int) (int, int, int) {
	if unit, any := s.does(t.first, t.passive); source < 0 && !t.pattern.Suffers || any && !t.passive && !(unit < 0 && s.apposed(source)) && (s.sited(source) || !s.close(s.units[source].last+1, t.first) || unit >= 0 && (s.units[source].kind == agent || s.units[source].code == "") && s.child(t.first, "nsubj") >= 0 && !s.parted(s.units[unit].last, t.first, class.Stop|class.Dashes)) {
		if source = unit; source == target {
			source = -1
		}
	}
	if source < 0 && !t.passive && !t.pattern.Noun && (cameo.Force(t.pattern.Code) || t.pattern.Kills()) {
		if source = s.wields(t.first); source == target {
			source = -1
		}
	}
	if k := s.subjectOf(t.first, "nsubj:pass"); t.passive && target >= 0 && k >= 0 && !s.is(k, class.Relative) && (!s.close(s.units[target].last+1, t.first) || s.is(s.before(t.first), class.AuxBe) && s.words[k].unit >= 0 && int(s.words[k].unit) != target) {
		if target = s.phrase(k); target == source { // said that all seven were charged; people from the district were injured
			target = -1
		}
	} else if target < 0 || s.beyond(t, target) {
		if target = s.suffers(t); target == source {
			target = -1
		}
		if target < 0 && t.pattern.Target && !t.passive {
			if target = s.holder(t, source); target == source {
				target = -1
			}
		}
	}
	return source, target, carrier
}

// apposed says whether a unit is the name of a person between two commas: "the head of the choir, Jane Roe, said".
func (s *scan) apposed(u int) bool {
	x := &s.units[u]
	return x.kind == named && s.isPerson(s.actor(u)) && s.is(x.first-1, class.Comma) && s.is(x.last+1, class.Comma)
}

// agentElsewhere says whether a unit behind "by" did what a verb behind a trigger tells: "were required to have their
// books vetted by the school".
func (s *scan) agentElsewhere(u int, t *trigger) bool {
	n := s.node(s.units[u].last)
	if n == nil || n.Relation != "obl:agent" || n.Head <= t.last || n.Head >= s.units[u].first {
		return false
	}
	v := s.node(n.Head)
	return v.UPOS == "VERB" && v.Relation != "conj"
}

// sited says whether a unit is a place that the tree has behind a preposition: "a firm in the rich province of Hebei signed".
func (s *scan) sited(u int) bool {
	return s.isPlace(u) && s.is(s.child(s.units[u].last, "case"), class.Locative)
}

// wields is the unit whose thing or attack does what the verb at v tells: "army bulldozers destroyed", "Kenyan air strikes
// killed"; -1 is none.
func (s *scan) wields(v int) int {
	k := s.child(v, "nsubj")
	if k < 0 || s.words[k].unit >= 0 || s.node(k).UPOS != "NOUN" {
		return -1
	}
	attack := slices.ContainsFunc(s.triggers, func(t trigger) bool { return t.pattern.Noun && t.last == k && cameo.Force(t.pattern.Code) })
	for i := range s.units {
		u := &s.units[i]
		if u.last < k && s.hangs(u.last, k, 1) && s.node(u.last).Relation != "nmod" && (attack || u.kind == agent && (u.role == "MIL" || u.role == "COP" || u.role == "REB")) {
			return i
		}
	}
	return -1
}

// beyond says whether a target without a preposition stands behind the object that the tree has, which is no actor.
func (s *scan) beyond(t *trigger, target int) bool {
	k := s.child(t.first, "obj")
	if k > t.first && k < t.last && !t.passive && t.pattern.Object && s.words[k].unit < 0 && s.node(k).UPOS == "NOUN" && !s.is(k, class.Number|class.Part) && s.units[target].first > t.last {
		return true // barred singers from the media
	}
	if t.passive || len(t.pattern.Words) > 0 || k < t.first || s.words[k].unit >= 0 || s.units[target].prep != 0 || s.is(k, class.Number|class.Part) {
		return false
	}
	h := s.node(s.units[target].last).Head
	return s.units[target].first > k && h != t.first && h != k
}

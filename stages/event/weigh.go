package event

import (
	"slices"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// orTree takes from the tree what the order of words does not tell.
func (s *scan) orTree(t *trigger, source, target, carrier int) (int, int, int) {
	if unit, any := s.does(t.First, t.Passive); source < 0 && !t.Pattern.Suffers || any && !t.Passive && !(unit < 0 && s.apposed(source)) && (s.sited(source) || !s.close(s.Units[source].Last+1, t.First) || unit >= 0 && (s.Units[source].Kind == clause.Agent || s.Units[source].Code == "") && s.Child(t.First, "nsubj") >= 0 && !s.Parted(s.Units[unit].Last, t.First, class.Stop|class.Dashes)) {
		if source = unit; source == target {
			source = -1
		}
	}
	if source < 0 && !t.Passive && !t.Pattern.Noun && (cameo.Force(t.Pattern.Code) || t.Pattern.Kills()) {
		if source = s.wields(t.First); source == target {
			source = -1
		}
	}
	if k := s.SubjectOf(t.First, "nsubj:pass"); t.Passive && target >= 0 && k >= 0 && !s.Is(k, class.Relative) && (!s.close(s.Units[target].Last+1, t.First) || s.Is(s.Before(t.First), class.AuxBe) && s.Words[k].Unit >= 0 && int(s.Words[k].Unit) != target) {
		if target = s.Phrase(k); target == source { // said that all seven were charged; people from the district were injured
			target = -1
		}
	} else if target < 0 || s.beyond(t, target) {
		if target = s.suffers(t); target == source {
			target = -1
		}
		if target < 0 && t.Pattern.Target && !t.Passive {
			if target = s.holder(t, source); target == source {
				target = -1
			}
		}
	}
	return source, target, carrier
}

// apposed says whether a unit is the name of a person between two commas: "the head of the choir, Jane Roe, said".
func (s *scan) apposed(u int) bool {
	x := &s.Units[u]
	return x.Kind == clause.Named && s.IsPerson(s.Actor(u)) && s.Is(x.First-1, class.Comma) && s.Is(x.Last+1, class.Comma)
}

// agentElsewhere says whether a unit behind "by" did what a verb behind a trigger tells: "were required to have their
// books vetted by the school".
func (s *scan) agentElsewhere(u int, t *trigger) bool {
	n := s.Node(s.Units[u].Last)
	if n == nil || n.Relation != "obl:agent" || n.Head <= t.Last || n.Head >= s.Units[u].First {
		return false
	}
	v := s.Node(n.Head)
	return v.UPOS == "VERB" && v.Relation != "conj"
}

// sited says whether a unit is a place that the tree has behind a preposition: "a firm in the rich province of Hebei signed".
func (s *scan) sited(u int) bool {
	return s.IsPlace(u) && s.Is(s.Child(s.Units[u].Last, "case"), class.Locative)
}

// wields is the unit whose thing or attack does what the verb at v tells: "army bulldozers destroyed", "Kenyan air strikes
// killed"; -1 is none.
func (s *scan) wields(v int) int {
	k := s.Child(v, "nsubj")
	if k < 0 || s.Words[k].Unit >= 0 || s.Node(k).UPOS != "NOUN" {
		return -1
	}
	attack := slices.ContainsFunc(s.triggers, func(t trigger) bool { return t.Pattern.Noun && t.Last == k && cameo.Force(t.Pattern.Code) })
	for i := range s.Units {
		u := &s.Units[i]
		if u.Last < k && s.Hangs(u.Last, k, 1) && s.Node(u.Last).Relation != "nmod" && (attack || u.Kind == clause.Agent && (u.Role == "MIL" || u.Role == "COP" || u.Role == "REB")) {
			return i
		}
	}
	return -1
}

// beyond says whether a target without a preposition stands behind the object that the tree has, which is no actor.
func (s *scan) beyond(t *trigger, target int) bool {
	k := s.Child(t.First, "obj")
	if k > t.First && k < t.Last && !t.Passive && t.Pattern.Object && s.Words[k].Unit < 0 && s.Node(k).UPOS == "NOUN" && !s.Is(k, class.Number|class.Part) && s.Units[target].First > t.Last {
		return true // barred singers from the media
	}
	if t.Passive || len(t.Pattern.Words) > 0 || k < t.First || s.Words[k].Unit >= 0 || s.Units[target].Prep != 0 || s.Is(k, class.Number|class.Part) {
		return false
	}
	h := s.Node(s.Units[target].Last).Head
	return s.Units[target].First > k && h != t.First && h != k
}

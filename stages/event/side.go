package event

import "github.com/newsmill/newsmill/stages/entity"

// How far the sides of an event may stand from its trigger, in words.
const (
	subjectReach = 40
	objectReach  = 14
)

// subject is the unit that does what the verb at v says: the nearest one to its left that no
// preposition, owner's mark or other verb claims; -1 is none. It looks through phrases between commas
// and past "and" to the subject of the verb before, and stops where the clause does.
func (s *scan) subject(v int) int {
	gerundive := s.words[v].form&gerund != 0 && !s.is(s.before(v), auxBe)
	to := s.before(v) >= 0 && s.is(s.before(v), infinitive)
	after := s.before(v)
	start := v - 1
	if gerundive && s.is(after, and) { // saying X and barring Y
		for start--; start >= 0 && s.words[start].form&gerund == 0; start-- {
			if s.is(start, stop) {
				return -1
			}
		}
		if start < 0 {
			return -1
		}
		after = s.before(start)
	}
	for j := start; j >= 0 && v-j <= subjectReach; j-- {
		w := &s.words[j]
		if w.unit >= 0 {
			u := &s.units[w.unit]
			direct := s.close(u.last+1, v)
			switch {
			case u.kind == adjectival, u.owner:
			case u.prep != 0 && !(direct && gerundive && u.kind != place):
			case u.object && !direct && !to && (!gerundive || s.is(after, comma)):
			default:
				return int(w.unit)
			}
			j = u.first
			continue
		}
		switch {
		case w.class&(stop|dashes|mark) != 0:
			return -1
		case w.class&comma != 0:
			if k := s.aside(j); k >= 0 {
				j = k
			}
		case w.class&relative != 0:
			k := j - 1
			if s.is(k, comma) {
				k--
			}
			for k >= 0 && s.words[k].unit >= 0 && s.units[s.words[k].unit].kind == place {
				k = s.units[s.words[k].unit].at - 1 // the separatists in the east, who
			}
			if k >= 0 && s.words[k].unit >= 0 && s.units[s.words[k].unit].kind != adjectival {
				return int(s.words[k].unit)
			}
			return -1
		case w.class&subordinator != 0 && !(gerundive && j >= v-2), j+1 < v && w.class&reporting != 0 && s.finite(j) && !s.is(j+1, temporal) && (s.is(j+1, determiner) || s.words[j+1].unit < 0 && s.node(j+1).UPOS == "NOUN"):
			return -1 // said the strike was suspended
		case w.class&pronoun != 0:
			return -1
		case w.class&conjunction != 0 && w.class&and == 0 && j != s.before(v):
			return -1
		}
	}
	return -1
}

// close says whether nothing but adverbs and auxiliaries stands between two words.
func (s *scan) close(from, to int) bool {
	for ; from < to; from++ {
		if !s.is(from, adverb|auxiliary|negation|temporal) {
			return false
		}
	}
	return true
}

// aside gives the comma that opens the phrase which the comma at j closes: a relative clause,
// an apposition, a participle; -1 where it closes none.
func (s *scan) aside(j int) int {
	for k := j - 2; k >= 0 && j-k < 25; k-- {
		if s.is(k, stop|dashes) {
			return -1
		}
		if s.is(k, comma) {
			first := &s.words[k+1]
			if first.class&(relative|determiner|preposition|subordinator|possessive) != 0 && first.class&pronoun == 0 || first.class&relative != 0 || first.form&(gerund|participle) != 0 {
				return k
			}
			return -1
		}
	}
	return -1
}

// object is the target behind word i, by the prepositions of the pattern; -1 is none.
func (s *scan) object(p *pattern, i int) int {
	if !p.target {
		return -1
	}
	for j := i; j < len(s.words) && j-i <= objectReach; j++ {
		w := &s.words[j]
		if w.unit >= 0 {
			u := &s.units[w.unit]
			if h := s.top(u.last); u.pronoun && u.owner || u.kind == adjectival && h > u.last && s.words[h].unit >= 0 {
				j = u.last
				continue // his plan, the Kashmiri activist Jane Roe
			}
			if u.owner && p.kills() && u.mention >= 0 && s.in.Found.Mentions[u.mention].Type == entity.Person {
				return -1 // killed her daughter
			}
			bare := u.prep == 0 || u.at < i
			if bare && p.object || !bare && has(p.preps, u.prep) {
				if !(bare && j > i && s.verbAfter(u.last+1)) {
					return int(w.unit)
				}
				return -1
			}
			j = u.last
			continue
		}
		switch {
		case w.class&(stop|dashes|relative) != 0, w.class&subordinator != 0 && s.text(j) != "as":
			return -1
		case w.class&comma != 0 && j > i, w.class&pronoun != 0 && p.object:
			return -1
		case w.class&infinitive != 0 && j > i && j+1 < len(s.words) && s.words[j+1].form&base != 0 && s.words[j+1].unit < 0:
			return -1
		case w.class&(auxBe|auxHave|modal) != 0 && j > i:
			return -1
		case w.class&and != 0 && j+1 < len(s.words) && s.verbish(j+1):
			return -1
		}
	}
	return -1
}

// verbAfter says whether a finite verb follows: the unit before it is then its subject.
func (s *scan) verbAfter(i int) bool {
	return s.is(i, auxBe|auxHave|modal|auxDo) || i < len(s.words) && s.words[i].unit < 0 && s.words[i].form&third != 0 && s.words[i].form&base == 0 && s.verb(i)
}

func has(ids []int32, id int32) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}

// behind is the unit behind word i with a preposition, in the same clause; -1 is none.
func (s *scan) behind(i int, prep string) int {
	e := s.table.words[prep]
	if e == nil {
		return -1
	}
	for j := i; j < len(s.words) && j-i <= objectReach; j++ {
		if u := s.words[j].unit; u >= 0 {
			if s.units[u].prep == e.id && s.units[u].at >= i {
				return int(u)
			}
			j = s.units[u].last
			continue
		}
		if s.is(j, stop|dashes|relative) || s.is(j, comma) && prep != "by" {
			return -1
		}
	}
	return -1
}

// sides gives source and target of a trigger, -1 where there is none, and the word from which
// the status is read: the verb that carries a noun ("held talks"), else the trigger.
func (s *scan) sides(t *trigger) (source, target, carrier int) {
	if !t.sided {
		var addressed bool
		t.source, t.target, t.carrier, addressed = s.ruled(t)
		t.ruled, t.sure = [2]int{t.source, t.target}, sure{1, [2]float32{1, 1}}
		if s.in.Doc.Words != nil && !t.pattern.own { // of the user's patterns the rules alone tell the sides
			t.source, t.target, t.sure = s.choose(t, t.source, t.target, addressed)
			if s.judges(t, t.source) {
				t.source = -1
			}
			t.source, t.target = s.owned(t.source), s.owned(t.target)
		}
		t.sided = true
	}
	return t.source, t.target, t.carrier
}

// ruled finds the sides of a trigger by rules, and says whether the target is only that of what is said.
func (s *scan) ruled(t *trigger) (source, target, carrier int, addressed bool) {
	source, target, carrier = s.argue(t)
	if Root(t.pattern.code) == protestRoot {
		target = s.against(t, source, target)
	}
	if target < 0 {
		target = s.addressed(t, source)
		addressed = target >= 0
	}
	return source, target, carrier, addressed
}

// argue finds the sides of a trigger.
func (s *scan) argue(t *trigger) (source, target, carrier int) {
	carrier = t.first
	if !t.pattern.noun {
		if t.passive {
			target, source = s.subject(t.first), s.behind(t.last+1, "by")
			if source >= 0 && s.agentElsewhere(source, t) {
				source = -1
			}
			if source < 0 && t.pattern.suffers {
				source = s.behind(t.last+1, "from")
			}
			if n := s.node(t.first); n != nil && n.Relation == "acl" && !t.pattern.suffers {
				target = s.phrase(n.Head)
				if u := s.before(t.first); u >= 0 && s.words[u].unit >= 0 && s.units[s.words[u].unit].kind != adjectival {
					target = int(s.words[u].unit) // relatives of an official killed by
				}
			} else if !t.pattern.suffers && !s.is(s.before(t.first), auxBe) && !s.stays(s.before(t.first)) && target >= 0 && !s.close(s.units[target].last+1, t.first) {
				target = -1 // the territory backed by X
			}
			return s.orTree(t, source, target, carrier)
		}
		from := t.first + 1
		if len(t.pattern.words) > 0 {
			from = t.last + 1
		}
		source = s.subject(t.first)
		target = -1
		if t.pattern.target {
			target = s.inside(t, source) // "accused X of ...", "sent Y weapons"
		}
		if target < 0 {
			if k := s.pronounIn(t); k >= 0 {
				source, _, carrier = s.orTree(t, source, -1, carrier)
				return source, s.unitOf(k), carrier // asked him to upgrade the college
			}
			target = s.object(t.pattern, from)
		}
		return s.orTree(t, source, target, carrier)
	}
	source, target = -1, -1
	owner := s.owner(t.first)
	site := -1
	if owner >= 0 && s.town(owner) && !s.units[owner].owner && force(t.pattern.code) {
		site, owner = owner, -1 // the Kabul attack
	}
	after := t.last + 1
	if between := s.behind(after, "between"); between >= 0 && s.betweenOf(between, t) {
		source = between
		for i := range s.units {
			if s.units[i].with == between {
				return source, i, s.carrier(t)
			}
		}
		return source, -1, s.carrier(t)
	}
	if target = s.object(t.pattern, after); target < 0 {
		target = site
	}
	if t.pattern.suffers && owner >= 0 && target < 0 {
		if a := s.actor(owner); s.isPerson(a) || private(a.Role) || a.Role == "OPP" {
			target, owner = owner, -1 // Roe's arrest
		}
	}
	if t.pattern.ofDoer {
		source = s.behind(after, "of")
	}
	if by := s.behind(after, "by"); by >= 0 && by != target && s.agentOf(by, t) {
		source = by
	}
	if source < 0 && t.pattern.speaks() {
		if from := s.behind(after, "from"); from != target {
			source = from // criticism from Norway
		}
	}
	if source < 0 {
		source = owner
	}
	if source < 0 && t.pattern.mutual {
		if source = s.attends(t); source == target {
			source = -1
		}
	}
	carrier = s.carrier(t)
	if source < 0 && carrier != t.first && carrier < t.first {
		if s.passive(carrier, carrier) {
			source = -1
		} else {
			source = s.subject(carrier)
		}
	}
	return source, target, carrier
}

// betweenOf says whether what a noun tells goes on between a unit and another one: the tree hangs it on the noun, and on
// no other ("Russia's invasion has raised tensions between China and Taiwan").
func (s *scan) betweenOf(u int, t *trigger) bool {
	n := s.node(s.units[u].last)
	if n == nil || n.Relation != "nmod" || n.Head < 0 || n.Head >= len(s.words) {
		return true
	}
	return n.Head <= t.last || t.pattern.mutual
}

// inside is the direct object in the gap of a trigger.
func (s *scan) inside(t *trigger, source int) int {
	for j := t.first + 1; j < t.last; j++ {
		if u := s.words[j].unit; u >= 0 {
			if x := &s.units[u]; int(u) != source && (x.prep == 0 && t.pattern.object || x.at > t.first && has(t.pattern.preps, x.prep)) && x.kind != place && !(x.last+1 < t.last && s.words[x.last+1].form&past != 0) {
				return int(u)
			}
			j = s.units[u].last
		}
	}
	return -1
}

// pronounIn is the object in the gap of a trigger that is a pronoun; -1 is none.
func (s *scan) pronounIn(t *trigger) int {
	for _, relation := range [...]string{"obj", "iobj"} {
		k := s.child(t.first, relation)
		if t.pattern.object && k > t.first && k < t.last && s.words[k].unit < 0 && s.node(k).XPOS == "PRP" {
			return k
		}
	}
	return -1
}

// owner is the unit that a noun belongs to: "Russia's attack", "Russian attacks".
func (s *scan) owner(i int) int {
	for j, n := i-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
		if u := s.words[j].unit; u >= 0 {
			x := &s.units[u]
			if x.owner || x.kind == adjectival || j == i-1 && (x.kind == named && x.mention >= 0 || x.kind == agent && x.prep == 0) {
				return int(u)
			}
			return -1
		}
		if own(s.text(j)) { // its war
			for k := j - 1; k >= 0; k-- {
				if u := s.words[k].unit; u >= 0 && s.units[u].country != "" && s.units[u].kind != place {
					return int(u)
				}
			}
			return -1
		}
		if !possessiveMark(s.text(j)) && (s.is(j, determiner|preposition|comma|stop|mark|auxiliary|conjunction) || s.verbish(j)) {
			return -1
		}
	}
	return -1
}

// carrier is the verb that a noun hangs on: a light verb close before it, or the verb
// behind it ("talks will be held", "negotiations are scheduled").
func (s *scan) carrier(t *trigger) int {
	for j, n := t.first-1, 0; j >= 0 && n < 6; j, n = j-1, n+1 {
		if s.is(j, stop|comma|subordinator|relative|dashes) || s.words[j].unit >= 0 && s.units[s.words[j].unit].kind == named && !s.units[s.words[j].unit].owner {
			break
		}
		if s.is(j, light) && s.verb(j) {
			return j
		}
	}
	for j, n := t.last+1, 0; j < len(s.words) && n < 8; j, n = j+1, n+1 {
		if s.is(j, stop|subordinator|relative|dashes) {
			break
		}
		if s.is(j, auxBe|auxHave|modal) {
			for j+1 < len(s.words) && s.is(j, auxiliary|adverb|negation) {
				j++
			}
			return j
		}
	}
	return t.first
}

package event

import (
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/pattern"
)

// subjectReach is how far behind the source of an event its trigger may stand, in words.
const subjectReach = 40

// subject is the unit that does what the verb at v says: the nearest one to its left that no
// preposition, owner's mark or other verb claims; -1 is none. It looks through phrases between commas
// and past "and" to the subject of the verb before, and stops where the clause does.
func (s *scan) subject(v int) int {
	gerundive := s.Words[v].Form&class.Gerund != 0 && !s.Is(s.Before(v), class.AuxBe)
	to := s.Before(v) >= 0 && s.Is(s.Before(v), class.Infinitive)
	after := s.Before(v)
	start := v - 1
	if gerundive && s.Is(after, class.And) { // saying X and barring Y
		for start--; start >= 0 && s.Words[start].Form&class.Gerund == 0; start-- {
			if s.Is(start, class.Stop) {
				return -1
			}
		}
		if start < 0 {
			return -1
		}
		after = s.Before(start)
	}
	for j := start; j >= 0 && v-j <= subjectReach; j-- {
		w := &s.Words[j]
		if w.Unit >= 0 {
			u := &s.Units[w.Unit]
			direct := s.close(u.Last+1, v)
			switch {
			case u.Kind == clause.Adjectival, u.Owner:
			case u.Prep != 0 && !(direct && gerundive && u.Kind != clause.Place):
			case u.Object && !direct && !to && (!gerundive || s.Is(after, class.Comma)):
			default:
				return int(w.Unit)
			}
			j = u.First
			continue
		}
		switch {
		case w.Class&(class.Stop|class.Dashes|class.Mark) != 0:
			return -1
		case w.Class&class.Comma != 0:
			if k := s.aside(j); k >= 0 {
				j = k
			}
		case w.Class&class.Relative != 0:
			k := j - 1
			if s.Is(k, class.Comma) {
				k--
			}
			for k >= 0 && s.Words[k].Unit >= 0 && s.Units[s.Words[k].Unit].Kind == clause.Place {
				k = s.Units[s.Words[k].Unit].At - 1 // the separatists in the east, who
			}
			if k >= 0 && s.Words[k].Unit >= 0 && s.Units[s.Words[k].Unit].Kind != clause.Adjectival {
				return int(s.Words[k].Unit)
			}
			return -1
		case w.Class&class.Subordinator != 0 && !(gerundive && j >= v-2), j+1 < v && w.Class&class.Reporting != 0 && s.Finite(j) && !s.Is(j+1, class.Temporal) && (s.Is(j+1, class.Determiner) || s.Words[j+1].Unit < 0 && s.Node(j+1).UPOS == "NOUN"):
			return -1 // said the strike was suspended
		case w.Class&class.Pronoun != 0:
			return -1
		case w.Class&class.Conjunction != 0 && w.Class&class.And == 0 && j != s.Before(v):
			return -1
		}
	}
	return -1
}

// close says whether nothing but adverbs and auxiliaries stands between two words.
func (s *scan) close(from, to int) bool {
	for ; from < to; from++ {
		if !s.Is(from, class.Adverb|class.Auxiliary|class.Negation|class.Temporal) {
			return false
		}
	}
	return true
}

// aside gives the comma that opens the phrase which the comma at j closes: a relative clause,
// an apposition, a participle; -1 where it closes none.
func (s *scan) aside(j int) int {
	for k := j - 2; k >= 0 && j-k < 25; k-- {
		if s.Is(k, class.Stop|class.Dashes) {
			return -1
		}
		if s.Is(k, class.Comma) {
			first := &s.Words[k+1]
			if first.Class&(class.Relative|class.Determiner|class.Preposition|class.Subordinator|class.Possessive) != 0 && first.Class&class.Pronoun == 0 || first.Class&class.Relative != 0 || first.Form&(class.Gerund|class.Participle) != 0 {
				return k
			}
			return -1
		}
	}
	return -1
}

// object is the target behind word i, by the prepositions of the pattern; -1 is none.
func (s *scan) object(p *pattern.Pattern, i int) int {
	if !p.Target {
		return -1
	}
	for j := i; j < len(s.Words) && j-i <= clause.ObjectReach; j++ {
		w := &s.Words[j]
		if w.Unit >= 0 {
			u := &s.Units[w.Unit]
			if h := s.Top(u.Last); u.Pronoun && u.Owner || u.Kind == clause.Adjectival && h > u.Last && s.Words[h].Unit >= 0 {
				j = u.Last
				continue // his plan, the Kashmiri activist Jane Roe
			}
			if u.Owner && p.Kills() && u.Mention >= 0 && s.in.Found.Mentions[u.Mention].Type == entity.Person {
				return -1 // killed her daughter
			}
			bare := u.Prep == 0 || u.At < i
			if bare && p.Object || !bare && has(p.Preps, u.Prep) {
				if !(bare && j > i && s.verbAfter(u.Last+1)) {
					return int(w.Unit)
				}
				return -1
			}
			j = u.Last
			continue
		}
		switch {
		case w.Class&(class.Stop|class.Dashes|class.Relative) != 0, w.Class&class.Subordinator != 0 && s.Text(j) != "as":
			return -1
		case w.Class&class.Comma != 0 && j > i, w.Class&class.Pronoun != 0 && p.Object:
			return -1
		case w.Class&class.Infinitive != 0 && j > i && j+1 < len(s.Words) && s.Words[j+1].Form&class.Base != 0 && s.Words[j+1].Unit < 0:
			return -1
		case w.Class&(class.AuxBe|class.AuxHave|class.Modal) != 0 && j > i:
			return -1
		case w.Class&class.And != 0 && j+1 < len(s.Words) && s.Verbish(j+1):
			return -1
		}
	}
	return -1
}

// verbAfter says whether a finite verb follows: the unit before it is then its subject.
func (s *scan) verbAfter(i int) bool {
	return s.Is(i, class.AuxBe|class.AuxHave|class.Modal|class.AuxDo) || i < len(s.Words) && s.Words[i].Unit < 0 && s.Words[i].Form&class.Third != 0 && s.Words[i].Form&class.Base == 0 && s.Verb(i)
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
	e := s.Table.Words[prep]
	if e == nil {
		return -1
	}
	for j := i; j < len(s.Words) && j-i <= clause.ObjectReach; j++ {
		if u := s.Words[j].Unit; u >= 0 {
			if s.Units[u].Prep == e.ID && s.Units[u].At >= i {
				return int(u)
			}
			j = s.Units[u].Last
			continue
		}
		if s.Is(j, class.Stop|class.Dashes|class.Relative) || s.Is(j, class.Comma) && prep != "by" {
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
		t.ruled, t.sure = [2]int{t.source, t.target}, model.Certainty{Both: 1, Side: [2]float32{1, 1}}
		if s.in.Doc.Words != nil && !t.Pattern.Own { // of the user's patterns the rules alone tell the sides
			t.source, t.target, t.sure = s.choose(t, t.source, t.target, addressed)
			if s.judges(t, t.source) {
				for _, u := range s.Joined(t.source) {
					t.cleared = append(t.cleared, s.Actor(u))
				}
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
	if cameo.Root(t.Pattern.Code) == protestRoot {
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
	carrier = t.First
	if !t.Pattern.Noun {
		if t.Passive {
			target, source = s.subject(t.First), s.behind(t.Last+1, "by")
			if source >= 0 && s.agentElsewhere(source, t) {
				source = -1
			}
			if source < 0 && t.Pattern.Suffers {
				source = s.behind(t.Last+1, "from")
			}
			if n := s.Node(t.First); n != nil && n.Relation == "acl" && !t.Pattern.Suffers {
				target = s.Phrase(n.Head)
				if u := s.Before(t.First); u >= 0 && s.Words[u].Unit >= 0 && s.Units[s.Words[u].Unit].Kind != clause.Adjectival {
					target = int(s.Words[u].Unit) // relatives of an official killed by
				}
			} else if !t.Pattern.Suffers && !s.Is(s.Before(t.First), class.AuxBe) && !s.stays(s.Before(t.First)) && target >= 0 && !s.close(s.Units[target].Last+1, t.First) {
				target = -1 // the territory backed by X
			}
			return s.orTree(t, source, target, carrier)
		}
		from := t.First + 1
		if len(t.Pattern.Words) > 0 {
			from = t.Last + 1
		}
		source = s.subject(t.First)
		target = -1
		if t.Pattern.Target {
			target = s.inside(t, source) // "accused X of ...", "sent Y weapons"
		}
		if target < 0 {
			if k := s.pronounIn(t); k >= 0 {
				source, _, carrier = s.orTree(t, source, -1, carrier)
				return source, s.UnitOf(k), carrier // asked him to upgrade the college
			}
			target = s.object(t.Pattern, from)
		}
		return s.orTree(t, source, target, carrier)
	}
	source, target = -1, -1
	owner := s.owner(t.First)
	site := -1
	if owner >= 0 && s.Town(owner) && !s.Units[owner].Owner && cameo.Force(t.Pattern.Code) {
		site, owner = owner, -1 // the Kabul attack
	}
	after := t.Last + 1
	if between := s.behind(after, "between"); between >= 0 && s.betweenOf(between, t) {
		source = between
		for i := range s.Units {
			if s.Units[i].With == between {
				return source, i, s.carrier(t)
			}
		}
		return source, -1, s.carrier(t)
	}
	if target = s.object(t.Pattern, after); target < 0 {
		target = site
	}
	if t.Pattern.Suffers && owner >= 0 && target < 0 {
		if a := s.Actor(owner); s.IsPerson(a) || cameo.Private(a.Role) || a.Role == "OPP" {
			target, owner = owner, -1 // Roe's arrest
		}
	}
	if t.Pattern.OfDoer {
		source = s.behind(after, "of")
	}
	if by := s.behind(after, "by"); by >= 0 && by != target && s.agentOf(by, t) {
		source = by
	}
	if source < 0 && t.Pattern.Speaks() {
		if from := s.behind(after, "from"); from != target {
			source = from // criticism from Norway
		}
	}
	if source < 0 {
		source = owner
	}
	if source < 0 && t.Pattern.Mutual {
		if source = s.attends(t); source == target {
			source = -1
		}
	}
	carrier = s.carrier(t)
	if source < 0 && carrier != t.First && carrier < t.First {
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
	n := s.Node(s.Units[u].Last)
	if n == nil || n.Relation != "nmod" || n.Head < 0 || n.Head >= len(s.Words) {
		return true
	}
	return n.Head <= t.Last || t.Pattern.Mutual
}

// inside is the direct object in the gap of a trigger.
func (s *scan) inside(t *trigger, source int) int {
	for j := t.First + 1; j < t.Last; j++ {
		if u := s.Words[j].Unit; u >= 0 {
			if x := &s.Units[u]; int(u) != source && (x.Prep == 0 && t.Pattern.Object || x.At > t.First && has(t.Pattern.Preps, x.Prep)) && x.Kind != clause.Place && !(x.Last+1 < t.Last && s.Words[x.Last+1].Form&class.Past != 0) {
				return int(u)
			}
			j = s.Units[u].Last
		}
	}
	return -1
}

// pronounIn is the object in the gap of a trigger that is a pronoun; -1 is none.
func (s *scan) pronounIn(t *trigger) int {
	for _, relation := range [...]string{"obj", "iobj"} {
		k := s.Child(t.First, relation)
		if t.Pattern.Object && k > t.First && k < t.Last && s.Words[k].Unit < 0 && s.Node(k).XPOS == "PRP" {
			return k
		}
	}
	return -1
}

// owner is the unit that a noun belongs to: "Russia's attack", "Russian attacks".
func (s *scan) owner(i int) int {
	for j, n := i-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
		if u := s.Words[j].Unit; u >= 0 {
			x := &s.Units[u]
			if x.Owner || x.Kind == clause.Adjectival || j == i-1 && (x.Kind == clause.Named && x.Mention >= 0 || x.Kind == clause.Agent && x.Prep == 0) {
				return int(u)
			}
			return -1
		}
		if clause.Own(s.Text(j)) { // its war
			for k := j - 1; k >= 0; k-- {
				if u := s.Words[k].Unit; u >= 0 && s.Units[u].Country != "" && s.Units[u].Kind != clause.Place {
					return int(u)
				}
			}
			return -1
		}
		if !class.PossessiveMark(s.Text(j)) && (s.Is(j, class.Determiner|class.Preposition|class.Comma|class.Stop|class.Mark|class.Auxiliary|class.Conjunction) || s.Verbish(j)) {
			return -1
		}
	}
	return -1
}

// carrier is the verb that a noun hangs on: a light verb close before it, or the verb
// behind it ("talks will be held", "negotiations are scheduled").
func (s *scan) carrier(t *trigger) int {
	for j, n := t.First-1, 0; j >= 0 && n < 6; j, n = j-1, n+1 {
		if s.Is(j, class.Stop|class.Comma|class.Subordinator|class.Relative|class.Dashes) || s.Words[j].Unit >= 0 && s.Units[s.Words[j].Unit].Kind == clause.Named && !s.Units[s.Words[j].Unit].Owner {
			break
		}
		if s.Is(j, class.Light) && s.Verb(j) {
			return j
		}
	}
	for j, n := t.Last+1, 0; j < len(s.Words) && n < 8; j, n = j+1, n+1 {
		if s.Is(j, class.Stop|class.Subordinator|class.Relative|class.Dashes) {
			break
		}
		if s.Is(j, class.AuxBe|class.AuxHave|class.Modal) {
			for j+1 < len(s.Words) && s.Is(j, class.Auxiliary|class.Adverb|class.Negation) {
				j++
			}
			return j
		}
	}
	return t.First
}

package event

import (
	"cmp"
	"slices"
	"sort"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/status"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// tell appends the events of the open sentence.
func (s *scan) tell(tellings []Telling) []Telling {
	for i := range s.triggers {
		t := &s.triggers[i]
		if t.told || s.covered(i) || !s.literal(t) {
			continue
		}
		tellings = s.judge(tellings, t)
	}
	return tellings
}

// opposed gives the two sides of a trigger, with where its status is read; false where it tells nothing of them.
func (s *scan) opposed(t *trigger) (source, target, at int, ok bool) {
	source, target, at = s.sides(t)
	if source >= 0 && s.Units[source].Same >= 0 {
		source = s.Units[source].Same
	}
	if target >= 0 && s.Units[target].Same >= 0 {
		target = s.Units[target].Same
	}
	source, target = s.apart(source, target)
	return source, target, at, !s.wins(t, source, target)
}

// apart leaves out a pronoun that stands for the other side as well: nobody accuses himself.
func (s *scan) apart(source, target int) (int, int) {
	if source < 0 || target < 0 {
		return source, target
	}
	a, b := &s.Units[source], &s.Units[target]
	if !a.Pronoun && !b.Pronoun || a.Mention < 0 || b.Mention < 0 || s.in.Found.Mentions[a.Mention].Entity != s.in.Found.Mentions[b.Mention].Entity {
		return source, target
	}
	if b.Pronoun {
		return source, -1
	}
	return -1, target
}

// against gives a protest without a target that of what it demands ("began a hunger strike to demand the return of
// land seized by the army"): the demand is the protest, and no event of its own.
func (s *scan) against(t *trigger, source, target int) int {
	for j := range s.triggers {
		inner := &s.triggers[j]
		if inner.First <= t.First {
			continue
		}
		root := cameo.Root(inner.Pattern.Code)
		if n := s.Node(inner.First); root != demandRoot && (root != protestRoot || n == nil || n.XPOS == "VBG") || !s.complements(inner.First, t.First) && !s.complements(inner.First, t.Last) {
			continue
		}
		inner.told = true
		if _, of, _ := s.argue(inner); target < 0 && of != source {
			target = of
		}
	}
	return target
}

// addressed is the target of an act of speech that names none, by what it is about: who is to do it,
// else to whom it is to be done; -1 is none.
func (s *scan) addressed(t *trigger, source int) int {
	if !t.Pattern.Embeds() || !t.Pattern.Target || t.Passive || t.Pattern.Noun || s.pronounIn(t) >= 0 {
		return -1
	}
	for j := range s.triggers {
		inner := &s.triggers[j]
		if inner.First <= t.First {
			continue
		}
		if !s.complements(inner.First, t.First) && !s.complements(inner.First, t.Last) {
			continue
		}
		doer, target, _ := s.argue(inner)
		if doer >= 0 && doer != source {
			if root := cameo.Root(t.Pattern.Code); root != "10" && root != "02" || doer < source {
				return -1 // denied that its troops had fired at
			}
			return doer
		}
		if target >= 0 && target != source {
			return target
		}
	}
	return -1
}

// covered says whether an earlier trigger that asks, promises or refuses nothing holds this one:
// "held talks" is one event, "agreed to hold talks" two. So does one of the same root of which this is the object:
// "sent food aid".
func (s *scan) covered(i int) bool {
	t := &s.triggers[i]
	for j := i - 1; j >= 0; j-- {
		o := &s.triggers[j]
		if t.Pattern.Own && o.Pattern.Detected() {
			continue // the user's patterns come before the model
		}
		if o.Last < t.First {
			if t.Pattern.Detected() && t.Pattern.Noun && cameo.Root(o.Pattern.Code) == cameo.Root(t.Pattern.Code) && s.nested(t.First, o) {
				return true // sentenced to ten years in prison
			}
			if n := s.Node(t.First); n != nil && t.Pattern.Noun && n.Relation != "conj" && n.Head >= o.First && n.Head <= o.Last && cameo.Root(o.Pattern.Code) == cameo.Root(t.Pattern.Code) {
				return true
			}
			continue
		}
		if o.Pattern.Embeds() {
			if cameo.Root(o.Pattern.Code) == cameo.Root(t.Pattern.Code) {
				return true
			}
			continue
		}
		return true
	}
	return false
}

// emit appends the events between the sources and the targets, those joined by "and" each on its own: where it is known that they are some, whoever
// has a part in them, else those that the rules count.
func (s *scan) emit(tellings []Telling, t *trigger, source, target, at int, known bool) []Telling {
	meant, surely := s.meant(t)
	if !meant && !known {
		return tellings
	}
	sides, mutual := s.pairs(t, source, target)
	if known && len(sides) == 0 {
		sides = [][2]int{{-1, -1}}
	}
	ruled := s.statuses.Ruled(&t.Trigger, at)
	stands, sure := s.statuses.Likeliest(&t.Trigger, at, ruled)
	if !known && t.sure.Both < sureAlone && t.ruled != [2]int{source, target} && !s.admitsAny(t, stands) {
		return tellings
	}
	first := len(tellings)
	intent := s.intends(t, ruled, at)
	if intent != "" && s.promised(t) {
		intent = "" // the promise has its own event
	}
	speaker, demand := s.obliges(t, at)
	for _, pair := range sides {
		from, to := s.parties(t, pair)
		if heading := (from.Name == "" || to.Name == "") && s.heads(t); !known && (heading || !s.admits(t, pair, from, to, stands, surely)) {
			if !heading && intent != "" && !cameo.Private(from.Role) && !from.Vague() && (from.Mention >= 0 || to.Code != "") {
				tellings = append(tellings, s.telling(t, from, to, stands, sure, at, len(tellings)-first).act(intent, willAct, from, to, len(tellings)-first))
			}
			continue
		}
		s.doer(&from, t)
		s.Regional(&from)
		s.Regional(&to)
		telling := s.telling(t, from, to, stands, sure, at, len(tellings)-first)
		if u := pair[1]; telling.Place < 0 && u >= 0 && s.Units[u].First > t.Last {
			// between Norway and Sweden in Oslo
			telling.Place, telling.PlaceBasis = where.OfEvent(&s.in.Doc.Document, s.in.Found, s.Index, telling.TriggerStart, s.Words[s.Units[u].Last].End, -1)
		}
		telling.Reciprocal = mutual && to.Name != ""
		if telling.real() {
			root := cameo.Root(telling.Code)
			s.PairUp(pair, from, to, mutual || root == "04", root < "10")
		}
		if t.Pattern.Kills() {
			telling.Code = s.slain(telling.Code, from, to)
		}
		if s.inWords(t, from, to) {
			telling.Code = "111"
		} else if t.battles(from, to) {
			telling.Code = battle
		}
		if t.Pattern.Onto != "" && s.IsPlace(pair[1]) {
			telling.Code = t.Pattern.Onto
		}
		if slices.ContainsFunc(tellings[first:], telling.repeats) {
			continue // US-Egypt and US-Africa ties are those of the US twice
		}
		tellings = append(tellings, telling)
		if from.Code == "" {
			continue
		}
		if intent != "" {
			tellings = append(tellings, telling.act(intent, willAct, from, to, len(tellings)-first))
		}
		if who := s.Actor(speaker); demand != "" && speaker != pair[0] && who.Code != "" {
			tellings = append(tellings, telling.act(demand, mustAct, who, from, len(tellings)-first))
		}
	}
	return tellings
}

// sureAlone is how sure sides must be that make an event where the rules have found none.
const sureAlone = .5

// sureOne is how sure a side must be that makes an event alone.
const sureOne = .6

// parties gives both sides of an event between two units.
func (s *scan) parties(t *trigger, pair [2]int) (from, to actor.Actor) {
	from, to = s.ruledParties(t, pair)
	if s.in.Doc.Words == nil || t.Pattern.Own { // of the user's patterns the rules alone tell the sides
		return from, to
	}
	return s.Native(s.told(t, pair[0], from, to, false)), s.Native(s.told(t, pair[1], to, from, true))
}

// ruledParties gives both sides of an event as the rules code them.
func (s *scan) ruledParties(t *trigger, pair [2]int) (from, to actor.Actor) {
	from, to = s.Actor(pair[0]), s.Actor(pair[1])
	s.victim(&to, t.Pattern.Code)
	if one := s.someone(t); one.Name != "" && to.Code == "" && (to.Name == "" || s.isPlain(pair[1])) {
		one.Name = cmp.Or(to.Name, one.Name)
		to = one
	}
	if from.Name == "" && s.crowd(t) {
		from = s.protesters(t)
	}
	other := from
	s.settle(&from, pair[0], to, t, false)
	s.settle(&to, pair[1], other, t, true)
	return from, to
}

// admits says whether two sides make an event of a trigger. What was only feared, denied or supposed is told between two
// coded sides, or is grave.
func (s *scan) admits(t *trigger, pair [2]int, from, to actor.Actor, stands string, surely bool) bool {
	idle := stands != status.Actual && stands != status.Ongoing && stands != status.Scheduled && cameo.Root(t.Pattern.Code) < "14"
	return s.counts(t, s.judged(from, pair[0]), s.judged(to, pair[1]), stands, surely) && !(idle && (from.Code == "" || to.Code == ""))
}

// admitsAny says whether the sides that the rules alone have found make an event.
func (s *scan) admitsAny(t *trigger, stands string) bool {
	sides, _ := s.pairs(t, t.ruled[0], t.ruled[1])
	return slices.ContainsFunc(sides, func(pair [2]int) bool {
		from, to := s.parties(t, pair)
		return s.admits(t, pair, from, to, stands, false)
	})
}

// isPlain says whether a unit is a noun of which no list tells whether it acts.
func (s *scan) isPlain(u int) bool { return u >= 0 && s.Units[u].Plain }

// judged is a side as it tells whether there is an event: nouns that may be anything do not.
func (s *scan) judged(a actor.Actor, u int) actor.Actor {
	if s.isPlain(u) && a.Code == "" {
		return actor.Nobody
	}
	return a
}

// promised says whether a trigger stands under another one that makes an act of speech of it.
func (s *scan) promised(t *trigger) bool {
	for i := range s.triggers {
		o := &s.triggers[i]
		if o.Pattern.Embeds() && (s.complements(t.First, o.First) || s.complements(t.First, o.Last)) {
			return true
		}
	}
	return false
}

// pairs gives source and target of each event that a trigger tells, -1 being none, and whether
// both do it to each other: "X, Y and Z met" are three events.
func (s *scan) pairs(t *trigger, source, target int) (sides [][2]int, mutual bool) {
	sources, targets := s.Partners(source), s.Partners(target)
	mutual = t.Pattern.Mutual
	if mutual && target >= 0 && source >= 0 && s.Units[target].With == source { // between X and Y
		sources, targets = s.Joined(source), nil
	}
	if mutual && target >= 0 && len(sources) >= 2 && s.Text(s.Units[target].At) == "of" {
		targets = nil // X and Y held a meeting at the level of ministers
	}
	if mutual && len(targets) == 0 && len(sources) >= 2 { // X and Y met
		for i, a := range sources {
			for _, b := range sources[i+1:] {
				sides = append(sides, [2]int{a, b})
			}
		}
		return sides, true
	}
	for _, a := range orNone(sources) {
		for _, b := range orNone(targets) {
			if a != b {
				sides = append(sides, [2]int{a, b})
			}
		}
	}
	if len(sides) == 0 && (s.crowd(t) || (t.Passive || t.Pattern.Noun || t.Pattern.Kills()) && s.someone(t).Name != "") {
		sides = [][2]int{{-1, -1}}
	}
	return sides, mutual && len(targets) > 0
}

func orNone(units []int) []int {
	if len(units) == 0 {
		return []int{-1}
	}
	return units
}

// sureness is how sure a telling is, before it is known how sure its trigger is and what its sentence leaves open: that its status is right, and its sides.
// A longer pattern and sides that are known make it surer.
func sureness(t *trigger, from, to actor.Actor, stands float32) float32 {
	known := float32(.6)
	for _, a := range [...]actor.Actor{from, to} {
		if a.Code != "" {
			known += .1
		}
	}
	known += float32(.05 * float32(min(4, t.Pattern.Size)))
	return min(1, known*(3+t.sure.Both)/4) * stands
}

func (s *scan) telling(t *trigger, from, to actor.Actor, stands string, sure float32, at, ordinal int) Telling {
	out := Telling{
		Sentence: s.Index, TriggerStart: s.Words[t.First].Start, TriggerEnd: s.Words[t.Last].End, Ordinal: ordinal,
		Code: s.coded(t), Status: stands, Rule: t.Pattern.Rule, Source: from, Target: to,
		cleared: t.cleared, own: t.Pattern.Own, mutual: t.Pattern.Mutual, Time: -1, Quote: -1, AttributedTo: -1, From: when.NoDay, To: when.NoDay,
	}
	out.Score = sureness(t, from, to, sure)
	if s.in.Doc.Words != nil {
		out.shape = s.shape(t)
	}
	out.Place, out.PlaceBasis = where.OfEvent(&s.in.Doc.Document, s.in.Found, s.Index, out.TriggerStart, out.TriggerEnd, s.in.Dateline)
	s.said(&out)
	s.date(&out, t, at)
	s.Then(&out.Source, out.From)
	s.Then(&out.Target, out.From)
	if toCome := s.in.Anchor.Known && out.From > s.in.Anchor.Day; toCome && (out.Status == status.Actual || out.Status == status.Ongoing) {
		if t.Pattern.Embeds() {
			out.undate() // offered to come on Friday: he has offered
		} else {
			out.Status = status.Scheduled // when it meets Egypt next week
		}
	}
	return out
}

// said finds the innermost quote that holds the trigger, and who is quoted.
func (s *scan) said(out *Telling) {
	quotes := s.in.Quotes
	// Quotes stand in text order; those that open behind the trigger cannot hold it.
	end := sort.Search(len(quotes), func(i int) bool { return quotes[i].Start > out.TriggerStart })
	for i := end - 1; i >= 0 && i >= end-clause.Nested; i-- {
		if quotes[i].End >= out.TriggerEnd {
			out.Quote, out.AttributedTo = i, quotes[i].Speaker
			return
		}
	}
}

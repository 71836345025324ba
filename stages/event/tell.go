package event

import (
	"cmp"
	"slices"
	"sort"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// maxJoined bounds the sides of one event: longer lists of names are lists.
const maxJoined = 4

// nested bounds how many quotes before a word are looked through for one that holds it.
const nested = 8

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
	if source >= 0 && s.units[source].same >= 0 {
		source = s.units[source].same
	}
	if target >= 0 && s.units[target].same >= 0 {
		target = s.units[target].same
	}
	source, target = s.apart(source, target)
	return source, target, at, !s.wins(t, source, target)
}

// apart leaves out a pronoun that stands for the other side as well: nobody accuses himself.
func (s *scan) apart(source, target int) (int, int) {
	if source < 0 || target < 0 {
		return source, target
	}
	a, b := &s.units[source], &s.units[target]
	if !a.pronoun && !b.pronoun || a.mention < 0 || b.mention < 0 || s.in.Found.Mentions[a.mention].Entity != s.in.Found.Mentions[b.mention].Entity {
		return source, target
	}
	if b.pronoun {
		return source, -1
	}
	return -1, target
}

// against gives a protest without a target that of what it demands ("began a hunger strike to demand the return of
// land seized by the army"): the demand is the protest, and no event of its own.
func (s *scan) against(t *trigger, source, target int) int {
	for j := range s.triggers {
		inner := &s.triggers[j]
		if inner.first <= t.first {
			continue
		}
		root := Root(inner.pattern.code)
		if n := s.node(inner.first); root != demandRoot && (root != protestRoot || n == nil || n.XPOS == "VBG") || !s.complements(inner.first, t.first) && !s.complements(inner.first, t.last) {
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
	if !t.pattern.embeds() || !t.pattern.target || t.passive || t.pattern.noun || s.pronounIn(t) >= 0 {
		return -1
	}
	for j := range s.triggers {
		inner := &s.triggers[j]
		if inner.first <= t.first {
			continue
		}
		if !s.complements(inner.first, t.first) && !s.complements(inner.first, t.last) {
			continue
		}
		doer, target, _ := s.argue(inner)
		if doer >= 0 && doer != source {
			if root := Root(t.pattern.code); root != "10" && root != "02" || doer < source {
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
		if t.pattern.own && o.pattern.detected() {
			continue // the user's patterns come before the model
		}
		if o.last < t.first {
			if t.pattern.detected() && t.pattern.noun && Root(o.pattern.code) == Root(t.pattern.code) && s.nested(t.first, o) {
				return true // sentenced to ten years in prison
			}
			if n := s.node(t.first); n != nil && t.pattern.noun && n.Relation != "conj" && n.Head >= o.first && n.Head <= o.last && Root(o.pattern.code) == Root(t.pattern.code) {
				return true
			}
			continue
		}
		if o.pattern.embeds() {
			if Root(o.pattern.code) == Root(t.pattern.code) {
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
	ruled := s.status(t, at)
	status := s.standing(t, at, ruled)
	if !known && t.sure.both < sureAlone && t.ruled != [2]int{source, target} && !s.admitsAny(t, status) {
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
		if heading := (from.Name == "" || to.Name == "") && s.heads(t); !known && (heading || !s.admits(t, pair, from, to, status, surely)) {
			if !heading && intent != "" && !private(from.Role) && !from.vague() && (from.Mention >= 0 || to.Code != "") {
				tellings = append(tellings, s.telling(t, from, to, status, at, len(tellings)-first).act(intent, willAct, from, to, len(tellings)-first))
			}
			continue
		}
		s.doer(&from, t)
		s.regional(&from)
		s.regional(&to)
		telling := s.telling(t, from, to, status, at, len(tellings)-first)
		if u := pair[1]; telling.Place < 0 && u >= 0 && s.units[u].first > t.last {
			// between Norway and Sweden in Oslo
			telling.Place, telling.PlaceBasis = where.OfEvent(&s.in.Doc.Document, s.in.Found, s.sentence, telling.TriggerStart, s.words[s.units[u].last].end, -1)
		}
		telling.Reciprocal = mutual && to.Name != ""
		s.pairUp(pair, from, to, mutual, &telling)
		if t.pattern.kills() {
			telling.Code = s.slain(telling.Code, from, to)
		}
		if s.inWords(t, from, to) {
			telling.Code = "111"
		} else if t.battles(from, to) {
			telling.Code = battle
		}
		if t.pattern.onto != "" && s.isPlace(pair[1]) {
			telling.Code = t.pattern.onto
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
		if who := s.actor(speaker); demand != "" && speaker != pair[0] && who.Code != "" {
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
func (s *scan) parties(t *trigger, pair [2]int) (from, to Actor) {
	from, to = s.ruledParties(t, pair)
	if s.in.Doc.Words == nil || t.pattern.own { // of the user's patterns the rules alone tell the sides
		return from, to
	}
	return s.native(s.told(t, pair[0], from, to, false)), s.native(s.told(t, pair[1], to, from, true))
}

// ruledParties gives both sides of an event as the rules code them.
func (s *scan) ruledParties(t *trigger, pair [2]int) (from, to Actor) {
	from, to = s.actor(pair[0]), s.actor(pair[1])
	s.victim(&to, t.pattern.code)
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
func (s *scan) admits(t *trigger, pair [2]int, from, to Actor, status string, surely bool) bool {
	idle := status != Actual && status != Ongoing && status != Scheduled && Root(t.pattern.code) < "14"
	return s.counts(t, s.judged(from, pair[0]), s.judged(to, pair[1]), status, surely) && !(idle && (from.Code == "" || to.Code == ""))
}

// admitsAny says whether the sides that the rules alone have found make an event.
func (s *scan) admitsAny(t *trigger, status string) bool {
	sides, _ := s.pairs(t, t.ruled[0], t.ruled[1])
	return slices.ContainsFunc(sides, func(pair [2]int) bool {
		from, to := s.parties(t, pair)
		return s.admits(t, pair, from, to, status, false)
	})
}

// isPlain says whether a unit is a noun of which no list tells whether it acts.
func (s *scan) isPlain(u int) bool { return u >= 0 && s.units[u].plain }

// judged is a side as it tells whether there is an event: nouns that may be anything do not.
func (s *scan) judged(a Actor, u int) Actor {
	if s.isPlain(u) && a.Code == "" {
		return nobody
	}
	return a
}

// promised says whether a trigger stands under another one that makes an act of speech of it.
func (s *scan) promised(t *trigger) bool {
	for i := range s.triggers {
		o := &s.triggers[i]
		if o.pattern.embeds() && (s.complements(t.first, o.first) || s.complements(t.first, o.last)) {
			return true
		}
	}
	return false
}

// pairs gives source and target of each event that a trigger tells, -1 being none, and whether
// both do it to each other: "X, Y and Z met" are three events.
func (s *scan) pairs(t *trigger, source, target int) (sides [][2]int, mutual bool) {
	sources, targets := s.partners(source), s.partners(target)
	mutual = t.pattern.mutual
	if mutual && target >= 0 && source >= 0 && s.units[target].with == source { // between X and Y
		sources, targets = s.joined(source), nil
	}
	if mutual && target >= 0 && len(sources) >= 2 && s.text(s.units[target].at) == "of" {
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
	if len(sides) == 0 && (s.crowd(t) || (t.passive || t.pattern.noun || t.pattern.kills()) && s.someone(t).Name != "") {
		sides = [][2]int{{-1, -1}}
	}
	return sides, mutual && len(targets) > 0
}

// isPlace says whether a unit is the name of a town, a region or a country.
func (s *scan) isPlace(u int) bool {
	if u < 0 || s.units[u].mention < 0 || s.units[u].kind == adjectival || s.units[u].kind == agent {
		return false
	}
	t := s.in.Found.Mentions[s.units[u].mention].Type
	return t == entity.GPE || t == entity.Loc
}

// town says whether a unit is the name of a place that is no country.
func (s *scan) town(u int) bool {
	x := &s.units[u]
	return x.mention >= 0 && x.kind != agent && s.in.Found.Mentions[x.mention].Type == entity.GPE && entity.CountryOf(x.name) == ""
}

func orNone(units []int) []int {
	if len(units) == 0 {
		return []int{-1}
	}
	return units
}

// joined gives a unit and those that "and" joins to it.
func (s *scan) joined(u int) []int {
	if u < 0 {
		return nil
	}
	for n := 0; n < maxJoined && s.units[u].with >= 0; n++ {
		u = s.units[u].with
	}
	units := []int{u}
	for i := 0; i < len(s.units) && len(units) < maxJoined; i++ {
		if s.units[i].with == units[len(units)-1] && !slices.Contains(units, i) {
			units = append(units, i)
			i = -1 // one that is joined to it may stand before it
		}
	}
	return units
}

func (s *scan) telling(t *trigger, from, to Actor, status string, at, ordinal int) Telling {
	out := Telling{
		Sentence: s.sentence, TriggerStart: s.words[t.first].start, TriggerEnd: s.words[t.last].end, Ordinal: ordinal,
		Code: s.coded(t), Status: status, Rule: t.pattern.rule, Source: from, Target: to,
		own: t.pattern.own, mutual: t.pattern.mutual, Time: -1, Quote: -1, AttributedTo: -1, From: when.NoDay, To: when.NoDay,
	}
	known := float32(0.6) // a longer pattern and sides that are known make a trigger surer
	for _, a := range []Actor{from, to} {
		if a.Code != "" {
			known += 0.1
		}
	}
	known += 0.05 * float32(min(4, t.pattern.size))
	out.Score = min(1, known*(3+t.sure.both)/4)
	if s.in.Doc.Words != nil {
		out.shape = s.shape(t)
	}
	out.Place, out.PlaceBasis = where.OfEvent(&s.in.Doc.Document, s.in.Found, s.sentence, out.TriggerStart, out.TriggerEnd, s.in.Dateline)
	s.said(&out)
	s.date(&out, t, at)
	s.then(&out.Source, out.From)
	s.then(&out.Target, out.From)
	if toCome := s.in.Anchor.Known && out.From > s.in.Anchor.Day; toCome && (out.Status == Actual || out.Status == Ongoing) {
		if t.pattern.embeds() {
			out.undate() // offered to come on Friday: he has offered
		} else {
			out.Status = Scheduled // when it meets Egypt next week
		}
	}
	return out
}

// said finds the innermost quote that holds the trigger, and who is quoted.
func (s *scan) said(out *Telling) {
	quotes := s.in.Quotes
	// Quotes stand in text order; those that open behind the trigger cannot hold it.
	end := sort.Search(len(quotes), func(i int) bool { return quotes[i].Start > out.TriggerStart })
	for i := end - 1; i >= 0 && i >= end-nested; i-- {
		if quotes[i].End >= out.TriggerEnd {
			out.Quote, out.AttributedTo = i, quotes[i].Speaker
			return
		}
	}
}

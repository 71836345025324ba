package event

import (
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/status"
)

// How much of a text is looked through for who has a part in an act whose sentence names nobody for it.
const (
	tellingsBefore  = 16
	tellingsBehind  = 4
	sentencesBefore = 2
	mostParties     = 12
)

// A Gap is a side of a telling that its sentence leaves open, and those whom the text names elsewhere that may be it. It is valid until the
// next one.
type Gap struct {
	Telling *Telling
	Side    int     // 0 is the source, 1 the target
	Parties []Party // the first one is nobody
}

// Other is the other side of its telling, which may be nobody.
func (g *Gap) Other() actor.Actor { return *g.Telling.side(1 - g.Side) }

// A Party is somebody whom a text names.
type Party struct {
	Actor    actor.Actor
	Slots    []Slot // what he does and suffers, by the tellings near the gap
	Features []uint32
	member   member
	near     int // the nearest of these tellings; -1 is none
	slot     int // the side of it that he is
	gap      int // sentences between: less than nothing where he is named later only
}

// A Slot is a side of a telling.
type Slot struct{ TriggerStart, Side int }

// implied gives sides that their sentence leaves open to those whom the text names elsewhere: "the arrest", whoever was said to make it, "petitioned",
// whom the students of the sentence before were disciplined by. What is told of nobody then, and nowhere, is left out. (A log-linear model of
// implicit arguments, as in Gerber and Chai, "Beyond NomBank", 2010.)
func (s *scan) implied(tellings []Telling) []Telling {
	if s.in.Doc.Words != nil {
		m := model.OpenGaps()
		s.gaps(tellings, func(g *Gap) int {
			nobody := model.Scored(m.Model, g.Parties[0].Features)[0]
			best, most, next := 0, math.MinInt32, nobody // the likeliest of the others, and what it must be likelier than
			for i := 1; i < len(g.Parties); i++ {
				x := model.Scored(m.Model, g.Parties[i].Features)[0]
				if x > most {
					best, most, next = i, x, max(next, most)
				} else {
					next = max(next, x)
				}
			}
			bar := m.Bars[g.Side]
			if g.Telling.bare() && g.Telling.Place < 0 { // it is left out else
				bar = min(bar, m.Bars[1])
			}
			if most <= nobody || most-next < bar {
				ahead := 0 // where nobody else is named
				if best > 0 {
					ahead = nobody - most
				}
				g.Telling.Score *= m.Open(g.Side, ahead)
				return 0
			}
			g.Telling.Score *= m.Share(most - next)
			return best
		})
	}
	return slices.DeleteFunc(tellings, func(t Telling) bool { return t.bare() && t.Place < 0 || t.idle() })
}

// bare says whether nobody has a part in it.
func (t *Telling) bare() bool { return t.Source.Name == "" && t.Target.Name == "" }

// idle says whether it is a statement that is made to nobody who is known: who only says something, or declines to, does nothing.
func (t *Telling) idle() bool {
	return cameo.Root(t.Code) == statementRoot && !t.own && (t.Source.Code == "" || t.Target.Code == "")
}

// real says whether it was done, is done or will be.
func (t *Telling) real() bool {
	return t.Status == status.Actual || t.Status == status.Ongoing || t.Status == status.Scheduled
}

// side is its source (0) or its target (1).
func (t *Telling) side(side int) *actor.Actor {
	if side == 0 {
		return &t.Source
	}
	return &t.Target
}

// Gaps calls choose with each gap of the tellings of a document, for learning who fills them; it gives the party that fills it.
func Gaps(in *Input, choose func(*Gap) int) {
	if !readable(in) {
		return
	}
	s := newScan(in)
	s.gaps(s.tellings(), choose)
}

// gaps calls choose with each gap of tellings, in text order, and fills it with the party chosen.
func (s *scan) gaps(tellings []Telling, choose func(*Gap) int) {
	c := newCast(tellings, len(s.in.Found.Mentions))
	var g Gap
	var features [mostParties][]uint32
	for i := range tellings {
		for side := range 2 {
			if tellings[i].own || tellings[i].side(side).Name != "" {
				continue // of the user's patterns the rules alone tell the sides
			}
			g.Telling, g.Side = &tellings[i], side
			g.Parties = s.partiesFor(c, i, side, g.Parties[:0])
			for k := range g.Parties {
				features[k] = s.implicitFeatures(features[k][:0], c, i, side, &g.Parties[k], k, len(g.Parties))
				g.Parties[k].Features = features[k]
			}
			if k := choose(&g); k > 0 {
				s.fill(&tellings[i], side, g.Parties[k].Actor)
				c.parts[i][side] = g.Parties[k].member
			}
		}
	}
}

// fill makes an actor a side of a telling, in the office that he had on its day.
func (s *scan) fill(t *Telling, side int, a actor.Actor) {
	a.Afar = true
	s.Then(&a, t.From)
	*t.side(side) = a
	t.Reciprocal = t.mutual && t.Source.Name != "" && t.Target.Name != ""
}

// partiesFor gives who may be a side that a telling leaves open: nobody, those who have a part in tellings around it, who says so, and names of its
// sentence and of those before.
func (s *scan) partiesFor(c *cast, i, side int, to []Party) []Party {
	t := &c.tellings[i]
	to = append(to, Party{Actor: actor.Nobody, near: -1})
	refused := c.refused(i, side)
	add := func(a actor.Actor, p member, telling, slot, gap int) *Party {
		if p.who == 0 || slices.Contains(refused, p.who) || a.SameState(*t.side(1 - side)) {
			return nil
		}
		for k := range to[1:] {
			x := &to[1+k]
			if x.member.who != p.who {
				continue
			}
			if x.gap < 0 && gap >= 0 {
				x.gap = gap // he is named before too
			}
			return x
		}
		if len(to) == mostParties {
			return nil
		}
		to = append(to, Party{Actor: a, member: p, near: telling, slot: slot, gap: gap})
		return &to[len(to)-1]
	}
	near := func(k int) {
		if u := &c.tellings[k]; u.TriggerStart != t.TriggerStart && s.SamePart(u.Sentence, t.Sentence) {
			for slot := range 2 {
				if p := add(*u.side(slot), c.parts[k][slot], k, slot, t.Sentence-u.Sentence); p != nil {
					p.Slots = append(p.Slots, Slot{u.TriggerStart, slot})
				}
			}
		}
	}
	for k := i - 1; k >= max(0, i-tellingsBefore); k-- {
		near(k)
	}
	for k := i + 1; k < min(len(c.tellings), i+1+tellingsBehind); k++ {
		near(k)
	}
	all := s.in.Found.Mentions
	name := func(k int) {
		b := &c.bearers[k]
		if b.member.who == 0 {
			b.Actor = s.bearerActor(k)
			b.member = c.memberOf(&b.Actor)
		}
		add(b.Actor, b.member, -1, 0, t.Sentence-all[k].Sentence)
	}
	if t.AttributedTo >= 0 {
		name(t.AttributedTo)
	}
	for k := s.MentionsEnd(t.Sentence) - 1; k >= 0 && all[k].Sentence >= t.Sentence-sentencesBefore; k-- {
		if m := &all[k]; m.Entity >= 0 && k != t.Place && s.SamePart(m.Sentence, t.Sentence) && (m.Type == entity.Person || m.Type == entity.Org || m.Type == entity.GPE) {
			name(k)
		}
	}
	return to
}

// bearerActor is who bears a name, with the role that was told of him where that was asked for.
func (s *scan) bearerActor(mention int) actor.Actor {
	u := s.Named(mention, &s.in.Found.Mentions[mention])
	s.Code(&u)
	a := actor.Actor{Mention: mention, Name: u.Name, Code: u.Code, Country: u.Country, Role: u.Role}
	role := s.census.roles[reputed{s.in.Found.Mentions[mention].Entity, a.Code, a.Name}]
	if role != "" && role != "IGO" && !strings.HasPrefix(a.Code, "IGO") && role != a.Role {
		a.Role, a.Code = role, a.Country+role
	}
	return a
}

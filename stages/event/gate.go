package event

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/field"
)

// Whether a telling stands is decided last, by what its text is about. The words of politics and war serve
// sport ("shot", "attack", "Russia beat the US 3–1"), plots ("soldiers invade Alaska"), recipes, horoscopes,
// markets and fashion too, and history tells of what was long before its page. The evidence is the weight of
// the words of each field (fields.txt), the points of games, the tense of the verbs and the dates: of the whole
// text, and of the sentence with its neighbours.

const (
	government = "GOV" // makes markets a matter of politics
	business   = "BUS" // makes no war
)

// trade says whether a telling is of what companies do, in words that are of force where others do it: they
// attack a market, execute a plan, charge a fee and free up hands.
func (t *Telling) trade() bool {
	return strings.HasSuffix(t.Source.Code, business) && (cameo.Root(t.Code) >= "17" || t.Code == "0841")
}

// ownLeast is the weight of words of politics with which a sentence stands in a text of another field.
const ownLeast = 3

// stateWeight is what an actor of a state adds to the words of politics of its sentence: one with its country,
// or police and courts, since captains and presidents without one are as likely of a club.
const stateWeight = 2

// powers are the roles of those who rule, fight and judge, and who would.
var powers = map[string]bool{"GOV": true, "MIL": true, "LEG": true, "SPY": true, "COP": true, "JUD": true, "REB": true, "OPP": true}

// political is the weight of the words of politics in the sentence of a telling, and of its actors.
func political(p *field.Passage, t *Telling) int {
	w := p.Weight[field.Politics]
	for _, a := range [...]*actor.Actor{&t.Source, &t.Target} {
		if a.Country != "" && powers[a.Role] || a.Role == "COP" || a.Role == "JUD" {
			w += stateWeight
		}
	}
	return w
}

// speaks says whether that outweighs a field.
func speaks(p *field.Passage, t *Telling, f field.Field) bool {
	w := political(p, t)
	return w >= ownLeast && w > p.Weight[f]
}

// nations says whether a telling is of two countries, or of force and one.
func (t *Telling) nations() bool {
	a, b := t.Source.Country, t.Target.Country
	return a != "" && b != "" && a != b || cameo.Root(t.Code) >= "18" && a+b != ""
}

// faint says whether nobody that counts does what a telling tells, as in crime, history and plots.
func (t *Telling) faint() bool {
	if t.Source.Code == "" && t.Target.Country != "" && powers[t.Target.Role] && cameo.Jails(t.Code) {
		return false // a former president is sentenced, be it for what he did in football
	}
	return t.Source.Code == "" || t.Source.Vague() && t.Target.Vague()
}

// gate leaves out the tellings that are of no politics, and those that a tale of the far past gives no day.
func (s *scan) gate(tellings []Telling) []Telling {
	if len(tellings) == 0 {
		return tellings
	}
	all, text := s.passages, s.whole
	var near field.Passage
	of, old, idle, torn, read := text.Of(false), text.Old(), text.Idle(), text.Torn(), -1
	return slices.DeleteFunc(tellings, func(t Telling) bool {
		t.Source, t.Target = t.Source.Ruled(), t.Target.Ruled() // marks of parties in acts do not tell who is of a plot
		if t.trade() || torn && t.faint() {
			return true
		}
		if t.Sentence != read {
			read = t.Sentence
			near = s.around(all, read)
		}
		own := &all[read]
		f := of
		if f == field.Politics {
			f = near.Of(true)
		}
		switch {
		case t.modelled && (f != field.Politics || idle):
			return true
		case f == field.Politics && idle && political(own, &t) < stateWeight && !t.nations():
			return true
		case f == field.Politics:
			return old && own.Then >= own.Now && (t.Time < 0 || !field.Dated(s.in.Doc.Text, &s.in.Times[t.Time]))
		case f == field.Fiction && near.Now >= near.Then:
			return true // the plot, whatever its words
		case f == field.Market && cameo.Root(t.Code) >= "09" && cameo.Root(t.Code) <= "17" && (t.Source.Role == government || t.Target.Role == government):
			return false
		case of == field.Politics:
			return !speaks(own, &t, f)
		}
		return !speaks(own, &t, f) && near.Weight[field.Politics] <= near.Weight[f]
	})
}

// around is a sentence with those beside it in its paragraph.
func (s *scan) around(all []field.Passage, n int) field.Passage {
	near, sentences := all[n], s.in.Doc.Sentences
	for _, i := range [...]int{n - 1, n + 1} {
		if i >= 0 && i < len(all) && sentences[i].Paragraph == sentences[n].Paragraph {
			near.Add(&all[i])
		}
	}
	return near
}

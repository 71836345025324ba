package event

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
)

// Whether a telling stands is decided last, by what its text is about. The words of politics and war serve
// sport ("shot", "attack", "Russia beat the US 3–1"), plots ("soldiers invade Alaska"), recipes, horoscopes,
// markets and fashion too, and history tells of what was long before its page. The evidence is the weight of
// the words of each field (fields.txt), the points of games, the tense of the verbs and the dates: of the whole
// text, and of the sentence with its neighbours.

// sign is when a passage is of a field, by the weight of the field's words in it.
type sign struct {
	share  int // the least, in thousandths of the number of all words
	least  int // the least
	ratio  int // the least, in tenths of the weight of the words of politics
	nearby int // the least in a sentence and its neighbours, where the text is of politics; 0 is never
}

// signs were set on real news, most of it of politics: little of that comes near half of them.
var signs = [fields]sign{
	sport:   {40, 3, 15, 6},
	fiction: {40, 5, 8, 0},
	kitchen: {40, 3, 15, 8},
	stars:   {40, 4, 15, 6},
	market:  {50, 4, 15, 0},
	style:   {50, 4, 15, 0},
	weather: {60, 5, 15, 0},
	travel:  {40, 5, 15, 0},
	home:    {60, 3, 6, 0},
}

// plot is the sign of fiction in a text whose verbs are nearly all in the present tense, as those of news are
// not: fewer words are enough.
var plot = sign{share: 30, least: 3, ratio: 4}

// plotTense is how many verbs in the present a plot has for each in the past.
const plotTense = 3

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

// of gives the field of a passage, which may be a text or nearby; politics is also none.
func (p *passage) of(nearby bool) field {
	best, most := politics, 0
	for f := range fields {
		s, w := signs[f], p.weight[f]
		if f == fiction && p.now >= plotTense*p.then {
			s = plot
		}
		if nearby {
			s.least = s.nearby
		}
		if s.least > 0 && w >= s.least && w > most && p.sure[f]*4 >= w && w*1000 >= s.share*p.words && w*10 >= s.ratio*p.weight[politics] {
			best, most = f, w
		}
	}
	return best
}

const (
	oldenWeight = 5  // of a date of the far past, among the words of history
	oldenShare  = 45 // the least weight of both, in thousandths of the number of all words
	oldestShare = 30 // the same where no date is recent
)

// old says whether a passage tells of the far past.
func (p *passage) old() bool {
	w, share := p.weight[history]+oldenWeight*p.olden, oldenShare
	if p.recent == 0 {
		share = oldestShare
	}
	return w*1000 >= share*p.words && w > p.weight[politics] && w > oldenWeight*p.recent
}

// stateWeight is what an actor of a state adds to the words of politics of its sentence: one with its country,
// or police and courts, since captains and presidents without one are as likely of a club.
const stateWeight = 2

// powers are the roles of those who rule, fight and judge, and who would.
var powers = map[string]bool{"GOV": true, "MIL": true, "LEG": true, "SPY": true, "COP": true, "JUD": true, "REB": true, "OPP": true}

// political is the weight of the words of politics in the sentence of a telling, and of its actors.
func (p *passage) political(t *Telling) int {
	w := p.weight[politics]
	for _, a := range [...]*actor.Actor{&t.Source, &t.Target} {
		if a.Country != "" && powers[a.Role] || a.Role == "COP" || a.Role == "JUD" {
			w += stateWeight
		}
	}
	return w
}

// speaks says whether that outweighs a field.
func (p *passage) speaks(t *Telling, f field) bool {
	w := p.political(t)
	return w >= ownLeast && w > p.weight[f]
}

const (
	idleShare = 10  // words of politics, in thousandths of all words, below which a text is of none
	idleLeast = 100 // words that such a text has at least
)

// nations says whether a telling is of two countries, or of force and one.
func (t *Telling) nations() bool {
	a, b := t.Source.Country, t.Target.Country
	return a != "" && b != "" && a != b || cameo.Root(t.Code) >= "18" && a+b != ""
}

// idle says whether a text has hardly a word of politics.
func (p *passage) idle() bool {
	return p.words >= idleLeast && p.weight[politics]*1000 < idleShare*p.words
}

// faint says whether nobody that counts does what a telling tells, as in crime, history and plots.
func (t *Telling) faint() bool {
	if t.Source.Code == "" && t.Target.Country != "" && powers[t.Target.Role] && cameo.Jails(t.Code) {
		return false // a former president is sentenced, be it for what he did in football
	}
	return t.Source.Code == "" || t.Source.Vague() && t.Target.Vague()
}

// tornRatio is how much of the weight of politics another field has in a text that is of both.
const tornRatio = .5

// plotShare is how many times the words of fiction in a plot its words of politics may be.
const plotShare = 10

// torn says whether a text is of another field nearly as much as of politics, or told in the present with a word of fiction, as plots are.
func (p *passage) torn() bool {
	if f := p.weight[fiction]; f > 0 && f*plotShare >= p.weight[politics] && p.now >= plotTense*p.then {
		return true
	}
	for f := range fields {
		if f != politics && float64(p.sure[f]) > tornRatio*float64(p.weight[politics]) {
			return true
		}
	}
	return false
}

// gate leaves out the tellings that are of no politics, and those that a tale of the far past gives no day.
func (s *scan) gate(tellings []Telling) []Telling {
	if len(tellings) == 0 {
		return tellings
	}
	all, text := s.passages, s.whole
	var near passage
	of, old, idle, torn, read := text.of(false), text.old(), text.idle(), text.torn(), -1
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
		if f == politics {
			f = near.of(true)
		}
		switch {
		case t.modelled && (f != politics || idle):
			return true
		case f == politics && idle && own.political(&t) < stateWeight && !t.nations():
			return true
		case f == politics:
			return old && own.then >= own.now && (t.Time < 0 || !s.sure(t.Time))
		case f == fiction && near.now >= near.then:
			return true // the plot, whatever its words
		case f == market && cameo.Root(t.Code) >= "09" && cameo.Root(t.Code) <= "17" && (t.Source.Role == government || t.Target.Role == government):
			return false
		case of == politics:
			return !own.speaks(&t, f)
		}
		return !own.speaks(&t, f) && near.weight[politics] <= near.weight[f]
	})
}

// around is a sentence with those beside it in its paragraph.
func (s *scan) around(all []passage, n int) passage {
	near, sentences := all[n], s.in.Doc.Sentences
	for _, i := range [...]int{n - 1, n + 1} {
		if i >= 0 && i < len(all) && sentences[i].Paragraph == sentences[n].Paragraph {
			near.add(&all[i])
		}
	}
	return near
}

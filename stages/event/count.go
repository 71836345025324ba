package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/status"
)

// claim is a trigger with its sides, of which is to be said whether they make an event.
type claim struct {
	t        *trigger
	from, to actor.Actor
	root     string
	status   string
	done     bool
	single   bool // of one word, or a noun
	named    bool // who does it is a person by name
	aloud    bool // of words: an appeal, a demand, criticism
}

// counts says whether the sides make an event of the pattern. Where it surely tells an act, one that is known is enough.
func (s *scan) counts(t *trigger, from, to actor.Actor, stands string, surely bool) bool {
	c := claim{
		t: t, from: from, to: to, root: cameo.Root(t.Pattern.Code), status: stands, done: stands == status.Actual || stands == status.Ongoing,
		single: t.Pattern.Noun || len(t.Pattern.Words) == 0, named: s.IsPerson(from), aloud: t.Pattern.Speaks(),
	}
	if t.battles(from, to) {
		c.root = cameo.Root(battle)
	}
	switch {
	case from.Name != "" && from.Name == to.Name && from.Code == to.Code, !acts(from.Role, c.root) && !c.campaigns(), c.idle(), c.lacking():
		return false
	case from.Name == "" && (c.root >= "18" || c.root == "13") && s.Holds(class.Accident):
		return false // 20 people were killed when a bus overturned
	}
	if surely && c.certain() {
		return true
	}
	voice := c.voice()
	if t.Pattern.Code != "046" && !voice && (from.Code == "" && to.Code == "" || from.Vague() && to.Vague() && c.root != "14" && !c.grave()) {
		return false
	}
	addressed := c.addressed()
	switch c.root {
	case "01":
		return from.Code != "" && to.Code != "" && (c.t.Pattern.Code != "010" || to.Role != "" && !cameo.Private(to.Role) && c.done) // told reporters
	case "02":
		return from.Name != "" && to.Name != "" || c.done && !from.Vague() || voice || addressed
	case "04", "05", "06":
		return !c.apolitical() && (c.meets() || c.root == "05" && c.done && (!from.Vague() || voice) || addressed)
	case "07":
		if c.apolitical() {
			return false
		}
	case "03", "09", "10", "11", "12", "13":
		return c.both() || from.Code != "" && (from.Mention >= 0 || c.done) || voice || addressed || c.accused()
	case "14":
		return from.Code != "" || from.Name != "" && to.Code != "" || voice
	case "08":
		if c.done && !to.Vague() && (strings.HasPrefix(t.Pattern.Code, "0831") || strings.HasPrefix(t.Pattern.Code, "084")) {
			return true // the vote that forced the premier to resign
		}
	}
	if from.Name != "" && to.Name != "" {
		return c.both()
	}
	return from.Code != "" && (from.Mention >= 0 || c.done) || voice || to.Code != "" && (to.Mention >= 0 || c.grave()) // "police may" is nobody
}

// certain says whether what surely tells an act is one of somebody known: not what may be said or done, nor what a firm does with
// another.
func (c *claim) certain() bool {
	from, to := c.from, c.to
	if !c.done && c.status != status.Scheduled || c.root == "01" || c.root >= "04" && c.root <= "07" && cameo.Private(from.Role) && (to.Code == "" || cameo.Private(to.Role)) {
		return false
	}
	sure := c.t.sure.Side
	return known(from) && sure[0] >= sureOne || known(to) && sure[1] >= sureOne && (c.t.Passive || c.t.Pattern.Noun)
}

// both says whether there are two sides, one of which is more than a noun.
func (c *claim) both() bool {
	return c.from.Name != "" && c.to.Name != "" && (known(c.from) || known(c.to))
}

// campaigns says whether it is a party in power that holds a rally: not the government, nor who runs for it.
func (c *claim) campaigns() bool {
	return c.root == "14" && c.from.Role == government && c.from.Mention >= 0 && !c.named && !c.single && strings.HasPrefix(c.t.Pattern.Code, "141")
}

// grave says whether something was done that is an event whoever suffered it: arrests and killings, and what courts
// do to somebody.
func (c *claim) grave() bool {
	return c.done && (c.root >= "17" || c.t.Passive && (c.root == "09" || c.root == "11" || c.t.Pattern.Code == "0841"))
}

// voice says whether somebody says or does what counts though nothing tells his country or role: who is named, and a part
// of society, may speak and protest.
func (c *claim) voice() bool {
	if !c.done {
		return false
	}
	if c.aloud && c.from.Name != "" && c.to.Name != "" && (c.from.Mention >= 0 || c.to.Mention >= 0) {
		return true
	}
	if c.t.Pattern.Noun || c.root == "12" && c.from.Code == "" && strings.Contains(c.t.Pattern.Rule, ":refuse") { // he refused to eat
		return false
	}
	if c.named && c.aloud && c.from.Code == "" && c.to.Name == "" {
		return false // a person of whom nothing is told warns nobody
	}
	if c.from.Mention < 0 {
		return c.from.Role != "" && c.aloud && c.root != "02"
	}
	return c.aloud || c.root == "05" && c.named || c.root == "09" || c.root == "14" || c.root == "17" && !c.single
}

// addressed says whether who cannot be told from the text says something to one who can: "It has accused the
// government".
func (c *claim) addressed() bool {
	if c.t.Passive && (c.root == "12" || c.root == "13") {
		return false // told the court that he had been threatened
	}
	return c.done && !c.t.Pattern.Noun && !c.to.Vague() && (c.aloud || c.root == "04" || c.root == "05" || c.root == "09")
}

// accused says whether a passive or a noun tells who is accused or questioned, and not by whom.
func (c *claim) accused() bool {
	return c.done && c.to.Code != "" && (c.root == "09" || c.root == "11") && (c.t.Passive || c.t.Pattern.Noun && !c.to.Vague())
}

// meets says whether two meet, help or praise each other of whom one is known, or one goes to a meeting.
func (c *claim) meets() bool {
	switch {
	case c.t.Pattern.Code == "046" && c.from.Mention >= 0 && c.to.Mention >= 0, known(c.from) && known(c.to):
		return true
	case c.root != "04":
		return false
	case c.done && c.named && c.to.Name == "" && powers[c.from.Role] && c.from.Role != "REB" && (c.t.Pattern.Code == "042" || c.t.Pattern.Code == "040" && !c.t.Pattern.Noun):
		return true // the president visited a village
	case c.t.Pattern.Noun: // his meeting with the minister
		return c.done && !strings.HasSuffix(c.t.Pattern.Rule, " of") && c.to.Mention >= 0 && c.to.Code != ""
	}
	return !c.single && (c.done || c.status == status.Scheduled) && !c.from.Vague()
}

// apolitical says whether those who meet or help are parts of society only: a watchmaker and a shop.
func (c *claim) apolitical() bool {
	from, to := c.from, c.to
	switch {
	case cameo.Private(from.Role) && (cameo.Private(to.Role) || c.root == "04" && from.Mention < 0), c.root == "04" && to.Role == "MED": // spoke to reporters
		return true
	case strings.HasPrefix(c.t.Pattern.Code, "042") && cameo.Private(from.Role) && !c.named: // refugees arrive
		return true
	}
	return from.Code == "" && cameo.Private(to.Role) && to.Role != "PTY" || to.Code == "" && cameo.Private(from.Role) && from.Role != "PTY"
}

// idle says whether the pattern tells nothing where only this side of it is there.
func (c *claim) idle() bool {
	from, to := c.from, c.to
	if from.Name == "" && (!c.t.Passive || strings.Contains(c.t.Pattern.Rule, ":require")) && c.presses() {
		return true // which forces him to resign; the commission is required to meet
	}
	if from.Name == "" && !c.t.Passive && !c.t.Pattern.Noun {
		switch {
		case c.root == "07", c.root == "17" && strings.HasSuffix(c.t.Pattern.Rule, ":capture"), strings.HasPrefix(c.t.Pattern.Code, "081"), c.t.Pattern.Code == "170":
			return true // which allowed him to enter
		}
	}
	if to.Name != "" {
		return c.aloud && c.root != "11" && from.Vague() && to.Vague() // a woman told her family to pack
	}
	if c.t.Pattern.Noun {
		return c.root >= "18" && cameo.Private(from.Role) // the children's battle to survive
	}
	return len(c.t.Pattern.Words) == 0 && c.root != "14" && c.root != "17" && cameo.Private(from.Role) && !c.voice()
}

// presses says whether a pattern is of a pressure that things exert as well: what forces, threatens or keeps somebody.
func (c *claim) presses() bool {
	switch rule := c.t.Pattern.Rule; {
	case c.root == "17" && strings.HasSuffix(rule, " from"):
		return true
	case !c.t.Pattern.Command:
		return false
	default:
		return c.root == "13" || c.root == "17" || strings.Contains(rule, ":oblige") || strings.Contains(rule, ":push") || strings.Contains(rule, ":require")
	}
}

// lacking says whether a pattern is too vague without a target and has none.
func (c *claim) lacking() bool {
	if c.to.Name != "" {
		return false
	}
	p := c.t.Pattern
	switch {
	case p.Both && !c.official(), p.Code == "030" && (c.from.Vague() || p.Noun), c.single && c.root == "13":
		return true
	case c.from.Vague() && p.Noun:
		return c.root == "09" || c.root == "10" || c.root == "11" || c.root == "12"
	case c.from.Vague() && c.single && !c.voice():
		return c.root == "09" || c.root == "11"
	}
	return false
}

// official says whether police or a court looks into something, or a state or its government commits itself to it: that needs
// no other side.
func (c *claim) official() bool {
	switch {
	case !c.done || c.t.Passive || c.t.Pattern.Noun:
		return false
	case c.root == "09":
		return c.from.Role == "COP" || c.from.Role == "JUD"
	}
	return c.t.Pattern.Code == "030" && !strings.HasSuffix(c.t.Pattern.Rule, ":be willing to") && c.from.Country != "" && c.from.Mention >= 0 && (c.from.Role == "" || c.from.Role == government)
}

// heads says whether a noun that is no protest stands in a heading without verb and full stop, which names a subject and tells nothing:
// "Irish aid".
func (s *scan) heads(t *trigger) bool {
	if !t.Pattern.Noun || s.Node(t.First) == nil || s.Is(len(s.Words)-1, class.Stop|class.Mark) || s.crowd(t) {
		return false
	}
	for i := range s.Words {
		switch s.Node(i).UPOS {
		case "VERB", "AUX":
			return false
		}
	}
	return true
}

// crowd says whether a trigger is a noun that is a protest and nothing else, as a demonstration of lasers is.
func (s *scan) crowd(t *trigger) bool {
	if !t.Pattern.Noun || cameo.Root(t.Pattern.Code) != protestRoot {
		return false
	}
	switch strings.ToLower(s.Text(t.First)) {
	case "protest", "protests", "demonstrations", "riot", "riots", "unrest", "uprising", "uprisings", "sit-in", "sit-ins", "roadblocks":
		return true
	}
	return false
}

// protesters are who holds a protest that names nobody: the people of the place that its sentence names, or of where
// the text plays.
func (s *scan) protesters(t *trigger) actor.Actor {
	country := s.Focus
	for i := range s.Units {
		u := &s.Units[i]
		if u.Kind == clause.Place && u.Country != "" && (u.First > t.Last || s.Units[0].Country == u.Country) {
			country = u.Country
			break
		}
	}
	if country == "" {
		return actor.Nobody
	}
	return actor.Actor{Mention: -1, Name: "protesters", Country: country, Role: "OPP", Code: country + "OPP"}
}

// known says whether a side is more than a noun: it has a code or a name.
func known(a actor.Actor) bool { return a.Code != "" || a.Mention >= 0 }

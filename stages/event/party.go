package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// partyRoles are the roles between which a model tells; "" is that of a state itself, and of who has none.
var partyRoles = [...]string{"", "GOV", "MIL", "COP", "JUD", "LEG", "OPP", "PTY", "REB", "CRM", "CVL", "REF", "LAB", "EDU", "MED", "BUS", "NGO", "REL", "ELI", "SPY", "IGO"}

// party is a side of an event of which country and role are to be told.
type party struct {
	t            *trigger
	unit         int
	actor, other actor.Actor // it and the other side, by the rules
	target       bool
	head         int                   // the word that heads its phrase
	entity       int                   // that it names or stands for; -1 is none
	kind         uint32                // hash of what kind of unit it is
	known        uint32                // what is known of its entity
	roleless     bool                  // it may be a state, or a place or a thing of one, and have no role
	words        [mostNameWords]uint64 // hashes of the first words of its name
	named        int                   // how many
}

// mostNameWords is how many words of a name are read.
const mostNameWords = 6

// party readies a side for its features.
func (s *scan) party(t *trigger, unit int, actor, other actor.Actor, target bool) *party {
	if same := s.Units[unit].Same; same >= 0 {
		unit = same
	}
	u := &s.Units[unit]
	p := &party{t: t, unit: unit, actor: actor, other: other, target: target, head: s.HeadOf(u), entity: -1}
	named := uint32(0)
	p.roleless = true
	if u.Mention >= 0 {
		m := &s.in.Found.Mentions[u.Mention]
		named = hashed(string(m.Type))
		p.roleless = u.Kind == clause.Agent || m.Type != entity.Person && m.Type != entity.Org
		if u.Kind != clause.Agent {
			p.entity = m.Entity
		}
	}
	if p.entity >= 0 {
		b := &s.Bearers[p.entity]
		p.known = linear.Truth(b.Code != "")*8 + linear.Truth(b.Role != "")*4 + linear.Truth(b.Country != "")*2 + linear.Truth(b.Assumed)
	}
	for name := actor.Name; p.named < mostNameWords && name != ""; p.named++ {
		var word string
		word, name, _ = strings.Cut(name, " ")
		s.census.buffer = pattern.Lower(s.census.buffer[:0], word)
		p.words[p.named] = lookup.Hash(s.census.buffer)
	}
	p.kind = linear.Mix3(uint32(u.Kind), named, linear.Truth(u.Plural)*4+linear.Truth(u.Pronoun)*2+linear.Truth(u.Plain), linear.Truth(u.Foreign))
	return p
}

// role is that which the rules have, of those that are told apart.
func (p *party) role() string {
	switch role, code := p.actor.Role, p.actor.Code; {
	case strings.HasPrefix(code, "IGO"):
		return "IGO"
	case strings.HasPrefix(code, "IMG"), role == "INS", role == "SEP", role == "RAD", role == "UAF":
		return "REB"
	case role == "" && strings.HasPrefix(code, "NG"), role == "NGM":
		return "NGO"
	default:
		return role
	}
}

// isState says whether the rules have a state itself, by its name or that of a place in it: there is no more to be told.
func (s *scan) isState(u int, a actor.Actor) bool {
	return a.Role == "" && a.Country != "" && a.Code == a.Country && s.Units[u].Mention >= 0 && s.in.Found.Mentions[s.Units[u].Mention].Type == entity.GPE
}

// A decision is the country and the role of a side of a trigger in the open sentence: the same with whomever of a list stands on the other side.
type decision struct {
	trigger, unit int
	target        bool
	code          string // of the rules
	country, role string
}

// told is a side with the country and the role that marks teach, where these are clearly likelier than those of the rules.
func (s *scan) told(t *trigger, unit int, a, other actor.Actor, target bool) actor.Actor {
	s.Regional(&a)
	region := actor.RegionOf(a)
	if unit < 0 || a.Name == "" || s.isState(unit, a) || region != "" && a.Role == "" {
		return a
	}
	of := func(d decision) bool {
		return d.trigger == t.First && d.unit == unit && d.target == target && d.code == a.Code
	}
	at := slices.IndexFunc(s.census.told, of)
	if at < 0 {
		p := s.party(t, unit, a, other, target)
		role, country := s.likeliestRole(p), s.likeliestCountry(p)
		if role == "" && country == "" { // who is not known by marks either
			role, country = p.role(), a.Country
		}
		if role == "IGO" {
			country = ""
		}
		if country == "" && a.Role == "" && ofState(role) {
			role = p.role() // friends are no government of nowhere
		}
		if role == p.role() {
			role = a.Role
		}
		at = len(s.census.told)
		s.census.told = append(s.census.told, decision{t.First, unit, target, a.Code, country, role})
	}
	d := s.census.told[at]
	if d.country == a.Country && d.role == a.Role {
		return a
	}
	rules := a
	a.Country, a.Role, a.Code, a.Rules = d.country, d.role, d.country+d.role, &rules
	switch {
	case d.role == "IGO" && s.actsForOthers(unit):
		a.Code = cmp.Or(s.International(s.Index), a.Code)
	case d.country == "":
		a.Code = region + a.Code
	}
	return a
}

// actsForOthers says whether a unit is a person or a noun: a body with a name of its own is not another one.
func (s *scan) actsForOthers(unit int) bool {
	u := &s.Units[unit]
	return u.Kind == clause.Agent || u.Mention >= 0 && s.in.Found.Mentions[u.Mention].Type == entity.Person
}

// likeliestRole is the likeliest role of a party, that of the rules where none is clearly likelier.
func (s *scan) likeliestRole(p *party) string {
	key := reputed{p.entity, p.actor.Code, p.actor.Name}
	if role, ok := s.census.roles[key]; ok && p.entity >= 0 {
		return role
	}
	m := model.OpenRoles()
	best, _ := m.Likeliest(partyRoles[:], p.role(), s.roleFeatures(p), func(role string) int {
		return int(RoleDiscount(p.role(), role, p.roleless, float32(m.Margin)))
	})
	if p.entity >= 0 {
		if s.census.roles == nil {
			s.census.roles = map[reputed]string{}
		}
		s.census.roles[key] = best
	}
	return best
}

// RoleDiscount is what a role must be likelier by: a person or a body has one, and whom the rules do not know stands for his state only
// where that is as clear as it must be to overrule them.
func RoleDiscount(ruled, role string, roleless bool, margin float32) float32 {
	switch {
	case roleless || ruled != "":
	case role == "":
		return noRole
	case ofState(role):
		return margin
	}
	return 0
}

// ofState says whether who has a role acts for his state.
func ofState(role string) bool { return role == "GOV" || role == "MIL" || role == "LEG" }

// noRole is more than any role can be likelier by.
const noRole = 1 << 16

// likeliestCountry is the likeliest country of a party, that of the rules where none is clearly likelier.
func (s *scan) likeliestCountry(p *party) string {
	m := model.OpenCountries()
	lands := s.landsOf(p)
	best, most, ruled := 0, 0, 0
	for i := range lands {
		x := model.Scored(m.Model, s.countryFeatures(p, &lands[i]))[0]
		if i == 0 || x > most {
			best, most = i, x
		}
		if lands[i].country == p.actor.Country {
			ruled = x
		}
	}
	if most < ruled+m.Margin {
		return p.actor.Country
	}
	return lands[best].country
}

// A Coding is a side of an event as the rules code it, with the features of its role and those of each country that it may be of, for
// learning which.
type Coding struct {
	Role, Country string   // of the rules
	State         bool     // it is a state, of which the rules alone tell
	Roleless      bool     // it may have no role
	Roles         []string // that it may have
	RoleFeatures  []uint32
	Countries     []string // of which it may be; "" is none
	Features      [][]uint32
}

// coding is that of a candidate as a side of a trigger, with another one, or none (-1), on the other side; false where it is no unit.
func (s *scan) coding(t *trigger, side, candidate, other int) (c Coding, ok bool) {
	units := len(s.Units)
	defer func() { s.Units = s.Units[:units] }() // what stands for others must not be seen by the next trigger
	pair := [2]int{-1, -1}
	pair[side], pair[1-side] = s.unitFor(candidate), s.unitFor(other)
	from, to := s.ruledParties(t, pair)
	if side == 1 {
		from, to = to, from
	}
	if pair[side] < 0 || from.Name == "" {
		return c, false
	}
	p := s.party(t, pair[side], from, to, side == 1)
	c = Coding{Role: p.role(), Country: from.Country, State: s.isState(pair[side], from), Roleless: p.roleless, Roles: partyRoles[:]}
	c.RoleFeatures = slices.Clone(s.roleFeatures(p))
	lands := s.landsOf(p)
	for i := range lands {
		c.Countries = append(c.Countries, lands[i].country)
		c.Features = append(c.Features, slices.Clone(s.countryFeatures(p, &lands[i])))
	}
	return c, true
}

package event

import (
	"cmp"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// settle gives an actor of whom the text tells a role and no country ("police", "the opposition") that of the
// place where its clause has it do or suffer what it does, of the state that arrests or frees it, and at last
// that where most of the text plays or, where no country leads, the only one near. Who is set against a country
// as a whole may come from elsewhere.
func (s *scan) settle(a *actor.Actor, unit int, other actor.Actor, t *trigger, target bool) {
	if other.Role == "" && a.Country != "" && a.Country == other.Country && toStates(t.Pattern.Code) && s.onlyAssumed(unit) && s.in.Found.Mentions[s.Units[unit].Mention].Type == entity.Person {
		switch a.Role {
		case "GOV", "LEG", "MIL":
			a.Country, a.Code = "", a.Role // Congressman Roe accuses China
			return
		}
	}
	if a.Name == "" || a.Country != "" || a.Role == "" || a.Code != a.Role || unit >= 0 && s.Units[unit].Foreign {
		return
	}
	country, named := s.home(unit), unit >= 0 && s.Units[unit].Kind == clause.Named
	switch a.Role {
	case "SPY", "INS", "ELI", "IGO":
		return
	case "NGO":
		if !target || named || !cameo.Jails(t.Pattern.Code) { // they act abroad, and are banned at home
			return
		}
		country = cmp.Or(country, s.where(t))
	case "GOV", "MIL", "REB", "REF":
		country = cmp.Or(country, s.where(t))
	default:
		if country = cmp.Or(country, s.where(t)); country == "" && !named { // who is named may be abroad
			country = s.scene(t)
		}
		if country == "" && target && unit >= 0 && (named || s.Units[unit].Plural) && s.rules(t, a.Role, other) {
			country = other.Country
		}
	}
	if country == "" {
		switch {
		case s.Focus != "":
			if country = s.Focus; other.Country != s.Focus { // whom the opposition accuses is of its own state
				country = cmp.Or(s.elsewhere(other.Country), s.Focus)
			}
		case cameo.Domestic(other.Role) && !named: // the opposition criticises the government
			country = other.Country
		case unit >= 0 && (!named || !cameo.Private(a.Role)):
			if country = s.near(unit, other.Country, false); country == "" {
				country = s.near(unit, other.Country, true)
			}
		}
		if !named || !cameo.Private(a.Role) || s.Units[unit].Mention >= 0 && s.in.Found.Mentions[s.Units[unit].Mention].Type == entity.Org {
			country = cmp.Or(country, s.Likely)
		}
		switch a.Role {
		case "REB", "MIL", "CVL", "REF", "BUS", "MED":
			if other.Country == country && other.Role == "" {
				return
			}
		case "GOV", "LEG":
			if other.Country == country && other.Role == "" && toStates(t.Pattern.Code) {
				return
			}
		}
	}
	if country != "" {
		a.Country, a.Code = country, country+a.Role
	}
}

// toStates says whether a code is of what politicians do to another state as a whole, and hardly to their own: they praise,
// accuse or threaten it, or break with it.
func toStates(code string) bool {
	switch cameo.Root(code) {
	case "05", "10", "11", "12", "13", "16":
		return true
	}
	return false
}

// onlyAssumed says whether the country of a name is only that where the text plays.
func (s *scan) onlyAssumed(unit int) bool {
	if unit < 0 || s.Units[unit].Kind != clause.Named || s.Units[unit].Mention < 0 {
		return false
	}
	m := &s.in.Found.Mentions[s.Units[unit].Mention]
	return m.Entity >= 0 && s.Bearers[m.Entity].Assumed && s.Bearers[m.Entity].Country == s.Units[unit].Country
}

// elsewhere is the country in which the open sentence plays where that is not the one of the text: the only one of which it
// names a place where something is, else the only one that the sentence before names, if neither names the text's; "" is
// none.
func (s *scan) elsewhere(but string) string {
	country := ""
	for i := range s.Units {
		u := &s.Units[i]
		switch {
		case u.Country == s.Focus && u.Mention >= 0 && s.CountryOf(u.Mention) != "":
			return ""
		case u.Kind != clause.Place || u.Country == "" || entity.CountryOf(u.Name) == "": // not Geneva
		case country != "" && u.Country != country:
			return ""
		default:
			country = u.Country
		}
	}
	if country != "" {
		return country
	}
	all := s.in.Found.Mentions
	for i := s.FirstMention - 1; i >= 0 && all[i].Sentence == s.Index-1; i-- {
		switch c := s.CountryOf(i); {
		case c == "":
		case c == s.Focus || country != "" && c != country:
			return ""
		case all[i].Type == entity.GPE && c != but && entity.CountryOf(s.in.Doc.Text[all[i].Start:all[i].End]) != "": // not Geneva
			country = c
		}
	}
	return country
}

// rules says whether somebody does by a trigger what states and their police do to their own people.
func (s *scan) rules(t *trigger, whom string, who actor.Actor) bool {
	switch who.Role {
	case "", "GOV", "LEG": // armies arrest abroad
		root := cameo.Root(t.Pattern.Code)
		return cameo.Jails(t.Pattern.Code) || cameo.Private(whom) && (root == demandRoot || root == "02")
	case "COP", "JUD":
		return cameo.Jails(t.Pattern.Code) || t.Pattern.Kills()
	}
	return false
}

// where is the country that a relative clause says a trigger of: "in Norway, where the government granted him asylum".
func (s *scan) where(t *trigger) string {
	n := s.Node(t.First)
	if n == nil || !strings.HasSuffix(n.Relation, ":relcl") || n.Head < 0 || n.Head >= t.First || s.Words[n.Head].Unit < 0 {
		return ""
	}
	for j := n.Head + 1; j < t.First; j++ {
		if s.Text(j) == "where" {
			return s.Units[s.Words[n.Head].Unit].Country
		}
	}
	return ""
}

// scene is the country of the place where the clause of a trigger has it happen: "marched through the
// Peruvian capital", "were arrested in Antwerp"; "" is none.
func (s *scan) scene(t *trigger) string {
	if s.Node(t.First) == nil {
		return ""
	}
	for i := range s.Units {
		u := &s.Units[i]
		if u.Country == "" || u.Kind != clause.Place && u.Kind != clause.Adjectival {
			continue
		}
		k := u.Last
		if u.Kind == clause.Adjectival {
			if k = s.Node(k).Head; k <= u.Last || k >= len(s.Words) || s.Words[k].Unit >= 0 || !s.Is(k, class.Site) || !s.Is(s.Child(k, "case"), class.Locative) {
				continue
			}
		}
		for range 2 { // in the city of Antwerp; were held and charged in it
			n := s.Node(k)
			if n.Relation != "obl" && n.Relation != "nmod" && n.Relation != "conj" {
				break
			}
			if k = n.Head; t.Has(k) {
				return u.Country
			}
			if k < 0 || k >= len(s.Words) {
				break
			}
		}
	}
	return ""
}

// home is the country of the place that stands in the phrase of a noun for an actor: "a planner at a terminal in Rotterdam";
// "" is none.
func (s *scan) home(unit int) string {
	if unit < 0 || s.Units[unit].Kind != clause.Agent || s.Node(s.Units[unit].Last) == nil {
		return ""
	}
	for i := range s.Units {
		u := &s.Units[i]
		if u.Country == "" || u.Kind != clause.Place || u.First <= s.Units[unit].Last {
			continue
		}
		for depth := 1; depth <= homeDepth; depth++ {
			if s.Hangs(u.Last, s.Units[unit].Last, depth) {
				return u.Country
			}
		}
	}
	return ""
}

// homeDepth is how many nouns deep the place of an actor may stand in his phrase.
const homeDepth = 3

// nearSentences is how far back the only country near is looked for.
const nearSentences = 3

// near is the only country but one that the sentence names before a unit, or the last one before it that names
// any; "" where it names two. Persons count on demand: they may be from anywhere.
func (s *scan) near(unit int, but string, persons bool) string {
	all, country := s.in.Found.Mentions, ""
	start := s.Words[s.Units[unit].First].Start
	i := s.FirstMention
	for i < len(all) && all[i].Start < start {
		i++
	}
	for i--; i >= 0 && s.Index-all[i].Sentence <= nearSentences; i-- {
		if country != "" && all[i].Sentence != all[i+1].Sentence {
			break
		}
		switch c := s.CountryOf(i); {
		case c == "" || c == country || c == but || !persons && all[i].Type == entity.Person:
		case country != "":
			return ""
		default:
			country = c
		}
	}
	return country
}

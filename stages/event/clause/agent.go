package clause

import (
	"cmp"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
)

// people makes actors of a nationality with an unknown noun in the plural: "Palestinian
// prisoners". Their role is unknown.
func (s *Sentence) people() {
	for i := range s.Units {
		u := &s.Units[i]
		w := u.Last + 1
		if u.Kind != Adjectival || u.Plural || w >= len(s.Words) || i+1 < len(s.Units) && s.Units[i+1].First <= w+1 {
			continue
		}
		noun := s.Text(w)
		if len(noun) < 5 || noun[len(noun)-1] != 's' || s.Words[w].Entry != nil && (s.Words[w].Entry.Role != "" || s.Words[w].Entry.Noun) || s.Words[w].Class != 0 || !letter(noun) || s.hyphened(w+2) {
			continue
		}
		u.Kind, u.Last, u.Plural = Agent, w, true
		u.Name = s.doc.Text[s.Words[u.First].Start:s.Words[w].End]
	}
}

// names makes units of the mentions that can act.
func (s *Sentence) names() {
	from := 0
	s.mentions(func(i int, m *entity.Mention) {
		switch m.Type {
		case entity.Person, entity.Org, entity.GPE, entity.NORP, entity.Loc:
		default:
			if m.Type == entity.Fac && m.Entity >= 0 && s.Bearers[m.Entity].Code != "" {
				break // the Kremlin
			}
			for k := range s.Words {
				if w := &s.Words[k]; w.Start >= m.Start && w.End <= m.End {
					w.Class |= class.Entitled
				}
			}
			return
		}
		for from < len(s.Words) && s.Words[from].End <= m.Start {
			from++
		}
		last := from
		for last+1 < len(s.Words) && s.Words[last+1].Start < m.End {
			last++
		}
		if from >= len(s.Words) || len(s.Units) > 0 && s.Units[len(s.Units)-1].Last >= from {
			return
		}
		u := s.Named(i, m)
		u.First, u.Last = from, last
		if from == last && compass(s.Text(from)) && s.Text(from+1) == "and" && compass(s.Text(from+2)) {
			name := s.Text(from) + " " + s.Text(from+3)
			if country := entity.CountryOf(name); country != "" { // North and South Korea
				u.Mention, u.Name, u.Country, u.Code, u.Role = -1, name, country, country, ""
			}
		}
		if m.Type == entity.Loc && u.Code == "" && u.Country == "" {
			return // a sea or a range acts in no event
		}
		if next := last + 2; m.Type != entity.Person && s.hyphened(next) && s.Words[next].Class&class.Capital == 0 {
			return // Moscow-backed, Egypt-like
		}
		if m.Type == entity.NORP {
			u.Kind = Adjectival
			u.Plural = strings.HasSuffix(s.Text(last), "s")
			if n := len(s.Units); u.Plural && n > 0 && s.Units[n-1].Kind == Adjectival && s.Units[n-1].Last == from-1 && s.Units[n-1].Country != "" {
				u.Country, u.Code, u.Role = s.Units[n-1].Country, "", "CVL" // Bosnian Serbs
			} else if u.Plural && u.Country == "" && u.Code == "" && last > from {
				u.Country = entity.CountryOf(s.Text(from)) // Iraqi Kurds
			}
			if u.Plural && u.Role == "" {
				u.Role = "CVL" // Iranians, Shiites
				u.Foreign = u.Country == "" && s.Is(last, class.Abroad)
			}
		}
		if n := len(s.Units); m.Type == entity.Org && n > 0 && u.Role != "" && u.Mention >= 0 && m.Entity >= 0 && s.assumed(&u) {
			p := &s.Units[n-1] // Iraq's Cabinet, the Iraqi Parliament
			if owner := from-p.Last == 2 && class.PossessiveMark(s.Text(p.Last+1)); p.Country != "" && (owner || from-p.Last == 1 && p.Kind == Adjectival) {
				u.Country, u.Code = p.Country, ""
				s.Code(&u)
			}
		}
		s.Units = append(s.Units, u)
	})
}

// Named is a unit for the bearer of a mention, wherever it stands.
func (s *Sentence) Named(i int, m *entity.Mention) Unit {
	u := Unit{Mention: i, Country: m.Country, Role: m.Role, With: -1, Same: -1}
	u.Name = s.doc.Text[m.Start:m.End]
	if m.Entity < 0 || m.Entity >= len(s.found.Entities) {
		return u
	}
	e := &s.found.Entities[m.Entity]
	u.Name, u.Code = e.Name, e.Actor
	if u.Country == "" {
		u.Country = e.Country
	}
	if b := &s.Bearers[m.Entity]; b.Code != "" || b.Role != "" {
		u.Country, u.Role, u.Code = b.Country, b.Role, b.Code
		if u.Code == "" {
			s.Code(&u)
		}
	}
	return u
}

// agents makes units of nouns for actors. A nationality or an owner before one joins it; one
// right before a person's name is a title and gives the person country and role.
func (s *Sentence) agents() {
	names := s.Units
	units := s.spare[:0]
	next := 0
	for i := 0; i < len(s.Words); i++ {
		if next < len(names) && names[next].First == i {
			units = append(units, names[next])
			i = names[next].Last
			next++
			continue
		}
		w, role, once := &s.Words[i], s.nounRole(i), s.once(i)
		if role == "" {
			role = s.officeRole(i, units, names[next:])
		}
		if role == "" || w.Class&class.Entitled != 0 && w.Class&class.Capital != 0 || s.hyphened(i) && once == "" || s.hyphened(i+2) {
			continue
		}
		if n := s.Node(i); n != nil && n.UPOS == "ADJ" && n.Relation == "amod" {
			continue // terrorist activities, a general strike
		}
		first, last := i, i
		if once != "" {
			first = i - 2
		}
		for last+1 < len(s.Words) && (next >= len(names) || names[next].First > last+1) {
			r := s.nounRole(last + 1)
			if r == "" {
				break
			}
			last++                                    // police officers, government troops: the last noun says who
			if !s.Is(last, class.Office|class.Part) { // but the rebel leader is a rebel
				role = r
			}
		}
		u := Unit{Kind: Agent, First: first, Last: last, Mention: -1, With: -1, Same: -1}
		u.Country, u.Role = role[:len(role)-3], role[len(role)-3:]
		if once == "ex" && (u.Role == "GOV" || u.Role == "LEG") {
			u.Role = "ELI"
		}
		u.Plural = actor.PluralAgent(s.Text(last))
		start := s.head(first)
		if n := len(units); n > 0 {
			p := &units[n-1]
			gap := max(0, start-1-p.Last) // none behind "his"
			owner := class.PossessiveMark(s.Text(p.Last+1)) && (gap == 1 || s.attributive(p.Last+2, start))
			if (gap == 0 || owner || p.Kind == Adjectival && s.attributive(p.Last+1, start)) && p.Kind != Agent && (!s.hyphened(p.First) || n > 1 && units[n-2].Kind == Adjectival && p.First-units[n-2].Last == 2) && p.Country != "" && (p.Kind == Adjectival || owner || p.Code != "" || p.Role == "") {
				u.First, u.Mention, u.Country = p.First, p.Mention, p.Country
				if u.Role == "GOV" && p.Role != "" && (s.Is(last, class.Office) || p.Role == "REB") && p.Role != "ELI" && s.body(p) {
					u.Role = p.Role // leaders of a party
				}
				units = units[:n-1]
				if n > 1 && units[n-2].Kind == Adjectival && p.First-units[n-2].Last == 2 && class.Hyphen(s.Text(p.First-1)) {
					u.First, units = units[n-2].First, units[:n-2] // Chinese-Vietnamese refugees
				}
			} else if (gap == 0 || owner) && p.Kind == Named && p.Country == "" && strings.HasPrefix(p.Code, "IGO") {
				u.First, u.Mention, u.body = p.First, p.Mention, p.Code
				units = units[:n-1]
			}
		}
		if p := s.titled(last, names, next); p > last {
			last = p
		}
		if next < len(names) && names[next].First == last+1 && names[next].Kind == Named {
			name := &names[next] // President Putin, police chief Smith
			if u.Country == "" {
				u.Last = name.Last
				s.modified(&u, names[:next])
			}
			if s.assumed(name) && u.Country != "" {
				name.Country, name.Code = u.Country, ""
			}
			if name.Role == "" || last > first && s.Is(last, class.Office) && s.Words[last].Entry != nil && name.Role == s.Words[last].Entry.Role {
				name.Role, name.Code = u.Role, "" // cartel leader Smith
			}
			if u.body != "" && name.Code == "" {
				name.body = u.body // NATO chief Jane Roe
				if m := s.found.Mentions[name.Mention]; m.Entity >= 0 {
					s.Bearers[m.Entity] = actor.Bearer{Code: u.body}
				}
			}
			if u.Mention >= 0 {
				name.First = u.First
			} else {
				name.First = first
			}
			i = last
			if name.First < first || name.First == first {
				units = append(units, *name)
				i = name.Last
				next++
			}
			continue
		}
		if s.acting(&u, names, next) {
			last = names[next].Last
			next++
		} else if u.Country == "" && last+2 < len(s.Words) && s.Text(last+1) == "of" && next < len(names) && (names[next].First == last+2 || names[next].First == last+3 && s.Is(last+2, class.Determiner)) && names[next].Country != "" && (names[next].Kind != Adjectival || names[next].Plural) {
			u.Country, u.Mention = names[next].Country, names[next].Mention // the government of Sudan
			last = names[next].Last
			next++
			for k := next; k < len(names) && u.Plural && names[k].Role == "" && names[k].Country != "" && s.joins(last, names[k].Last); k++ {
				names[k].Role, names[k].Code, names[k].Plural = u.Role, "", true // the guards of Norway, Sweden and Finland
			}
		}
		if n := len(units); n > 0 && units[n-1].Kind == Agent && s.Is(u.Last, class.Office|class.Part) && first-units[n-1].Last == 2 && class.PossessiveMark(s.Text(first-1)) {
			u.Role, u.Country = units[n-1].Role, cmp.Or(u.Country, units[n-1].Country) // the union's leadership
		}
		if s.Text(u.Last+1) == "from" && s.Is(u.Last+2, class.Number) {
			u.Foreign = true // leaders from 141 countries
		}
		if u.Country == "" {
			s.ministry(&u, names[next:])
		}
		if s.Is(last, class.Office) {
			s.led(&u, names[next:])
		}
		for j := start; j <= last; j++ {
			u.Foreign = u.Foreign || s.Is(j, class.Abroad)
		}
		if n := len(units); u.Country == "" && n > 0 && units[n-1].Last == start-1 && units[n-1].Kind != Agent && (units[n-1].Kind != Adjectival || s.Is(start-1, class.Abroad)) && !cameo.Domestic(u.Role) && (!cameo.Private(u.Role) || s.body(&units[n-1])) {
			u.Foreign = true // European officials, Hamas fighters, but Mapuche people
			if p := &units[n-1]; u.Role == "GOV" && p.Mention >= 0 && s.found.Mentions[p.Mention].Type == entity.Org {
				u.Role = p.Role // the president of a club
				if u.Role == "" && strings.HasPrefix(s.Text(last), "leader") {
					u.Role, u.Foreign = "PTY", false
				}
			}
		}
		if n := len(units); n > 0 && units[n-1].Kind == Adjectival && units[n-1].Last == first-1 && units[n-1].Country == "" && units[n-1].Code == "" && !units[n-1].Plural {
			u.First, u.Foreign, units = units[n-1].First, u.Foreign || s.Is(first-1, class.Abroad), units[:n-1] // the Communist government
		}
		u.Last = last
		if u.Country == "" {
			s.modified(&u, names)
		}
		if u.Country == "" {
			s.possessed(&u, units)
		}
		if u.Country == "" {
			s.described(&u)
		}
		if u.Country == "" && u.Mention < 0 && u.Code == "" && s.Text(last) == "bloc" && strings.EqualFold(s.Text(first-1), "the") {
			s.union(&u)
		}
		u.Name = strings.TrimSpace(s.doc.Text[s.Words[u.First].Start:s.Words[u.Last].End])
		units = append(units, u)
		i = last
	}
	s.Units, s.spare = units, names
	for i := range s.Units {
		s.Code(&s.Units[i])
	}
}

// hyphened says whether a hyphen stands right before the word at i, and right behind another one: "police-led", but "(Reuters) - Police".
func (s *Sentence) hyphened(i int) bool {
	return i > 1 && i < len(s.Words) && s.Text(i-1) == "-" && s.Words[i-2].End == s.Words[i-1].Start && s.Words[i-1].End == s.Words[i].Start
}

// body says whether a unit is the name of an organisation or a person.
func (s *Sentence) body(u *Unit) bool {
	if u.Mention < 0 {
		return false
	}
	t := s.found.Mentions[u.Mention].Type
	return t == entity.Org || t == entity.Person
}

// attributive says whether a few words between two others are adjectives or nouns: "French paper workers", "Japan's
// longest-serving leader".
func (s *Sentence) attributive(from, to int) bool {
	if to-from < 1 || to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		n := s.Node(i)
		if n == nil || s.Words[i].Class&class.Capital != 0 {
			return false
		}
		switch {
		case n.UPOS == "ADJ", n.UPOS == "NOUN", class.Hyphen(s.Text(i)), n.XPOS == "VBG", n.XPOS == "VBN":
		default:
			return false
		}
	}
	return true
}

// assumed says whether nothing but where the text plays tells the country of a name.
func (s *Sentence) assumed(u *Unit) bool {
	m := &s.found.Mentions[u.Mention]
	return u.Country == "" || m.Entity >= 0 && s.Bearers[m.Entity].Assumed
}

// modified gives a noun for an actor the country of a name that hangs on it in the tree: "French paper
// workers", "forces in Guinea".
func (s *Sentence) modified(u *Unit, names []Unit) {
	if s.Node(u.First) == nil {
		return
	}
	for i := range names {
		x := &names[i]
		n := s.Node(x.Last)
		if strings.HasPrefix(x.Code, "IGO") && x.Country == "" && x.Last < u.First && n.Relation == "compound" && s.owns(n.Head, u) {
			u.Mention, u.body = x.Mention, x.Code // the UN mission's spokesman
			return
		}
		if x.Country == "" || x.Mention < 0 || s.found.Mentions[x.Mention].Type == entity.Person {
			continue
		}
		if !u.Has(n.Head) || s.Parted(min(u.Last, x.Last), max(u.First, x.First), class.Comma|class.Stop) {
			continue
		}
		switch n.Relation {
		case "amod", "compound", "nmod:poss", "nmod":
			u.Country, u.Mention = x.Country, x.Mention
			if b, ok := s.BodyOf(x.Mention); ok && u.Role == "GOV" && b.Role != "" && s.Is(u.Last, class.Office|class.Part) {
				u.Role = b.Role // the party's state leadership
			}
			return
		}
	}
}

// owns says whether the noun at i is the owner of a unit.
func (s *Sentence) owns(i int, u *Unit) bool {
	n := s.Node(i)
	return n != nil && n.Relation == "nmod:poss" && u.Has(n.Head)
}

// Own says whether a word is a possessive pronoun of a body: "its troops".
func Own(word string) bool { return word == "its" || word == "their" || word == "his" || word == "her" }

// possessed gives a noun for an actor behind a possessive pronoun ("its security forces") the country of the last
// subject before it.
func (s *Sentence) possessed(u *Unit, before []Unit) {
	j := u.First - 1
	for n := s.Node(j); n != nil && (n.Relation == "compound" || n.Relation == "amod") && s.Words[j].Unit < 0; n = s.Node(j) {
		j--
	}
	if !Own(s.Text(j)) {
		return
	}
	for i := len(before) - 1; i >= 0; i-- {
		x := &before[i]
		if x.Country == "" || x.Kind == Adjectival || s.Is(x.First-1, class.Preposition) {
			continue
		}
		u.Country = x.Country
		return
	}
}

// union makes of "the bloc" the organisation of states that the text has named last.
func (s *Sentence) union(u *Unit) {
	all := s.found.Mentions
	for i, n := s.MentionsEnd(s.Index)-1, 0; i >= 0 && n < mostNear; i, n = i-1, n+1 {
		if m := &all[i]; m.End <= s.Words[u.First].Start && m.Type == entity.Org && m.Entity >= 0 {
			if x := s.Named(i, m); strings.HasPrefix(x.Code, "IGO") {
				u.Mention, u.Country, u.Role, u.Code, u.body = i, "", x.Role, x.Code, x.Code
				return
			}
		}
	}
}

// compass are the words that part a country of two in "North and South Korea".
func compass(word string) bool {
	return word == "North" || word == "South" || word == "East" || word == "West"
}

// Code gives a unit its CAMEO actor code: the gazetteer's, else country and role.
func (s *Sentence) Code(u *Unit) {
	switch {
	case u.body != "":
		u.Code, u.Country, u.Role = u.body, "", ""
	case u.Code != "" && u.Kind != Agent:
		if len(u.Code) == 3 && u.Role != "" && u.Code == u.Country {
			u.Code += u.Role
		}
	case u.Country != "" && u.Role != "":
		u.Code = u.Country + u.Role
	case u.Country != "":
		u.Code = u.Country
	default:
		u.Code = u.Role
	}
}

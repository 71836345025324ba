package event

import (
	"cmp"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
)

// people makes actors of a nationality with an unknown noun in the plural: "Palestinian
// prisoners". Their role is unknown.
func (s *scan) people() {
	for i := range s.units {
		u := &s.units[i]
		w := u.last + 1
		if u.kind != adjectival || u.plural || w >= len(s.words) || i+1 < len(s.units) && s.units[i+1].first <= w+1 {
			continue
		}
		noun := s.text(w)
		if len(noun) < 5 || noun[len(noun)-1] != 's' || s.words[w].entry != nil && (s.words[w].entry.role != "" || s.words[w].entry.noun) || s.words[w].class != 0 || !letter(noun) || s.text(w+1) == "-" {
			continue
		}
		u.kind, u.last, u.plural = agent, w, true
		u.name = s.in.Doc.Text[s.words[u.first].start:s.words[w].end]
	}
}

// names makes units of the mentions that can act.
func (s *scan) names() {
	from := 0
	s.mentions(func(i int, m *entity.Mention) {
		switch m.Type {
		case entity.Person, entity.Org, entity.GPE, entity.NORP, entity.Loc:
		default:
			if m.Type == entity.Fac && m.Entity >= 0 && s.bearers[m.Entity].code != "" {
				break // the Kremlin
			}
			for k := range s.words {
				if w := &s.words[k]; w.start >= m.Start && w.end <= m.End {
					w.class |= entitled
				}
			}
			return
		}
		for from < len(s.words) && s.words[from].end <= m.Start {
			from++
		}
		last := from
		for last+1 < len(s.words) && s.words[last+1].start < m.End {
			last++
		}
		if from >= len(s.words) || len(s.units) > 0 && s.units[len(s.units)-1].last >= from {
			return
		}
		u := s.named(i, m)
		u.first, u.last = from, last
		if from == last && compass(s.text(from)) && s.text(from+1) == "and" && compass(s.text(from+2)) {
			name := s.text(from) + " " + s.text(from+3)
			if country := entity.CountryOf(name); country != "" { // North and South Korea
				u.mention, u.name, u.country, u.code, u.role = -1, name, country, country, ""
			}
		}
		if m.Type == entity.Loc && u.code == "" && u.country == "" {
			return // a sea or a range acts in no event
		}
		if next := last + 1; m.Type != entity.Person && s.text(next) == "-" && next+1 < len(s.words) && s.words[next].start == s.words[last].end && s.words[next+1].start == s.words[next].end && s.words[next+1].class&capital == 0 {
			return // Moscow-backed, Egypt-like
		}
		if m.Type == entity.NORP {
			u.kind = adjectival
			u.plural = strings.HasSuffix(s.text(last), "s")
			if n := len(s.units); u.plural && n > 0 && s.units[n-1].kind == adjectival && s.units[n-1].last == from-1 && s.units[n-1].country != "" {
				u.country, u.code, u.role = s.units[n-1].country, "", "CVL" // Bosnian Serbs
			} else if u.plural && u.country == "" && u.code == "" && last > from {
				u.country = entity.CountryOf(s.text(from)) // Iraqi Kurds
			}
			if u.plural && u.role == "" {
				u.role = "CVL" // Iranians, Shiites
				u.foreign = u.country == "" && s.is(last, abroad)
			}
		}
		if n := len(s.units); m.Type == entity.Org && n > 0 && u.role != "" && u.mention >= 0 && m.Entity >= 0 && s.assumed(&u) {
			p := &s.units[n-1] // Iraq's Cabinet, the Iraqi Parliament
			if owner := from-p.last == 2 && possessiveMark(s.text(p.last+1)); p.country != "" && (owner || from-p.last == 1 && p.kind == adjectival) {
				u.country, u.code = p.country, ""
				s.code(&u)
			}
		}
		s.units = append(s.units, u)
	})
}

// named is a unit for the bearer of a mention, wherever it stands.
func (s *scan) named(i int, m *entity.Mention) unit {
	u := unit{mention: i, country: m.Country, role: m.Role, with: -1, same: -1}
	u.name = s.in.Doc.Text[m.Start:m.End]
	if m.Entity < 0 || m.Entity >= len(s.in.Found.Entities) {
		return u
	}
	e := &s.in.Found.Entities[m.Entity]
	u.name, u.code = e.Name, e.Actor
	if u.country == "" {
		u.country = e.Country
	}
	if b := &s.bearers[m.Entity]; b.code != "" || b.role != "" {
		u.country, u.role, u.code = b.country, b.role, b.code
		if u.code == "" {
			s.code(&u)
		}
	}
	return u
}

// agents makes units of nouns for actors. A nationality or an owner before one joins it; one
// right before a person's name is a title and gives the person country and role.
func (s *scan) agents() {
	names := s.units
	units := s.spare[:0]
	next := 0
	for i := 0; i < len(s.words); i++ {
		if next < len(names) && names[next].first == i {
			units = append(units, names[next])
			i = names[next].last
			next++
			continue
		}
		w, role, once := &s.words[i], s.nounRole(i), s.once(i)
		if role == "" {
			role = s.officeRole(i, names[next:])
		}
		if role == "" || w.class&entitled != 0 && w.class&capital != 0 || i > 0 && s.text(i-1) == "-" && once == "" || i+1 < len(s.words) && s.text(i+1) == "-" {
			continue
		}
		if n := s.node(i); n != nil && n.UPOS == "ADJ" && n.Relation == "amod" {
			continue // terrorist activities, a general strike
		}
		first, last := i, i
		if once != "" {
			first = i - 2
		}
		for last+1 < len(s.words) && (next >= len(names) || names[next].first > last+1) {
			r := s.nounRole(last + 1)
			if r == "" {
				break
			}
			last++                        // police officers, government troops: the last noun says who
			if !s.is(last, office|part) { // but the rebel leader is a rebel
				role = r
			}
		}
		u := unit{kind: agent, first: first, last: last, mention: -1, with: -1, same: -1}
		u.country, u.role = role[:len(role)-3], role[len(role)-3:]
		if once == "ex" && (u.role == "GOV" || u.role == "LEG") {
			u.role = "ELI"
		}
		u.plural = pluralAgent(s.text(last))
		start := s.head(first)
		if n := len(units); n > 0 {
			p := &units[n-1]
			gap := max(0, start-1-p.last) // none behind "his"
			owner := possessiveMark(s.text(p.last+1)) && (gap == 1 || s.attributive(p.last+2, start))
			if (gap == 0 || owner || p.kind == adjectival && s.attributive(p.last+1, start)) && p.kind != agent && (s.text(p.first-1) != "-" || n > 1 && units[n-2].kind == adjectival && p.first-units[n-2].last == 2) && p.country != "" && (p.kind == adjectival || owner || p.code != "" || p.role == "") {
				u.first, u.mention, u.country = p.first, p.mention, p.country
				if u.role == "GOV" && p.role != "" && (s.is(last, office) || p.role == "REB") && p.role != "ELI" && s.body(p) {
					u.role = p.role // leaders of a party
				}
				units = units[:n-1]
				if n > 1 && units[n-2].kind == adjectival && p.first-units[n-2].last == 2 && hyphen(s.text(p.first-1)) {
					u.first, units = units[n-2].first, units[:n-2] // Chinese-Vietnamese refugees
				}
			} else if (gap == 0 || owner) && p.kind == named && p.country == "" && strings.HasPrefix(p.code, "IGO") {
				u.first, u.mention, u.body = p.first, p.mention, p.code
				units = units[:n-1]
			}
		}
		if p := s.titled(last, names, next); p > last {
			last = p
		}
		if next < len(names) && names[next].first == last+1 && names[next].kind == named {
			name := &names[next] // President Putin, police chief Smith
			if u.country == "" {
				u.last = name.last
				s.modified(&u, names[:next])
			}
			if s.assumed(name) && u.country != "" {
				name.country, name.code = u.country, ""
			}
			if name.role == "" || last > first && s.is(last, office) && s.words[last].entry != nil && name.role == s.words[last].entry.role {
				name.role, name.code = u.role, "" // cartel leader Smith
			}
			if u.body != "" && name.code == "" {
				name.body = u.body // NATO chief Jane Roe
				if m := s.in.Found.Mentions[name.mention]; m.Entity >= 0 {
					s.bearers[m.Entity] = bearer{code: u.body}
				}
			}
			if u.mention >= 0 {
				name.first = u.first
			} else {
				name.first = first
			}
			i = last
			if name.first < first || name.first == first {
				units = append(units, *name)
				i = name.last
				next++
			}
			continue
		}
		if s.acting(&u, names, next) {
			last = names[next].last
			next++
		} else if u.country == "" && last+2 < len(s.words) && s.text(last+1) == "of" && next < len(names) && (names[next].first == last+2 || names[next].first == last+3 && s.is(last+2, determiner)) && names[next].country != "" && (names[next].kind != adjectival || names[next].plural) {
			u.country, u.mention = names[next].country, names[next].mention // the government of Sudan
			last = names[next].last
			next++
			for k := next; k < len(names) && u.plural && names[k].role == "" && names[k].country != "" && s.joins(last, names[k].last); k++ {
				names[k].role, names[k].code, names[k].plural = u.role, "", true // the guards of Norway, Sweden and Finland
			}
		}
		if n := len(units); n > 0 && units[n-1].kind == agent && s.is(u.last, office|part) && first-units[n-1].last == 2 && possessiveMark(s.text(first-1)) {
			u.role, u.country = units[n-1].role, cmp.Or(u.country, units[n-1].country) // the union's leadership
		}
		if s.text(u.last+1) == "from" && s.is(u.last+2, number) {
			u.foreign = true // leaders from 141 countries
		}
		if u.country == "" {
			s.ministry(&u, names[next:])
		}
		if s.is(last, office) {
			s.led(&u, names[next:])
		}
		for j := start; j <= last; j++ {
			u.foreign = u.foreign || s.is(j, abroad)
		}
		if n := len(units); u.country == "" && n > 0 && units[n-1].last == start-1 && units[n-1].kind != agent && (units[n-1].kind != adjectival || s.is(start-1, abroad)) && !domestic(u.role) && (!private(u.role) || s.body(&units[n-1])) {
			u.foreign = true // European officials, Hamas fighters, but Mapuche people
			if p := &units[n-1]; u.role == "GOV" && p.mention >= 0 && s.in.Found.Mentions[p.mention].Type == entity.Org {
				u.role = p.role // the president of a club
				if u.role == "" && strings.HasPrefix(s.text(last), "leader") {
					u.role, u.foreign = "PTY", false
				}
			}
		}
		if n := len(units); n > 0 && units[n-1].kind == adjectival && units[n-1].last == first-1 && units[n-1].country == "" && units[n-1].code == "" && !units[n-1].plural {
			u.first, u.foreign, units = units[n-1].first, u.foreign || s.is(first-1, abroad), units[:n-1] // the Communist government
		}
		u.last = last
		if u.country == "" {
			s.modified(&u, names)
		}
		if u.country == "" {
			s.possessed(&u, units)
		}
		if u.country == "" {
			s.described(&u)
		}
		if u.country == "" && u.mention < 0 && u.code == "" && s.text(last) == "bloc" && strings.EqualFold(s.text(first-1), "the") {
			s.union(&u)
		}
		u.name = strings.TrimSpace(s.in.Doc.Text[s.words[u.first].start:s.words[u.last].end])
		units = append(units, u)
		i = last
	}
	s.units, s.spare = units, names
	for i := range s.units {
		s.code(&s.units[i])
	}
}

// body says whether a unit is the name of an organisation or a person.
func (s *scan) body(u *unit) bool {
	if u.mention < 0 {
		return false
	}
	t := s.in.Found.Mentions[u.mention].Type
	return t == entity.Org || t == entity.Person
}

// attributive says whether a few words between two others are adjectives or nouns: "French paper workers", "Japan's
// longest-serving leader".
func (s *scan) attributive(from, to int) bool {
	if to-from < 1 || to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		n := s.node(i)
		if n == nil || s.words[i].class&capital != 0 {
			return false
		}
		switch {
		case n.UPOS == "ADJ", n.UPOS == "NOUN", hyphen(s.text(i)), n.XPOS == "VBG", n.XPOS == "VBN":
		default:
			return false
		}
	}
	return true
}

// assumed says whether nothing but where the text plays tells the country of a name.
func (s *scan) assumed(u *unit) bool {
	m := &s.in.Found.Mentions[u.mention]
	return u.country == "" || m.Entity >= 0 && s.bearers[m.Entity].assumed
}

// modified gives a noun for an actor the country of a name that hangs on it in the tree: "French paper
// workers", "forces in Guinea".
func (s *scan) modified(u *unit, names []unit) {
	if s.node(u.first) == nil {
		return
	}
	for i := range names {
		x := &names[i]
		if x.country == "" || x.mention < 0 || s.in.Found.Mentions[x.mention].Type == entity.Person {
			continue
		}
		n := s.node(x.last)
		if n.Head < u.first || n.Head > u.last || s.parted(min(u.last, x.last), max(u.first, x.first), comma|stop) {
			continue
		}
		switch n.Relation {
		case "amod", "compound", "nmod:poss", "nmod":
			u.country, u.mention = x.country, x.mention
			if b, ok := s.bodyOf(x.mention); ok && u.role == "GOV" && b.role != "" && s.is(u.last, office|part) {
				u.role = b.role // the party's state leadership
			}
			return
		}
	}
}

// own says whether a word is a possessive pronoun of a body: "its troops".
func own(word string) bool { return word == "its" || word == "their" || word == "his" || word == "her" }

// possessed gives a noun for an actor behind a possessive pronoun ("its security forces") the country of the last
// subject before it.
func (s *scan) possessed(u *unit, before []unit) {
	j := u.first - 1
	for n := s.node(j); n != nil && (n.Relation == "compound" || n.Relation == "amod") && s.words[j].unit < 0; n = s.node(j) {
		j--
	}
	if !own(s.text(j)) {
		return
	}
	for i := len(before) - 1; i >= 0; i-- {
		x := &before[i]
		if x.country == "" || x.kind == adjectival || s.is(x.first-1, preposition) {
			continue
		}
		u.country = x.country
		return
	}
}

// union makes of "the bloc" the organisation of states that the text has named last.
func (s *scan) union(u *unit) {
	all := s.in.Found.Mentions
	for i, n := s.mentionsEnd(s.sentence)-1, 0; i >= 0 && n < mostNear; i, n = i-1, n+1 {
		if m := &all[i]; m.End <= s.words[u.first].start && m.Type == entity.Org && m.Entity >= 0 {
			if x := s.named(i, m); strings.HasPrefix(x.code, "IGO") {
				u.mention, u.country, u.role, u.code, u.body = i, "", x.role, x.code, x.code
				return
			}
		}
	}
}

// compass are the words that part a country of two in "North and South Korea".
func compass(word string) bool {
	return word == "North" || word == "South" || word == "East" || word == "West"
}

// code gives a unit its CAMEO actor code: the gazetteer's, else country and role.
func (s *scan) code(u *unit) {
	switch {
	case u.body != "":
		u.code, u.country, u.role = u.body, "", ""
	case u.code != "" && u.kind != agent:
		if len(u.code) == 3 && u.role != "" && u.code == u.country {
			u.code += u.role
		}
	case u.country != "" && u.role != "":
		u.code = u.country + u.role
	case u.country != "":
		u.code = u.country
	default:
		u.code = u.role
	}
}

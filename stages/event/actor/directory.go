package actor

import (
	"strings"

	"github.com/newsmill/newsmill/data/directory"
	"github.com/newsmill/newsmill/stages/entity"
)

// inDirectory is for whom a body or a person acts by data/directory: of those of a name the one where the text plays, or the only
// one whose state the text names.
func (c *Cast) inDirectory(kind entity.Type, name string) (b Bearer, ok bool) {
	table := directory.Bodies
	if kind == entity.Person {
		table = directory.People
	}
	all := directory.Find(table, name)
	if all == nil {
		all = directory.Find(table, strings.TrimPrefix(name, "The "))
	}
	found := false
	for _, e := range all {
		role := roleInDirectory(e.Kind, kind)
		switch {
		case role == "" || e.Country == "-":
		case e.Country == c.Focus:
			return Bearer{Country: e.Country, Role: role}, true
		case c.Countries[e.Country] || len(all) == 1 && strings.Contains(name, " "):
			b, ok, found = Bearer{Country: e.Country, Role: role}, !found, true
		}
	}
	return b, ok
}

// roleInDirectory is the CAMEO role of a kind of body, or of a person's calling; "" is none.
func roleInDirectory(kind string, of entity.Type) string {
	switch kind {
	case "BUS", "COP", "CRM", "EDU", "GOV", "JUD", "LAB", "LEG", "MED", "MIL", "NGO", "OPP", "PTY", "REB", "REL", "SPY":
		return kind
	case "SPO", "CUL":
		if of == entity.Person {
			return "CVL"
		}
	}
	return ""
}

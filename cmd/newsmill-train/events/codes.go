package events

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event"
)

// partyMark is the country and the role of a party as a reader has marked them, "-" where it has none.
type partyMark struct{ country, role string }

// span is where words stand, in characters.
type span = [2]int

// readParties reads marked parties by article and place.
func readParties(path string) (map[string]map[span]partyMark, error) {
	return readMarks(path, func(f []string) (at span, mark partyMark, err error) {
		if _, err = fmt.Sscanf(f[0], "%d-%d", &at[0], &at[1]); err != nil {
			err = fmt.Errorf("%q: %w", f[0], err)
		}
		return at, partyMark{f[1], f[2]}, err
	})
}

// codeExample is a marked party as a side of an event.
type codeExample struct {
	event.Coding
	right [2][]bool // its roles and countries that are right
	state bool      // it is a state or its government, which count as one
	fold  int       // of its article, -1 where it is of none
}

// Marks that say that a party is none, and of which it is that there is no role for.
const (
	noParty = "X"
	sports  = "SPO"
)

// worlds are the parts of the world that a mark may have in place of a country.
var worlds = []string{"AFR", "EUR", "WST", "ASA", "MEA", "LAM"}

// heirs are the states that texts may have for those that are no more.
var heirs = map[string]string{"SUN": "RUS", "YUG": "SRB"}

// newCodeExample says which roles and countries of a coding are right by a mark.
func newCodeExample(c event.Coding, m partyMark, fold int) *codeExample {
	e := &codeExample{Coding: c, fold: fold, state: m.country != "-" && (m.role == "-" || m.role == "GOV")}
	role, country := m.role, m.country
	switch role {
	case "-":
		role = ""
	case sports:
		role = "CVL"
	}
	if country == "-" || slices.Contains(worlds, country) {
		country = ""
	}
	for _, x := range c.Roles {
		e.right[0] = append(e.right[0], x == role)
	}
	for _, x := range c.Countries {
		e.right[1] = append(e.right[1], x == country || x != "" && x == heirs[country])
	}
	return e
}

// isRole says whether a role is right: for a state that of its government is, and the other way round.
func (e *codeExample) isRole(role string) bool {
	i := slices.Index(e.Roles, role)
	return i >= 0 && e.right[0][i] || e.state && (role == "" || role == "GOV")
}

// isCountry says whether a country is.
func (e *codeExample) isCountry(country string) bool {
	i := slices.Index(e.Countries, country)
	return i >= 0 && e.right[1][i]
}

// parties are the sides of a trigger marked by hand of which country and role are marked too.
func (e *sideExample) parties(c *event.Choice, m *sideMark, offsets []int, marked map[span]partyMark) (codes []*codeExample) {
	if m.teacher {
		return nil
	}
	for side, spans := range m.sides {
		other := -1
		if others := m.sides[1-side]; len(others) > 0 {
			other = e.headed(offsets[others[0][0]], offsets[others[0][1]])
		}
		for _, at := range spans {
			mark, ok := marked[at]
			i := e.headed(offsets[at[0]], offsets[at[1]])
			if !ok || mark.role == noParty || i < 0 || i == other {
				continue
			}
			if coding, ok := c.Code(side, i, other); ok {
				codes = append(codes, newCodeExample(coding, mark, e.fold))
			}
		}
	}
	return codes
}

// plainCodes teach that the rules know who acts in sentences that stand alone, which news does not tell.
func plainCodes(sentences []string) (codes []*codeExample) {
	for _, sentence := range sentences {
		event.Choices(readForSides(sentence), func(c *event.Choice) {
			for side, at := range c.Rules {
				if at < 0 || at == c.Rules[1-side] {
					continue
				}
				if coding, ok := c.Code(side, at, c.Rules[1-side]); ok {
					codes = append(codes, newCodeExample(coding, partyMark{coding.Country, coding.Role}, -1))
				}
			}
		})
	}
	return codes
}

// plainSentences are those with which the patterns say what they find (data/events), and those of a file; lines with # are none.
func plainSentences(paths ...string) (all []string, err error) {
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(file)) {
			if rest, ok := strings.CutPrefix(line, "> "); ok {
				sentence, _, _ := strings.Cut(rest, " => ")
				all = append(all, sentence)
			}
		}
	}
	return all, nil
}

package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/clause"
)

// census is what was decided of those who bear names and of the sides in the open sentence.
type census struct {
	nouns    map[uint32]string
	features []uint32
	buffer   []byte
	around   []land
	told     []decision
	roles    map[reputed]string // the role that the document tells of each entity, once it was asked for
}

// reputed is an entity by the code and the name that the rules have for it.
type reputed struct {
	entity     int
	code, name string
}

// note keeps of which country each noun for an actor was last: that of "the court" may be told sentences before.
func (s *scan) note() {
	if s.in.Doc.Words == nil {
		return
	}
	for i := range s.Units {
		if u := &s.Units[i]; u.Kind == clause.Agent && u.Country != "" {
			if s.census.nouns == nil {
				s.census.nouns = map[uint32]string{}
			}
			s.census.nouns[s.nounOf(u)] = u.Country
		}
	}
}

// nounOf is the hash of the noun that heads a unit.
func (s *scan) nounOf(u *clause.Unit) uint32 {
	return hashed(strings.ToLower(s.Node(s.HeadOf(u)).Lemma))
}

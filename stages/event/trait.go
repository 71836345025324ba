package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/lookup"
)

// trait is what features hold of a word, so that it is hashed once for all triggers of a sentence.
type trait struct {
	lemma    uint32 // hash of its ground form, in small letters
	word     uint32
	relation uint32 // hashes
	tag      uint32
	groups   cluster.Groups // of words that are used as it is
	head     int32
	prep     int32 // the first word that hangs on it as its preposition; -1 is none
	shares   bool  // it has the sides of the word that it hangs on
}

// study fills the traits of the sentence.
func (s *scan) study() {
	if s.studied == s.sentence {
		return
	}
	s.studied, s.traits = s.sentence, s.traits[:0]
	for i := range s.words {
		n := s.node(i)
		word := strings.ToLower(s.text(i))
		h := lookup.Hash(word)
		s.traits = append(s.traits, trait{
			lemma: hashed(strings.ToLower(n.Lemma)), word: uint32(h), relation: hashed(n.Relation), tag: hashed(n.XPOS),
			groups: cluster.Default.Of(h), head: int32(n.Head), prep: -1, shares: shares(n.Relation),
		})
	}
	for i := range s.traits {
		if h := s.traits[i].head; h >= 0 && int(h) < len(s.traits) && s.traits[h].prep < 0 && s.node(i).Relation == "case" {
			s.traits[h].prep = int32(i)
		}
	}
}

// lemmaAt is the hash of the ground form of the word at i, 0 outside of the sentence.
func (s *scan) lemmaAt(i int) uint32 {
	if i < 0 || i >= len(s.traits) {
		return 0
	}
	return s.traits[i].lemma
}

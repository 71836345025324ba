package clause

import (
	"strings"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/lookup"
)

// Trait is what features hold of a word, so that it is hashed once for all triggers of a sentence.
type Trait struct {
	Lemma    uint32 // hash of its ground form, in small letters
	Word     uint32
	Relation uint32 // hashes
	Tag      uint32
	Groups   cluster.Groups // of words that are used as it is
	Head     int32
	Prep     int32 // the first word that hangs on it as its preposition; -1 is none
	shares   bool  // it has the sides of the word that it hangs on
}

// Study fills the traits of the sentence.
func (s *Sentence) Study() {
	if s.studied == s.Index {
		return
	}
	s.studied, s.Traits = s.Index, s.Traits[:0]
	for i := range s.Words {
		n := s.Node(i)
		word := strings.ToLower(s.Text(i))
		h := lookup.Hash(word)
		s.Traits = append(s.Traits, Trait{
			Lemma: uint32(lookup.Hash(strings.ToLower(n.Lemma))), Word: uint32(h), Relation: uint32(lookup.Hash(n.Relation)), Tag: uint32(lookup.Hash(n.XPOS)),
			Groups: cluster.Default.Of(h), Head: int32(n.Head), Prep: -1, shares: shares(n.Relation),
		})
	}
	for i := range s.Traits {
		if h := s.Traits[i].Head; h >= 0 && int(h) < len(s.Traits) && s.Traits[h].Prep < 0 && s.Node(i).Relation == "case" {
			s.Traits[h].Prep = int32(i)
		}
	}
}

// LemmaAt is the hash of the ground form of the word at i, 0 outside of the sentence.
func (s *Sentence) LemmaAt(i int) uint32 {
	if i < 0 || i >= len(s.Traits) {
		return 0
	}
	return s.Traits[i].Lemma
}

// Package parse finds the dependency tree of an English sentence in the relations of Universal
// Dependencies.
//
// It is a greedy transition-based parser: in two steps for each word, it decides by a linear model
// of sparse features which of three moves comes next, and by another one what the relation of an
// arc is. (Goldberg and Nivre, "Training deterministic parsers with non-deterministic oracles",
// 2013.) It goes through a sentence twice: from its end, and then from its beginning with what came
// out for a guide, so that it knows what is still to come. (Nivre and McDonald, "Integrating
// graph-based and transition-based dependency parsers", 2008.) Time and memory are linear in the
// words.
package parse

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// MaxRelations is how many relations a parser may tell apart.
const MaxRelations = 128

// RootRelation is the place of the relation that a word has to the root, and to no other word.
const RootRelation = 0

// A Parser is safe for concurrent use.
type Parser struct {
	Relations []string
	mark      int // the relation of marks of punctuation
	voices    voices
	Backward  Pass
	Forward   Pass
}

// A Pass is the models of one way through a sentence. That of moves tells how much better than Shift
// the others are: it has no class for Shift itself.
type Pass struct {
	Moves, Labels linear.Staged
}

// Read takes a parser from the head of bytes that it goes on to use, and gives the bytes behind it.
func Read(stored []byte) (*Parser, []byte, error) {
	if len(stored) < 4 {
		return nil, nil, errors.New("parser: cut short")
	}
	size := binary.LittleEndian.Uint32(stored)
	if stored = stored[4:]; uint64(size) > uint64(len(stored)) {
		return nil, nil, errors.New("parser: cut short")
	}
	p := &Parser{Relations: strings.Fields(string(stored[:size]))}
	if p.mark = slices.Index(p.Relations, "punct"); p.mark < 0 {
		return nil, nil, errors.New("parser: no relation of punctuation")
	}
	p.voices = voicesOf(p.Relations)
	var err error
	stored = stored[size:]
	for _, pass := range []*Pass{&p.Backward, &p.Forward} {
		if *pass, stored, err = ReadPass(stored); err != nil {
			return nil, nil, err
		}
		if pass.Moves.Classes != Moves-1 || len(p.Relations) > MaxRelations || pass.Labels.Classes != len(p.Relations) {
			return nil, nil, errors.New("parser: relations and models differ")
		}
	}
	return p, stored, nil
}

// ReadPass takes a pass from the head of bytes that it goes on to use, and gives the bytes behind it.
func ReadPass(stored []byte) (p Pass, rest []byte, err error) {
	if p.Moves, rest, err = linear.ReadStaged(stored); err != nil {
		return p, nil, err
	}
	p.Labels, rest, err = linear.ReadStaged(rest)
	return p, rest, err
}

// Parse leaves the tree of one sentence, whose words have their tags, in s.Nodes: heads by number
// from 0, that of the root is len(words); relations as places in p.Relations.
func (p *Parser) Parse(words []tag.Word, s *State) {
	s.Guide = nil
	s.bare = Bare(s.bare[:0], words)
	s.reversed = Reversed(s.reversed[:0], s.bare)
	p.Backward.Run(s.reversed, s)
	s.guide = s.Mirror(s.guide[:0])
	s.Guide = s.guide
	p.Forward.Run(s.bare, s)
	if len(s.bare) < len(words) {
		s.hang(words, p.mark)
	}
	p.voices.agree(s.Nodes)
}

// Run goes once through the words, with what s.Guide says of them.
func (p Pass) Run(words []tag.Word, s *State) {
	s.Reset(words)
	for !s.Done() {
		move, relation := s.only(), None
		if move == None {
			move = p.move(words, s)
		}
		if move != Shift {
			if head, word := s.Arc(move); head == len(words) {
				relation = RootRelation
			} else {
				relation = p.relation(words, s, head, word)
			}
		}
		s.Do(move, relation)
	}
}

// move decides which comes next.
func (p Pass) move(words []tag.Word, s *State) int {
	var features [linear.MaxFeatures]uint32
	var scores [Moves]uint16
	moment, best := s.Look(words), None
	for stage := range Stages {
		f := moment.Features(features[:0], stage)
		p.Moves.Add(f, scores[Shift+1:])
		scores[Shift] += uint16(len(f)) * linear.Zero
		var ahead uint16
		if best, ahead = s.best(scores[:]); ahead >= p.Moves.Sure {
			break
		}
	}
	return best
}

// best is the move with the highest score of those that are allowed, of equals the first, and how
// far it is ahead of the next.
func (s *State) best(scores []uint16) (best int, ahead uint16) {
	best, ahead = None, 0
	for m := range Moves {
		switch {
		case !s.Can(m):
		case best == None:
			best, ahead = m, math.MaxUint16
		case scores[m] > scores[best]:
			best, ahead = m, scores[m]-scores[best]
		default:
			ahead = min(ahead, scores[best]-scores[m])
		}
	}
	return best, ahead
}

// relation decides what a word is to its head.
func (p Pass) relation(words []tag.Word, s *State, head, word int) int {
	var features [linear.MaxFeatures]uint32
	var scores [MaxRelations]uint16
	bond, best := s.Bond(words, head, word), None
	for stage := range Stages {
		p.Labels.Add(bond.Features(features[:0], stage), scores[:])
		var ahead uint16
		if best, ahead = linear.Ahead(scores[RootRelation+1 : p.Labels.Classes]); ahead >= p.Labels.Sure {
			break
		}
	}
	return best + RootRelation + 1
}

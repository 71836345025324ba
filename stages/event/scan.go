package event

import (
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/event/field"
	"github.com/newsmill/newsmill/stages/event/status"
	"github.com/newsmill/newsmill/stages/linear"
)

// scan reads one sentence after another and keeps its buffers.
type scan struct {
	clause.Sentence
	in       *Input
	actors   uint32 // how many of the sentence's own units have a code
	triggers []trigger
	detected []trigger // of a sentence, those that no pattern names
	held     []bool    // the words of triggers, and of what patterns have for none
	statuses status.Reader
	choice   choice
	passages []field.Passage // what each sentence is about
	whole    field.Passage   // what the text is about
	patterns bool            // triggers are those of patterns alone, for learning
	census   census
}

// newScan reads who bears the names of a document.
func newScan(in *Input) *scan {
	table := in.Patterns.orOurs().table
	s := &scan{in: in}
	s.Sentence = clause.New(in.Doc, in.Found, in.Times, in.Quotes, actor.Read(in.Doc, in.Found, in.Anchor, in.Dateline, table), table)
	s.passages, s.whole = field.Read(in.Doc, in.Times, in.Anchor)
	s.statuses = status.Reader{Sentence: &s.Sentence}
	return s
}

// each calls yield with each sentence that may tell an event open, its units and triggers found.
func (s *scan) each(yield func()) {
	for n := range s.in.Doc.Sentences {
		s.triggers, s.census.told = s.triggers[:0], s.census.told[:0]
		if !s.Open(n) {
			continue
		}
		s.Find()
		s.note()
		s.triggersOf()
		s.actors = 0
		for i := range s.Units {
			s.actors += linear.Truth(s.Units[i].Code != "")
		}
		s.detect()
		yield()
		s.Remember()
	}
	s.Leave()
}

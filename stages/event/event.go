// Package event codes who did what to whom, in the terms of CAMEO.
//
// A dictionary of patterns (data/events, one file for each root of the code book) finds the
// triggers: verbs and nouns with the words that must follow them. No pattern, no event: there
// is no default code, and nothing stands for a bare "said". The steps for each sentence:
//
//   - words and units: each token gets its classes and, by its neighbours, its reading as verb or noun; names and nouns for
//     actors become the units of the sentence, with the preposition before them and the country of the adjective or owner
//     (package clause). Who bears the names was told before, for the whole text (package actor);
//   - triggers: the longest pattern at a place wins (trigger.go);
//   - sides: source and target from the clause around the trigger, through passives, relative
//     clauses, coordination and light verbs (side.go), and from the tree of dependencies where the
//     order of words does not tell (doer.go); then a model chooses (choose.go), and two more give each its
//     role and its country (party.go);
//   - acts of speech: who is going to do something, asks, demands, refuses or threatens it has an
//     event of his own by a table of acts and roots (embed.go);
//   - status: actual, ongoing, scheduled, conditional, hypothetical or denied, by rules and a model that
//     knows what they say (package status);
//   - whether that is an event: by rules of who may do what (count.go), and a model of triggers that has the last word (judge.go).
//
// Last, what its text tells of sport, a plot, a recipe, a market or the far past is left out (gate.go, by what package field tells of
// each sentence), and sides that their sentence leaves open are sought in the rest of the text (implicit.go).
//
// Below are packages that need less than all of that, each importing only those named before it: cameo (codes and roles), class (kinds
// of words), model (the trained models), pattern (the pattern files and the lexicon), field, actor, clause, status.
//
// An event needs a source or a target that is an actor; statements and appeals (01, 02) need both.
//
// Its day is that of an expression of time in the trigger's clause or at the head of its sentence. Without
// one there is none, but for one case: what the first paragraph tells in the past tense as its main clause
// has the day of publication, with the basis "publication".
package event

import (
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
)

// Input is a document with all that the earlier stages found in it.
type Input struct {
	Doc      *syntax.Document
	Found    *entity.Found
	Times    []when.Time
	Quotes   []quote.Quote
	Anchor   when.Anchor // the publication day, if known
	Dateline int         // mention of the dateline's place; -1 is none
	Patterns *Patterns   // nil are newsmill's own
}

// Telling is one event told in one sentence.
type Telling struct {
	Sentence     int
	TriggerStart int // bytes of the text
	TriggerEnd   int
	Ordinal      int    // tells apart the events of one trigger, 0-based
	Code         string // CAMEO, 2 to 4 digits
	Status       string // actual, ongoing, scheduled, conditional, hypothetical, denied
	Rule         string // the pattern that fired
	Score        float32
	Source       actor.Actor
	Target       actor.Actor
	Reciprocal   bool
	Place        int    // mention; -1 is none
	PlaceBasis   string // argument, sentence, dateline; "" without a place
	Time         int    // time expression; -1 is none
	Quote        int    // quote it stands in; -1 is none
	AttributedTo int    // mention of who says so; -1 is none
	From, To     when.Day
	Precision    string
	DateBasis    string // text, publication; "" is unknown
	modelled     bool   // the rules alone do not tell it
	own          bool   // by a pattern of the user's
	mutual       bool   // both do it to each other, where there are both
	shape        shape
	cleared      []actor.Actor // who is not its source, whoever the text names
}

// Code gives the events that a document tells, in text order. The patterns are English: a document
// known to be in another language has none.
func Code(in *Input) []Telling {
	if !readable(in) {
		return nil
	}
	s := newScan(in)
	return s.implied(s.tellings())
}

func readable(in *Input) bool { return segment.English(in.Doc.Language) }

// tellings are what the sentences of the document tell, each by itself.
func (s *scan) tellings() (tellings []Telling) {
	s.each(func() { tellings = s.tell(tellings) })
	return s.gate(tellings)
}

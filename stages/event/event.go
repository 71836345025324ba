// Package event codes who did what to whom, in the terms of CAMEO.
package event

import "github.com/newsmill/newsmill/stages/when"

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
	Source       Actor
	Target       Actor
	Reciprocal   bool
	Place        int    // mention; -1 is none
	PlaceBasis   string // argument, sentence, dateline; "" without a place
	Time         int    // time expression; -1 is none
	Quote        int    // quote it stands in; -1 is none
	AttributedTo int    // mention of who says so; -1 is none
	From, To     when.Day
	Precision    string
	DateBasis    string // text, publication; "" is unknown
}

// Actor is one side of an event. Mention is -1 for actors without a name ("police").
type Actor struct {
	Mention int
	Name    string // as the entity, or the noun, has it; "" is no actor
	Code    string // CAMEO actor code; "" is unknown
	Country string // ISO 3166-1 alpha-3; "" is unknown
	Role    string // CAMEO role; "" is unknown
}

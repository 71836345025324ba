// Package actor tells for whom those act whom a text names, in the terms of CAMEO: of which country somebody is, and which role he has
// in it.
//
// [Read] goes through a document once, before any of its sentences is looked at for events. In go the names that the stage of
// names has found, each with its entity; out comes the [Cast]: for each entity its [Bearer], by the lists of data/actors and
// data/directory (who leads or led states, parties and bodies, and when), by the title before a name ("NATO chief Jane Roe"), the
// apposition behind it ("Roe, the foreign minister of Norway,") and the words of a body's name ("Taiwan High Prosecutors'
// Office"). What one mention tells holds for all. Names mean other bodies in other countries, so the country where the text plays is
// found first, and the names are read again with it.
//
// An [Actor] is a bearer as one side of an event. Which nouns of a sentence are actors without a name ("police") is told by the
// sentence, in stages/event.
package actor

import (
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/cameo"
)

// Actor is one side of an event. Mention is -1 for actors without a name ("police"); where an
// adjective or owner names the country ("Russian troops"), it is that name's.
type Actor struct {
	Mention int
	Name    string // as the entity, or the noun, has it; "" is no actor
	Code    string // CAMEO actor code; "" is unknown
	Country string // ISO 3166-1 alpha-3; "" is unknown
	Role    string // CAMEO role; "" is unknown
	Afar    bool   // he is inferred from the rest of the text
	Rules   *Actor // as the rules code it, where a model does it otherwise
}

// Basis is what tells who an actor is: the clause of the trigger, or, inferred, the rest of the text; "" is nobody.
func (a Actor) Basis() string {
	switch {
	case a.Name == "":
		return ""
	case a.Afar:
		return "text"
	}
	return "sentence"
}

// SameState says whether two actors are one state, by its name or its capital's, or it and its government. Towns and others in it are not.
func (a Actor) SameState(b Actor) bool {
	itself := func(x Actor) bool {
		return x.Role == "" && x.Code == x.Country && entity.CountryOf(x.Name) == x.Country
	}
	return a.Country != "" && a.Country == b.Country && (itself(a) && (itself(b) || b.Role == "GOV") || itself(b) && a.Role == "GOV")
}

// Ruled is an actor as the rules code it.
func (a Actor) Ruled() Actor {
	if a.Rules != nil {
		return *a.Rules
	}
	return a
}

// Nobody is no actor.
var Nobody = Actor{Mention: -1}

// Vague says whether an actor is a part of society and no more: what it does or suffers is no event by itself.
func (a Actor) Vague() bool {
	if a.Code == "" {
		return true
	}
	return cameo.Private(a.Role) && a.Mention < 0
}

// Brief is the actor's code; "-" is no actor, and "?" one without a code.
func (a Actor) Brief() string {
	switch {
	case a.Code != "":
		return a.Code
	case a.Name != "":
		return "?"
	}
	return "-"
}

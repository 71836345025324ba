// Package model has the trained models by which events are coded, as data/sides embeds them: log-linear ones over hashed features, each
// with a few numbers in front of its weights that say what to do with its scores. stages/event gives the features and asks; what
// learns the weights writes them with the Append functions here, so that a model is written and read in one place.
//
// All of them know what the rules say and must be clearly likelier to overrule them: by a margin, in the unit of their weights. How far a
// choice is ahead of the next one, its lead, tells by a table of shares how many such choices are right, and so how sure one is.
package model

import (
	"io"
	"sync"

	"github.com/newsmill/newsmill/data/sides"
	"github.com/newsmill/newsmill/stages/linear"
)

var (
	openSides     = sync.OnceValue(func() *Chooser { return newChooser(opened(sides.Model, header)) })
	openActs      = sync.OnceValue(func() *Acts { return newActs(opened(sides.Acts, 8)) })
	openRoles     = sync.OnceValue(func() *Coder { return openCoder(sides.Roles) })
	openCountries = sync.OnceValue(func() *Coder { return openCoder(sides.Countries) })
	openStatuses  = sync.OnceValue(func() *Standing { return newStanding(opened(sides.Statuses, standingHeader)) })
	openTriggers  = sync.OnceValue(func() *Detector { return newDetector(opened(sides.Triggers, detectorHeader)) })
	openGaps      = sync.OnceValue(func() *Implicit { return newImplicit(opened(sides.Implicit, implicitHeader)) })
)

// OpenSides opens the model of who the sides of a trigger are.
func OpenSides() *Chooser { return openSides() }

// OpenActs opens that of whether a trigger of a pattern tells an act.
func OpenActs() *Acts { return openActs() }

// OpenTriggers opens that of the root of the act that a word tells, if any.
func OpenTriggers() *Detector { return openTriggers() }

// OpenRoles opens that of the role of a side.
func OpenRoles() *Coder { return openRoles() }

// OpenCountries opens that of the country of a side.
func OpenCountries() *Coder { return openCountries() }

// OpenStatuses opens that of the status of a trigger.
func OpenStatuses() *Standing { return openStatuses() }

// OpenGaps opens that of who is the side that a sentence leaves open.
func OpenGaps() *Implicit { return openGaps() }

// opened unpacks an embedded model and what stands before its weights, header bytes.
func opened(packed []byte, header int) (head []byte, m *linear.Model) {
	stored, err := linear.Unpack(packed)
	if err == nil && len(stored) < header {
		err = io.ErrUnexpectedEOF
	}
	if err == nil {
		m, _, err = linear.Read(stored[header:])
	}
	if err != nil {
		panic(err) // a build with it fails its tests
	}
	return stored[:header], m
}

// Package sides holds the models by which stages/event tells acts, and chooses who does them and to whom. CARD.md says what they were
// learned from.
package sides

import _ "embed"

// Model is the packed model of sources and targets.
//
//go:embed sides.bin
var Model []byte

// Acts is the packed model of which triggers tell an act.
//
//go:embed acts.bin
var Acts []byte

// Triggers is the packed model of words that tell an act, and of its root.
//
//go:embed triggers.bin
var Triggers []byte

// Roles is the packed model of the roles of parties.
//
//go:embed roles.bin
var Roles []byte

// Statuses is the packed model of the statuses of acts.
//
//go:embed status.bin
var Statuses []byte

// Countries is the packed model of their countries.
//
//go:embed countries.bin
var Countries []byte

// Implicit is the packed model of who has a part in an act whose sentence names nobody for it.
//
//go:embed implicit.bin
var Implicit []byte

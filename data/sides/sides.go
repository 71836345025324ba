// Package sides holds the model by which stages/event chooses who does an act and to whom. CARD.md says what it was
// learned from.
package sides

import _ "embed"

// Model is the packed model of sources and targets.
//
//go:embed sides.bin
var Model []byte

// Package names holds the model that finds names in English text. CARD.md says what it was
// trained on and how to train it again.
package names

import _ "embed"

// Model is read by stages/name.
//
//go:embed names.bin
var Model []byte

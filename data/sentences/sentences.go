// Package sentences holds the model that tells where English sentences end. CARD.md says what it
// was trained on and how to train it again.
package sentences

import _ "embed"

// Model is read by stages/segment.
//
//go:embed sentences.bin
var Model []byte

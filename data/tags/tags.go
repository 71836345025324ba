// Package tags holds the model that tells parts of speech and lemmas. CARD.md says what it was
// trained on and how to train it again.
package tags

import _ "embed"

// Model is read by stages/syntax.
//
//go:embed tags.bin
var Model []byte

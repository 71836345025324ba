// Package blocks holds the model that tells the blocks of an article from the rest of its page.
// CARD.md says what it was trained on and how to train it again.
package blocks

import _ "embed"

// Model is read by stages/extract.
//
//go:embed blocks.bin
var Model []byte

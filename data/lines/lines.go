// Package lines holds the model that tells the lines of an article from the rest of a page that
// came as flattened text. CARD.md says what it was trained on and how to train it again.
package lines

import _ "embed"

// Model is read by stages/clean.
//
//go:embed lines.bin
var Model []byte

// Package names holds the model that finds names in English text. CARD.md says what it was
// trained on and how to train it again.
package names

import _ "embed"

// Model is read by stages/name.
//
//go:embed names.bin
var Model []byte

// Phrases are the gazetteer's phrases and words, packed.
//
//go:embed phrases.bin
var Phrases []byte

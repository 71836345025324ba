// Package parse holds the model that finds dependency trees and morphological features. CARD.md
// says what it was trained on and how to train it again.
package parse

import _ "embed"

// Model is read by stages/syntax.
//
//go:embed parse.bin
var Model []byte

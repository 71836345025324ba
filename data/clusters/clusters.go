// Package clusters holds groups of words that are used alike. CARD.md says what they were made
// from and how to make them again.
package clusters

import _ "embed"

// Table is read by stages/cluster.
//
//go:embed clusters.bin
var Table []byte

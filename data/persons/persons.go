// Package persons holds how often words stand first and last in names of persons. CARD.md says
// what it was made from and how to make it again.
package persons

import _ "embed"

// Table is read by stages/bearer.
//
//go:embed persons.bin
var Table []byte

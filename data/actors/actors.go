// Package actors tells for which state, body or part of society well-known people and bodies act,
// in CAMEO's codes. CARD.md says where the lists come from.
package actors

import _ "embed"

var (
	//go:embed people.tsv
	People string
	//go:embed bodies.tsv
	Bodies string
	//go:embed words.tsv
	Words string
)

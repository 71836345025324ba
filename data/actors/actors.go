// Package actors tells for which state, body or part of society well-known people and bodies act,
// in CAMEO's codes. CARD.md says where the lists come from.
package actors

import (
	_ "embed"
	"strings"
)

var (
	//go:embed people.tsv
	People string
	//go:embed bodies.tsv
	Bodies string
	//go:embed words.tsv
	Words string
	//go:embed terms.tsv
	Terms string
	//go:embed pairs.tsv
	Pairs string
	//go:embed regions.tsv
	Regions string
)

// EachRow calls f for each line of a table: who or what it is of, and the names.
func EachRow(table string, f func(of, names string)) {
	for line := range strings.Lines(table) {
		if of, names, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && of[0] != '#' {
			f(of, names)
		}
	}
}

// Package gazetteer holds the names that the stages know: countries, cities, organisations,
// titles, given names, and the common words that are no names. CARD.md tells where each file
// comes from and the columns it has; lines that begin with # are comments.
package gazetteer

import _ "embed"

// The tables, each as it stands in its file.
var (
	//go:embed countries.tsv
	Countries string // ISO 3166-1 alpha-3, name, other names, adjectives and inhabitants, capital
	//go:embed territories.tsv
	Territories string // ISO 3166-1 alpha-3, names of one
	//go:embed names.tsv
	Names string // type, country, CAMEO actor, id, names of one bearer or of several without one
	//go:embed titles.tsv
	Titles string // CAMEO role, titles that stand before persons
	//go:embed heads.tsv
	Heads string // type, words that give it to a span
	//go:embed contexts.tsv
	Contexts string // class, words around a name that tell what it is
	//go:embed given.txt
	Given string // given names of persons
	//go:embed words.txt
	Words string // common English words in small letters
	//go:embed states.tsv
	States string // states of the USA: name, postal code, GeoNames id
	//go:embed regions.tsv
	Regions string // country, first-level division by GeoNames' code, short forms
	//go:embed parts.tsv
	Parts string // place, words around a name of a place that say of what kind it is
	//go:embed points.tsv
	Points string // names of seas, continents, islands, landmarks and the like: latitude, longitude, GeoNames id, Wikidata id, type, country
)

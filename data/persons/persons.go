// Package persons holds how often words stand first and last in names of persons. CARD.md says
// what it was made from and how to make it again.
package persons

import _ "embed"

// Table is read by stages/bearer.
//
//go:embed persons.bin
var Table []byte

// Given has a line for each given name that is nearly always of one gender: the name in small letters
// and f or m.
//
//go:embed given.tsv
var Given string

// Titles has f and m with the titles and words for persons that tell it.
//
//go:embed titles.tsv
var Titles string

// Spellings has in each line words of names that are one word spelled in several ways.
//
//go:embed spellings.tsv
var Spellings string

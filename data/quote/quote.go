// Package quote holds the words that the stage of the same name reads. CARD.md says where
// they come from.
package quote

import _ "embed"

// Words has one English word a line, a tab, and its class: the verbs that report (plain,
// clause, said, named), and the small words around them. A third column "noun" marks verbs
// whose form may be a noun.
//
//go:embed words.tsv
var Words string

// Outlets tells those that report what others say: a kind and a word or a name a line, as the file's head says.
//
//go:embed outlets.tsv
var Outlets string

// Reported is the packed model of reported speech without marks.
//
//go:embed reported.bin
var Reported []byte

// Deeds are verbs, by their dictionary form, that do a thing and say nothing: whom they have as their object is no quote.
//
//go:embed deeds.txt
var Deeds string

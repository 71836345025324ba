// Package segment holds the word lists that sentences and words are cut by: abbreviations by
// language and class, and kinds of English words. CARD.md tells where they come from.
package segment

import _ "embed"

// Abbreviations has one line per language and class: language, class and the abbreviations
// without their last stop, parted by spaces. After a title no sentence ends; after a number
// none ends before a digit; after an end one may end.
//
//go:embed abbreviations.tsv
var Abbreviations string

// English has one line per kind of word that the English words are cut by, as the file's head
// says.
//
//go:embed english.tsv
var English string

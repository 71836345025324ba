// Package segment holds the word lists of the sentence rules: abbreviations by language and
// class, and the English words that begin sentences. CARD.md tells where they come from.
package segment

import _ "embed"

// Abbreviations has one line per language and class: language, class and the abbreviations
// without their last stop, parted by spaces. After a title no sentence ends; after a number
// none ends before a digit; after an end one may end.
//
//go:embed abbreviations.tsv
var Abbreviations string

// Starters are English words in small letters that begin a sentence far more often than they
// go on with a name: they decide whether "U.S." ends a sentence.
//
//go:embed starters.txt
var Starters string

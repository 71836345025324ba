// Package sentiment holds the word lists that the stage of the same name reads. CARD.md says
// where they come from.
package sentiment

import _ "embed"

// Lexicon has one word a line, a tab, and its rating in tenths from -40 to 40.
//
//go:embed lexicon.tsv
var Lexicon string

// Wider has the same of words that the lexicon does not have, rated by their likeness to those it has.
//
//go:embed wider.tsv
var Wider string

// Modifiers has one word a line, a tab, and what it does to the words after it: not (turns
// them), more, less, but (weighs the clauses before and after it), stop (ends a reach).
//
//go:embed modifiers.tsv
var Modifiers string

// News has the expressions, one a line, whose words are rated in the lexicon but are names of
// things in news.
//
//go:embed news.txt
var News string

// Target is the packed model of the tone toward a name.
//
//go:embed target.bin
var Target []byte

// Package when holds the words of time that the stage of the same name reads. CARD.md says
// where they come from.
package when

import _ "embed"

// Words has one English word a line: the word, its class in the grammar of expressions of
// time, and its value there, parted by tabs.
//
//go:embed words.tsv
var Words string

// Months has the names of the months in other languages, as they stand in dates: the
// language, the name, the number of the month, parted by tabs.
//
//go:embed months.tsv
var Months string

// Datelines has the words of lines that say when a page was published: short forms of the
// months and their names in more languages, zones with their minutes east of Greenwich, and
// what says that a page was published or updated. Kind, word, value, parted by tabs.
//
//go:embed datelines.tsv
var Datelines string

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

// Holidays has the days that recur under a name: its words in small letters without "'s", and the day: 12-25; 05-w1#-1,
// the last Monday of May (Mondays are 1); 11-w1#1+1, the day after the first Monday of November; easter-2, two days
// before Easter Sunday of the western churches. Parted by tabs.
//
//go:embed holidays.tsv
var Holidays string

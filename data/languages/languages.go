// Package languages holds the words and letters by which languages are told apart. CARD.md
// says where they come from.
package languages

import _ "embed"

// Words has one language a line: its tag, its script (ISO 15924), and its function words; and
// lines of letters that few languages of a script use, marked by a plus: the letters, the
// script, the languages. Columns are parted by tabs, what is in them by spaces.
//
//go:embed words.tsv
var Words string

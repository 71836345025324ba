// Package agencies holds the names of wire services, and the words that tell a person's name
// in a byline from what is none. CARD.md says where they come from.
package agencies

import _ "embed"

// Names has one wire service a line: the name as the tables write it, a tab, and the other
// ways in which pages credit it, parted by semicolons.
//
//go:embed names.tsv
var Names string

// NotPersons has words that stand in an author's place and are no person's name.
//
//go:embed not-persons.txt
var NotPersons string

// Roles has words that follow a name and tell what its bearer does.
//
//go:embed roles.txt
var Roles string

// Desks has words of names that stand for several people.
//
//go:embed desks.txt
var Desks string

// Bylines has the small words of bylines: kind (opener, other, joint, place, particle), a tab,
// the words in small letters.
//
//go:embed bylines.tsv
var Bylines string

// Sections has the names of sections and the folders of addresses that say what an article is:
// opinion, live_blog, video, gallery; a tab, the name in small letters.
//
//go:embed sections.tsv
var Sections string

package bearer

import (
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/persons"
)

// Gender is what a name or a title says of a person.
type Gender uint8

// Genders.
const (
	Unknown Gender = iota
	Female
	Male
)

// Agrees says whether two persons may be one.
func (g Gender) Agrees(o Gender) bool { return g == Unknown || o == Unknown || g == o }

// genders are of given names, titles of words before or for a person, in small letters.
var (
	genders = sync.OnceValue(func() map[string]Gender {
		out := map[string]Gender{}
		for line := range strings.Lines(persons.Given) {
			name, of, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			out[name] = letters[of]
		}
		return out
	})
	titles = sync.OnceValue(func() map[string]Gender {
		out := map[string]Gender{}
		for line := range strings.Lines(persons.Titles) {
			of, words, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			for _, word := range strings.Fields(words) {
				out[word] = letters[of]
			}
		}
		return out
	})
)

// letters are how the tables write a gender.
var letters = map[string]Gender{"f": Female, "m": Male}

// GenderOf is that of nearly all who bear a given name, in small letters; Unknown where the name is
// not known or borne by both.
func GenderOf(given string) Gender { return genders()[given] }

// GenderOfTitle is that of a title or a word for a person ("Mrs", "spokesman", "queen"), in small
// letters without a stop.
func GenderOfTitle(word string) Gender { return titles()[word] }

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

// genders are given names and titles in small letters.
var genders = sync.OnceValue(func() map[string]Gender {
	out := map[string]Gender{}
	for line := range strings.Lines(persons.Given) {
		word, of, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		out[word] = map[string]Gender{"f": Female, "m": Male}[of]
	}
	return out
})

// titles are words before or for a person that tell the gender.
var titles = func() map[string]Gender {
	out := map[string]Gender{}
	for line := range strings.Lines(persons.Titles) {
		of, words, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		for _, word := range strings.Fields(words) {
			out[word] = map[string]Gender{"f": Female, "m": Male}[of]
		}
	}
	return out
}()

// GenderOf is that of nearly all who bear a given name, in small letters; Unknown where the name is
// not known or borne by both.
func GenderOf(given string) Gender { return genders()[given] }

// GenderOfTitle is that of a title or a word for a person ("Mrs", "spokesman", "queen"), in small
// letters without a stop.
func GenderOfTitle(word string) Gender { return titles[word] }

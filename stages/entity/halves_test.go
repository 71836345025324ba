package entity

import "testing"

// The last name is the first one's country.
func TestHalfOfALand(t *testing.T) {
	for text, one := range map[string]bool{
		"[G:South Korea] won. In [G:Korea] they danced.":                                  true,
		"[G:North Korea] lost. In [G:Korea] they wept.":                                   true,
		"[G:North Korea] fired at [G:South Korea]. Winter came to [G:Korea].":             false,
		"[G:North Korea] fired at [G:South Korea]. The [G:South] fired at the [G:North].": true,
		"[G:South Korea] sold cars. They sold well in the [G:South].":                     false,
		"[G:South Sudan] voted. The [G:South] danced.":                                    false,
	} {
		found := given(text)
		last := len(found.Mentions) - 1
		if got := found.Mentions[0].Entity == found.Mentions[last].Entity; got != one {
			t.Errorf("%s: first and last are one: %v", text, got)
		}
	}
}

package entity

import (
	"strings"
	"testing"
)

// A name of many places is the one that the text tells: by what stands behind it, by the countries
// and towns that it speaks of, else by its people.
func TestPlaceOfAName(t *testing.T) {
	for _, c := range []struct{ name, text, country, region string }{
		{"Paris", "Police in Paris, Texas, agreed.", "USA", "TX"},
		{"Paris", "Police in Paris, Tenn., agreed.", "USA", "TN"},
		{"Paris", "Police in Paris agreed.", "FRA", "11"},
		{"Birmingham", "Police in Birmingham spoke to officials in London and Manchester.", "GBR", "ENG"},
		{"Birmingham", "The road from Montgomery, Alabama, to Birmingham was shut.", "USA", "AL"},
		{"Georgia", "Georgia and Russia signed the treaty in Tbilisi.", "GEO", ""},
		{"Georgia", "The governor of Georgia spoke in Atlanta. Voters in Savannah and in Macon, Georgia, like other Americans in the United States, listened.", "USA", "GA"},
		{"Kiev", "The mayor of Kiev resigned.", "UKR", "12"},
		{"St. Petersburg", "Residents of St. Petersburg, Russia, complained.", "RUS", "66"},
		{"New York", "Shares fell in New York.", "USA", "NY"},
		{"Orange County", "Fires burned in Orange County, Calif.", "USA", "CA"},
	} {
		_, found := find(c.text, "en")
		tables, seen := lexicon(), false
		for _, m := range found.Mentions {
			if name, _, _ := strings.Cut(c.text[m.Start:m.End], ","); name != c.name { // "Paris, Texas" is one name
				continue
			}
			seen = true
			e := found.Entities[m.Entity]
			if m.Country != c.country || !e.HasPoint {
				t.Errorf("%q: %s is in %q, with a point: %v", c.text, c.name, m.Country, e.HasPoint)
				continue
			}
			right := c.region == ""
			names := []string{c.name}
			if c.name == "St. Petersburg" {
				names = append(names, "Saint Petersburg")
			}
			for _, name := range names {
				for _, p := range tables.places.named(name) {
					right = right || p.country == c.country && p.region == c.region && p.latitude == e.Latitude && p.longitude == e.Longitude
				}
			}
			if !right {
				t.Errorf("%q: %s is at %v, %v", c.text, c.name, e.Latitude, e.Longitude)
			}
		}
		if !seen {
			t.Errorf("%q: %s is no mention", c.text, c.name)
		}
	}
}

// A people has its country and the middle of that, and stays a people.
func TestPeopleHasACountryAndIsNoPlace(t *testing.T) {
	_, found := find("Canadian officials agreed.", "en")
	if len(found.Mentions) != 1 || found.Mentions[0].Type != NORP || found.Mentions[0].Country != "CAN" || !found.Entities[0].HasPoint || found.Entities[0].GeoNames != "" {
		t.Errorf("%+v", found)
	}
}

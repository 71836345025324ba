package entity

import "testing"

// What has no town's name, quarters, waters and buildings, has its point where the text speaks of its country, and none elsewhere.
func TestPlacesOfTheAtlas(t *testing.T) {
	for _, c := range []struct {
		text      string
		kind      Type
		country   string
		latitude  float64
		longitude float64
	}{
		{"[G:Ghana] shut [F:Kotoka International Airport].", Fac, "GHA", 5.6, -.17},
		{"[G:Ghana] shut [F:KOTOKA INTERNATIONAL AIRPORT].", Fac, "GHA", 5.6, -.17},
		{"Boats left [L:Lake Oroville] in [G:California], [G:United States].", Loc, "USA", 39.54, -121.45},
		{"Police in [G:Harare], [G:Zimbabwe], went to [G:Zengeza].", GPE, "ZWE", -18.02, 31.06},
		{"[G:Japan] and [G:France] spoke of [G:Zengeza].", GPE, "", 0, 0},
	} {
		found := given(c.text)
		ok := false
		for _, m := range found.Mentions {
			e := found.Entities[m.Entity]
			near := e.HasPoint && e.Latitude-c.latitude < .2 && c.latitude-e.Latitude < .2 && e.Longitude-c.longitude < .2 && c.longitude-e.Longitude < .2
			ok = ok || m.Type == c.kind && (c.country == "" && !e.HasPoint || near && m.Country == c.country)
		}
		if !ok {
			t.Errorf("%s: %+v", c.text, found.Entities)
		}
	}
}

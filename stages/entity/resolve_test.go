package entity

import (
	"fmt"
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
		{"Georgia", "A factory in Blakely, Georgia, was closed by officials of the United States.", "USA", "GA"},
		{"Georgia", "Cases were found in Ohio, Georgia, Illinois and Missouri.", "USA", "GA"},
		{"Oregon", "Cases were found in Ohio, Oregon, Texas and Utah, and in Toledo, Ohio.", "USA", "OR"},
		{"Congo", "Rebels took a town in the Democratic Republic of Congo. Congo accused Rwanda.", "COD", ""},
		{"Congo", "Congo accused Rwanda.", "COG", ""},
		{"Congo", "Congo accused Rwanda, officials said in Kinshasa.", "COD", ""},
		{"Congo", "Congo accused Rwanda, officials said in Brazzaville.", "COG", ""},
		{"Congo", "Kinshasa and Brazzaville lie opposite each other in Congo.", "COG", ""},
		{"Congo", "Congo lies beside DR Congo and was once the Republic of Congo.", "COG", ""},
		{"Sudan", "Sudan and South Sudan agreed.", "SDN", ""},
		{"Niger", "It has spread to Ghana, Niger, Togo and Mali, and to Lagos in Nigeria.", "NER", ""},
		{"Washington", "Farmers in Washington state complained.", "USA", "WA"},
		{"Washington DC", "Officials in Washington DC agreed.", "USA", "DC"},
		{"Victoria", "Talks were held in Melbourne and Sydney, Australia. Farmers in the state of Victoria complained.", "AUS", "07"},
		{"Laguna", "Residents of Laguna and Quezon City in the Philippines complained.", "PHL", "40"},
		{"Mexico", "Officials of Mexico spoke in Mexico City. Mexicans agreed.", "MEX", ""},
		{"Washington", "Voters in Pennsylvania, in Pittsburgh and Philadelphia, heard from Washington.", "USA", "DC"},
		{"Kyiv", "Missiles were fired at Kyiv in Ukraine.", "UKR", "12"},
		{"Orange County", "Fires burned in Orange County, Calif.", "USA", "CA"},
	} {
		_, found := find(c.text, "en")
		tables, seen := lexicon(), false
		for _, m := range found.Mentions {
			if c.text[m.Start:m.End] != c.name {
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

// Two places of one name that the text tells apart are two.
func TestPlacesToldApart(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He moved from Paris, Texas, to Paris, France. Paris is larger.", "USA|USA|FRA|FRA|FRA|"},
		{"Orange County, California, and Orange County, Florida, are no neighbours.", "33.7|37.2|28.6|27.8|"},
	} {
		_, found := find(c.text, "en")
		got := ""
		for _, m := range found.Mentions {
			if e := found.Entities[m.Entity]; c.want[0] == 'U' {
				got += e.Country + "|"
			} else {
				got += fmt.Sprintf("%.1f|", e.Latitude)
			}
		}
		if got != c.want {
			t.Errorf("%q: %s", c.text, got)
		}
	}
}

// The state is meant where a town has its name without "City", but of one that much of the state lives in.
func TestTownWithoutCity(t *testing.T) {
	for name, want := range map[string]string{"Oklahoma": "4544379", "New York": "5128581", "Quebec": "6115047"} {
		_, found := find("They moved to "+name+" last year.", "en")
		if len(found.Entities) != 1 || found.Entities[0].GeoNames != want {
			t.Errorf("%s: %+v", name, found.Entities)
		}
	}
}

// The world is no town in Texas.
func TestWorldIsNoTown(t *testing.T) {
	_, found := find("Officials of the United States spoke in Houston, Texas. The probe fell back to Earth on Monday, after years on Mars.", "en")
	for _, e := range found.Entities {
		if (e.Name == "Earth" || e.Name == "Mars") && (e.GeoNames != "" || e.HasPoint || e.Wikidata == "") {
			t.Errorf("%+v", e)
		}
	}
}

// What has a side is a land, and no small town: Kansas has a town of Plains.
func TestSideOfALand(t *testing.T) {
	f := &finder{tables: lexicon()}
	if places := f.spelled("southern Plains"); len(places) > 0 {
		t.Errorf("southern Plains: %+v", places)
	}
	for _, name := range []string{"southern Oklahoma", "eastern Aleppo"} {
		if len(f.spelled(name)) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}

// A part of a country is that country's, and no town that has the name without its side.
func TestPartOfACountry(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Eastern China", "Prices rose in Eastern China.", "China"},
		{"northern Africa", "Birds carried it to northern Africa.", "Africa"},
		{"Republic of Chile", "He lives in the Republic of Chile.", "Chile"},
	} {
		_, found := find(c.text, "en")
		for _, m := range found.Mentions {
			if e := found.Entities[m.Entity]; c.text[m.Start:m.End] == c.name && (e.Name != c.want || !e.HasPoint) {
				t.Errorf("%q: %+v", c.text, e)
			}
		}
	}
}

// Each place of "Irvine, California" is a name of its own.
func TestPlacesBetweenCommas(t *testing.T) {
	text := "Police in Irvine, California, and in Austin, Texas, agreed."
	_, found := find(text, "en")
	got := ""
	for _, m := range found.Mentions {
		got += text[m.Start:m.End] + "|"
	}
	if got != "Irvine|California|Austin|Texas|" {
		t.Error(got)
	}
}

// An organisation that is named after a place of the page has its point, and stays an organisation.
func TestSeatOfAnOrganisation(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"Toronto Police Service", "The Toronto Police Service said that a man was shot in Toronto, Canada.", true},
		{"University of Florida", "The University of Florida in the United States agreed.", true},
		{"Union Bank", "The Union Bank agreed.", false},
	} {
		_, found := find(c.text, "en")
		seen := false
		for _, m := range found.Mentions {
			if c.text[m.Start:m.End] == c.name {
				seen = true
				if e := found.Entities[m.Entity]; m.Type != Org || e.HasPoint != c.want || e.GeoNames != "" {
					t.Errorf("%q: %+v", c.text, e)
				}
			}
		}
		if !seen {
			t.Errorf("%q: %+v", c.text, found.Mentions)
		}
	}
}

// The middle of a country lies in it, wherever the date line runs.
func TestMiddleOfACountry(t *testing.T) {
	for code, want := range map[string][4]float64{
		"RUS": {45, 75, 40, 140}, "NZL": {-48, -34, 166, 179}, "USA": {30, 45, -115, -75}, "FJI": {-20, -12, 176, 180}, "FRA": {43, 50, -1, 6},
	} {
		p, ok := lexicon().places.country(code)
		if !ok || p.latitude < want[0] || p.latitude > want[1] || p.longitude < want[2] || p.longitude > want[3] {
			t.Errorf("%s: %v, %v", code, p.latitude, p.longitude)
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

package entity

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// TestPlacesOfNews measures, over places of news, countries apart, whose coordinates stand beside a
// developer's checkout, how many have a place of their name in the gazetteer that is near enough (the
// oracle: no choice can do better), and how many are chosen so where the spans are given. It skips
// without them.
func TestPlacesOfNews(t *testing.T) {
	for _, set := range []struct {
		name  string
		least float64
	}{{"geowebnews", .51}, {"geovirus", .65}} {
		file, err := os.Open("../../../shared/data/events/places-" + set.name + ".jsonl")
		if err != nil {
			t.Skip("no places at hand")
		}
		defer file.Close()
		var all, could, right float64
		in := bufio.NewScanner(file)
		in.Buffer(nil, 1<<24)
		for in.Scan() {
			var row struct {
				Text   string
				Places []struct {
					Start, End          int
					Latitude, Longitude *float64
				}
			}
			if err := json.Unmarshal(in.Bytes(), &row); err != nil {
				t.Fatal(err)
			}
			at := []int{} // byte of each code point
			for i := range row.Text {
				at = append(at, i)
			}
			at = append(at, len(row.Text))
			var known []Mention
			gold := map[int]*place{}
			for _, p := range row.Places {
				if p.Latitude == nil || p.Longitude == nil {
					continue
				}
				if e := lexicon().entries[row.Text[at[p.Start]:at[p.End]]]; e.isCountry() || e.kind == NORP {
					continue // a country's middle is a matter of taste
				}
				known = append(known, Mention{Start: at[p.Start], End: at[p.End], Type: GPE, Entity: -1})
				gold[at[p.Start]] = &place{latitude: *p.Latitude, longitude: *p.Longitude}
			}
			found := Find(syntax.Read(row.Text, "en"), Hints{HasKnown: true, Known: known})
			f := finder{tables: lexicon(), regions: map[string]bool{}}
			for _, m := range found.Mentions {
				want := gold[m.Start]
				near := func(p *place) bool { return squareDistance(p, want) < 161*161 }
				ok, e := false, &found.Entities[m.Entity]
				chosen := e.HasPoint && near(&place{latitude: e.Latitude, longitude: e.Longitude})
				for _, p := range f.candidates(row.Text[m.Start:m.End], f.tables.entries[row.Text[m.Start:m.End]]) {
					ok = ok || near(&p)
				}
				all++
				if ok || chosen {
					could++
				}
				if chosen {
					right++
				}
			}
		}
		t.Logf("%s: %v places, oracle %.3f, within 161 km %.3f", set.name, all, could/all, right/all)
		if right/all < set.least {
			t.Errorf("%s: %.3f within 161 km, want %.2f", set.name, right/all, set.least)
		}
	}
}

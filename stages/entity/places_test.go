package entity

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// located is a document of news whose places have coordinates; offsets are code points.
type located struct {
	Text   string
	Places []struct {
		Start, End          int
		Latitude, Longitude *float64
	}
}

// readLocated reads a set of them that stands beside a developer's checkout; the test skips without it.
func readLocated(t *testing.T, name string) (docs []located) {
	t.Helper()
	file, err := os.Open("../../../shared/data/events/places-" + name + ".jsonl")
	if err != nil {
		t.Skip("no places at hand")
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var doc located
		if err := json.Unmarshal(in.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// offsets gives the byte of each code point of a text, and its length behind the last.
func offsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// gold gives the places of a document that are no countries and no peoples, whose middle is a matter of taste, as mentions
// and with their coordinates.
func (doc *located) gold() (known []Mention, places []place) {
	at := offsets(doc.Text)
	for _, p := range doc.Places {
		if p.Latitude == nil || p.Longitude == nil {
			continue
		}
		start, end := at[p.Start], at[p.End]
		if e := lexicon().entries[doc.Text[start:end]]; e.isCountry() || e.kind == NORP {
			continue
		}
		known = append(known, Mention{Start: start, End: end, Type: GPE, Entity: -1})
		places = append(places, place{latitude: *p.Latitude, longitude: *p.Longitude})
	}
	return known, places
}

// enough is how near in kilometres a place must be to be the right one.
const enough = 161

func near(p, q *place) bool { return squareDistance(p, q) < enough*enough }

// TestPlacesOfNews measures, over places of news, countries apart, how many have a place of their name in the gazetteer
// that is near enough (the oracle: no choice can do better), and how many are chosen so where the spans are given.
func TestPlacesOfNews(t *testing.T) {
	for _, set := range []struct {
		name  string
		least float64
	}{{"geowebnews", .53}, {"geovirus", .70}} {
		var all, could, right float64
		for _, doc := range readLocated(t, set.name) {
			known, places := doc.gold()
			found := Find(syntax.Read(doc.Text, "en"), Hints{HasKnown: true, Known: known})
			f := finder{tables: lexicon(), regions: map[string]bool{}}
			for i, m := range found.Mentions {
				ok, e := false, &found.Entities[m.Entity]
				chosen := e.HasPoint && near(&place{latitude: e.Latitude, longitude: e.Longitude}, &places[i])
				for _, p := range f.candidates(doc.Text[m.Start:m.End], f.tables.entries[doc.Text[m.Start:m.End]]) {
					ok = ok || near(&p, &places[i])
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

// TestPlacesFoundInNews measures the same from the text alone, of every third document: how many of them a name overlaps,
// and how many of these have a point that is near enough.
func TestPlacesFoundInNews(t *testing.T) {
	for _, set := range []struct {
		name          string
		recall, right float64
	}{{"geowebnews", .955, .54}, {"geovirus", .99, .73}} {
		var all, overlapped, right float64
		docs := readLocated(t, set.name)
		for n := 0; n < len(docs); n += 3 {
			doc := &docs[n]
			known, places := doc.gold()
			found := Find(syntax.Read(doc.Text, "en"), Hints{})
			for i, want := range known {
				all++
				for _, m := range found.Mentions {
					if m.Start >= want.End || want.Start >= m.End {
						continue
					}
					overlapped++
					if e := &found.Entities[m.Entity]; e.HasPoint && near(&place{latitude: e.Latitude, longitude: e.Longitude}, &places[i]) {
						right++
					}
					break
				}
			}
		}
		t.Logf("%s: %v places, recall %.3f, within 161 km %.3f of those found", set.name, all, overlapped/all, right/overlapped)
		if overlapped/all < set.recall || right/overlapped < set.right {
			t.Errorf("%s: recall %.3f, want %.2f; within 161 km %.3f, want %.2f", set.name, overlapped/all, set.recall, right/overlapped, set.right)
		}
	}
}

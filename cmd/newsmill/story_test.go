package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/newsmill/newsmill/schemas"
)

// TestOneStory reads five outlets on one story, as bare lines, and skips without them: the talks in Geneva are one event
// of Russia and the USA with all their tellings that have a place or a day, those with NATO in Brussels are there, and what is feared
// did not happen.
func TestOneStory(t *testing.T) {
	pages := filepath.Join("..", "..", "..", "shared", "seeds")
	if _, err := os.Stat(pages); err != nil {
		t.Skip("needs ../shared: ", err)
	}
	dir := filepath.Join(t.TempDir(), "story")
	if out, err := program(t, "run", pages, "--out", dir, "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	day := func(year int, month time.Month, day int) int32 {
		return int32(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
	}
	geneva, brussels := false, false
	for _, e := range rowsIn[schemas.Event](t, dir, "events") {
		sides := []string{e.Actor1Country, e.Actor2Country}
		slices.Sort(sides)
		between := slices.Equal(sides, []string{"RUS", "USA"})
		if e.CAMEORoot == "04" && e.Status == "scheduled" {
			geneva = geneva || between && e.DateStart != nil && *e.DateStart == day(2022, time.January, 10) && e.MentionCount >= 4 && e.PlaceName == "Geneva"
			brussels = brussels || slices.Contains(sides, "RUS") && e.PlaceName == "Brussels" && e.MentionCount == 2
		}
		done := e.Status == "actual" || e.Status == "ongoing"
		// The separatists, whose fighting the texts tell too, are no invasion.
		if done && e.CAMEORoot == "19" && e.Actor1Role != "REB" && e.Actor1Country == "RUS" && e.Actor2Country == "UKR" && (e.DateStart == nil || *e.DateStart >= day(2015, time.January, 1)) {
			t.Errorf("a feared invasion is told as done: %s", e.Summary)
		}
	}
	if !geneva {
		t.Error("the talks in Geneva on 10 January are no event of four tellings")
	}
	if !brussels {
		t.Error("the talks with NATO in Brussels are no event of two tellings")
	}
}

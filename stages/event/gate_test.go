package event_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/newsmill/newsmill/stages/when"
)

// backgroundDays is how long before its page an event is background.
const backgroundDays = 30

// None of the false friends tells of politics, so each event of today is false. What history tells may
// stand with its own day.
func TestFalseFriends(t *testing.T) {
	for _, set := range []struct {
		name        string
		texts, most int // events of today
	}{{"dev", 30, 0}, {"fresh", 30, 2}, {"later", 20, 3}, {"last", 15, 3}} {
		file, err := os.Open(filepath.Join("testdata", "friends", set.name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		texts, old, wrong := 0, 0, 0
		lines := bufio.NewScanner(file)
		for lines.Scan() {
			var row struct {
				ID, Text  string
				Published string `json:"published_at"`
			}
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				t.Fatal(err)
			}
			day, err := time.Parse(time.DateOnly, row.Published)
			if err != nil {
				t.Fatal(err)
			}
			anchor := when.Anchor{Day: when.DayOf(day.Year(), int(day.Month()), day.Day()), Known: true}
			texts++
			in, tellings := chainOn(row.Text, anchor)
			for _, x := range tellings {
				if x.To != when.NoDay && anchor.Day-x.To > backgroundDays {
					old++
					continue
				}
				wrong++
				t.Logf("%s: %s %q of %q %s and %q %s", row.ID, x.Code, in.Doc.Text[x.TriggerStart:x.TriggerEnd], x.Source.Name, x.Source.Code, x.Target.Name, x.Target.Code)
			}
		}
		t.Logf("%s: %d texts, %d events of today, %d of the past", set.name, texts, wrong, old)
		if texts != set.texts || wrong > set.most {
			t.Errorf("%s: %d events of today in %d texts", set.name, wrong, texts)
		}
	}
}

// What is of politics stands, whatever its text is about.
func TestPoliticsStandsInOtherTexts(t *testing.T) {
	const game = "The striker scored twice in the second half, and the goalkeeper saved a penalty before the final whistle. "
	idle := strings.Repeat("The app has a button for each of the lessons, and the list of songs is long. ", 8)
	for _, test := range []struct {
		text string
		want int
	}{
		{game + "France beat Kenya 3–1 in the semi-final.", 0},
		{game + "\n\nRiot police arrested dozens of protesters outside the embassy of Iran.", 1},
		{game + "Police arrested twelve fans outside the stadium.", 1},
		{game + "The captain threatened the president of the club.", 0},
		{"The president of France and the government of Kenya signed a trade agreement in Nairobi. Then they watched a football match of their teams.", 1},
		{idle + "The teachers of Kenya work with children and help students.", 0},
		{idle + "The president of France met the king of Kenya.", 1},
		{"The company raided the market of Kenya with a cheaper truck.", 0},
		{"Police raided the company in Nairobi.", 1},
		{"In the film, Russian soldiers invade Alaska. The hero flees. He meets his sister and they plan a way home.", 0},
		{"Russian soldiers invaded Alaska. People flee, and the minister meets his advisers.", 1},
		{"Germany invaded Poland. That was in 1939, and in 1940 her family fled. She was born in 1931 and married in 1952.", 0},
		{"Germany invaded Poland in 1939. In 1940 her family fled. She was born in 1931 and married in 1952.", 1},
	} {
		if _, got := chainOn(test.text, when.Anchor{Day: when.DayOf(2026, 3, 2), Known: true}); (len(got) > 0) != (test.want > 0) {
			t.Errorf("%s: %d events, want %d: %+v", test.text, len(got), test.want, got)
		}
	}
}

// What the lead tells as done has the page's day; what has been done, what is done and what a tale of old
// times tells has none.
func TestOnlyTheLeadHasThePagesDay(t *testing.T) {
	page := when.Anchor{Day: when.DayOf(2026, 3, 2), Known: true}
	for text, want := range map[string]string{
		"Russia attacked Ukraine.":                 "publication",
		"Ukraine was attacked by Russian forces.":  "publication",
		"Russia has attacked Ukraine.":             "",
		"Ukraine has been attacked by Russia.":     "",
		"Russian forces attacked Ukraine in 2014.": "text",
	} {
		_, got := chainOn(text, page)
		if len(got) != 1 || got[0].DateBasis != want {
			t.Errorf("%s: %+v, want the basis %q", text, got, want)
		}
	}
}

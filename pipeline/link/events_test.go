package link

import (
	"bytes"
	"testing"

	"github.com/newsmill/newsmill/schemas"
)

func TestTellingsOfOneEventShareAKey(t *testing.T) {
	day := func(d int32) *int32 { return &d }
	arrest := schemas.EventMention{
		ArticleID: "1", CAMEOCode: "173", Status: "actual", Actor1Name: "Police", Actor1Code: "COP", Actor1Role: "COP",
		PlaceEntityID: "antwerp", PlaceName: "Antwerp", DateStart: day(9), DateEnd: day(9), Sentence: "Police in Antwerp arrested two men.",
	}
	raid := schemas.EventMention{
		ArticleID: "1", CAMEOCode: "190", Status: "actual", Actor1Name: "rebels", Actor1Code: "REB", Actor1Role: "REB", Actor2Name: "villagers",
		Actor2Code: "CVL", Actor2Role: "CVL", DateStart: day(9), DateEnd: day(9), Sentence: "KAMPA, March 2 — Rebels attacked villagers.",
	}
	talks := schemas.EventMention{
		ArticleID: "2", CAMEOCode: "046", Status: "actual", Actor1Name: "Norway", Actor1Code: "NOR", Actor1Country: "NOR", Actor2Name: "Sweden",
		Actor2Code: "SWE", Actor2Country: "SWE", Sentence: "Norway and Sweden held talks.",
	}
	for _, test := range []struct {
		name   string
		first  schemas.EventMention
		change func(*schemas.EventMention)
		same   bool
	}{
		{"one known actor at one place on one day", arrest, func(e *schemas.EventMention) { e.Sentence = "Two men were arrested by police." }, true},
		{"one known actor at another place", arrest, func(e *schemas.EventMention) { e.PlaceEntityID = "ghent" }, false},
		{"one known actor in a span of days", arrest, func(e *schemas.EventMention) { e.DateEnd = day(30) }, false},
		{"without a day, another article", arrest, func(e *schemas.EventMention) { e.ArticleID, e.DateStart, e.DateEnd = "2", nil, nil }, false},
		{"the same words behind another dateline", raid, func(e *schemas.EventMention) { e.Sentence = "Rebels attacked villagers" }, true},
		{"two actors that are roles alone, in other words", raid, func(e *schemas.EventMention) { e.Sentence = "Villagers were attacked by rebels." }, false},
		{"what was scheduled and then took place", arrest, func(e *schemas.EventMention) { e.Status = "scheduled" }, true},
		{"without a day, the same told again", talks, func(e *schemas.EventMention) { e.Status = "ongoing" }, true},
		{"without a day, what was and what is to come", talks, func(e *schemas.EventMention) { e.Status = "scheduled" }, false},
		{"what was denied", arrest, func(e *schemas.EventMention) { e.Status = "denied" }, false},
	} {
		second := test.first
		second.ArticleID = "2"
		test.change(&second)
		if same := bytes.Equal(groupKey(nil, &test.first), groupKey(nil, &second)); same != test.same {
			t.Errorf("%s: one event %v, want %v", test.name, same, test.same)
		}
	}
}

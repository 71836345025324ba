package link

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/schemas"
)

// One person whose name is spelled in several ways is one canonical entity, over all batches and in any
// order of them; namesakes of different countries are two, and stay two where a third has none.
func TestSpellingsOfOneName(t *testing.T) {
	person := func(w *world, article, at int, name, id, country string) {
		w.mention(article, at, name, id, name)
		m := &w.mentions[len(w.mentions)-1]
		m.Type, m.Country = "PERSON", country
	}
	a := (&world{name: "a"}).article(1, "https://a.example/1", "x", 9, "")
	person(a, 1, 0, "Volodymyr Zelensky", "a1", "UKR")
	person(a, 1, 30, "Mohammed Salem", "b1", "EGY")
	person(a, 1, 60, "Erik Jensen", "c1", "NOR")
	b := (&world{name: "b"}).article(2, "https://b.example/2", "y", 9, "")
	person(b, 2, 0, "Volodymyr Zelenskyy", "a2", "")
	person(b, 2, 30, "Mohamed Salem", "b2", "JOR")
	person(b, 2, 60, "Erik Jansen", "c2", "NOR")
	person(b, 2, 90, "Muhammad Salem", "b3", "")
	person(b, 2, 120, "Wolodymyr Selenskyj", "a3", "UKR")
	// Two papers tell of one event, each with its spelling.
	a.telling(1, 10, "040", "actual", "NOR", "UKR", 9, .5)
	b.telling(2, 10, "040", "actual", "NOR", "UKR", 9, .6)
	a.tellings[0].Actor2EntityID, b.tellings[0].Actor2EntityID = strings.Repeat("a1", 16), strings.Repeat("a3", 16)
	dir := t.TempDir()
	batches := []Batch{a.write(t, dir, 100), b.write(t, dir, 2)}
	digests, out := linked(t, batches, nil, 1<<20)
	canonical := map[string]string{}
	for _, e := range read[schemas.Entity](t, out, "entities") {
		canonical[e.EntityID[:2]] = e.CanonicalID[:2]
	}
	for id, want := range map[string]string{"a1": "a1", "a2": "a1", "a3": "a1", "b1": "b1", "b2": "b2", "b3": "b3", "c1": "c1", "c2": "c2"} {
		if canonical[id] != want {
			t.Errorf("%s is taken for %s, want %s", id, canonical[id], want)
		}
	}
	events := read[schemas.Event](t, out, "events")
	if len(events) != 1 || events[0].MentionCount != 2 || events[0].Actor2ID[:2] != "a1" {
		t.Errorf("%+v", events)
	}
	for _, r := range read[schemas.EventMention](t, out, "event_mentions") {
		if r.ArticleID[31] == '2' && r.Actor2EntityID[:2] != "a3" {
			t.Errorf("a telling lost the id that its page gave: %q", r.Actor2EntityID)
		}
	}
	if again, _ := linked(t, []Batch{batches[1], batches[0]}, nil, 64<<20); again != digests {
		t.Error("another order of batches gives other bytes")
	}
}

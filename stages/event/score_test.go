package event_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// chain runs the stages before this one, and this one.
func chain(text string) (*event.Input, []event.Telling) { return chainOn(text, when.Anchor{}) }

// chainOn does so for a page of a day.
func chainOn(text string, anchor when.Anchor) (*event.Input, []event.Telling) {
	doc := syntax.Read(text, "en")
	found := entity.Find(doc, entity.Hints{})
	in := &event.Input{Doc: doc, Found: &found, Times: when.Find(doc, anchor), Quotes: quote.Find(doc, &found), Anchor: anchor, Dateline: where.Dateline(&doc.Document, &found)}
	return in, event.Code(in)
}

// TestCodedSentences measures against sentences coded by hand that do not stand in the
// repository, and skips without them.
func TestCodedSentences(t *testing.T) {
	for _, set := range []struct {
		name         string
		least, typed float64 // share of right roots, of right PLOVER types
	}{{"plover-gsr", 0.4, 0.45}, {"cameo-examples", 0.1, 0}} {
		t.Run(set.name, func(t *testing.T) {
			file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "events", "events-"+set.name+".jsonl"))
			if err != nil {
				t.Skip("needs ../shared: ", err)
			}
			defer file.Close()
			var sentences, coded, roots, rooted, types, typed float64
			lines := bufio.NewScanner(file)
			lines.Buffer(nil, 1<<20)
			for lines.Scan() {
				var gold struct {
					ID, Text string
					Events   []struct{ Cameo, Plover string }
				}
				if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
					t.Fatal(err)
				}
				_, got := chain(gold.Text)
				sentences++
				want := map[string]bool{}
				kinds := map[string]bool{}
				for _, e := range gold.Events {
					if e.Cameo != "" {
						want[cameo.Root(e.Cameo)] = true
					}
					if e.Plover != "" {
						kinds[e.Plover] = true
					}
				}
				code := ""
				if len(got) > 0 {
					coded++
					code = slices.MaxFunc(got, func(a, b event.Telling) int {
						return cmp.Or(cmp.Compare(a.Score, b.Score), cmp.Compare(b.TriggerStart, a.TriggerStart))
					}).Code
				}
				right := "-"
				if len(want) == 1 {
					rooted++
					if want[cameo.Root(code)] {
						roots++
						right = "+"
					}
				}
				if len(kinds) == 1 {
					typed++
					if kind, _ := cameo.PLOVER(code); kinds[kind] {
						types++
						right = "+"
					}
				}
				t.Logf("%s %s want %v got %q", right, gold.ID, gold.Events, code)
			}
			t.Logf("%.0f sentences, %.0f coded; root right %.3f of %.0f; PLOVER type right %.3f of %.0f", sentences, coded, roots/rooted, rooted, types/max(1, typed), typed)
			if roots/rooted < set.least || types/max(1, typed) < set.typed {
				t.Error("too few are right")
			}
		})
	}
}

package entity

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

var coarse = map[string]string{"PERSON": "P", "PER": "P", "ORG": "O", "GPE": "L", "LOC": "L", "FAC": "L"}

// TestScore measures exact spans and coarse types against tagged news that stands beside a
// developer's checkout; it skips without it.
func TestScore(t *testing.T) {
	file, err := os.Open("../../../shared/data/language/ww-dev.jsonl")
	if err != nil {
		t.Skip("no tagged text at hand")
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	type key struct {
		start, end int
		kind       string
	}
	var hit, want, got [4]int // all, P, O, L
	count := func(n *[4]int, kind string) {
		n[0]++
		n[map[string]int{"P": 1, "O": 2, "L": 3}[kind]]++
	}
	for in.Scan() {
		var row struct {
			Text             string
			Entities, Ignore []struct {
				Start, End int
				Type       string
			}
		}
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		at := offsets(row.Text)
		gold := map[key]bool{}
		for _, e := range row.Entities {
			if k := coarse[e.Type]; k != "" {
				gold[key{at[e.Start], at[e.End], k}] = true
				count(&want, k)
			}
		}
		doc := syntax.Read(row.Text, "en")
	mentions:
		for _, m := range Find(doc, Hints{}).Mentions {
			k := key{m.Start, m.End, coarse[string(m.Type)]}
			for _, e := range row.Ignore {
				if k.start < at[e.End] && at[e.Start] < k.end {
					continue mentions
				}
			}
			if k.kind == "" {
				continue
			}
			count(&got, k.kind)
			if gold[k] {
				count(&hit, k.kind)
			} else if os.Getenv("SHOW") != "" {
				t.Logf("wrong %s %q", k.kind, row.Text[m.Start:m.End])
			}
		}
	}
	for i, name := range []string{"all", "persons", "organisations", "places"} {
		t.Logf("%s: P %.3f R %.3f F1 %.4f", name, float64(hit[i])/float64(got[i]), float64(hit[i])/float64(want[i]), 2*float64(hit[i])/float64(want[i]+got[i]))
	}
	if f1 := 2 * float64(hit[0]) / float64(want[0]+got[0]); f1 < .8 {
		t.Errorf("F1 %.4f, want .80", f1)
	}
}

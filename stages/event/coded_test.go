package event_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
)

// coded is an event that a person found in an article; see testdata/coded/CARD.md.
type coded struct {
	at                             []int // characters
	trigger, root, other           string
	source, target                 []string
	status                         string
	weak                           bool
	found, rooted, sided, statused bool
}

func readCoded(t *testing.T) map[string][]*coded {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("testdata", "coded", "worldwide.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]*coded{}
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 9 {
			t.Fatalf("line %d has %d columns", i+2, len(f))
		}
		c := &coded{trigger: f[2], root: f[3], other: f[4], source: strings.Split(f[5], ";"), target: strings.Split(f[6], ";"), status: f[7], weak: f[8] == "weak"}
		for _, at := range strings.Fields(f[1]) {
			n, err := strconv.Atoi(at)
			if err != nil {
				t.Fatal(err)
			}
			c.at = append(c.at, n)
		}
		all[f[0]] = append(all[f[0]], c)
	}
	return all
}

// is tells whether an actor is one of those coded: the same country and role, or nobody where the text
// names nobody.
func is(a *actor.Actor, want []string) bool {
	return slices.ContainsFunc(want, func(code string) bool { return code == a.Code || code == "---" && a.Code == "" })
}

// TestHandCodedArticles measures how many of the events that a person found in whole articles are found, and skips where
// the articles are not at hand. An event is found where a sentence that tells it has a telling of its root; one telling
// is one event.
func TestHandCodedArticles(t *testing.T) {
	file, err := os.Open("../../../shared/data/language/ww-dev.jsonl")
	if err != nil {
		t.Skip("no articles at hand")
	}
	defer file.Close()
	all := readCoded(t)
	var firm, found, rooted, sided, statused, tellings, articles float64
	var each float64 // the mean over articles
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var row struct{ ID, Text string }
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		rows := all[row.ID]
		if rows == nil {
			continue
		}
		input, got := chain(row.Text)
		bytesAt := make([]int, 0, len(row.Text)) // of each character
		for i := range row.Text {
			bytesAt = append(bytesAt, i)
		}
		in := func(c *coded, g *event.Telling) bool {
			s := input.Doc.Sentences[g.Sentence]
			return slices.ContainsFunc(c.at, func(at int) bool { return bytesAt[at] >= s.Start && bytesAt[at] < s.End })
		}
		used := make([]bool, len(got))
		best := func(c *coded, fits func(g *event.Telling) bool) *event.Telling {
			for i := range got {
				if g := &got[i]; !used[i] && in(c, g) && fits(g) {
					used[i] = true
					return g
				}
			}
			return nil
		}
		n, hits := 0.0, 0.0
		for _, c := range rows {
			at := bytesAt[c.at[0]]
			if !strings.HasPrefix(row.Text[at:], c.trigger) {
				t.Fatalf("%s: at %d stands no %q", row.ID, c.at[0], c.trigger)
			}
			g := best(c, func(g *event.Telling) bool {
				return cameo.Root(g.Code) == c.root && g.TriggerStart <= at && at < g.TriggerEnd+utf8.UTFMax*len(c.trigger)
			})
			if g == nil {
				g = best(c, func(g *event.Telling) bool { return cameo.Root(g.Code) == c.root })
			}
			if g == nil {
				g = best(c, func(g *event.Telling) bool { return cameo.Root(g.Code) == c.other })
			}
			c.rooted = g != nil
			c.found = g != nil || slices.ContainsFunc(got, func(g event.Telling) bool { return g.TriggerStart <= at && at < g.TriggerEnd })
			if g != nil {
				c.sided = is(&g.Source, c.source) && is(&g.Target, c.target) || g.Reciprocal && is(&g.Source, c.target) && is(&g.Target, c.source)
				c.statused = g.Status == c.status
			}
			t.Logf("%s %-12s %s/%s %v -> %v %s: found %v, root %v, sides %v, status %v", row.ID, c.trigger, c.root, c.other, c.source, c.target, c.status, c.found, c.rooted, c.sided, c.statused)
			if c.weak {
				continue
			}
			n++
			for _, s := range []struct {
				is  bool
				sum *float64
			}{{c.found, &found}, {c.rooted, &rooted}, {c.rooted, &hits}, {c.sided, &sided}, {c.sided && c.statused, &statused}} {
				if s.is {
					*s.sum++
				}
			}
		}
		firm += n
		tellings += float64(len(got))
		if n > 0 {
			each += hits / n
			articles++
		}
	}
	t.Logf("%.0f events that are not weak, %.0f tellings in these articles: found %.3f, with their root %.3f (mean of articles %.3f), with both sides too %.3f, with status too %.3f",
		firm, tellings, found/firm, rooted/firm, each/articles, sided/firm, statused/firm)
	if rooted/firm < .15 {
		t.Error("too few are found")
	}
}

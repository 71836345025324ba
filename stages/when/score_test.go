package when

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestTimesOfNewswire measures against annotated newswire that does not stand in the
// repository, and skips without it: the figures are those of TempEval-3.
func TestTimesOfNewswire(t *testing.T) {
	for _, set := range []struct {
		name  string
		least float64 // value F1
	}{{"timebank", 0.825}, {"aquaint", 0.76}} {
		t.Run(set.name, func(t *testing.T) {
			file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "events", "times-"+set.name+".jsonl"))
			if err != nil {
				t.Skip("needs ../shared: ", err)
			}
			defer file.Close()
			var hits score
			lines := bufio.NewScanner(file)
			lines.Buffer(nil, 1<<22)
			for lines.Scan() {
				var doc annotated
				if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
					t.Fatal(err)
				}
				hits.add(t, doc)
			}
			t.Logf("strict %.3f relaxed %.3f type %.3f value %.3f; relaxed precision %.3f recall %.3f", hits.f1(hits.strict), hits.f1(hits.relaxed),
				hits.f1(hits.kind), hits.f1(hits.value), hits.relaxed/hits.got, hits.relaxed/hits.want)
			if f1 := hits.f1(hits.value); f1 < set.least {
				t.Errorf("value F1 %.3f, want at least %.3f", f1, set.least)
			}
		})
	}
}

type annotated struct {
	ID        string
	Text      string
	Published string `json:"published_at"`
	Times     []struct {
		Start, End           int // code points
		Surface, Type, Value string
	}
}

type score struct{ got, want, strict, relaxed, kind, value float64 }

func (s *score) f1(hit float64) float64 { return 2 * hit / (s.got + s.want) }

// add pairs what is annotated with what is found, each once, in text order.
func (s *score) add(t *testing.T, doc annotated) {
	runes := []rune(doc.Text)
	found := Find(split(doc.Text, "en"), anchorOf(doc.Published))
	s.got += float64(len(found))
	s.want += float64(len(doc.Times))
	used := make([]bool, len(found))
	for _, want := range doc.Times {
		start, end := len(string(runes[:want.Start])), len(string(runes[:want.End]))
		hit := false
		for i, got := range found {
			if used[i] || got.Start >= end || start >= got.End {
				continue
			}
			used[i], hit = true, true
			s.relaxed++
			s.strict += one(got.Start == start && got.End == end)
			s.kind += one(got.Kind == want.Type)
			s.value += one(got.Value == want.Value)
			if got.Value != want.Value && os.Getenv("SHOW") != "" {
				t.Logf("VALUE %s want %s %s got %s %s | %q %q | %s", doc.Published, want.Type, want.Value, got.Kind, got.Value, want.Surface, doc.Text[got.Start:got.End], around(doc.Text, start, end))
			}
			break
		}
		if !hit && os.Getenv("SHOW") != "" {
			t.Logf("MISSED %s %s | %q | %s", want.Type, want.Value, want.Surface, around(doc.Text, start, end))
		}
	}
	for i, got := range found {
		if !used[i] && os.Getenv("SHOW") != "" {
			t.Logf("FALSE %s %s | %q | %s", got.Kind, got.Value, doc.Text[got.Start:got.End], around(doc.Text, got.Start, got.End))
		}
	}
}

func around(text string, start, end int) string {
	return strings.ReplaceAll(text[max(0, start-50):min(len(text), end+40)], "\n", " ")
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func anchorOf(published string) Anchor {
	if len(published) < 10 {
		return Anchor{}
	}
	year, _ := strconv.Atoi(published[:4])
	month, _ := strconv.Atoi(published[5:7])
	day, _ := strconv.Atoi(published[8:10])
	return Anchor{Day: DayOf(year, month, day), Known: true}
}

package sentiment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// TestToneOfNews measures against news sentences that are annotated for the tone toward one
// person; they do not stand in the repository, and it skips without them. The tone of a
// sentence is not that toward a person, so the figure says only that it leans the right way.
func TestToneOfNews(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "events", "sentiment-newsmtsc-dev.jsonl"))
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	defer file.Close()
	var hit, got, want [3]float64 // negative, neutral, positive
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var doc struct {
			Text     string
			Mentions []struct{ Polarity string }
		}
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		_, whole := Of(split(doc.Text, "en"))
		label := 1
		if whole.Value >= 0.25 {
			label = 2
		} else if whole.Value <= -0.25 {
			label = 0
		}
		for _, m := range doc.Mentions {
			gold := map[string]int{"negative": 0, "neutral": 1, "positive": 2}[m.Polarity]
			got[label]++
			want[gold]++
			if gold == label {
				hit[label]++
			}
		}
	}
	macro := 0.0
	for i := range hit {
		macro += 2 * hit[i] / (got[i] + want[i]) / 3
	}
	t.Logf("macro F1 %.3f over %v", macro, want)
	if macro < 0.45 {
		t.Errorf("macro F1 %.3f, want 0.45", macro)
	}
}

// TestTowardScore holds the tone toward names to what is measured on sentences that the model did not learn from, a point
// below it; it skips without them.
func TestTowardScore(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "events", "sentiment-newsmtsc-dev.jsonl"))
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	defer file.Close()
	tones := map[string]Label{"negative": Negative, "neutral": Neutral, "positive": Positive}
	var hit, got, want [labels]float64
	var reader Reader
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct {
			Text     string
			Mentions []struct {
				Start    int `json:"char_start"`
				End      int `json:"char_end"`
				Polarity string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		doc, runes := syntax.Read(row.Text, "en"), []rune(row.Text)
		for _, m := range row.Mentions {
			right := tones[m.Polarity]
			label := reader.Toward(doc, len(string(runes[:m.Start])), len(string(runes[:m.End]))).Label
			got[label]++
			want[right]++
			if label == right {
				hit[right]++
			}
		}
	}
	macro := 0.0
	for i := range hit {
		macro += 2 * hit[i] / (got[i] + want[i]) / float64(labels)
	}
	t.Logf("macro F1 %.3f over %v", macro, want)
	if macro < 0.695 {
		t.Errorf("macro F1 %.3f, want at least .695", macro)
	}
}

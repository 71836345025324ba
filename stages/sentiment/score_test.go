package sentiment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
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

package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// TestScore measures exact sentences against tagged text that stands beside a developer's
// checkout; it skips without it.
func TestScore(t *testing.T) {
	for _, set := range []struct {
		file  string
		least float64
	}{{"golden", .9}, {"en_ewt-dev", .88}, {"en_gum-dev", .95}} {
		file, err := os.Open("../../../shared/data/language/sentences-" + set.file + ".jsonl")
		if err != nil {
			t.Skip("no tagged text at hand")
		}
		defer file.Close()
		in := bufio.NewScanner(file)
		in.Buffer(nil, 1<<24)
		var hit, want, got, whole, docs int
		for in.Scan() {
			var row struct {
				ID, Text  string
				Sentences [][2]int
			}
			if err := json.Unmarshal(in.Bytes(), &row); err != nil {
				t.Fatal(err)
			}
			at := make([]int, len(row.Text)+1) // code points by byte
			n := 0
			for i := range row.Text {
				at[i] = n
				n++
			}
			at[len(row.Text)] = n
			gold := map[[2]int]bool{}
			for _, s := range row.Sentences {
				gold[s] = true
			}
			found := Split(row.Text, "en").Sentences
			right := 0
			for _, s := range found {
				if gold[[2]int{at[s.Start], at[s.End]}] {
					right++
				}
			}
			docs++
			if right == len(gold) && right == len(found) {
				whole++
			} else if set.file == "golden" {
				t.Logf("%s %q", row.ID, row.Text)
			}
			hit, want, got = hit+right, want+len(gold), got+len(found)
		}
		f1 := 2 * float64(hit) / float64(want+got)
		t.Logf("%s: F1 %.4f, whole documents %d of %d", set.file, f1, whole, docs)
		if f1 < set.least {
			t.Errorf("%s: F1 %.4f, want %.2f", set.file, f1, set.least)
		}
	}
}

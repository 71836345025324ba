package pipeline_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/verify"
)

// Whatever batches come, in whatever order, of pages that they share or not, built again or not:
// the dataset is whole after each, and the linked tables are what the batches' tables alone give.
func TestAnySequenceOfBatchesStaysWhole(t *testing.T) {
	pages := []string{
		"Norway and Sweden held talks in Oslo on Tuesday.", "Sweden and Norway held talks in Oslo on Tuesday.",
		"The president of France, Jean Petit, visited Germany on Monday.", "Jean Petit met Anna Berg in Berlin.",
		"Anna Berg, the foreign minister of Norway, said that talks would go on.", "France condemned the attack in Mali on Sunday.",
	}
	r := rand.New(rand.NewPCG(3, 4))
	config := pipeline.DefaultConfig()
	config.Clean = "none"
	var inputs []string // few, so that a batch often comes again with what it was made of before
	for i, numbers := range [][]int{{0, 1, 2}, {1, 2, 3, 3}, {4, 5}} {
		var feed strings.Builder
		for _, n := range numbers {
			fmt.Fprintf(&feed, `{"url":"https://site%d.example/%d","text":%q,"published_at":"2026-03-0%dT08:00:00Z"}`+"\n", n%2, n, pages[n], n+1)
		}
		inputs = append(inputs, filepath.Join(t.TempDir(), fmt.Sprintf("feed%d.jsonl", i)))
		if err := os.WriteFile(inputs[i], []byte(feed.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		data := dataset.Dataset{Dir: filepath.Join(t.TempDir(), "data")}
		var told []string
		for range 14 {
			input := inputs[r.IntN(len(inputs))]
			batch := string(rune('a' + r.IntN(2)))
			told = append(told, batch+" of "+filepath.Base(input))
			options := pipeline.Options{Inputs: []string{input}, Out: data, Config: config, Batch: batch, Replace: r.IntN(3) > 0}
			if _, err := pipeline.Run(t.Context(), options); err != nil && !errors.Is(err, pipeline.ErrOtherBatch) {
				t.Fatalf("%v: %v", told, err)
			}
			report, err := verify.Run(t.Context(), data, t.TempDir(), nil)
			if err != nil || report.Found > 0 {
				t.Fatalf("%v: %v %v", told, err, report)
			}
			before := manifest(t, data)
			if err := os.RemoveAll(data.Hidden("runs")); err != nil {
				t.Fatal(err)
			}
			if err := pipeline.LinkAgain(t.Context(), data, config, nil); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(before, manifest(t, data)) {
				t.Fatalf("%v: linked from the tables alone, the dataset is another", told)
			}
		}
	}
}

func manifest(t *testing.T, data dataset.Dataset) []byte {
	t.Helper()
	content, err := os.ReadFile(data.Path("manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

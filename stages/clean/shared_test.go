package clean_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/clean"
)

// TestFivePages reads five flattened pages on one story, which the repository does not hold, and compares what is kept
// with what a reader takes for the text: these lines of each, blank ones not counted. One line in all may be on the wrong side.
func TestFivePages(t *testing.T) {
	lines := func(from, to int) (all []int) {
		for i := from; i <= to; i++ {
			all = append(all, i)
		}
		return all
	}
	want := [][]int{lines(1, 7), {2, 9, 10, 16, 17}, lines(11, 26), lines(1, 12), lines(1, 9)}
	pages, err := filepath.Glob("../../../shared/seeds/*.txt")
	if err != nil || len(pages) != len(want) {
		t.Skip("the shared pages are not here")
	}
	all, wrong := 0, 0
	for p, path := range pages {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range clean.Text(string(page), clean.Options{}).Blocks {
			all++
			if b.Kept != slices.Contains(want[p], i+1) {
				wrong++
				t.Logf("page %d, line %d: kept is %v", p+1, i+1, b.Kept)
			}
		}
	}
	if wrong > 1 {
		t.Errorf("%d of %d lines are on the wrong side", wrong, all)
	}
}

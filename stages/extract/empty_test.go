package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// Of the invented front pages, lists, galleries, errors, consent walls and the like, in ten languages,
// none has an article. The model of pages learned from those of the first folder; those of the second
// were written by somebody who did not know the extractor, and their texts were never read while it was made. Those
// that still give text are known: their number may only fall.
func TestPagesWithoutArticle(t *testing.T) {
	for _, c := range []struct {
		folder       string
		pages, known int
	}{{"empty", 43, 0}, {"empty_heldback", 41, 6}} {
		pages, err := filepath.Glob("testdata/" + c.folder + "/*.html")
		if err != nil || len(pages) != c.pages {
			t.Fatal(len(pages), "pages", err)
		}
		var given []string
		for _, path := range pages {
			page, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if a := extract.HTML(page, extract.Options{}); a.Text != "" {
				given = append(given, filepath.Base(path))
			} else if !slices.Contains(a.Warnings, "empty") {
				t.Errorf("%s: warnings %v", path, a.Warnings)
			}
		}
		if len(given) > c.known {
			t.Errorf("%s: %d pages give text, %d did: %v", c.folder, len(given), c.known, given)
		} else if len(given) < c.known {
			t.Errorf("%s: %d pages give text, %d did: lower the number here and in docs/extraction.md", c.folder, len(given), c.known)
		}
	}
}

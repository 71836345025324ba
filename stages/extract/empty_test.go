package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// TestPagesWithoutArticle holds invented front pages, lists, galleries, errors, consent walls
// and the like, in ten languages: none of them has an article, and none may be made up.
func TestPagesWithoutArticle(t *testing.T) {
	pages, err := filepath.Glob("testdata/empty/*.html")
	if err != nil || len(pages) < 40 {
		t.Fatal(len(pages), "pages", err)
	}
	for _, path := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".html"), func(t *testing.T) {
			page, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a := extract.HTML(page, extract.Options{SameBytes: true})
			if a.Text != "" || !slices.Contains(a.Warnings, "empty") {
				t.Errorf("warnings %v, text %.300q", a.Warnings, a.Text)
			}
		})
	}
}

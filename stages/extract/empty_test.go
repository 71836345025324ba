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

// TestHeldBackPagesWithoutArticle holds forty-one more such pages, written by somebody who did
// not know the extractor, and never looked at while its thresholds were chosen. Most of them
// still give text that is no article: consent and error pages, captions, tables, teasers. The
// number of those that do may only fall.
func TestHeldBackPagesWithoutArticle(t *testing.T) {
	const most = 25
	pages, err := filepath.Glob("testdata/empty_heldback/*.html")
	if err != nil || len(pages) != 41 {
		t.Fatal(len(pages), "pages", err)
	}
	var given []string
	for _, path := range pages {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if extract.HTML(page, extract.Options{SameBytes: true}).Text != "" {
			given = append(given, filepath.Base(path))
		}
	}
	if len(given) > most {
		t.Errorf("%d pages without an article give text, %d did: %v", len(given), most, given)
	} else if len(given) < most {
		t.Errorf("%d pages without an article give text, %d did: lower the number here and in docs/extraction.md", len(given), most)
	}
}

package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/newsmill/newsmill/data/blocks"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/trees"
)

// Of the invented front pages, lists, galleries, errors, consent walls and the like, in ten languages,
// none has an article. The model of pages learned from those of the first folder; those of the second
// were written by somebody who did not know the extractor, and their texts were never read while it was made. Those
// that still give text are known: their number may only fall.
func TestPagesWithoutArticle(t *testing.T) {
	for _, c := range []struct {
		folder       string
		pages, known int
	}{{"empty", 43, 0}, {"empty_heldback", 41, 5}} {
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

// A model that doubts every page gives no text, but where the page claims an article and what is found says what its title and description
// say.
func TestDescribedArticleIsDoubtedLess(t *testing.T) {
	m, err := extract.ReadModel(blocks.Model)
	if err != nil {
		t.Fatal(err)
	}
	m.Page = &trees.Model{Features: m.Page.Features, Bias: -2 * trees.One}
	s := stories["en"]
	for _, c := range []struct {
		name, description string
		want              string
	}{
		{"described", s.body[0], s.body[0]},
		{"described in other words", s.consent, ""},
	} {
		page := `<html><head><title>` + s.title + `</title><meta property="og:type" content="article"><meta name="description" content="` + c.description + `"></head><body><h1>` +
			s.title + `</h1><p>` + s.body[0] + `</p></body></html>`
		if got := extract.HTML([]byte(page), extract.Options{Model: m}).Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

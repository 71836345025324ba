package drift_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/drift"
)

const (
	head   = `<html lang="en"><head><title>Wall %d gives way in Varn</title>%s</head><body><h1>Wall %d gives way in Varn</h1><article>%s</article></body></html>`
	dated  = `<meta property="article:published_time" content="2026-03-0%d"><meta name="author" content="Ida Holm">`
	locked = `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`
	text   = `<p>The old harbour wall number %[1]d of Varn gave way on Tuesday night after %[1]d days of heavy rain, the town's engineer said. Nobody was hurt, and the boats had been moved in time.</p>
<p>Divers will look at foundation %[1]d on Thursday, when the water authority expects the swell to have fallen, and the council meets a day later to decide on the repairs.</p>
<p>Residents of house %[1]d had warned of cracks for years. "We wrote %[1]d letters," said Per Lund, who lives on the quay. The council answered none of them, he said.</p>`
)

// night writes the pages of one crawl and takes them to a batch.
func night(t *testing.T, data dataset.Dataset, batch string, sites map[string]func(int) (meta, body string)) {
	t.Helper()
	var feed strings.Builder
	for domain, page := range sites {
		for i := range 20 {
			meta, body := page(i)
			html := fmt.Sprintf(head, i, meta, i, body)
			fmt.Fprintf(&feed, "{\"url\":\"https://%s/%s%d\",\"html\":%q}\n", domain, batch, i, html)
		}
	}
	input := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(input, []byte(feed.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	options := pipeline.Options{Inputs: []string{input}, Out: data, Config: pipeline.DefaultConfig(), Batch: batch}
	if _, err := pipeline.Run(t.Context(), options); err != nil {
		t.Fatal(err)
	}
}

// A site whose pages give something else than before is named, with what changed: no text any
// more, which is not the same as a text for subscribers, no days, no people. One that is as it
// was is not.
func TestSitesThatChangedAreNamed(t *testing.T) {
	story := func(i int) (string, string) { return fmt.Sprintf(dated, i%9+1), fmt.Sprintf(text, i) }
	before := map[string]func(int) (string, string){
		"same.example": story, "broken.example": story, "locked.example": story, "undated.example": story, "short.example": story,
	}
	now := map[string]func(int) (string, string){
		"same.example":    story,
		"short.example":   func(i int) (string, string) { return fmt.Sprintf(dated, i%9+1), fmt.Sprintf(text, i)[:215] },
		"broken.example":  func(i int) (string, string) { return fmt.Sprintf(dated, i%9+1), "" },
		"locked.example":  func(i int) (string, string) { return fmt.Sprintf(dated, i%9+1) + locked, "" },
		"undated.example": func(i int) (string, string) { return "", fmt.Sprintf(text, i) },
		"new.example":     story,
	}
	data := dataset.Dataset{Dir: filepath.Join(t.TempDir(), "data")}
	night(t, data, "first", before)
	night(t, data, "second", now)
	want := map[string]string{
		"same.example": "", "new.example": "", "broken.example": "empty",
		"locked.example": "paywalled", "short.example": "shorter", "undated.example": "undated uncredited",
	}
	batch, sites, err := drift.Sites(t.Context(), data, "")
	if err != nil || batch != "second" || len(sites) != len(want) {
		t.Fatal(batch, sites, err)
	}
	for _, s := range sites {
		if got := strings.Join(s.Changes, " "); got != want[s.Domain] {
			t.Errorf("%s: changes %q, want %q\nbefore %+v\nnow    %+v", s.Domain, got, want[s.Domain], s.Before, s.Now)
		}
	}
	if !slices.IsSortedFunc(sites, func(a, b drift.Site) int { return min(len(b.Changes), 1) - min(len(a.Changes), 1) }) {
		t.Errorf("sites that changed do not come first: %+v", sites)
	}
	if _, earlier, err := drift.Sites(t.Context(), data, "first"); err != nil || len(earlier) != 5 {
		t.Errorf("of the first night: %+v, %v", earlier, err)
	}
	if _, _, err := drift.Sites(t.Context(), data, "third"); err == nil {
		t.Error("a batch that is not there has sites")
	}
}

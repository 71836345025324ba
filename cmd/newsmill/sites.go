package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/drift"
)

// printSites tells of a batch's sites whose pages give something else than before.
func printSites(ctx context.Context, s *streams, data dataset.Dataset, batch string, asJSON bool) error {
	batch, sites, err := drift.Sites(ctx, data, batch)
	if err != nil {
		return err
	}
	if asJSON {
		return json.NewEncoder(s.out).Encode(struct {
			Batch string       `json:"batch"`
			Sites []drift.Site `json:"sites"`
		}{batch, sites})
	}
	changed := 0
	for i := range sites {
		site := &sites[i]
		if len(site.Changes) == 0 {
			break // those that changed come first
		}
		changed++
		domain := site.Domain
		if domain == "" {
			domain = "(no address)"
		}
		fmt.Fprintf(s.out, "  %s: %s\n    before  %s\n    now     %s\n", domain, strings.Join(site.Changes, ", "), figures(&site.Before), figures(&site.Now))
	}
	_, err = fmt.Fprintf(s.out, "batch %s: %s, %d of them changed\n", batch, plural(int64(len(sites)), "site"), changed)
	return err
}

func figures(f *drift.Figures) string {
	share := func(n int64) string { return fmt.Sprintf("%d%%", n*100/max(f.Articles, 1)) }
	return fmt.Sprintf("%s: %s empty, %s paywalled, %s without day, %s without title, %s without author, texts of %s characters",
		plural(f.Articles, "page"), share(f.Empty), share(f.Paywalled), share(f.Undated), share(f.Untitled), share(f.Uncredited), count(f.Characters/max(f.Texts, 1)))
}

// Package drift compares what the pages of each site gave in one batch with what they gave in
// all the others: a publisher that rebuilds its pages breaks extraction in silence, since a page
// without an article is no reject.
//
// Pages for subscribers are told from empty ones: a new paywall is no broken extraction.
package drift

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
)

// Site is one registrable domain; "" stands for pages without an address.
type Site struct {
	Domain  string   `json:"domain"`
	Before  Figures  `json:"before"`  // all other batches
	Now     Figures  `json:"now"`     // the batch
	Changes []string `json:"changes"` // which figures changed: empty, paywalled, undated, untitled, uncredited, shorter, longer
}

// Figures count pages. Characters are of all texts together.
type Figures struct {
	Articles   int64 `json:"articles"`
	Empty      int64 `json:"empty"` // without a text, and not for subscribers
	Paywalled  int64 `json:"paywalled"`
	Undated    int64 `json:"undated"`
	Untitled   int64 `json:"untitled"`
	Uncredited int64 `json:"uncredited"`
	Texts      int64 `json:"texts"` // with a text
	Characters int64 `json:"characters"`
}

type row struct {
	Domain      string   `parquet:"domain,optional"`
	Title       string   `parquet:"title,optional"`
	Authors     []string `parquet:"authors,list"`
	PublishedAt *int64   `parquet:"published_at,optional,timestamp(microsecond)"`
	CharCount   int32    `parquet:"char_count"`
	Warnings    []string `parquet:"warnings,list"`
}

// Sites gives the sites of a batch; "" is the last one by name, as nights are called. Those whose
// pages changed come first, large ones before small ones. Memory grows with the number of sites.
func Sites(ctx context.Context, data dataset.Dataset, batch string) (name string, sites []Site, err error) {
	m, err := data.Read()
	if err != nil {
		return "", nil, err
	}
	if batch == "" && len(m.Batches) > 0 {
		batch = m.Batches[len(m.Batches)-1].Name
	}
	if m.Batch(batch) == nil {
		return "", nil, fmt.Errorf("%s has no batch %q; newsmill status lists them", data.Dir, batch)
	}
	all := map[string]*Site{}
	for i := range m.Batches {
		b := &m.Batches[i]
		for r, err := range sink.Rows[row](data.BatchFiles(b, "articles")) {
			if err != nil {
				return "", nil, err
			}
			site := all[r.Domain]
			if site == nil {
				site = &Site{Domain: strings.Clone(r.Domain), Changes: []string{}}
				all[site.Domain] = site
			}
			if b.Name == batch {
				site.Now.add(r)
			} else {
				site.Before.add(r)
			}
		}
		if err := context.Cause(ctx); err != nil {
			return "", nil, err
		}
	}
	for _, site := range all {
		if site.Now.Articles == 0 {
			continue // it was not crawled
		}
		site.compare()
		sites = append(sites, *site)
	}
	slices.SortFunc(sites, func(a, b Site) int {
		changed := min(len(b.Changes), 1) - min(len(a.Changes), 1)
		if changed == 0 {
			changed = int(b.Now.Articles - a.Now.Articles)
		}
		if changed == 0 {
			changed = strings.Compare(a.Domain, b.Domain)
		}
		return changed
	})
	return batch, sites, nil
}

func (f *Figures) add(r *row) {
	count := func(n *int64, is bool) {
		if is {
			*n++
		}
	}
	empty, paywalled := slices.Contains(r.Warnings, "empty"), slices.Contains(r.Warnings, "paywalled")
	f.Articles++
	count(&f.Paywalled, paywalled)
	count(&f.Empty, empty && !paywalled)
	count(&f.Undated, r.PublishedAt == nil)
	count(&f.Untitled, r.Title == "")
	count(&f.Uncredited, len(r.Authors) == 0)
	count(&f.Texts, !empty)
	f.Characters += int64(r.CharCount)
}

// compare notes what changed. Of fewer pages than ten on either side nothing is said.
func (s *Site) compare() {
	const fewest = 10
	a, b := &s.Before, &s.Now
	if a.Articles < fewest || b.Articles < fewest {
		return
	}
	for _, c := range []struct {
		name        string
		before, now int64
	}{
		{"empty", a.Empty, b.Empty},
		{"paywalled", a.Paywalled, b.Paywalled},
		{"undated", a.Undated, b.Undated},
		{"untitled", a.Untitled, b.Untitled},
		{"uncredited", a.Uncredited, b.Uncredited},
	} {
		if differ(c.before, a.Articles, c.now, b.Articles) {
			s.Changes = append(s.Changes, c.name)
		}
	}
	if a.Texts < fewest || b.Texts < fewest {
		return
	}
	switch before, now := a.Characters/a.Texts, b.Characters/b.Texts; {
	case now*2 < before:
		s.Changes = append(s.Changes, "shorter")
	case before*2 < now:
		s.Changes = append(s.Changes, "longer")
	}
}

// differ tells whether two shares differ by a fifth or more and by three standard errors (the
// test of two proportions), so that a small site is not named each night.
func differ(x, n, y, m int64) bool {
	p, q := float64(x)/float64(n), float64(y)/float64(m)
	both := float64(x+y) / float64(n+m)
	sigma := math.Sqrt(float64(both*(1-both)) * (1/float64(n) + 1/float64(m)))
	return math.Abs(p-q) >= 0.2 && math.Abs(p-q) >= 3*sigma
}

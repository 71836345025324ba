package blocks

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/source"
)

// A goldPage is a page with the text of its article, as a set's gold.jsonl has it.
type goldPage struct {
	ID, Path, URL, Site, Text, Title, Date string
	Authors                                []string
	set                                    string
	body                                   []byte
}

// publisher names who made the page: pages of one publisher are never on both sides of a split.
func (g *goldPage) publisher() string {
	if site := article.SiteOf(g.URL); site != "" {
		return site
	}
	return g.ID
}

// fold puts the page into one of n parts by its publisher.
func (g *goldPage) fold(n int) int {
	h := fnv.New32a()
	h.Write([]byte(g.publisher()))
	return int(h.Sum32() % uint32(n))
}

// readGold reads the pages of a set; kind is pages or flat.
func readGold(root, set, kind string) (all []*goldPage, err error) {
	f, err := os.Open(filepath.Join(root, set, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	ending := map[string]string{"pages": ".html.gz", "flat": ".txt.gz"}[kind]
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		g := &goldPage{set: set}
		if err := d.Decode(g); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		path := filepath.Join(root, set, kind, g.ID+ending)
		if g.body, err = readPage(path, kind == "pages"); err != nil {
			return nil, err
		}
		all = append(all, g)
	}
}

// readInvented reads the pages that some patterns find, but front pages.
func readInvented(patterns, set string) (all []*goldPage, err error) {
	for pattern := range strings.SplitSeq(patterns, ",") {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pattern, err)
		}
		for _, path := range paths {
			body, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			if name := filepath.Base(path); name != "index.html" {
				all = append(all, &goldPage{ID: path, set: set, body: body})
			}
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("nothing is in %s", patterns)
	}
	return all, nil
}

// readPage reads a gzipped page as newsmill would, in UTF-8.
func readPage(path string, html bool) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	body, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	page := source.Page{Kind: source.Text, Body: body}
	if html {
		page.Kind = source.HTML
	}
	text, _, _ := page.UTF8()
	return text, nil
}

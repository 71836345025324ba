// Package sample makes the corpus of `make run` from its sources: twelve invented
// stories, as eight invented outlets tell them over three nights, in every form that
// newsmill reads. Nothing hangs on a clock or a random seed, so that the committed files
// can be checked against their sources byte for byte (sample_test.go does).
package sample

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// sampleCrawl is when each night's crawl begins, on the day that names the night.
const sampleCrawl = 23*time.Hour + 30*time.Minute

// Run is the command `newsmill-train sample`.
func Run(args []string) error {
	flags := flag.NewFlagSet("sample", flag.ContinueOnError)
	source := flags.String("source", "data/sample/source", "folder with stories/ and outlets/")
	out := flags.String("out", "data/sample", "folder whose nights/ and broken/ are written")
	if err := flags.Parse(args); err != nil {
		return err
	}
	files, err := buildSample(os.DirFS(*source))
	if err != nil {
		return fmt.Errorf("build sample from %s: %w", *source, err)
	}
	return writeSample(*out, files)
}

// buildSample makes every file of the corpus in memory, by path under the output folder.
func buildSample(source fs.FS) (map[string][]byte, error) {
	corpus, err := readCorpus(source)
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	for _, night := range corpus.nights() {
		if err := corpus.buildNight(night, files); err != nil {
			return nil, fmt.Errorf("night %s: %w", night, err)
		}
	}
	if err := corpus.buildBroken(files); err != nil {
		return nil, fmt.Errorf("broken inputs: %w", err)
	}
	return files, nil
}

// A delivery is one page as a night brings it.
type delivery struct {
	*sampleArticle
	page    []byte // in the outlet's encoding
	name    string // of a file, without extension
	crawled time.Time
}

// buildNight lays out one night as a crawl would leave it.
func (c *sampleCorpus) buildNight(night string, files map[string][]byte) error {
	pages, err := c.deliveries(night)
	if err != nil {
		return err
	}
	root := "nights/" + night + "/"
	byForm := make(map[string][]delivery)
	for _, p := range pages {
		byForm[p.Form] = append(byForm[p.Form], p)
	}
	for form, pages := range byForm { // each form writes files of its own: order does not matter
		var err error
		switch form {
		case "html", "html.gz", "html.zst":
			for _, p := range pages {
				path := root + p.Outlet.Domain + "/" + p.name + "." + form
				if files[path] != nil {
					return fmt.Errorf("two pages are called %s", path)
				}
				files[path] = compressAs(form, p.page)
			}
		case "flat":
			for _, p := range pages {
				text, err := p.flatText()
				if err != nil {
					return err
				}
				files[root+"flat/"+p.name+".txt"] = []byte(text)
			}
		case "warc":
			files[root+"crawl.warc.gz"] = writeWARC(night, pages)
		case "wet":
			files[root+"crawl.wet.gz"], err = writeWET(night, pages)
		case "feed", "feed-text":
			// Both go into one file, below.
		case "parquet":
			files[root+"archive.parquet"], err = writeParquet(pages)
		default:
			return fmt.Errorf("%s: unknown form %q", pages[0].Slug, form)
		}
		if err != nil {
			return err
		}
	}
	var feed []delivery
	for _, p := range pages {
		if strings.HasPrefix(p.Form, "feed") {
			feed = append(feed, p)
		}
	}
	lines, err := writeFeed(feed)
	if err != nil {
		return err
	}
	files[root+"feed.jsonl.gz"] = compressAs("gz", lines)
	return nil
}

// deliveries gives the pages of a night in the order of publication: what is new, what
// the crawl met again, and the front pages.
func (c *sampleCorpus) deliveries(night string) ([]delivery, error) {
	day, err := time.Parse(time.DateOnly, night)
	if err != nil {
		return nil, err
	}
	begin := day.Add(sampleCrawl)
	var out []delivery
	add := func(a *sampleArticle, name string) error {
		page, err := c.render(a)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", a.Outlet.Name, a.Slug, err)
		}
		out = append(out, delivery{a, page, name, begin.Add(time.Duration(7*len(out)) * time.Second)})
		return nil
	}
	for _, a := range c.articles {
		if a.Night != night && !slices.Contains(a.Again, night) {
			continue
		}
		if last := a.lastChange(); a.Night == night && last.After(begin) {
			return nil, fmt.Errorf("%s/%s is dated %s, after the crawl", a.Outlet.Name, a.Slug, last)
		}
		if err := add(a, a.Slug); err != nil {
			return nil, err
		}
		if a.Twice && a.Night == night {
			if err := add(a, a.Slug+"-1"); err != nil {
				return nil, err
			}
		}
	}
	for _, o := range c.outlets {
		if o.front == nil {
			continue
		}
		if err := add(c.frontPage(o, night, begin), "index"); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// writeSample brings nights/ and broken/ under dir to exactly these files.
func writeSample(dir string, files map[string][]byte) error {
	for _, top := range []string{"nights", "broken"} {
		err := filepath.WalkDir(filepath.Join(dir, top), func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || d.IsDir() {
				return err
			}
			rel, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			if _, ok := files[filepath.ToSlash(rel)]; !ok {
				return os.Remove(path)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for rel, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(rel))
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

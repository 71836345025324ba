package sample

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const sampleDir = "../../../data/sample"

// The committed corpus is what its sources give: nothing was changed by hand, nothing is
// left over, and a second making gives the same bytes.
func TestSampleIsMadeFromItsSources(t *testing.T) {
	files, err := buildSample(os.DirFS(sampleDir + "/source"))
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for rel, want := range files {
		size += len(want)
		got, err := os.ReadFile(filepath.Join(sampleDir, filepath.FromSlash(rel)))
		if err != nil {
			t.Errorf("%v; run: go run ./cmd/newsmill-train sample", err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from its sources; run: go run ./cmd/newsmill-train sample", rel)
		}
	}
	if size > 4<<20 {
		t.Errorf("the corpus has %d bytes, more than 4 MiB", size)
	}
	for _, top := range []string{"nights", "broken"} {
		err := filepath.WalkDir(filepath.Join(sampleDir, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel, err := filepath.Rel(sampleDir, path)
			if _, ok := files[filepath.ToSlash(rel)]; !ok {
				t.Errorf("%s comes from no source", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestSampleHoldsWhatItsCardSays(t *testing.T) {
	c, err := readCorpus(os.DirFS(sampleDir + "/source"))
	if err != nil {
		t.Fatal(err)
	}
	pages, outlets, stories, forms := 0, map[string]bool{}, map[string]map[string]bool{}, map[string]bool{}
	known, twice, corrections, german := 0, 0, 0, 0
	carriers := map[string][]string{}
	for _, a := range c.articles {
		pages++
		outlets[a.Outlet.Domain] = true
		if stories[a.Story] == nil {
			stories[a.Story] = map[string]bool{}
		}
		stories[a.Story][a.Outlet.Key] = true
		forms[a.Form] = true
		known += len(a.Again)
		if a.Twice {
			twice++
		}
		if !a.Updated.IsZero() {
			corrections++
		}
		if a.Outlet.Language == "de" {
			german++
		}
		if a.Wire != "" {
			carriers[a.Wire] = append(carriers[a.Wire], a.Outlet.Key)
		}
		if !strings.HasSuffix(a.Outlet.Domain, ".example") {
			t.Errorf("%s is no reserved domain", a.Outlet.Domain)
		}
	}
	fronts := 0
	for _, o := range c.outlets {
		if o.front != nil {
			fronts += len(c.nights())
		}
	}
	if pages+fronts < 60 || len(outlets) != 8 || len(stories) != 12 || len(c.nights()) != 3 {
		t.Errorf("%d pages of %d outlets, %d stories, %d nights; want at least 60, 8, 12, 3", pages+fronts, len(outlets), len(stories), len(c.nights()))
	}
	if known == 0 || twice == 0 || corrections == 0 || german == 0 {
		t.Errorf("known %d, twice %d, corrections %d, German %d: want some of each", known, twice, corrections, german)
	}
	for story, tellers := range stories {
		if len(tellers) < 2 {
			t.Errorf("story %s is told by one outlet only", story)
		}
	}
	for wire, by := range carriers {
		if slices.Sort(by); len(slices.Compact(by)) < 3 {
			t.Errorf("wire text %s is carried by %v, want three outlets", wire, by)
		}
	}
	for _, form := range []string{"html", "html.gz", "html.zst", "warc", "feed", "feed-text", "flat", "wet", "parquet"} {
		if !forms[form] {
			t.Errorf("no page comes as %s", form)
		}
	}
}

func TestStoryFileFaultsAreNamed(t *testing.T) {
	outlets := map[string]*sampleOutlet{}
	for _, test := range []struct{ data, want string }{
		{"== nobody 2026-03-02 10:00\nSlug: a\n\nText.", `no outlet "nobody"`},
		{"== wire\nSlug: a\n", "want OUTLET"},
		{"== wire x\nColour: red\n", `unknown key "Colour"`},
	} {
		if _, err := parseStory("s", test.data, outlets); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("parseStory(%q): %v, want %q", test.data, err, test.want)
		}
	}
}

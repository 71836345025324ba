package pipeline

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/stages/source"
)

func run(t *testing.T, name string, records ...[]byte) string {
	t.Helper()
	s := extsort.New(t.TempDir(), 1<<20)
	defer s.Close()
	for _, r := range records {
		if err := s.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), name)
	if err := s.WriteRun(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestKnownAndRepeatedPages(t *testing.T) {
	id := func(n int) string { return fmt.Sprintf("%032x", n) }
	page := func(n, unit, ordinal int) []byte {
		return pageRecord{id: id(n), unit: unit, ordinal: ordinal, section: ordinal, offset: int64(ordinal) * 100}.append(nil)
	}
	one := run(t, "one", page(1, 0, 0), page(2, 0, 1), page(3, 0, 2))
	two := run(t, "two", page(3, 1, 0), page(4, 1, 1), page(4, 1, 2), page(1, 1, 3))
	known := run(t, "known", pageRecord{id: id(2), known: true}.append(nil), pageRecord{id: id(4), known: true}.append(nil), pageRecord{id: id(4), known: true}.append(nil))
	s, err := mergeIDs([]string{two, known, one}, t.TempDir(), filepath.Join(t.TempDir(), "skips"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	var got []string
	for unit := range 2 {
		next, err := s.from(unit, 0)
		if err != nil {
			t.Fatal(err)
		}
		for {
			k, ok, err := next()
			if err != nil {
				t.Fatal(err)
			}
			if !ok {
				break
			}
			what := fmt.Sprintf("repeats %d at %d", k.first.unit, k.first.offset)
			if k.known {
				what = "known"
			}
			got = append(got, fmt.Sprintf("%d.%d %s", k.unit, k.ordinal, what))
		}
	}
	want := "0.1 known; 1.0 repeats 0 at 200; 1.1 known; 1.2 known; 1.3 repeats 0 at 0"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	next, err := s.from(1, 2) // a shard that begins inside its unit
	if err != nil {
		t.Fatal(err)
	}
	if k, ok, err := next(); err != nil || !ok || k.ordinal != 2 {
		t.Errorf("from 1.2: %+v %v %v", k, ok, err)
	}
}

// A line counts once for each page it stands on. A page that is read twice is one page, and so
// are revisions at one address and copies at several.
func TestTemplatesCountPages(t *testing.T) {
	const site, other, copied, menu, body = 5, 6, 7, 70, 80
	page := func(site, page, content uint64, lines ...uint64) (records [][]byte) {
		for _, line := range append(lines, 0) {
			records = append(records, lineRecord(nil, site, line, page, content))
		}
		return records
	}
	one := run(t, "one", slices.Concat(page(site, 1, 11, menu, body), page(site, 2, 12, menu), page(copied, 1, 31, menu, body))...)
	two := run(t, "two", slices.Concat(page(site, 1, 11, menu, body), page(site, 3, 13, menu), page(site, 1, 14, menu, body), page(site, 4, 11, menu, body),
		page(other, 9, 21, menu), page(copied, 2, 31, menu, body), page(copied, 3, 32, menu))...)
	templates, err := mergeTemplates([]string{one, two}, t.TempDir(), filepath.Join(t.TempDir(), "templates"))
	if err != nil {
		t.Fatal(err)
	}
	defer templates.close()
	for _, test := range []struct {
		site              uint64
		pages, menu, body int
	}{{site, 4, 4, 2}, {copied, 2, 2, 0}} {
		got, err := templates.of(test.site)
		if err != nil {
			t.Fatal(err)
		}
		if got.Pages != test.pages || got.Count(menu) != test.menu || got.Count(body) != test.body {
			t.Errorf("site %d: %d pages, the menu on %d, the body on %d; want %+v", test.site, got.Pages, got.Count(menu), got.Count(body), test)
		}
	}
	if alone, err := templates.of(other); err != nil || alone != nil {
		t.Errorf("a site of one page has the template %v, %v", alone, err)
	}
}

func TestShardsOfAUnit(t *testing.T) {
	file := source.File{Size: 1000}
	u := unit{Bytes: 3000, Sections: []section{{Section: source.Section{File: file, End: -1}, file: 0}, {Section: source.Section{File: file, End: -1}, file: 1}, {Section: source.Section{File: file, End: -1}, file: 2}}}
	shards := u.shardsOf(7, surveyReceipt{Items: 90, Cuts: []cut{{Section: 1, Offset: 300, Ordinal: 20}, {Section: 1, Offset: 600, Ordinal: 50}}})
	var got []string
	for _, s := range shards {
		line := fmt.Sprintf("%s from item %d:", s.name(), s.first)
		for _, part := range s.sections {
			line += fmt.Sprintf(" %d[%d:%d]", part.file, part.Start, part.End)
		}
		got = append(got, line)
	}
	want := "00007-00000 from item 0: 0[0:-1] 1[0:300]; 00007-00001 from item 20: 1[300:600]; 00007-00002 from item 50: 1[600:-1] 2[0:-1]"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	if u.Sections[1].End != -1 || u.Sections[1].Start != 0 {
		t.Error("cutting a unit changed it")
	}
}

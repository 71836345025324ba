package main

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var sample = filepath.Join("..", "..", "data", "sample")

// runSample takes the sample corpus to tables: three nights and the broken inputs.
func runSample(t *testing.T, dir, workers string) {
	t.Helper()
	nights, err := filepath.Glob(filepath.Join(sample, "nights", "*"))
	if err != nil || len(nights) != 3 {
		t.Fatal(nights, err)
	}
	for _, input := range append(nights, filepath.Join(sample, "broken")) {
		cmd := program(t, "run", input, "--out", dir, "--batch", filepath.Base(input), "--workers", workers, "--quiet")
		out, err := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitDone && code != exitRejected {
			t.Fatalf("%s: exit code %d, %v\n%s", input, code, err, out)
		}
	}
}

// rowsIn reads a table of a dataset.
func rowsIn[T any](t *testing.T, dir, table string) (rows []T) {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(filepath.Join(dir, table), func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s has no %s: %v", dir, table, err)
	}
	for row, err := range sink.Rows[T](paths) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, *row)
	}
	return rows
}

// TestSample takes the sample corpus to tables and compares what a reader sees of them with the
// golden file. Any number of workers gives the same bytes.
func TestSample(t *testing.T) {
	one, three := filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "three")
	runSample(t, one, "1")
	runSample(t, three, "3")
	if d := diff.Diff(digests(t, one), digests(t, three)); d != "" {
		t.Errorf("three workers give other bytes than one:\n%s", d)
	}
	if out, err := program(t, "verify", one).CombinedOutput(); err != nil {
		t.Errorf("verify: %v\n%s", err, out)
	}
	t.Run("nothing is lost", func(t *testing.T) { balanced(t, three) })
	got := seen(t, one)
	golden := filepath.Join("testdata", "sample.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := diff.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("the tables of the sample changed; read the difference, then go test ./cmd/newsmill -run TestSample -update\n%s", d)
	}
}

// balanced tells whether nothing of the sample is lost, by the books of every input file: what was read is an
// article, a reject, a repeated page or a known one, and each of those has its row.
func balanced(t *testing.T, dir string) {
	type book struct{ articles, rejects int64 }
	books := map[string]book{}
	for _, a := range rowsIn[schemas.Article](t, dir, "articles") {
		b := books[a.SourcePath]
		b.articles++
		books[a.SourcePath] = b
	}
	for _, r := range rowsIn[schemas.Reject](t, dir, "rejects") {
		b := books[r.SourcePath]
		b.rejects++
		books[r.SourcePath] = b
		if r.Stage == "" || r.Code == "" || r.Message == "" {
			t.Errorf("reject without stage, code or message: %+v", r)
		}
	}
	wanted := map[string]book{}
	for _, in := range rowsIn[schemas.Input](t, dir, "inputs") {
		if in.Records != in.Articles+in.Rejects+in.Repeated+in.Known {
			t.Errorf("%s: %d records are not %d articles, %d rejects, %d repeated and %d known", in.SourcePath, in.Records, in.Articles, in.Rejects, in.Repeated, in.Known)
		}
		b := wanted[in.SourcePath] // a path may come in several nights
		b.articles += in.Articles
		b.rejects += in.Rejects + in.Repeated
		wanted[in.SourcePath] = b
	}
	for path, b := range wanted {
		if books[path] != b {
			t.Errorf("%s: rows %+v, books %+v", path, books[path], b)
		}
	}
}

func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == ".newsmill":
			return filepath.SkipDir
		case entry.IsDir():
			return nil
		}
		sum, err := dataset.HashFile(path)
		sums[strings.TrimPrefix(path, dir)] = sum
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

// seen writes down what a reader sees of the tables that matter: articles with their names, events.
func seen(t *testing.T, dir string) string {
	var out strings.Builder
	names := map[string]map[string]int{}
	for _, m := range rowsIn[schemas.Mention](t, dir, "mentions") {
		if names[m.ArticleID] == nil {
			names[m.ArticleID] = map[string]int{}
		}
		names[m.ArticleID][m.Type+" "+cmp.Or(m.EntityName, m.Surface)]++
	}
	articles := rowsIn[schemas.Article](t, dir, "articles")
	slices.SortFunc(articles, func(a, b schemas.Article) int {
		return cmp.Or(cmp.Compare(a.SourcePath, b.SourcePath), cmp.Compare(a.SourceOffset, b.SourceOffset), cmp.Compare(a.ArticleID, b.ArticleID))
	})
	for _, a := range articles {
		fmt.Fprintf(&out, "%s %d\n  %q %s %s %s %d words, %d removed %v\n", a.SourcePath, a.SourceOffset, a.Title, moment(a.PublishedAt),
			strings.Join(slices.Concat(a.Authors, a.Agencies), ", "), a.Language, a.WordCount, a.RemovedCharCount, a.Warnings)
		if first, _, _ := strings.Cut(a.Text, "\n\n"); first != "" {
			fmt.Fprintf(&out, "  begins %q\n", first)
		}
		if i := strings.LastIndex(a.Text, "\n\n"); i >= 0 {
			fmt.Fprintf(&out, "  ends %q\n", a.Text[i+2:])
		}
		var list []string
		for _, name := range slices.Sorted(maps.Keys(names[a.ArticleID])) {
			list = append(list, fmt.Sprintf("%s %d", name, names[a.ArticleID][name]))
		}
		fmt.Fprintf(&out, "  names %s\n", strings.Join(list, ", "))
	}
	events := rowsIn[schemas.Event](t, dir, "events")
	slices.SortFunc(events, func(a, b schemas.Event) int {
		return cmp.Or(cmp.Compare(a.Summary, b.Summary), cmp.Compare(a.CAMEOCode, b.CAMEOCode), cmp.Compare(a.EventID, b.EventID))
	})
	last := ""
	for _, e := range events {
		if e.Summary != last {
			fmt.Fprintf(&out, "%s\n", e.Summary)
			last = e.Summary
		}
		fmt.Fprintf(&out, "  %s %s %s (%s) -> %s (%s) at %s on %s, %d articles of %d domains\n", e.CAMEOCode, e.Status, e.Actor1Name, e.Actor1Code,
			e.Actor2Name, e.Actor2Code, e.PlaceName, day(e.DateStart), e.ArticleCount, e.DomainCount)
	}
	return out.String()
}

func moment(micros *int64) string {
	if micros == nil {
		return "undated"
	}
	return time.UnixMicro(*micros).UTC().Format("2006-01-02T15:04")
}

func day(days *int32) string {
	if days == nil {
		return "-"
	}
	return time.Unix(int64(*days)*86400, 0).UTC().Format("2006-01-02")
}

package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dustin/go-humanize"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/schemas"
)

// print shows what a run did: on one line of JSON for programs, on a few for people.
func (f *runFlags) print(s *streams, sum *pipeline.Summary) error {
	if f.json {
		return json.NewEncoder(s.out).Encode(sum)
	}
	if f.quiet {
		return nil
	}
	c := sum.Counts
	state := ""
	if sum.Already {
		state = " (was there already, nothing to do)"
	}
	fmt.Fprintf(s.out, "batch %s%s\n", sum.Batch, state)
	fmt.Fprintf(s.out, "  pages     %s from %s: %s kept, %s rejected, %s repeated, %s known\n",
		count(c.Records), plural(int64(sum.Files), "file"), count(c.Articles), count(c.Rejects), count(c.Repeated), count(c.Known))
	if codes := byCount(sum.Rejects, "repeated"); len(codes) > 0 {
		fmt.Fprintf(s.out, "  rejected  %s\n", strings.Join(codes, ", "))
	}
	if n := len(sum.Skipped); n > 0 {
		fmt.Fprintf(s.out, "  no input  %s: %s\n", plural(int64(n), "file"), listed(sum.Skipped))
	}
	var rows []string
	for _, t := range schemas.All {
		if _, written := sum.Rows[t.Name]; t.Optional && !written {
			continue
		}
		rows = append(rows, fmt.Sprintf("%s %s", t.Name, count(sum.Rows[t.Name])))
	}
	half := (len(rows) + 1) / 2
	fmt.Fprintf(s.out, "  rows      %s\n            %s\n", strings.Join(rows[:half], ", "), strings.Join(rows[half:], ", "))
	if !sum.Already {
		f.printSpeed(s, sum)
	}
	_, err := fmt.Fprintf(s.out, "  dataset   %s\n\n%s\n", sum.Dataset, firstQuery(sum.Dataset))
	return err
}

func (f *runFlags) printSpeed(s *streams, sum *pipeline.Summary) {
	seconds := max(sum.Elapsed.Seconds(), 1e-9)
	resumed := ""
	if sum.Resumed > 0 {
		resumed = fmt.Sprintf(", %d of them from before the interruption", sum.Resumed)
	}
	fmt.Fprintf(s.out, "  speed     %s in %s with %s: %.0f pages/s, %s/s; %s%s\n", bytesOf(sum.Bytes), sum.Elapsed.Round(10*time.Millisecond),
		plural(int64(sum.Workers), "worker"), float64(sum.Counts.Records)/seconds, bytesOf(int64(float64(sum.Bytes)/seconds)), plural(int64(sum.Shards), "shard"), resumed)
	var total time.Duration
	for _, t := range sum.Stages {
		total += t.Time
	}
	if total == 0 {
		return
	}
	var shares []string
	for _, t := range sum.Stages {
		shares = append(shares, fmt.Sprintf("%s %.0f%%", t.Stage, 100*t.Time.Seconds()/total.Seconds()))
	}
	fmt.Fprintf(s.out, "  stages    %s\n", strings.Join(shares, ", "))
}

// firstQuery is one line to start with.
func firstQuery(dir string) string {
	files := filepath.ToSlash(filepath.Join(dir, "events", "*.parquet"))
	return fmt.Sprintf(`duckdb -c "SET timezone='UTC'; SELECT date_start, status, cameo_code, actor1_name, actor2_name, place_name, article_count, summary FROM read_parquet('%s') ORDER BY article_count DESC, event_id LIMIT 20"`,
		strings.ReplaceAll(files, "'", "''"))
}

func count(n int64) string { return humanize.Comma(n) }

func bytesOf(n int64) string { return humanize.IBytes(uint64(max(n, 0))) }

func plural(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return count(n) + " " + noun + "s"
}

// byCount lists codes with their counts, most frequent first.
func byCount(counts map[string]int64, without ...string) []string {
	var codes []string
	for code := range counts {
		if !slices.Contains(without, code) {
			codes = append(codes, code)
		}
	}
	slices.SortFunc(codes, func(a, b string) int {
		if counts[a] != counts[b] {
			return int(counts[b] - counts[a])
		}
		return strings.Compare(a, b)
	})
	for i, code := range codes {
		codes[i] = fmt.Sprintf("%s %s", code, count(counts[code]))
	}
	return codes
}

func listed(names []string) string {
	const most = 5
	quoted := make([]string, 0, most)
	for _, name := range names[:min(most, len(names))] {
		quoted = append(quoted, fmt.Sprintf("%q", name))
	}
	if len(names) > most {
		quoted = append(quoted, "...")
	}
	return strings.Join(quoted, ", ")
}

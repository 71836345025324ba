package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/schemas"
)

func newStatus(s *streams) *cobra.Command {
	var asJSON, sites bool
	var batch string
	cmd := &cobra.Command{
		Use:   "status DIR",
		Short: "Show batches, and work in progress: planned, done, left",
		Long: `Status shows what is committed, and work in progress: planned, done, left.

With --sites it compares the pages that each site gave in a batch with those in all others, and
names the sites that now give empty texts, no days, no titles, no authors, or much shorter or longer
texts: their pages have changed. Pages for subscribers are told apart. Sites with fewer than ten
pages on either side are not judged.`,
		Example: `  newsmill status data
  newsmill status data --sites --batch 2026-03-02`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := opened(args[0])
			if err != nil {
				return err
			}
			if sites {
				return printSites(cmd.Context(), s, data, batch, asJSON)
			}
			if batch != "" {
				return usage("--batch is for --sites: give both, or neither")
			}
			status, err := pipeline.StatusOf(data)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(s.out).Encode(status)
			}
			return printStatus(s, args[0], status)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one object of JSON")
	cmd.Flags().BoolVar(&sites, "sites", false, "name the sites whose pages give something else than before")
	cmd.Flags().StringVar(&batch, "batch", "", "batch to look at with --sites (default: the last one by name)")
	return cmd
}

func printStatus(s *streams, dir string, status *pipeline.Status) error {
	fmt.Fprintf(s.out, "%s: schema %s, %d committed\n", dir, status.SchemaVersion, len(status.Batches))
	for _, b := range status.Batches {
		fmt.Fprintf(s.out, "  %-14s %s kept, %s rejected, %s repeated, %s known of %s pages", b.Name,
			count(b.Counts.Articles), count(b.Counts.Rejects), count(b.Counts.Repeated), count(b.Counts.Known), count(b.Counts.Records))
		if codes := byCount(b.Rejects, "repeated"); len(codes) > 0 {
			fmt.Fprintf(s.out, " (%s)", strings.Join(codes, ", "))
		}
		fmt.Fprintln(s.out)
	}
	var rows []string
	for _, t := range schemas.All {
		if _, written := status.Rows[t.Name]; t.Optional && !written {
			continue
		}
		rows = append(rows, fmt.Sprintf("%s %s", t.Name, count(status.Rows[t.Name])))
	}
	fmt.Fprintf(s.out, "rows: %s\n", strings.Join(rows, ", "))
	for _, w := range status.Work {
		fmt.Fprintf(s.out, "in progress: batch %s, %s of %s: surveyed %d of %d units, processed %s (so far %s kept, %s rejected)\n",
			w.Batch, plural(int64(w.Files), "file"), bytesOf(w.Bytes), w.Surveyed, w.Units, plural(int64(w.Processed), "shard"), count(w.Counts.Articles), count(w.Counts.Rejects))
		fmt.Fprintf(s.out, "  left: %s; the command that was interrupted, given again, goes on\n", w.Left())
	}
	if status.Locked {
		fmt.Fprintln(s.out, "a run is at work on it")
	}
	return nil
}

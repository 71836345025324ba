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
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "status DIR",
		Short: "Show batches, and work in progress: planned, done, left",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := opened(args[0])
			if err != nil {
				return err
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

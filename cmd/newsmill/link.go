package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
)

func newLink(s *streams) *cobra.Command {
	var set settings
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "link DIR",
		Short: "Rebuild entities, events and stories, without reading a page",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			config, err := set.load(cmd.Flags())
			if err != nil {
				return err
			}
			defer bound(config.Memory)()
			progress := newProgress(set.progress, false, s.err)
			defer progress.close()
			data := dataset.Dataset{Dir: args[0]}
			if err := pipeline.LinkAgain(cmd.Context(), data, config, progress); err != nil {
				return err
			}
			progress.close()
			m, err := data.Read()
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(s.out).Encode(linkSummary{Batches: len(m.Batches), Rows: m.Rows})
			}
			_, err = fmt.Fprintf(s.out, "linked %s: %s entities, %s events of %s tellings, %s stories\n", batches(len(m.Batches)),
				count(m.Rows["entities"]), count(m.Rows["events"]), count(m.Rows["event_mentions"]), count(m.Rows["stories"]))
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one object of JSON")
	set.register(cmd.Flags(), "memory", "progress")
	return cmd
}

// linkSummary is what --json prints.
type linkSummary struct {
	Batches int              `json:"batches"`
	Rows    map[string]int64 `json:"rows"`
}

func batches(n int) string {
	if n == 1 {
		return "1 batch"
	}
	return count(int64(n)) + " batches"
}

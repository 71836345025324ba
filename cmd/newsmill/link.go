package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
)

func newLink(s *streams) *cobra.Command {
	var set settings
	cmd := &cobra.Command{
		Use:   "link DIR",
		Short: "Rebuild entities, events and stories, without reading a page",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			config, err := set.load(cmd.Flags())
			if err != nil {
				return err
			}
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
			_, err = fmt.Fprintf(s.out, "linked %s: %s entities, %s events of %s tellings, %s stories\n", fmt.Sprintf("%d of its batches", len(m.Batches)),
				count(m.Rows["entities"]), count(m.Rows["events"]), count(m.Rows["event_mentions"]), count(m.Rows["stories"]))
			return err
		},
	}
	set.register(cmd.Flags())
	return cmd
}

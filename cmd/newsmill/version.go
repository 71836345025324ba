package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/schemas"
)

func newVersion(s *streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Show the version, the schema's version and the embedded models",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			models := pipeline.Models()
			if asJSON {
				return json.NewEncoder(s.out).Encode(map[string]any{
					"version": pipeline.Version, "build": pipeline.Build(), "schema_version": schemas.Version, "models": models,
				})
			}
			fmt.Fprintf(s.out, "newsmill %s\nbuild    %s\nschema   %s\n", pipeline.Version, pipeline.Build(), schemas.Version)
			var names []string
			for name := range models {
				names = append(names, name)
			}
			slices.Sort(names)
			for _, name := range names {
				fmt.Fprintf(s.out, "model    %-12s %s\n", name, models[name])
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one object of JSON")
	return cmd
}

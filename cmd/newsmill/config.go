package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"
)

func newConfig(s *streams) *cobra.Command {
	var set settings
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the effective configuration, every key explained",
		Long: `Config shows the configuration that a run with the same flags, environment and file would
have, as a file that --config takes, with where each value comes from. Flags come before
NEWSMILL_* in the environment, these before the file, this before the defaults.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := set.load(cmd.Flags()); err != nil {
				return err
			}
			if asJSON {
				values := map[string]any{}
				for _, k := range allSettings {
					values[k.key] = map[string]any{"value": value(k.target(&set)), "origin": set.origin[k.key]}
				}
				return json.NewEncoder(s.out).Encode(values)
			}
			for i, k := range allSettings {
				if i > 0 {
					fmt.Fprintln(s.out)
				}
				fmt.Fprintf(s.out, "# %s\n# from: %s\n", k.doc, set.origin[k.key])
				if k.rows {
					fmt.Fprintln(s.out, "# can change rows: another value is another batch")
				}
				v := value(k.target(&set))
				if text, ok := v.(string); ok {
					v = fmt.Sprintf("%q", text)
				}
				fmt.Fprintf(s.out, "%s = %v\n", k.key, v)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one object of JSON")
	set.register(cmd.Flags())
	return cmd
}

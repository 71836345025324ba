package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline/verify"
)

func newVerify(s *streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify DIR",
		Short: "Check that a dataset is what its manifest says",
		Long: `Verify reads a whole dataset and checks it: files against the manifest (size, SHA-256, rows,
schema), no stray files among the tables, keys unique, foreign keys met, every offset slicing
back to the text it stands for, and the books: what came in is an article, a reject, a
repeated or a known page. It exits with 4 where something is broken, and says what.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := opened(args[0])
			if err != nil {
				return err
			}
			temp, err := os.MkdirTemp("", "newsmill-verify-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(temp)
			report, err := verify.Run(cmd.Context(), data, temp, nil)
			if err != nil {
				return err
			}
			if asJSON {
				if err := json.NewEncoder(s.out).Encode(report); err != nil {
					return err
				}
			} else if err := printReport(s, args[0], report); err != nil {
				return err
			}
			if report.Found > 0 {
				return coded(exitDamaged)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one object of JSON")
	return cmd
}

func printReport(s *streams, dir string, r *verify.Report) error {
	for _, p := range r.Problems {
		fmt.Fprintln(s.out, p)
	}
	if r.Found > 0 {
		_, err := fmt.Fprintf(s.out, "%s is damaged: %s\n", dir, plural(int64(r.Found), "problem"))
		return err
	}
	_, err := fmt.Fprintf(s.out, "%s is whole: %s, %s, %s compared, %s sliced\n", dir,
		plural(int64(r.Files), "file"), plural(r.Rows, "row"), plural(r.KeysRead, "key"), plural(r.Offsets, "offset"))
	return err
}

package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/stages/event"
)

func newPatterns(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "patterns",
		Short: "Check patterns of events",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPatternsCheck(s))
	return cmd
}

func newPatternsCheck(s *streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Try the test sentences of a file of patterns",
		Long: `Check reads a file of patterns as run --patterns does, codes each test sentence that stands in it,
and prints those that do not give what their line says. Without FILE it tries those of newsmill's
own patterns. It exits with 2 where the file cannot be read, and names the line; with 4 where a
sentence fails.

A file of patterns has these lines; the longest pattern wins, of equals yours:

  190 v attack | obj                        CODE v|n PHRASE [| TARGET [| FLAGS]]
  none v attack .. problem/problems         looks like an event and is none
  <raid>: raid raids sweep sweeps           a class, for phrases: 171 v stage .. <raid>
  > Russia attacked Ukraine. => RUS 190 UKR actual
  > They attacked the problem. => none      SENTENCE => [SOURCE] CODE [TARGET [STATUS]], * is any
  # a comment`,
		Example: `  newsmill patterns check mine.txt
  newsmill run pages/ --out data --patterns mine.txt`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			var patterns *event.Patterns // newsmill's own
			if len(args) > 0 {
				var err error
				if patterns, err = pipeline.ReadPatterns(args[0]); err != nil {
					return err
				}
			}
			sentences, failed := patterns.Check()
			if err := printCheck(s, sentences, failed, asJSON); err != nil {
				return err
			}
			if len(failed) > 0 {
				return coded(exitDamaged)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one object of JSON")
	return cmd
}

func printCheck(s *streams, sentences int, failed []event.Failure, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(s.out).Encode(struct {
			Sentences int             `json:"sentences"`
			Failed    []event.Failure `json:"failed"`
		}{sentences, append([]event.Failure{}, failed...)})
	}
	for _, f := range failed {
		fmt.Fprintln(s.out, f)
	}
	_, err := fmt.Fprintf(s.out, "%s, %d of them failed\n", plural(int64(sentences), "test sentence"), len(failed))
	return err
}

package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline/export"
)

func newExport(s *streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "export DIR TABLE",
		Short: "Write a table to standard output as an Arrow stream, as JSON Lines, or words as CoNLL-U",
		Example: `  newsmill export data events --format jsonl | head
  newsmill export data mentions --format arrow | python -c 'import sys, pyarrow as pa; print(pa.ipc.open_stream(sys.stdin.buffer).read_pandas())'`,
		Args: cobra.ExactArgs(2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return tableNames(), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			table, err := tableNamed(args[1])
			if err != nil {
				return err
			}
			if !slices.Contains(export.Formats, format) {
				return usage("--format is %q: give %s", format, strings.Join(export.Formats, ", "))
			}
			if format == "conllu" && table.Name != "tokens" {
				return usage("--format conllu writes words: give the table tokens")
			}
			data, err := opened(args[0])
			if err != nil {
				return err
			}
			return export.To(cmd.Context(), data, table, format, s.out)
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "arrow, jsonl, or for tokens conllu")
	return cmd
}

package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/schemas"
)

func newSchema(s *streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:       "schema [TABLE]",
		Short:     "Describe the tables and their columns",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: tableNames(),
		RunE: func(_ *cobra.Command, args []string) error {
			tables := schemas.All
			if len(args) == 1 {
				t, err := tableNamed(args[0])
				if err != nil {
					return err
				}
				tables = []*schemas.Table{t}
			}
			switch format {
			case "text":
				for i, t := range tables {
					if i > 0 {
						fmt.Fprintln(s.out)
					}
					printTable(s, t)
				}
				return nil
			case "markdown":
				return schemas.WriteMarkdown(s.out, tables)
			case "json":
				return json.NewEncoder(s.out).Encode(tables)
			}
			return usage("--format is %q: give text, markdown or json", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, markdown or json")
	return cmd
}

func printTable(s *streams, t *schemas.Table) {
	fmt.Fprintf(s.out, "%s: %s\n", t.Name, t.Doc)
	width := 0
	for _, c := range t.Columns {
		width = max(width, len(c.Name))
	}
	for _, c := range t.Columns {
		null := "    "
		if c.Nullable {
			null = "NULL"
		}
		fmt.Fprintf(s.out, "  %-*s  %-12s  %s  %s\n", width, c.Name, c.Type, null, c.Doc)
	}
}

func tableNames() (names []string) {
	for _, t := range schemas.All {
		names = append(names, t.Name)
	}
	return names
}

func tableNamed(name string) (*schemas.Table, error) {
	if t := schemas.Named(name); t != nil {
		return t, nil
	}
	nearest, best := "", len(name)+1
	for _, t := range tableNames() {
		if d := distance(name, t); d < best {
			nearest, best = t, d
		}
	}
	return nil, usage("no table %q; the nearest is %q", name, nearest)
}

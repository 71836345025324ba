package schemas

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes the tables as a page of documentation: docs/tables.md is this of all.
func WriteMarkdown(w io.Writer, tables []*Table) error {
	var out strings.Builder
	fmt.Fprintf(&out, "# Tables\n\nSchema version %s. Made from the row structs in schemas/ by `newsmill schema --format markdown`.\n", Version)
	for _, t := range tables {
		fmt.Fprintf(&out, "\n## %s\n\n%s Key: `%s`.", t.Name, t.Doc, strings.Join(t.Key, "`, `"))
		if t.Linked {
			out.WriteString(" Rebuilt by link over the whole dataset.")
		}
		if t.Optional {
			fmt.Fprintf(&out, " Optional: `--tables +%s`.", t.Name)
		}
		out.WriteString("\n\n| column | type | NULL | what it is |\n|---|---|---|---|\n")
		for _, c := range t.Columns {
			null := ""
			if c.Nullable {
				null = "yes"
			}
			doc := c.Doc
			for _, r := range t.Refs {
				if r.Column == c.Name {
					doc += fmt.Sprintf(" → `%s.%s`", r.Table, Named(r.Table).Key[0])
				}
			}
			fmt.Fprintf(&out, "| `%s` | %s | %s | %s |\n", c.Name, c.Type, null, strings.ReplaceAll(doc, "|", `\|`))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

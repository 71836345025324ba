package blocks

import (
	"flag"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/boost"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/clean"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/features"
)

// RunLines is the command `newsmill-train lines`: it learns which lines of flattened text are the article, and writes the model.
func RunLines(args []string) error {
	flags := flag.NewFlagSet("lines", flag.ContinueOnError)
	root := flags.String("pages", "../shared/data/extract", "folder of the sets")
	out := flags.String("out", "data/lines", "folder of the model")
	if err := flags.Parse(args); err != nil {
		return err
	}
	l := lesson{
		kind: kind{
			folder: "flat",
			look: func(page []byte, past extract.Past, t *article.Template) features.Look {
				return clean.LookAt(string(page), past.Wording, t)
			},
			grow: func(page []byte, body []bool, paragraphs []string) ([]byte, int) {
				grown, behind := clean.Grow(string(page), body, paragraphs)
				return []byte(grown), behind
			},
			survey: func(page []byte) article.Lines { return clean.Survey(string(page)) },
			extract: func(g *goldPage, site *article.Template, p pupil) string {
				return clean.Text(string(g.body), clean.Options{Template: site, Model: p.lines()}).Text
			},
		},
	}
	l.opening = boost.Options{Trees: 400, Rate: 0.07, Lambda: 0.3, RowShare: 0.35, FeatureShare: 0.4}
	l.again = boost.Options{Trees: 300, Rate: 0.07, Lambda: 0.1, RowShare: 0.5, FeatureShare: 0.4}
	var err error
	if l.examples, err = readExamples(*root, l.kind); err != nil {
		return err
	}
	l.accounts = accounts(l.examples)
	l.examples = slices.Concat(l.examples, grown(l.examples, l.kind), transplanted(l.examples, l.kind))
	return os.WriteFile(filepath.Join(*out, "lines.bin"), l.learn().lines().Append(nil), 0o644)
}

func (p pupil) lines() *clean.Model {
	return &clean.Model{Wording: p.past.Wording, First: p.first, Second: p.second}
}

// Package blocks learns which blocks of a page, or lines of flattened text, are the article (stages/extract and
// stages/clean, data/blocks and data/lines). The labels come from sets of pages with the texts of their articles: a page's
// words are aligned with the text's, and a block is body where most of its words are. Of boosted trees one model judges
// single blocks, a second one blocks among their neighbours, a third one whole pages. What news has too little of is
// made of its pages: long ones grow, links are planted, articles transplanted. All is measured by cross-validation over
// publishers.
package blocks

import (
	"flag"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/boost"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/features"
)

// Run is the command `newsmill-train blocks`: it learns which blocks of an HTML page are its article, and writes the model.
func Run(args []string) error {
	flags := flag.NewFlagSet("blocks", flag.ContinueOnError)
	root := flags.String("pages", "../shared/data/extract", "folder of the sets")
	empty := flags.String("empty", "data/blocks/negatives/*.html,stages/extract/testdata/empty/*.html", "invented pages without an article")
	invented := flags.String("invented", "data/sample/nights/*/*/*.html", "invented pages with one")
	out := flags.String("out", "data/blocks", "folder of the model")
	if err := flags.Parse(args); err != nil {
		return err
	}
	l := lesson{
		kind: kind{folder: "pages", look: extract.LookAt, tally: extract.Tallies, without: extract.LookWithout, grow: extract.Grow, survey: func(page []byte) article.Lines {
			_, lines := extract.Survey(page)
			return lines
		}, extract: func(g *goldPage, site *article.Template, p pupil) string {
			return extract.HTML(g.body, extract.Options{Template: site, Model: p.blocks()}).Text
		}, whole: func(e *example, out []bool, silent bool, p pupil) features.Row {
			return extract.Whole(e.goldPage.body, out, silent, extract.Options{Template: e.site, Model: p.blocks()})
		}},
	}
	l.opening = boost.Options{Trees: 400, Rate: 0.07, Lambda: 0.3, RowShare: 0.35, FeatureShare: 0.4, Draws: 3}
	l.again = boost.Options{Trees: 200, Rate: 0.05, Lambda: 1, RowShare: 0.35, FeatureShare: 0.4, Draws: 3}
	var err error
	if l.examples, err = readExamples(*root, l.kind); err != nil {
		return err
	}
	l.accounts = accounts(l.examples)
	for _, set := range []struct{ name, patterns string }{{emptySet, *empty}, {inventedSet, *invented}} {
		pages, err := readInvented(set.patterns, set.name)
		if err != nil {
			return err
		}
		for _, g := range pages {
			l.wholes = append(l.wholes, &example{goldPage: g})
		}
	}
	l.examples = slices.Concat(l.examples, grown(l.examples, l.kind), planted(l.examples, l.kind))
	return os.WriteFile(filepath.Join(*out, "blocks.bin"), l.learn().blocks().Append(nil), 0o644)
}

func (p pupil) blocks() *extract.Model {
	return &extract.Model{Past: p.past, First: p.first, Second: p.second, Page: p.page}
}

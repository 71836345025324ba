// Package names learns to find names (stages/name, data/names): two passes of a chain of tags, the second of which
// reads what the first has tagged, from tagged sets and from a teacher's tags of news.
package names

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/cmd/newsmill-train/chain"
	"github.com/newsmill/newsmill/stages/name"
)

// How much a text counts, by whose tags it has.
const (
	mainWeight   = 1.0 // the newswire whose conventions count
	otherWeight  = 0.5
	silverWeight = 0.3 // a teacher's
)

// Run is the command `newsmill-train names`: it learns to find names, and writes the model.
func Run(args []string) error {
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	folder := flags.String("texts", "../shared/data/language", "folder of the tagged sets")
	sets := flags.String("sets", "ww-train,wikigold,politics-train,politics-dev,politics-test", "tagged sets to learn from, by comma")
	silver := flags.String("silver", "data/silver/names.tsv.zst", "names that a teacher told of untagged texts; empty for none")
	news := flags.String("news", "../shared/data/unlabelled/news.jsonl.gz", "untagged texts")
	test := flags.String("test", "", "set to measure on; cv is every fifth text, left out of training")
	epochs := flags.Int("epochs", 5, "rounds over the texts")
	out := flags.String("out", "data/names", "folder of the model")
	if err := flags.Parse(args); err != nil {
		return err
	}
	texts, err := readTaggedSets(*folder, *sets)
	if err != nil {
		return err
	}
	var tests []*taggedText
	switch *test {
	case "":
	case "cv":
		texts, tests = everyFifth(texts)
	default:
		if tests, err = readTaggedSets(*folder, *test); err != nil {
			return err
		}
	}
	texts = append(texts, recased(texts)...)
	if *silver != "" {
		told, err := readSilver(*silver, *news)
		if err != nil {
			return err
		}
		setKnownAside(chain.Train(sequences(texts, nil), chainOptions(*epochs, 1)), told)
		texts = append(texts, told...)
	}
	votes := unseenTags(texts, *epochs*2/3)
	packed, model, err := learnModel(texts, votes, *epochs)
	if err != nil {
		return err
	}
	reportNames(model, tests)
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "names.bin"), packed, 0o644)
}

// everyFifth parts texts in four fifths of the main set, with all others, and the last fifth.
func everyFifth(texts []*taggedText) (train, test []*taggedText) {
	n := 0
	for _, t := range texts {
		if t.weight == mainWeight {
			if n++; n%5 == 0 {
				test = append(test, t)
				continue
			}
		}
		train = append(train, t)
	}
	return train, test
}

// learnModel trains both passes and packs them as they will be read.
func learnModel(texts []*taggedText, votes [][]uint8, epochs int) ([]byte, *name.Model, error) {
	passes := learnNames(texts, votes, epochs)
	packed := passes.packed()
	model, err := name.Read(packed)
	return packed, model, err
}

// reportNames prints what a model makes of texts.
func reportNames(model *name.Model, tests []*taggedText) {
	var first, second nameScore
	f := name.NewFinder(model)
	for _, t := range tests {
		a, b := f.Tags(&t.doc)
		first.add(t, a)
		second.add(t, b)
	}
	if tests != nil {
		fmt.Printf("first pass  %v\nsecond pass %v\n", &first, &second)
	}
}

// Package sentiment makes what stages/sentiment tells tones by (data/sentiment): the model of the tone toward a
// name, the lexicon of rated words, and ratings of words of news that it does not have.
package sentiment

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/sentiment"
)

// tones are the classes by their names in the sets, in the order of [sentiment.Label].
var tones = map[string]int{"negative": int(sentiment.Negative), "neutral": int(sentiment.Neutral), "positive": int(sentiment.Positive)}

// toneFolds is in how many parts the training set is cut to measure; a sentence is in one.
const toneFolds = 5

// Run is the command `newsmill-train sentiment`: it learns which tone a sentence has toward
// each of its names.
func Run(args []string) error {
	flags := flag.NewFlagSet("sentiment", flag.ContinueOnError)
	texts := flags.String("texts", "../shared/data", "folder of events/sentiment-newsmtsc-train.jsonl, language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	told := flags.String("told", "data/silver/tones.tsv.zst", "tones that a large model told of names in those texts")
	out := flags.String("out", "data/sentiment/target.bin", "file to write the model to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	gold, err := readTones(filepath.Join(*texts, "events", "sentiment-newsmtsc-train.jsonl"))
	if err != nil {
		return err
	}
	silver, err := readToldTones(*told, *texts)
	if err != nil {
		return err
	}
	examples := slices.Concat(gold, silver)
	rows := numbered(examples)
	var measured [toneFolds]toneTable
	var losses [toneFolds][len(temperatures)]float64
	var model toneModel
	cores.AtMost(2, toneFolds+1, func(fold int) {
		if fold == toneFolds {
			model = learnTone(examples, len(rows))
			return
		}
		var rest []*toneExample
		for _, e := range examples {
			if e.fold != fold {
				rest = append(rest, e)
			}
		}
		m := learnTone(rest, len(rows))
		for _, e := range gold {
			if e.fold != fold {
				continue
			}
			sums := m.sums(e.features)
			measured[fold][e.class()][slices.Index(sums[:], slices.Max(sums[:]))]++
			for i, t := range temperatures {
				losses[fold][i] -= math.Log(chances(sums, t)[e.class()])
			}
		}
	})
	var all toneTable
	best := 0
	var sums [len(temperatures)]float64
	for fold := range measured {
		all.add(measured[fold])
		for i, l := range losses[fold] {
			sums[i] += l
		}
	}
	for i := range sums {
		if sums[i] < sums[best] {
			best = i
		}
	}
	fmt.Printf("%d targets and %d told, five folds: macro F1 %.3f, of negative, neutral and positive as each: %v; a temperature of %.2f\n", len(gold), len(silver), all.macro(), all, temperatures[best])
	return os.WriteFile(*out, model.pack(rows, temperatures[best]), 0o644)
}

// toneTable counts by right and given class.
type toneTable [3][3]int

func (t *toneTable) add(o toneTable) {
	for i := range t {
		for j := range t[i] {
			t[i][j] += o[i][j]
		}
	}
}

func (t *toneTable) macro() float64 {
	sum := 0.0
	for c := range t {
		got, want := 0, 0
		for o := range t {
			got, want = got+t[o][c], want+t[c][o]
		}
		sum += 2 * float64(t[c][c]) / float64(max(1, got+want))
	}
	return sum / float64(len(t))
}

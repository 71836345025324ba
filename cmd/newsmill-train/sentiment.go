package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/sentiment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// tones are the classes by their names in the sets, in the order of [sentiment.Label].
var tones = map[string]int{"negative": int(sentiment.Negative), "neutral": int(sentiment.Neutral), "positive": int(sentiment.Positive)}

// toneFolds is in how many parts the training set is cut to measure; a sentence is in one.
const toneFolds = 5

// toneExample is one target with the features of its sentence.
type toneExample struct {
	features []uint32
	class    int
	fold     int
}

// runSentiment is the command `newsmill-train sentiment`: it learns which tone a sentence has toward
// each of its names.
func runSentiment(args []string) error {
	flags := flag.NewFlagSet("sentiment", flag.ContinueOnError)
	texts := flags.String("texts", "../shared/data/events", "folder of sentiment-newsmtsc-train.jsonl")
	out := flags.String("out", "data/sentiment/target.bin", "file to write the model to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	examples, err := readTones(filepath.Join(*texts, "sentiment-newsmtsc-train.jsonl"))
	if err != nil {
		return err
	}
	var measured [toneFolds]toneTable
	var losses [toneFolds][len(temperatures)]float64
	cores.Each(toneFolds, func(fold int) {
		var rest []*toneExample
		for _, e := range examples {
			if e.fold != fold {
				rest = append(rest, e)
			}
		}
		m := learnTone(rest)
		for _, e := range examples {
			if e.fold != fold {
				continue
			}
			measured[fold][e.class][m.best(e.features)]++
			sums := m.sums(e.features)
			for i, t := range temperatures {
				losses[fold][i] -= math.Log(chances(sums, t)[e.class])
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
	fmt.Printf("%d targets, five folds: macro F1 %.3f, of negative, neutral and positive as each: %v; a temperature of %.2f\n", len(examples), all.macro(), all, temperatures[best])
	return os.WriteFile(*out, learnTone(examples).pack(temperatures[best]), 0o644)
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

// toneRow is a sentence with the tone toward each of its targets.
type toneRow struct {
	Text     string
	Mentions []struct {
		Start    int `json:"char_start"`
		End      int `json:"char_end"`
		Polarity string
	}
}

// readTones reads sentences with the tone toward each of their targets.
func readTones(path string) (examples []*toneExample, err error) {
	var reader sentiment.Reader
	err = eachRow(path, func(n int, row *toneRow) error {
		doc, offsets := syntax.Read(row.Text, "en"), byteOffsets(row.Text)
		for _, m := range row.Mentions {
			class, ok := tones[m.Polarity]
			if !ok {
				return fmt.Errorf("a tone %q", m.Polarity)
			}
			if features := reader.Features(doc, offsets[m.Start], offsets[m.End]); features != nil { // else between words
				examples = append(examples, &toneExample{append([]uint32(nil), features...), class, n % toneFolds})
			}
		}
		return nil
	})
	return examples, err
}

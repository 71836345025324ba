// Package quotes learns where reported speech without marks stands (stages/quote, data/quote): a chain of tags
// over the words of a sentence, from PolNeAR.
package quotes

import (
	"flag"
	"os"

	"github.com/newsmill/newsmill/cmd/newsmill-train/chain"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/syntax"
)

// What was found best.
const (
	quoteBits   = 18
	quoteEpochs = 6
	quoteDrop   = 24 // in 64ths
	quoteRate   = .1
)

// Run is the command `newsmill-train quotes`: it learns which words are reported speech that
// stands without marks.
func Run(args []string) error {
	flags := flag.NewFlagSet("quotes", flag.ContinueOnError)
	texts := flags.String("texts", "../shared/data/events/quotes-polnear-train.jsonl", "texts with their quotes")
	out := flags.String("out", "data/quote/reported.bin", "file to write the model to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sequences, err := readQuotes(*texts)
	if err != nil {
		return err
	}
	model := chain.Train(chain.Frequent(sequences), chain.Options{
		Bits: quoteBits, Tags: int(quote.Tags), Epochs: quoteEpochs, Drop: quoteDrop, Rate: quoteRate, Follows: quote.Follows, Seed: 1,
	})
	weights := make([]int8, int(quote.Tags)<<quoteBits)
	steps := model.Whole(weights, int(quote.Tags), 0)
	return os.WriteFile(*out, linear.Pack(quote.AppendReported(nil, weights, steps)), 0o644)
}

// quotesRow is a text with its quotes.
type quotesRow struct {
	Text   string
	Quotes []struct {
		Kind  string
		Spans [][2]int
	}
}

// readQuotes reads texts with the tags of the words of each sentence.
func readQuotes(path string) (sequences []chain.Sequence, err error) {
	err = corpus.EachRow(path, func(_ int, row *quotesRow) error {
		doc, offsets := syntax.Read(row.Text, "en"), corpus.Offsets(row.Text)
		inside := make([]int32, len(row.Text)+1) // by byte: the quote, from 1
		for q, one := range row.Quotes {
			if one.Kind == "direct" {
				continue
			}
			for _, span := range one.Spans {
				for i := offsets[span[0]]; i < offsets[span[1]]; i++ {
					inside[i] = int32(q + 1)
				}
			}
		}
		reader := quote.NewReader(doc)
		for _, s := range doc.Sentences {
			reader.Sentence(s)
			seq := chain.Sequence{
				Features: append([]uint32(nil), reader.Features...), Ends: append([]int32(nil), reader.Ends...), Weight: 1,
			}
			last := int32(0)
			for i := s.First; i < s.Last; i++ {
				now, tag := inside[doc.Tokens[i].Start], quote.Outside
				switch {
				case now != 0 && now == last:
					tag = quote.Inside
				case now != 0:
					tag = quote.Begin
				}
				seq.Tags = append(seq.Tags, tag)
				last = now
			}
			sequences = append(sequences, seq)
		}
		return nil
	})
	return sequences, err
}

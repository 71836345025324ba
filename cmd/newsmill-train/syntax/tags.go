// Package syntax learns parts of speech, lemmas, dependency trees and features of words (stages/syntax, data/tags and
// data/parse), from treebanks and from a teacher's trees of news. The parser learns from the tags that a tagger gives to
// sentences it has not learned from (jackknife), by a dynamic oracle.
package syntax

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/perceptron"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/lemma"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// RunTags is the command `newsmill-train tags`: it learns the parts of speech from treebanks, and writes the model.
func RunTags(args []string) error {
	flags := flag.NewFlagSet("tags", flag.ContinueOnError)
	from := newSources(flags, "tags")
	out := flags.String("out", "data/tags", "folder of the model")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sentences, news, err := from.read()
	if err != nil {
		return err
	}
	tags := newTagSet(sentences)
	lines := tags.lines(sentences)
	model := append(trainTagger(tags, lines, tags.lines(news), taggerDrill), learnLemmas(sentences)...)
	if err := os.WriteFile(filepath.Join(*out, "tags.bin"), model, 0o644); err != nil {
		return err
	}
	return measureTags(model, from.treebanks, from.sets)
}

// readTreebanks reads the treebanks of a list, one after the other.
func readTreebanks(root, sets, part string) ([][]conllu.Word, error) {
	var all [][]conllu.Word
	for set := range strings.SplitSeq(sets, ",") {
		sentences, err := conllu.Read(filepath.Join(root, set+"-"+part+".conllu"))
		if err != nil {
			return nil, err
		}
		all = append(all, sentences...)
	}
	return all, nil
}

// A line is a sentence to learn tags from.
type line struct {
	words  []tag.Word
	hashes []uint64 // of each word in small letters
	lower  []string
	gold   []uint8
}

func (t tagSet) lines(sentences [][]conllu.Word) []*line {
	lines := make([]*line, len(sentences))
	for i, sentence := range sentences {
		l := &line{words: make([]tag.Word, len(sentence)), hashes: make([]uint64, len(sentence))}
		for j, word := range sentence {
			l.hashes[j] = l.words[j].Look(word.Form)
			l.lower = append(l.lower, strings.ToLower(word.Form))
			l.gold = append(l.gold, t.of(word))
		}
		lines[i] = l
	}
	return lines
}

const taggerBits = 17 // the logarithm of the rows of the model

// A drill is how a tagger is taught.
type drill struct {
	rounds int
	orders int    // in which the lines are learned, see [perceptron.Committee]
	margin uint16 // the right tag is taught until it is so far ahead
	sure   uint16 // so far ahead a tag stands without the features of the later stage
}

var (
	taggerDrill = drill{rounds: 6, orders: 3, margin: 25, sure: 60}
	// roughDrill is for the tags that the parser learns from: of those from taggers that were taught as
	// the kept one is it made trees that were no better, and a little worse in web text.
	roughDrill = drill{rounds: 4, orders: 1, margin: 12, sure: 100}
)

// trainTagger gives the tagger of some lines, and of others whose tags nobody looked at, as it is stored.
func trainTagger(tags tagSet, lines, silver []*line, d drill) []byte {
	table := usual(tags, slices.Concat(lines, silver))
	for _, l := range lines {
		table.fillWithout(l)
	}
	for _, l := range silver {
		table.fill(l)
	}
	all := make(perceptron.Committee, d.orders)
	cores.AtMost(2, d.orders, func(order int) {
		all[order] = trainModel(copied(lines), copied(silver), len(tags.names), d, uint64(order))
	})
	return all.AppendStaged(append(tags.append(nil), table.stored...), float64(d.sure))
}

// trainModel learns from lines in one order, with its own answers to the left.
func trainModel(lines, silver []*line, classes int, d drill, order uint64) *perceptron.Model {
	m := perceptron.New(taggerBits, classes)
	random := rand.New(rand.NewPCG(1, order))
	var f []uint32
	var scores [tag.MaxTags]uint16
	all := slices.Concat(lines, silver)
	for round := range d.rounds {
		for _, at := range mixed(random, len(all), len(lines), round) {
			l := all[at]
			for i := range l.words {
				gold, best := int(l.gold[i]), 0
				clear(scores[:])
				f = f[:0]
				for stage := range tag.Stages {
					from := len(f)
					f = tag.Features(f, l.words, i, stage)
					m.Add(f[from:], scores[:])
					var ahead uint16
					best, ahead = linear.Ahead(scores[:classes])
					own := scores[gold]
					scores[gold] = 0
					if rival := linear.Best(scores[:classes]); own < scores[rival]+d.margin {
						m.Teach(f, gold, rival)
					}
					if scores[gold] = own; ahead >= d.sure {
						break
					}
				}
				m.Next()
				l.words[i].Tag = uint8(best)
			}
		}
	}
	return m
}

// tagged gives the words of a sentence of a treebank with our tags.
func tagged(tagger *tag.Tagger, sentence []conllu.Word) []tag.Word {
	words := make([]tag.Word, len(sentence))
	forms := make([]string, len(sentence))
	for i, w := range sentence {
		forms[i] = w.Form
	}
	tagger.Look(forms, words)
	tagger.Tag(words)
	return words
}

// measureTags prints the share of right tags on the part of each treebank that is kept for that.
func measureTags(stored []byte, root, sets string) error {
	tagger, rest, err := tag.Read(stored)
	if err != nil {
		return err
	}
	rules, _, err := lemma.Read(rest)
	if err != nil {
		return err
	}
	for set := range strings.SplitSeq(sets, ",") {
		sentences, err := readTreebanks(root, set, "dev")
		if err != nil {
			return err
		}
		var all, upos, xpos, lemmas int
		for _, sentence := range sentences {
			words := tagged(tagger, sentence)
			for i, w := range sentence {
				all++
				name := tagger.Names[words[i].Tag]
				if name.UPOS == w.UPOS {
					upos++
				}
				if name.XPOS == w.XPOS {
					xpos++
				}
				if w.Lemma == "_" || w.Lemma == rules.Of(w.Form, name.XPOS) {
					lemmas++
				}
			}
		}
		fmt.Printf("%s: UPOS %.4f XPOS %.4f lemma %.4f\n", set, float64(upos)/float64(all), float64(xpos)/float64(all), float64(lemmas)/float64(all))
	}
	return nil
}

package main

import (
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/chain"
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/name"
)

// nameBits is the size of the table of features: 65,536 rows; twice as many gain nothing that shows.
const nameBits = 16

// nameFolds is into how many parts texts are cut, so that the second pass learns from tags that the
// first one gave to texts it had not seen.
const nameFolds = 3

func chainOptions(epochs int, seed uint64) chain.Options {
	return chain.Options{Bits: nameBits, Tags: name.Tags, Epochs: epochs, Drop: 16, Rate: 0.05, Follows: name.Follows, Seed: seed}
}

// namePasses is what is learned: a tagger for each pass.
type namePasses struct{ first, second *chain.Trained }

// sequences are the sentences of texts as features; with those of the second pass where the tags
// of the first are given.
func sequences(texts []*taggedText, votes [][]uint8) []chain.Sequence {
	var out []chain.Sequence
	var sheet name.Sheet
	var v name.Votes
	var features []uint32
	for k, t := range texts {
		sheet.Read(&t.doc, t.doc.Sentences)
		if votes != nil {
			sheet.Count(&v, votes[k])
		}
		for _, s := range t.doc.Sentences {
			q := chain.Sequence{Weight: t.weight}
			if t.tags != nil {
				q.Tags = t.tags[s.First:s.Last]
			}
			features = features[:0]
			for i := s.First; i < s.Last; i++ {
				features = sheet.Features(features, s, i)
				if votes != nil {
					features = sheet.VoteFeatures(features, &v, s, i)
				}
				if t.weight == otherWeight {
					features = marked(features, q.Len())
				}
				q.Ends = append(q.Ends, int32(len(features)))
			}
			q.Features = slices.Clone(features)
			out = append(out, q)
		}
	}
	return out
}

// marked adds the features from one on once more, as those of other conventions: what is said of
// them there alone goes into these, and what holds for both into the others (Daumé, "Frustratingly
// easy domain adaptation", 2007).
func marked(features []uint32, from int) []uint32 {
	for _, f := range features[from:] {
		features = append(features, linear.Mix(otherTemplate, f))
	}
	return features
}

// otherTemplate is none that stages/name has.
const otherTemplate = 1 << 20

// firstTags tags texts by the first pass.
func firstTags(model *chain.Trained, texts []*taggedText) [][]uint8 {
	out := make([][]uint8, len(texts))
	tagger := chain.NewTagger(model)
	for k := range texts {
		for _, q := range sequences(texts[k:k+1], nil) {
			out[k] = append(out[k], tagger.Tags(&q)...)
		}
	}
	return out
}

// unseenTags gives the tags of a first pass that had not seen the text: it is trained on the other
// folds. What the second pass learns from these is what it will meet.
func unseenTags(texts []*taggedText, epochs int) [][]uint8 {
	tags := make([][]uint8, len(texts))
	cores.AtMost(2, nameFolds, func(fold int) {
		var some, rest []*taggedText
		for k, t := range texts {
			if k%nameFolds == fold {
				rest = append(rest, t)
			} else {
				some = append(some, t)
			}
		}
		model := chain.Train(chain.Frequent(sequences(some, nil)), chainOptions(epochs, 1))
		for i, own := range firstTags(model, rest) {
			tags[fold+i*nameFolds] = own
		}
	})
	return tags
}

// nameSeeds is of how many trainings, in other orders, the weights are averaged.
const nameSeeds = 2

// learnNames trains both passes; votes has the tags of a first one for each text.
func learnNames(texts []*taggedText, votes [][]uint8, epochs int) namePasses {
	data := [2][]chain.Sequence{chain.Frequent(sequences(texts, nil)), chain.Frequent(sequences(texts, votes))}
	var models [2][nameSeeds]*chain.Trained
	cores.Each(2*nameSeeds, func(k int) {
		models[k%2][k/2] = chain.Train(data[k%2], chainOptions(epochs, uint64(k+1)))
	})
	return namePasses{chain.Average(models[0][:]), chain.Average(models[1][:])}
}

// packed writes both passes as the bytes that stages/name reads.
func (p *namePasses) packed() []byte {
	weights := make([]int8, len(p.first.Weights)*name.Classes)
	var steps [2][]int16
	for pass, t := range []*chain.Trained{p.first, p.second} {
		steps[pass] = t.Whole(weights, name.Classes, pass*name.Second)
	}
	return name.Append(nil, weights, steps)
}

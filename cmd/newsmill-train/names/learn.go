package names

import (
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/chain"
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/name"
)

// nameBits is the size of the table of features: 131,072 rows.
const nameBits = 17

// nameFolds is into how many parts texts are cut, so that the second pass learns from tags that the
// first one gave to texts it had not seen.
const nameFolds = 2

func chainOptions(epochs int, seed uint64) chain.Options {
	return chain.Options{Bits: nameBits, Tags: name.Tags, Epochs: epochs, Drop: 16, Rate: 0.05, Follows: name.Follows, Seed: seed}
}

// namePasses is what is learned: a tagger for each pass.
type namePasses struct{ first, second *chain.Trained }

// stretchReader makes sequences of texts; one that is used again keeps its memory.
type stretchReader struct {
	sheet    name.Sheet
	votes    name.Votes
	features []uint32
}

// each gives the stretches of a text that may be of names, those put aside too if all, as sequences of features, with
// those of the second pass where the tags of the first are given, and the first token of each. The features are used again.
func (r *stretchReader) each(t *taggedText, votes []uint8, all bool, yield func(first int, q chain.Sequence)) {
	r.sheet.Read(&t.doc, t.doc.Sentences)
	if votes != nil {
		r.sheet.Count(&r.votes, votes)
	}
	for _, s := range t.doc.Sentences {
		for first, last := range r.sheet.Open(s) {
			if !all && t.isAside(first, last) {
				continue
			}
			q := chain.Sequence{Weight: t.weight, Tags: t.tags[first:last]}
			r.features = r.features[:0]
			for i := first; i < last; i++ {
				from := len(r.features)
				r.features = r.sheet.Features(r.features, s, i)
				if votes != nil {
					r.features = r.sheet.VoteFeatures(r.features, &r.votes, s, i)
				}
				if t.weight == otherWeight {
					r.features = marked(r.features, from)
				}
				q.Ends = append(q.Ends, int32(len(r.features)))
			}
			q.Features = r.features
			yield(first, q)
		}
	}
}

// sequences are the stretches of texts that are learned from.
func sequences(texts []*taggedText, votes [][]uint8) (out []chain.Sequence) {
	var r stretchReader
	for k, t := range texts {
		var own []uint8
		if votes != nil {
			own = votes[k]
		}
		r.each(t, own, false, func(_ int, q chain.Sequence) {
			q.Features = slices.Clone(q.Features)
			out = append(out, q)
		})
	}
	return chain.Frequent(out)
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
	var r stretchReader
	for k, t := range texts {
		out[k] = make([]uint8, len(t.doc.Tokens))
		r.each(t, nil, true, func(first int, q chain.Sequence) { copy(out[k][first:], tagger.Tags(&q)) })
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
		model := chain.Train(sequences(some, nil), chainOptions(epochs, 1))
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
	data := [2][]chain.Sequence{sequences(texts, nil), sequences(texts, votes)}
	var models [2][nameSeeds]*chain.Trained
	cores.AtMost(2, 2*nameSeeds, func(k int) {
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
	return linear.Pack(name.Append(nil, weights, steps))
}

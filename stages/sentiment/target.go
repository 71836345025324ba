package sentiment

import (
	"encoding/binary"
	"fmt"
	"sort"
	"sync"

	data "github.com/newsmill/newsmill/data/sentiment"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Label is the tone toward a target.
type Label int

// Tones, as the contract names them.
const (
	Negative Label = iota
	Neutral
	Positive
	labels
)

func (l Label) String() string { return [...]string{"negative", "neutral", "positive"}[l] }

// Tone is how a sentence speaks of a target.
type Tone struct {
	Label Label
	// Value is the chance that it is positive less the chance that it is negative, -1 to 1.
	Value float32
}

// Chances are stored by how far a sum lies below the highest one, in steps.
const (
	Step  = 3       // of a sum of weights
	Steps = 1024    // from there on the chance is 0
	Whole = 1 << 16 // the chance of the highest sum
)

// targets is the model: logistic regression over hashed features.
type targets struct {
	model   *linear.Model
	chances [Steps]uint32
}

var targetModel = sync.OnceValue(func() *targets {
	m, err := readTargets(data.Target)
	if err != nil {
		panic(err) // a build with such a model fails its tests
	}
	return m
})

func readTargets(packed []byte) (*targets, error) {
	stored, err := linear.Unpack(packed)
	if err != nil {
		return nil, err
	}
	if len(stored) < 4*Steps {
		return nil, fmt.Errorf("model of tone: %d bytes", len(stored))
	}
	m := &targets{}
	for i := range m.chances {
		m.chances[i] = binary.LittleEndian.Uint32(stored[4*i:])
	}
	m.model, _, err = linear.Read(stored[4*Steps:])
	return m, err
}

// Toward gives the tone of the sentence that a span of bytes stands in toward what the span names.
// The text has to be analysed; a span without a word is spoken of neutrally.
func (r *Reader) Toward(doc *syntax.Document, start, end int) (tone Tone) {
	features := r.Features(doc, start, end)
	if features == nil {
		return Tone{Label: Neutral}
	}
	m := targetModel()
	var sums [labels]int
	var scores [8]uint16
	for len(features) > 0 {
		n := min(len(features), linear.MaxFeatures)
		m.model.Scores(features[:n], scores[:])
		for c := range sums {
			sums[c] += int(scores[c])
		}
		features = features[n:]
	}
	for c := range sums {
		if sums[c] > sums[tone.Label] {
			tone.Label = Label(c)
		}
	}
	var chances [labels]uint32
	total := uint32(0)
	for c := range sums {
		if d := (sums[tone.Label] - sums[c]) / Step; d < Steps {
			chances[c] = m.chances[d]
		}
		total += chances[c]
	}
	tone.Value = (float32(chances[Positive]) - float32(chances[Negative])) / float32(total)
	return tone
}

// place gives the sentence and the tokens of a span of bytes, a sentence of -1 where there are none.
func place(doc *syntax.Document, start, end int) (sentence, first, last int) {
	s := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].End > start })
	if s == len(doc.Sentences) || doc.Sentences[s].Start >= end {
		return -1, 0, 0
	}
	from := doc.Sentences[s].First
	tokens := doc.Tokens[from:doc.Sentences[s].Last]
	first = sort.Search(len(tokens), func(i int) bool { return tokens[i].End > start })
	last = sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= end })
	if first >= last {
		return -1, 0, 0
	}
	return s, from + first, from + last
}

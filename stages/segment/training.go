package segment

import "math"

// Learner learns a [Model] by logistic regression with the steps of AdaGrad, and averages the
// weights over what it goes through. Its arithmetic is in one order, so that the same texts give
// the same model.
type Learner struct {
	weights, squares []float64
	sums             []float64 // of the weights that were kept
	kept             float64
	words            filter
}

const (
	// A word is common that stands in small letters so often, and so much more often than with
	// a capital in mid-sentence.
	commonCount = 3
	commonRatio = 5

	settled = 0.002 // a place told so well is left as it is
	damping = 0.01  // keeps the first steps of a weight small
)

// NewLearner takes from the texts which words are common.
func NewLearner(texts []string) *Learner {
	l := &Learner{
		weights: make([]float64, weightCount), squares: make([]float64, weightCount), sums: make([]float64, weightCount),
		words: make(filter, wordBits/64),
	}
	small, inside := map[uint32]int{}, map[uint32]int{}
	for _, text := range texts {
		r := newReader(text, nil, nil)
		for _, line := range r.lines {
			for i := line.first; i < line.last; i++ {
				switch before := r.at(&line, i-1).class; r.looks[i].class {
				case smallWord:
					small[r.looks[i].hash]++
				case capitalWord:
					if before == smallWord || before == comma {
						inside[r.looks[i].hash]++
					}
				}
			}
		}
	}
	for hash, n := range small {
		if n >= commonCount && inside[hash]*commonRatio < n {
			l.words.add(hash)
		}
	}
	return l
}

// Learn goes over a text once, with steps of the size rate. gold says whether a sentence ends at
// a byte, and whether that is known.
func (l *Learner) Learn(text string, rate float64, gold func(end int) (ends, known bool)) {
	r := newReader(text, nil, l.words)
	r.walk(func(k int, features []uint32) bool {
		sum := 0.0
		for _, f := range features {
			sum += l.weights[f%weightCount]
		}
		ends, known := gold(r.tokens[k].End)
		if !known {
			return sum > 0
		}
		slope := 1 / (1 + math.Exp(-sum))
		if ends {
			slope--
		}
		if math.Abs(slope) < settled {
			return ends
		}
		for _, f := range features {
			i := f % weightCount
			l.squares[i] += float64(slope * slope)
			l.weights[i] -= float64(rate * slope / math.Sqrt(l.squares[i]+damping))
		}
		return ends
	}, func(int, int, int) {})
}

// Keep takes the weights as they are now into the mean that the model will have.
func (l *Learner) Keep() {
	for i, w := range l.weights {
		l.sums[i] += w
	}
	l.kept++
}

// Model gives what was learned, in whole steps.
func (l *Learner) Model() *Model {
	m := &Model{words: l.words}
	for i, sum := range l.sums {
		m.weights[i] = int8(max(-127, min(127, math.Round(sum/l.kept*logit))))
	}
	return m
}

// Split cuts an English text by a model that is not the embedded one.
func (m *Model) Split(text string) Document {
	doc := Document{Text: text, Language: "en"}
	doc.english(m)
	return doc
}

// Package name finds the names in an English document: spans of tokens and what each names.
//
// It is a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) that is read
// twice. The first pass sees words, shapes, groups of words used alike, the gazetteer, and how the
// document writes a word elsewhere; the second one sees besides what the first made of the same
// words over the whole document (Krishnan and Manning, "An effective two-stage model for exploiting
// non-local dependencies", 2006). Weights are integers: the same names on every machine.
package name

import (
	"slices"

	"github.com/newsmill/newsmill/stages/segment"
)

// Finder finds names; one that is used again keeps its memory.
type Finder struct {
	model    *Model
	sheet    Sheet
	votes    Votes
	path     path
	features []uint32
	scores   []uint16
	firsts   []uint8
	tags     []uint8
	spans    []Span
	part     []segment.Sentence
}

// NewFinder is a finder with a model.
func NewFinder(m *Model) *Finder { return &Finder{model: m} }

const (
	// longestSentence is how many tokens are tagged at once; a longer sentence is cut.
	longestSentence = 1 << 10
	// longestPart is how many tokens share their evidence; a longer document is read in parts, in
	// the memory of one.
	longestPart = 1 << 16
)

// Find gives the names of a document in text order; the slice is used again by the next call.
func (f *Finder) Find(doc *segment.Document) []Span {
	f.spans = f.spans[:0]
	f.part = f.part[:0]
	tokens := 0
	for _, s := range doc.Sentences {
		for s.First < s.Last {
			cut := s
			cut.Last = min(s.Last, s.First+longestSentence)
			s.First = cut.Last
			if tokens+cut.Last-cut.First > longestPart {
				f.read(doc)
				f.part, tokens = f.part[:0], 0
			}
			f.part = append(f.part, cut)
			tokens += cut.Last - cut.First
		}
	}
	f.read(doc)
	return f.spans
}

// Tags gives the tags of all tokens of a document by each pass. It is there for training.
func (f *Finder) Tags(doc *segment.Document) (first, second []uint8) {
	f.part = append(f.part[:0], doc.Sentences...)
	f.read(doc)
	return slices.Clone(f.firsts), slices.Clone(f.tags)
}

// read finds the names of the sentences of f.part.
func (f *Finder) read(doc *segment.Document) {
	if len(f.part) == 0 {
		f.firsts, f.tags = f.firsts[:0], f.tags[:0]
		return
	}
	f.sheet.Read(doc, f.part)
	base := f.part[0].First
	n := f.part[len(f.part)-1].Last - base
	f.scores = resize(f.scores, n*Classes)
	f.firsts, f.tags = resize(f.firsts, n), resize(f.tags, n)
	clear(f.firsts)
	clear(f.tags)
	for _, s := range f.part {
		for first, last := range f.sheet.Open(s) {
			scores := f.scores[(first-base)*Classes : (last-base)*Classes]
			for i := first; i < last; i++ {
				f.features = f.sheet.Features(f.features[:0], s, i)
				f.model.words.Scores(f.features, scores[(i-first)*Classes:][:Classes])
			}
			f.path.best(&f.model.steps[0], scores, 0, f.firsts[first-base:last-base])
		}
	}
	f.sheet.Count(&f.votes, f.firsts)
	var more [Classes]uint16
	for _, s := range f.part {
		for first, last := range f.sheet.Open(s) {
			scores := f.scores[(first-base)*Classes : (last-base)*Classes]
			for i := first; i < last; i++ {
				f.features = f.sheet.VoteFeatures(f.features[:0], &f.votes, s, i)
				f.model.words.Scores(f.features, more[:])
				row := scores[(i-first)*Classes+Second:][:Tags]
				for t := range row {
					row[t] += more[Second+t]
				}
			}
			tags, from := f.tags[first-base:last-base], len(f.spans)
			f.path.best(&f.model.steps[1], scores, Second, tags)
			f.spans = Spans(f.spans, tags, first)
			for k := from; k < len(f.spans); k++ {
				span := &f.spans[k]
				span.Score = sureness(&f.model.steps[1], scores, tags, span.First-first, span.Last-first)
			}
		}
	}
}

// sureness turns the lead of a name's tags over those of no name, of another type, or of a shorter
// name, all else as it is, into how often such names are right. It has the scores and tags of its
// stretch; a and b are its first token there and the one behind it.
func sureness(steps *steps, scores []uint16, tags []uint8, a, b int) float32 {
	before, behind := edge, edge
	if a > 0 {
		before = tags[a-1]
	}
	if b < len(tags) {
		behind = tags[b]
	}
	// value is the score of these tokens as a name of a type from one token to before another.
	value := func(t Type, from, to int) int32 {
		sum, at := int32(0), before
		for i := a; i < b; i++ {
			now := outside
			switch {
			case i < from || i >= to:
			case to-from == 1:
				now = tagOf(t, alone)
			case i == from:
				now = tagOf(t, first)
			case i == to-1:
				now = tagOf(t, last)
			default:
				now = tagOf(t, inside)
			}
			sum += steps[at][now] + int32(scores[i*Classes+Second+int(now)])
			at = now
		}
		return sum + steps[at][behind]
	}
	own := typeOf(tags[a])
	other := value(own, b, b)
	for t := range Type(types) {
		if t != own {
			other = max(other, value(t, a, b))
		}
	}
	if b-a > 1 {
		other = max(other, value(own, a+1, b), value(own, a, b-1))
	}
	lead := float32(max(0, value(own, a, b)-other))
	lead = float32(lead * lead / surer)
	return (3 + lead) / (11 + lead)
}

// surer is the square of a lead, in the units of weights: names of two, four, six and ten times the
// root of it were right .5, .7, .83 and .94 of the time.
const surer = 150 * 150

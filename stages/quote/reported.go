package quote

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/quote"
	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Tags of tokens.
const (
	Outside uint8 = iota // of indirect speech
	Begin                // the first token of a stretch of it
	Inside               // another one
	Tags
)

// Follows says whether a tag may stand behind another; Tags is the edge of a sentence.
func Follows(a, b uint8) bool { return b != Inside || a == Begin || a == Inside }

// reported tags indirect speech: a linear chain over hashed features, as package name does names.
type reported struct {
	model *linear.Model
	steps [Tags + 1][Tags + 1]int32
}

var reportedModel = sync.OnceValue(func() *reported {
	m, err := readReported(data.Reported)
	if err != nil {
		panic(err) // a build with such a model fails its tests
	}
	return m
})

func readReported(packed []byte) (*reported, error) {
	stored, err := linear.Unpack(packed)
	if err != nil {
		return nil, err
	}
	m := &reported{}
	if m.model, stored, err = linear.Read(stored); err != nil {
		return nil, err
	}
	if len(stored) != 2*len(m.steps)*len(m.steps) || m.model.Classes != int(Tags) {
		return nil, fmt.Errorf("model of reported speech: %d bytes of steps, %d classes", len(stored), m.model.Classes)
	}
	for a := range m.steps {
		for b := range m.steps[a] {
			m.steps[a][b] = int32(int16(binary.LittleEndian.Uint16(stored)))
			stored = stored[2:]
		}
	}
	return m, nil
}

// AppendReported writes a model behind dst, unpacked: a row of [Tags] weights for each value of a
// feature's lower bits, and the weights of steps from tag to tag.
func AppendReported(dst []byte, weights []int8, steps []int16) []byte {
	dst = linear.Append(dst, int(Tags), weights)
	for _, w := range steps {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(w))
	}
	return dst
}

// A Reader makes the features of the tokens of a document that is analysed. It holds memory that is
// used again; it is not safe for concurrent use.
type Reader struct {
	doc      *syntax.Document
	classes  []class
	nodes    []node // of the sentence
	Features []uint32
	Ends     []int32 // of each token's features
	from     [][Tags]uint8
	tags     []uint8
}

// node is what a token of the sentence is.
type node struct {
	lemma, part, relation, group uint32
	head                         int // in the sentence; -1 is none
	beside                       int // a verb that hangs on this one as a clause put in: "…, X said"; -1 is none
	subject                      bool
	verb                         bool
	cue                          bool
}

// NewReader makes a reader of a document.
func NewReader(doc *syntax.Document) *Reader {
	return &Reader{doc: doc, classes: classify(&doc.Document)}
}

// Bounds of what is looked at.
const (
	climb    = 10 // heads above a token
	verbs    = 4  // of these that are verbs
	fewWords = 3  // fewer are no indirect quote
)

// Templates of features.
const (
	tBias uint32 = iota
	tWord
	tBefore
	tBehind
	tParts
	tHead
	tAbove
	tAboveGroup
	tAboveSubject
	tBeside
	tCueLeft
	tCueRight
	tCues
	tQuoted
	tEdge
	tPair
	tPartBefore
	tUnder
	tUnderWord
	tUnderPart
	tUnderSubject
	tNotUnder
)

// Sentence fills Features and Ends with those of the tokens of a sentence.
func (r *Reader) Sentence(s segment.Sentence) {
	r.look(s)
	r.Features, r.Ends = r.Features[:0], r.Ends[:0]
	quoted := uint32(0)
	left := -1
	right := 0
	for i := range r.nodes {
		n := &r.nodes[i]
		form := r.doc.Text[r.doc.Tokens[s.First+i].Start:r.doc.Tokens[s.First+i].End]
		switch form {
		case "“":
			quoted = 1
		case "”":
			quoted = 0
		case "\"":
			quoted = 1 - quoted
		}
		for right < len(r.nodes) && (right <= i || !r.nodes[right].cue) {
			right++
		}
		before, behind := r.at(i-1), r.at(i+1)
		f := append(
			r.Features, linear.Mix(tBias, 0), linear.Mix(tWord, n.lemma), linear.Mix(tBefore, before.lemma), linear.Mix(tBehind, behind.lemma),
			linear.Mix3(tParts, before.part, n.part, behind.part), linear.Mix2(tPair, before.lemma, n.lemma), linear.Mix2(tPartBefore, n.part, before.lemma),
			linear.Mix2(tQuoted, quoted, n.part),
		)
		if n.head >= 0 {
			f = append(f, linear.Mix2(tHead, n.relation, r.nodes[n.head].lemma))
		} else {
			f = append(f, linear.Mix2(tHead, n.relation, 0))
		}
		f = r.above(f, i)
		where := [2]uint32{0, 0}
		if left >= 0 {
			where[0] = apart(i - left)
			f = append(f, linear.Mix2(tCueLeft, r.nodes[left].lemma, where[0]))
		}
		if right < len(r.nodes) {
			where[1] = apart(right - i)
			f = append(f, linear.Mix2(tCueRight, r.nodes[right].lemma, where[1]))
		}
		f = append(f, linear.Mix3(tCues, where[0], where[1], before.part), linear.Mix3(tEdge, min(uint32(i), 3), min(uint32(len(r.nodes)-1-i), 3), n.part))
		r.Features = f
		r.Ends = append(r.Ends, int32(len(f)))
		if n.cue {
			left = i
		}
	}
}

// apart is a class of distances.
func apart(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 8:
		return 5
	case n <= 16:
		return 6
	}
	return 7
}

var outside = node{lemma: 1, part: 1}

func (r *Reader) at(i int) *node {
	if i < 0 || i >= len(r.nodes) {
		return &outside
	}
	return &r.nodes[i]
}

// above adds the verbs that a token stands under, with the relation by which it does.
func (r *Reader) above(f []uint32, i int) []uint32 {
	seen, under := uint32(0), false
	below := i
	for range climb {
		x := &r.nodes[below]
		if x.verb && x.beside >= 0 && x.beside != i {
			f = append(f, linear.Mix3(tBeside, r.nodes[x.beside].lemma, linear.Truth(x.beside > below), linear.Truth(i > x.beside)))
		}
		if x.head < 0 {
			if f = append(f, linear.Mix2(tAbove, seen, 0)); !under {
				f = append(f, linear.Mix(tNotUnder, r.nodes[i].part))
			}
			return f
		}
		h := &r.nodes[x.head]
		if h.cue && !under {
			under = true
			side := linear.Truth(i > x.head)
			f = append(
				f, linear.Mix2(tUnder, x.relation, side), linear.Mix3(tUnderWord, x.relation, side, h.lemma),
				linear.Mix4(tUnderPart, x.relation, side, r.nodes[i].part, r.at(i-1).part), linear.Mix4(tUnderSubject, x.relation, side, linear.Truth(h.subject), linear.Truth(i == below)),
			)
		}
		if h.verb && seen < verbs {
			f = append(
				f, linear.Mix4(tAbove, seen, x.relation, h.lemma, linear.Truth(i > x.head)), linear.Mix3(tAboveGroup, x.relation, h.group, linear.Truth(i > x.head)),
				linear.Mix4(tAboveSubject, x.relation, linear.Truth(h.cue), linear.Truth(h.subject), seen),
			)
			seen++
		}
		below = x.head
	}
	return f
}

// look reads the nodes of a sentence.
func (r *Reader) look(s segment.Sentence) {
	r.nodes = r.nodes[:0]
	for i := s.First; i < s.Last; i++ {
		w := &r.doc.Words[i]
		form := strings.ToLower(r.doc.Text[r.doc.Tokens[i].Start:r.doc.Tokens[i].End])
		r.nodes = append(r.nodes, node{
			lemma: uint32(lookup.Hash(strings.ToLower(w.Lemma))), part: uint32(lookup.Hash(w.XPOS)), relation: uint32(lookup.Hash(w.Relation)),
			group: uint32(cluster.Default.Of(lookup.Hash(form)).Middle), head: w.Head, beside: -1, verb: w.UPOS == "VERB", cue: r.classes[i].reports() || r.classes[i] == according,
		})
	}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.head < 0 {
			continue
		}
		switch r.doc.Words[s.First+i].Relation {
		case "parataxis":
			if n.verb && r.nodes[n.head].beside < 0 {
				r.nodes[n.head].beside = i
			}
		case "nsubj":
			r.nodes[n.head].subject = true
		}
	}
}

// Tag gives the tags of the tokens of a sentence. They are valid until the next call.
func (r *Reader) Tag(s segment.Sentence) []uint8 {
	r.Sentence(s)
	m := reportedModel()
	n := len(r.nodes)
	r.tags = append(r.tags[:0], make([]uint8, n)...)
	if n == 0 {
		return r.tags
	}
	if cap(r.from) < n {
		r.from = make([][Tags]uint8, n)
	}
	from := r.from[:n]
	var scores [8]uint16
	const never = -1 << 30
	var now, next [Tags]int32
	at := int32(0)
	for i := range n {
		m.model.Scores(r.Features[at:r.Ends[i]], scores[:])
		at = r.Ends[i]
		for b := range Tags {
			next[b] = never
			for a := range Tags {
				if i == 0 {
					a = Tags
				}
				if !Follows(a, b) {
					continue
				}
				x := m.steps[a][b]
				if i > 0 {
					x += now[a]
				}
				if x > next[b] {
					next[b], from[i][b] = x, a
				}
			}
			next[b] += int32(scores[b])
		}
		base := max(next[0], next[1], next[2])
		for b := range next {
			now[b] = max(next[b]-base, never)
		}
	}
	best := uint8(0)
	for t := range Tags {
		if now[t]+m.steps[t][Tags] > now[best]+m.steps[best][Tags] {
			best = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		r.tags[i] = best
		best = from[i][best]
	}
	return r.tags
}

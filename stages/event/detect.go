package event

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"github.com/newsmill/newsmill/data/sides"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/field"
	"github.com/newsmill/newsmill/stages/linear"
)

// detector scores of which root the act is that a word tells. It has a column for each, and one more for that of the rules.
type detector struct {
	coder
	bar    int            // by how much a root must be likelier than that a word tells nothing
	due    int            // what it is likelier where the rules tell it
	step   int            // of how far a lead is above the bar
	shares [Leads]float32 // of the words with such a lead, how many tell an act of that root
}

const detectorHeader = 16 + 2*Leads

var openDetector = sync.OnceValue(func() *detector {
	return newDetector(opened(sides.Triggers, detectorHeader))
})

func newDetector(head []byte, m *linear.Model) *detector {
	number := func(i int) int { return int(int32(binary.LittleEndian.Uint32(head[4*i:]))) }
	return &detector{coder: coder{m, number(0)}, bar: number(1), due: number(2), step: number(3), shares: readShares(head[16:])}
}

// Bars are what a detector goes by besides its weights, in their unit.
type Bars struct {
	Margin int        // by how much another root must be likelier than that of the rules
	Bar    int        // that a lead over none must reach
	Due    int        // what a lead has more where the rules tell it
	Step   int        // by which leads above the bar are told apart
	Shares [Leads]int // of how many of a thousand words the root is right, by these steps
}

// AppendDetector writes a model behind dst: what it goes by, and its weights, a row of classes each.
func AppendDetector(dst []byte, classes int, weights []int8, b Bars) []byte {
	for _, n := range [...]int{b.Margin, b.Bar, b.Due, b.Step} {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(int32(n)))
	}
	return linear.Append(appendShares(dst, b.Shares), classes, weights)
}

// root is the likeliest root of a word, and how far it is ahead of none; ruled is that of the rules, "" where no pattern names the word.
func (m *detector) root(features []uint32, ruled string) (string, int) {
	var sums [32]uint16
	m.Scores(features, sums[:])
	best, most := 0, math.MinInt
	for i := 1; i < len(cameo.Roots); i++ {
		x := int(sums[i])
		if cameo.Roots[i] == ruled {
			x += int(sums[len(cameo.Roots)]) - linear.Zero*len(features)
		}
		if x > most {
			best, most = i, x
		}
	}
	return cameo.Roots[best], most - int(sums[0])
}

// share is how many of the words with such a lead tell an act of their root.
func (m *detector) share(lead int) float32 {
	return m.shares[max(0, min((lead-m.bar)/m.step, Leads-1))]
}

// detect adds the triggers that no pattern names, in a sentence that has a word of one: words that tell an act by what they mean and by what stands around them. (A log-linear model over
// each word, as in Ahn, "The stages of event extraction", 2006.)
func (s *scan) detect() {
	if s.in.Doc.Words == nil || s.patterns || s.whole.Of(false) != field.Politics || s.whole.Idle() { // the gate lets nothing of these stand
		return
	}
	m := openDetector()
	s.study()
	s.detected = s.detected[:0]
	for i := range s.words {
		if !s.tellable(i) {
			continue
		}
		root, lead := m.root(s.triggerFeatures(i, nil, evidence{}), "")
		if lead < m.bar {
			continue
		}
		t := s.unnamed(i, root)
		t.share = m.share(lead)
		s.detected = append(s.detected, t)
	}
	if len(s.detected) > 0 {
		s.triggers = append(s.triggers, s.detected...)
		slices.SortStableFunc(s.triggers, func(a, b trigger) int { return a.first - b.first })
	}
}

// unnamed is the word at i as a trigger of a root.
func (s *scan) unnamed(i int, root string) trigger {
	t := trigger{pattern: s.table.Detected(root, s.node(i).UPOS == "NOUN"), first: i, last: i}
	t.passive = !t.pattern.Noun && s.passive(i, i)
	return t
}

// Unnamed calls yield with each word that may tell an act and that no pattern names: where it begins, in bytes, and what gives the status of the act
// by the rules if it is one of a root, for learning. That can be called until yield returns.
func Unnamed(in *Input, yield func(start int, standing func(root string) Standing)) {
	if !readable(in) || in.Doc.Words == nil {
		return
	}
	s := newScan(in)
	s.patterns = true
	s.each(func() {
		s.study()
		for i := range s.words {
			if s.tellable(i) {
				yield(s.words[i].start, func(root string) Standing {
					t := s.unnamed(i, root)
					_, _, at := s.argue(&t)
					return s.standingOf(&t, at)
				})
			}
		}
	})
}

// tellable says whether a word may be a trigger that no pattern names: a verb or a noun that is no part of a name, of a trigger or of what the
// patterns have for none.
func (s *scan) tellable(i int) bool {
	n, w := s.node(i), &s.words[i]
	switch {
	case s.held[i], n.UPOS != "VERB" && n.UPOS != "NOUN", w.class&(class.Temporal|class.Auxiliary|class.Number) != 0, w.class&class.Capital != 0 && i > 0 && !s.is(i-1, class.Mark):
		return false
	}
	return w.unit < 0 || s.units[w.unit].kind == agent && s.units[w.unit].last != i
}

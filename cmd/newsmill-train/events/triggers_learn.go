package events

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	triggerBits  = 16
	triggerRate  = .05
	triggerPlain = 24 // how often the plain sentences stand among the others
	triggerQuiet = 2  // and the texts of no politics
	triggerStep  = .5 // of leads
	// triggerDue is what a lead has more where the rules tell a trigger: they know patterns that stand in no marked article.
	triggerDue = 6
	// triggerSure is the share of words told as acts that are some, those included in which another reader may see none.
	triggerSure = .84
)

// A triggerTested is a word with the scores of its roots by a model that has not read its article.
type triggerTested struct {
	*triggerExample
	scores []float32
	root   string
	lead   float32 // of that root over none
}

func (x *triggerTested) isAct() bool { return !x.weak && !slices.Contains(x.right, "") }

// tested is a word with what scores make of it.
func (e *triggerExample) tested(scores []float32) (x triggerTested) {
	x.triggerExample, x.scores = e, scores
	best := 1
	for i := 2; i < len(scores); i++ {
		if scores[i] > scores[best] {
			best = i
		}
	}
	x.root, x.lead = cameo.Roots[best], scores[best]-scores[0]
	if e.told {
		x.lead += triggerDue
	}
	return x
}

// learnTriggers learns which words tell an act of which root, says how many are right in folds by article, and gives the packed model.
func learnTriggers(examples []*triggerExample) []byte {
	tests, kept := inFolds(examples, func(e *triggerExample) int { return e.fold }, func(fold int) *loglinear.Model {
		var lessons []*loglinear.Lesson
		for _, e := range examples {
			if e.fold != fold && !e.weak {
				lessons = append(lessons, e.lesson())
			}
		}
		return loglinear.Learn(lessons, len(cameo.Roots)+1, triggerBits, triggerRate)
	}, func(e *triggerExample, m *loglinear.Model) triggerTested { return e.tested(m.Scores(e.lesson())) })
	margin := rootMargin(tests)
	for i := range tests {
		if x := &tests[i]; x.rules != "" {
			x.root = x.toldRoot(margin)
		}
	}
	slices.SortStableFunc(tests, func(a, b triggerTested) int { return cmp.Compare(b.lead, a.lead) })
	bar := triggerBar(tests)
	var steps leads
	for i := range tests {
		if x := &tests[i]; x.lead >= bar {
			steps.add((x.lead-bar)/triggerStep, truth(slices.Contains(x.right, x.root)))
		}
	}
	shares := steps.shares()
	fmt.Printf("right of a thousand by lead over the bar of %.3f: %d\n", bar, shares)
	weights, units := kept.Bytes()
	return linear.Pack(model.AppendDetector(nil, kept.Columns, weights, model.Bars{Margin: units(margin), Bar: units(bar), Due: units(triggerDue), Step: units(triggerStep), Shares: shares}))
}

// toldRoot is the root that a trigger of a pattern is told with.
func (x *triggerTested) toldRoot(margin float32) string {
	root, _ := likeliest(cameo.Roots[1:], x.scores[1:], x.rules, margin, func(string) float32 { return 0 })
	return root
}

// rootMargin is the margin for the root of the rules with which most marked triggers of patterns have a right one.
func rootMargin(tests []triggerTested) float32 {
	n := 0
	for i := range tests {
		n += truth(tests[i].rules != "" && !slices.Contains(tests[i].right, ""))
	}
	right := func(margin float32) (right int) {
		for i := range tests {
			if x := &tests[i]; x.rules != "" && !slices.Contains(x.right, "") {
				right += truth(slices.Contains(x.right, x.toldRoot(margin)))
			}
		}
		return right
	}
	margin := highestMargin(n, codesDue, right)
	fmt.Printf("%d marked triggers of patterns, five folds by article: root right %.3f by the rules, with a margin of %.3f %.3f\n", n, float64(right(1e6))/float64(n), margin, float64(right(margin))/float64(n))
	return margin
}

// triggerBar is the least lead of what is told, of words sorted by it.
func triggerBar(tests []triggerTested) float32 {
	marked, byRules, theirs := 0, 0, 0
	for i := range tests {
		x := &tests[i]
		marked += truth(x.isAct())
		byRules += truth(x.told)
		theirs += truth(x.told && x.isAct())
	}
	bar, told, acts, weak, right, good := float32(math.MaxInt32), 0, 0, 0, 0, [4]int{}
	for i := range tests {
		x := &tests[i]
		weak += truth(x.weak)
		acts += truth(x.isAct())
		right += truth(x.isAct() && slices.Contains(x.right, x.root))
		if float64(acts+weak) >= float64(float64(i+1)*triggerSure) {
			bar, told, good = x.lead, i+1, [4]int{acts, weak, right}
		}
	}
	share := func(n, of int) float64 { return float64(n) / float64(max(1, of)) }
	fmt.Printf("of %d acts the rules tell %.3f (%.3f of theirs are some), the model %.3f, with a right root %.3f (%.3f are some, %.3f may be)\n",
		marked, share(theirs, marked), share(theirs, byRules), share(good[0], marked), share(good[2], marked), share(good[0], told), share(good[1], told))
	return bar
}

package events

import (
	"fmt"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/event/status"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	statusBits    = 15
	statusRate    = .04
	statusRepeats = 40
	statusStep    = .5 // of leads
)

// statusesDue is the share of triggers that may be lost to the rules: they know sentences of other kinds than the marked articles' better.
const statusesDue = .007

// A standingTested is a trigger with the scores of its statuses by a model that has not read its article.
type standingTested struct {
	*standingExample
	scores []float32
}

// told is the status that comes out with a margin, as in a run.
func (x *standingTested) told(margin float32) string {
	status, _ := x.likeliest(margin)
	return status
}

// likeliest is that status, and how far it is ahead of the next one.
func (x *standingTested) likeliest(margin float32) (string, float32) {
	return likeliest(status.Statuses, x.scores, x.Rules, margin, func(string) float32 { return 0 })
}

// learnStandings learns the statuses of acts, says how many are right in folds by article, and gives the packed model.
func learnStandings(examples, plain []*standingExample) []byte {
	tests, kept := inFolds(examples, func(e *standingExample) int { return e.fold }, func(fold int) *loglinear.Model {
		var lessons []*loglinear.Lesson
		for _, e := range slices.Concat(examples, slices.Repeat(plain, statusRepeats)) {
			if e.fold != fold {
				lessons = append(lessons, e.lesson())
			}
		}
		return loglinear.Learn(lessons, len(status.Statuses)+1, statusBits, statusRate)
	}, func(e *standingExample, m *loglinear.Model) standingTested {
		return standingTested{e, m.Scores(e.lesson())}
	})
	margin := highestMargin(len(tests), statusesDue, func(margin float32) (right int) {
		for i := range tests {
			right += truth(tests[i].told(margin) == tests[i].mark.status)
		}
		return right
	})
	fmt.Printf("%d triggers of marked status, five folds by article: rules %s; learned, with a margin of %.3f, %s\n", len(tests), standingShares(tests, 1e6), margin, standingShares(tests, margin))
	var right leads
	for i := range tests {
		status, ahead := tests[i].likeliest(margin)
		right.add(ahead/statusStep, truth(status == tests[i].mark.status))
	}
	weights, units := kept.Bytes()
	shares := right.shares()
	fmt.Printf("right of a thousand by how far ahead: %d\n", shares)
	return linear.Pack(model.AppendStanding(nil, kept.Columns, weights, units(margin), units(statusStep), shares))
}

// standingShares says how many statuses are right with a margin, and the mean F1 of the statuses.
func standingShares(tests []standingTested, margin float32) string {
	right, f1 := 0, 0.0
	for _, status := range status.Statuses {
		hit, told, marked := 0, 0, 0
		for i := range tests {
			is, was := tests[i].told(margin) == status, tests[i].mark.status == status
			hit += truth(is && was)
			told += truth(is)
			marked += truth(was)
		}
		right += hit
		f1 += float64(2*hit) / float64(max(1, told+marked))
	}
	return fmt.Sprintf("accuracy %.3f, macro F1 %.3f", float64(right)/float64(max(1, len(tests))), f1/float64(len(status.Statuses)))
}

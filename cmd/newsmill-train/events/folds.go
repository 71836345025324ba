package events

import (
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
)

// inFolds learns a model for each fold of articles, from all examples but its own, and tests it on these; it gives the tests, fold by fold, and the model that
// was learned from the examples of all folds.
func inFolds[Example, Model, Tested any](examples []Example, foldOf func(Example) int, learn func(fold int) Model, test func(Example, Model) Tested) (tests []Tested, kept Model) {
	folds := make([][]Tested, sideFolds+1)
	cores.AtMost(2, len(folds), func(fold int) {
		m := learn(fold)
		if fold == sideFolds { // of no article: it is kept
			kept = m
			return
		}
		for _, e := range examples {
			if foldOf(e) == fold {
				folds[fold] = append(folds[fold], test(e, m))
			}
		}
	})
	return slices.Concat(folds...), kept
}

// highestMargin is the highest margin for the rules, in eighths, with which so many are right as with the best one, but for a share of all that is
// due to the rules.
func highestMargin(all int, due float64, right func(margin float32) int) (margin float32) {
	var counts [33]int
	for k := range counts {
		counts[k] = right(float32(k) / 8)
	}
	for k, n := range counts {
		if float64(n) >= float64(float64(slices.Max(counts[:]))-float64(due*float64(all))) {
			margin = float32(k) / 8
		}
	}
	return margin
}

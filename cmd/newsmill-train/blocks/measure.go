package blocks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/features"
)

// perfect gives the text of an example when all its labels are met.
func (e *example) perfect() string { return e.text(func(i int) bool { return e.body[i] }) }

// cut gives the text of an example as its scores are cut.
func (e *example) cut() string {
	kept := e.kept()
	return e.text(func(i int) bool { return kept[i] })
}

// kept says which blocks are body as the scores are cut.
func (e *example) kept() []bool {
	sure := make([]int32, len(e.score))
	for i, s := range e.score {
		sure[i] = features.Logistic(s)
	}
	least, kept := features.Cut(sure, e.Letters), make([]bool, len(sure))
	for i := range sure {
		kept[i] = sure[i] >= least
	}
	return kept
}

// printLabels prints for each set how many blocks are body and are not, by the set and by the models, and the macro F1 of both: the sets show no
// other labels.
func printLabels(examples []*example) {
	for _, set := range sets {
		n := map[[2]bool]int{} // by what the set says and what the models do
		for _, e := range examples {
			if e.set != set.name {
				continue
			}
			for i, kept := range e.kept() {
				n[[2]bool{e.body[i], kept}]++
			}
		}
		right, lost, wrong, out := n[[2]bool{true, true}], n[[2]bool{true, false}], n[[2]bool{false, true}], n[[2]bool{false, false}]
		f1 := func(right int) float64 { return 2 * float64(right) / float64(max(1, 2*right+lost+wrong)) }
		fmt.Printf("labels of %s: body kept %d, body lost %d, others kept %d, others left out %d; F1 of body %.3f, of others %.3f, macro %.3f\n", set.name, right, lost, wrong, out, f1(right), f1(out), (f1(out)+f1(right))/2)
	}
}

func (e *example) text(keep func(int) bool) string {
	var text strings.Builder
	seen := map[string]bool{}
	for i, t := range e.Texts {
		if keep(i) && (e.Letters[i] < 40 || !seen[t]) {
			seen[t] = true
			text.WriteString(t)
			text.WriteString("\n\n")
		}
	}
	return text.String()
}

// printReport prints shingle precision, recall and F1 of each set for the texts that were
// found, and the worst pages.
func printReport(name string, examples []*example, worst int, text func(*example) string) {
	type page struct {
		e       *example
		p, r, f float64
		found   bool
	}
	var pages []page
	for _, e := range examples {
		found := text(e)
		p, r := overlap(e.Text, found)
		pages = append(pages, page{e, p, r, 2 * p * r / max(p+r, 1e-9), found != ""})
	}
	fmt.Println(name)
	names := []string{grownSet, plantedSet, transplantedSet}
	for _, set := range sets {
		names = append(names, set.name)
	}
	for _, name := range names {
		var p, r, np, nr float64
		for _, page := range pages {
			if page.e.set == name {
				p, r = p+page.p, r+page.r
				if page.e.Text != "" { // a page of which the set has no text says nothing of recall
					nr++
				}
				if page.found { // a page on which nothing is found says nothing of precision
					np++
				}
			}
		}
		if nr == 0 {
			continue
		}
		p, r = p/max(np, 1), r/nr
		fmt.Printf("  %-12s precision %.4f recall %.4f F1 %.4f\n", name, p, r, 2*p*r/max(p+r, 1e-9))
	}
	slices.SortStableFunc(pages, func(a, b page) int { return cmp.Compare(a.f, b.f) })
	for _, w := range pages[:min(worst, len(pages))] {
		fmt.Printf("    %s/%s precision %.2f recall %.2f\n", w.e.set, w.e.ID, w.p, w.r)
	}
}

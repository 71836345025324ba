package events

import (
	"fmt"
	"math"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event"
)

// codesDue is the share of parties that may be lost to the rules, which know plain sentences better.
const codesDue = .003

// A codeTested is a party with the scores of its roles and its countries by models that have not read its article.
type codeTested struct {
	*codeExample
	scores [2][]float32
}

// told is the role and the country that come out with margins, as in a run.
func (x *codeTested) told(margins [2]float32) (told [2]string) {
	if x.State {
		return [2]string{x.Role, x.Country}
	}
	told[0], _ = likeliest(x.Roles, x.scores[0], x.Role, margins[0], func(role string) float32 {
		return event.RoleDiscount(x.Role, role, x.Roleless, margins[0])
	})
	told[1], _ = likeliest(x.Countries, x.scores[1], x.Country, margins[1], func(string) float32 { return 0 })
	if told == [2]string{} {
		told = [2]string{x.Role, x.Country}
	}
	if told[0] == "IGO" {
		told[1] = ""
	}
	return told
}

// likeliest is the name with the highest score less its discount, or that of the rules if none is higher by a margin, and how far it is ahead of the
// next one.
func likeliest(names []string, scores []float32, ruled string, margin float32, discount func(name string) float32) (name string, ahead float32) {
	best, most, next, theirs := ruled, float32(-math.MaxFloat32), float32(-math.MaxFloat32), float32(-math.MaxFloat32)
	for i, name := range names {
		x := scores[i] - discount(name)
		if name == ruled {
			theirs = x
		}
		if x > most {
			best, most, next = name, x, most
		} else {
			next = max(next, x)
		}
	}
	if best != ruled && most < theirs+margin {
		return ruled, theirs - most
	}
	return best, most - next
}

// right says whether the role, the country and both are right of that.
func (x *codeTested) right(margins [2]float32) [3]bool {
	told := x.told(margins)
	role, country := x.isRole(told[0]), x.isCountry(told[1])
	return [3]bool{role, country, role && country}
}

// learnCodings learns the roles and the countries of parties, says how many are right in folds by article, and gives the packed models.
func learnCodings(examples, plain []*codeExample) (roles, countries []byte) {
	tests, kept := inFolds(examples, func(e *codeExample) int { return e.fold }, func(fold int) [2]*loglinear.Model {
		var lessons [2][]*loglinear.Lesson
		for _, e := range slices.Concat(examples, slices.Repeat(plain, codeRepeats)) {
			if e.fold != fold {
				for of, l := range e.lessons() {
					lessons[of] = append(lessons[of], l)
				}
			}
		}
		return [2]*loglinear.Model{loglinear.Learn(lessons[0], len(examples[0].Roles)+1, roleBits, codeRate), loglinear.Learn(lessons[1], 1, countryBits, codeRate)}
	}, (*codeExample).tested)
	margins := codeMargins(tests)
	fmt.Printf("%d sides of marked parties, five folds by article: rules %s; learned, with margins of %.3f, %s\n", len(tests), codeShares(tests, [2]float32{1e6, 1e6}), margins, codeShares(tests, margins))
	return packCoder(kept[0], margins[0]), packCoder(kept[1], margins[1])
}

// tested says what models make of an example.
func (e *codeExample) tested(m [2]*loglinear.Model) codeTested {
	x := codeTested{codeExample: e}
	for of, l := range e.lessons() {
		x.scores[of] = m[of].Scores(l)
	}
	return x
}

// codesRight counts the roles, the countries and both that are right with margins.
func codesRight(tests []codeTested, margins [2]float32) (n [3]int) {
	for i := range tests {
		for k, right := range tests[i].right(margins) {
			n[k] += truth(right)
		}
	}
	return n
}

// codeMargins are those with which hardly fewer roles and countries are right than with the best.
func codeMargins(tests []codeTested) (margins [2]float32) {
	for of := range margins {
		margins[of] = highestMargin(len(tests), codesDue, func(margin float32) int {
			return codesRight(tests, [2]float32{margin, margin})[of]
		})
	}
	return margins
}

func codeShares(tests []codeTested, margins [2]float32) string {
	n, all := codesRight(tests, margins), float64(max(1, len(tests)))
	return fmt.Sprintf("role %.3f, country %.3f, both %.3f", float64(n[0])/all, float64(n[1])/all, float64(n[2])/all)
}

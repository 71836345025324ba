package main

import (
	"fmt"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
)

// codesDue is the share of parties that may be lost to the rules, which know plain sentences better.
const codesDue = .003

// A codeTested is a party with the role and the country that models find the likeliest which have not read its article.
type codeTested struct {
	*codeExample
	best [2]string
	gain [2]float32 // by which they are likelier than those of the rules
}

// told is the role and the country that come out with margins.
func (x *codeTested) told(margins [2]float32) (told [2]string) {
	told = [2]string{x.Role, x.Country}
	for of := range told {
		if x.gain[of] >= margins[of] && !x.State {
			told[of] = x.best[of]
		}
	}
	if told == [2]string{} {
		told = [2]string{x.Role, x.Country}
	}
	if told[0] == "IGO" {
		told[1] = ""
	}
	return told
}

// right says whether the role, the country and both are right of that.
func (x *codeTested) right(margins [2]float32) [3]bool {
	told := x.told(margins)
	role, country := x.isRole(told[0]), x.isCountry(told[1])
	return [3]bool{role, country, role && country}
}

// learnCodings learns the roles and the countries of parties, says how many are right in folds by article, and gives the packed models.
func learnCodings(examples, plain []*codeExample) (roles, countries []byte) {
	folds := make([][]codeTested, sideFolds+1)
	var kept [2]*codeModel
	cores.AtMost(2, len(folds), func(fold int) {
		var lessons [2][]*codeLesson
		for _, e := range slices.Concat(examples, slices.Repeat(plain, codeRepeats)) {
			if e.fold != fold {
				for of, l := range e.lessons() {
					lessons[of] = append(lessons[of], l)
				}
			}
		}
		m := [2]*codeModel{learnCodes(lessons[0], len(examples[0].Roles)+1, roleBits), learnCodes(lessons[1], 1, countryBits)}
		if fold == sideFolds { // of no article: these are kept
			kept = m
			return
		}
		for _, e := range examples {
			if e.fold == fold {
				folds[fold] = append(folds[fold], e.tested(m))
			}
		}
	})
	tests := slices.Concat(folds...)
	margins := codeMargins(tests)
	fmt.Printf("%d sides of marked parties, five folds by article: rules %s; learned, with margins of %.3f, %s\n", len(tests), codeShares(tests, [2]float32{1e6, 1e6}), margins, codeShares(tests, margins))
	return kept[0].pack(margins[0]), kept[1].pack(margins[1])
}

// tested says what models make of an example.
func (e *codeExample) tested(m [2]*codeModel) codeTested {
	x := codeTested{codeExample: e}
	for of, l := range e.lessons() {
		scores := m[of].scores(l)
		best := slices.Index(scores, slices.Max(scores))
		x.best[of], x.gain[of] = [2][]string{e.Roles, e.Countries}[of][best], 1e3
		if l.ruled >= 0 {
			x.gain[of] = scores[best] - scores[l.ruled]
		}
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

// codeMargins are the highest ones, in eighths, with which hardly fewer roles and countries are right than with the best.
func codeMargins(tests []codeTested) (margins [2]float32) {
	const steps = 33
	for of := range margins {
		var right [steps]int
		for k := range right {
			right[k] = codesRight(tests, [2]float32{float32(k) / 8, float32(k) / 8})[of]
		}
		for k, n := range right {
			if float64(n) >= float64(float64(slices.Max(right[:]))-float64(codesDue*float64(len(tests)))) {
				margins[of] = float32(k) / 8
			}
		}
	}
	return margins
}

func codeShares(tests []codeTested, margins [2]float32) string {
	n, all := codesRight(tests, margins), float64(max(1, len(tests)))
	return fmt.Sprintf("role %.3f, country %.3f, both %.3f", float64(n[0])/all, float64(n[1])/all, float64(n[2])/all)
}

package names

import (
	"fmt"
	"strings"

	"github.com/newsmill/newsmill/stages/name"
)

// nameCount counts exact names of one type.
type nameCount struct{ hit, got, want int }

func (c nameCount) f1() float64 {
	if c.got+c.want == 0 {
		return 0
	}
	return 2 * float64(c.hit) / float64(c.got+c.want)
}

var nameClass = map[string]int{"PER": 0, "ORG": 1, "LOC": 2, "FAC": 2}

// nameScore is what was found against what was to be found: persons, organisations, places.
type nameScore [3]nameCount

func (n *nameScore) all() (sum nameCount) {
	for _, c := range n {
		sum.hit += c.hit
		sum.got += c.got
		sum.want += c.want
	}
	return sum
}

func (n *nameScore) String() string {
	var parts []string
	for i, kind := range []string{"PER", "ORG", "LOC"} {
		parts = append(parts, fmt.Sprintf("%s %.2f", kind, 100*n[i].f1()))
	}
	all := n.all()
	return fmt.Sprintf("%.2f (P %.2f R %.2f; %s)", 100*all.f1(), 100*float64(all.hit)/float64(max(1, all.got)), 100*float64(all.hit)/float64(max(1, all.want)), strings.Join(parts, ", "))
}

// add compares the tags of a text with its names.
func (n *nameScore) add(t *taggedText, tags []uint8) {
	gold := map[goldName]bool{}
	coarse := func(kind string) (string, int, bool) {
		class, ok := nameClass[kind]
		if kind == "FAC" {
			kind = "LOC"
		}
		return kind, class, ok
	}
	for _, g := range t.gold {
		if kind, class, ok := coarse(g.kind); ok {
			gold[goldName{g.start, g.end, kind}] = true
			n[class].want++
		}
	}
	byType := [...]string{name.Person: "PER", name.Org: "ORG", name.Place: "LOC", name.Facility: "FAC", name.Other: ""}
	for _, s := range t.doc.Sentences {
	spans:
		for _, span := range name.Spans(nil, tags[s.First:s.Last], s.First) {
			kind, class, ok := coarse(byType[span.Type])
			if !ok {
				continue
			}
			g := goldName{t.doc.Tokens[span.First].Start, t.doc.Tokens[span.Last-1].End, kind}
			for _, aside := range t.ignore {
				if g.start < aside[1] && aside[0] < g.end {
					continue spans
				}
			}
			n[class].got++
			if gold[g] {
				n[class].hit++
			}
		}
	}
}

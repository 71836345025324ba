package events

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// What was found best in five folds.
const (
	implicitBits = 16
	implicitRate = .008
	implicitStep = .5 // of leads
)

// RunImplicit is the command `newsmill-train implicit`: it learns who has a part in an act whose sentence names nobody for it, from articles of
// which a reader has marked the parties of all acts.
func RunImplicit(args []string) error {
	flags := flag.NewFlagSet("implicit", flag.ContinueOnError)
	marks := flags.String("acts", "data/sides/articles.tsv", "all acts of whole articles, with their parties")
	known := flags.String("parties", "data/sides/parties.tsv", "country and role of these parties")
	texts := flags.String("texts", "../shared/data", "folder of language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	out := flags.String("out", "data/sides/implicit.bin", "file to write the model to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	acts, err := readActs(*marks)
	if err != nil {
		return err
	}
	parties, err := readActParties(*known)
	if err != nil {
		return err
	}
	for article, of := range acts {
		for _, m := range of {
			for _, n := range slices.Concat(m.parties[0], m.parties[1]) {
				if n < 0 || n >= len(parties[article]) {
					return fmt.Errorf("%s: an act at character %d has the party %d, and %s has %d", article, m.at, n, *known, len(parties[article]))
				}
			}
		}
	}
	examples, err := readMarked(corpus.News(*texts), func(id string) bool { return parties[id] != nil }, func(id, text string) ([]*gapExample, error) {
		return readGaps(id, text, acts[id], parties[id]), nil
	})
	if err != nil {
		return err
	}
	if len(examples) == 0 {
		return fmt.Errorf("no article of %s is in the texts of %s", *marks, *texts)
	}
	return os.WriteFile(*out, learnImplicit(examples), 0o644)
}

// A gapExample is a side that a telling leaves open, with those who may be it, nobody first.
type gapExample struct {
	loglinear.Lesson
	side int
	text bool // the text tells who it is
	fold int
}

// readGaps reads the gaps of a text whose acts are marked. What fills a gap is who is marked there: by a place where he is marked too, else by his country and role.
func readGaps(id, text string, acts []*actMark, parties actParties) (examples []*gapExample) {
	offsets, fold := corpus.Offsets(text), int(lookup.Hash(id)%sideFolds)
	in := readForSides(text)
	markAt := func(start, end int) *actMark {
		for _, m := range acts {
			if at := offsets[m.at]; at >= start && at < end {
				return m
			}
		}
		return nil
	}
	event.Gaps(in, func(g *event.Gap) int {
		m := markAt(g.Telling.TriggerStart, g.Telling.TriggerEnd)
		if m == nil {
			return 0
		}
		who := m.parties[g.Side]
		if m.mutual() && parties.any(who, g.Other()) && !parties.any(m.parties[1-g.Side], g.Other()) {
			who = m.parties[1-g.Side] // of a meeting either may stand first
		}
		e := &gapExample{side: g.Side, fold: fold, text: len(who) > 0}
		byPlace, byCode := make([]bool, len(g.Parties)), make([]bool, len(g.Parties))
		for i := range g.Parties[1:] {
			p := &g.Parties[1+i]
			for _, n := range who {
				byCode[1+i] = byCode[1+i] || parties[n].is(p.Actor)
				for _, slot := range p.Slots {
					if o := markAt(slot.TriggerStart, slot.TriggerStart+1); o != nil && slices.Contains(o.parties[slot.Side], n) {
						byPlace[1+i] = true
					}
				}
				if p.Actor.Mention < 0 {
					continue
				}
				for _, o := range acts {
					for side, spans := range o.sides {
						for k, span := range spans {
							mention := &in.Found.Mentions[p.Actor.Mention]
							if len(spans) == len(o.parties[side]) && o.parties[side][k] == n && offsets[span[0]] < mention.End && mention.Start < offsets[span[1]] {
								byPlace[1+i] = true
							}
						}
					}
				}
			}
		}
		e.Right = byPlace
		if !slices.Contains(byPlace, true) {
			e.Right = byCode
		}
		if !slices.Contains(e.Right, true) {
			e.Right[0] = true // who it is stands nowhere near
		}
		for _, p := range g.Parties {
			e.Features = append(e.Features, slices.Clone(p.Features))
		}
		examples = append(examples, e)
		return slices.Index(e.Right, true)
	})
	return examples
}

// mutual says whether both sides of an act do it to each other.
func (m *actMark) mutual() bool {
	switch m.root {
	case "03", "04", "05", "06", "19":
		return true
	}
	return false
}

// actParties are the parties of the acts of an article, by number.
type actParties []partyMark

// any says whether an actor is one of some of them, by country and role.
func (p actParties) any(numbers []int, a actor.Actor) bool {
	return slices.ContainsFunc(numbers, func(n int) bool { return p[n].is(a) })
}

// is says whether an actor has the country and the role of a mark.
func (m partyMark) is(a actor.Actor) bool {
	role, country := m.role, m.country
	if role == sports {
		role = "CVL"
	}
	if role == "IGO" {
		return strings.HasPrefix(a.Code, "IGO")
	}
	state := (role == "-" || role == "GOV") && (a.Role == "" || a.Role == "GOV")
	return (a.Country == country || a.Country == "" && country == "-") && (a.Role == role || state && a.Country != "")
}

// A gapTested is a gap with the party that a model which has not read its article finds the likeliest, and its lead.
type gapTested struct {
	*gapExample
	scores []float32
}

// chosen is the likeliest party, and by how much it is ahead of the next one; with less than a bar it is nobody.
func (x *gapTested) chosen(bar float32) (best int, lead float32) {
	most, next := float32(-math.MaxFloat32), float32(-math.MaxFloat32)
	for i, s := range x.scores {
		if s > most {
			best, most, next = i, s, most
		} else {
			next = max(next, s)
		}
	}
	if lead = most - next; lead < bar {
		return 0, lead
	}
	return best, lead
}

// learnImplicit learns who fills gaps, says how many are right in folds by article, and gives the packed model.
func learnImplicit(examples []*gapExample) []byte {
	tests, kept := inFolds(examples, func(e *gapExample) int { return e.fold }, func(fold int) *loglinear.Model {
		var lessons []*loglinear.Lesson
		for _, e := range examples {
			if e.fold != fold {
				lessons = append(lessons, &e.Lesson)
			}
		}
		return loglinear.Learn(lessons, 1, implicitBits, implicitRate)
	}, func(e *gapExample, m *loglinear.Model) gapTested { return gapTested{e, m.Scores(&e.Lesson)} })
	weights, units := kept.Bytes()
	var bars [2]int
	var steps leads
	var open [2]leads
	for side := range bars {
		bar := gapBar(tests, side)
		bars[side] = units(bar)
		for i := range tests {
			if tests[i].side != side {
				continue
			}
			if k, lead := tests[i].chosen(bar); k > 0 {
				steps.add(lead/implicitStep, truth(tests[i].Right[k]))
			} else {
				ahead := float32(0) // where nobody else is named
				if x := tests[i].scores; len(x) > 1 {
					ahead = x[0] - slices.Max(x[1:])
				}
				open[side].add(ahead/implicitStep, truth(!tests[i].text))
			}
		}
	}
	shares := steps.shares()
	fmt.Printf("of a thousand filled right by lead: %d\n", shares)
	left := [2][model.Leads]int{open[0].shares(), open[1].shares()}
	fmt.Printf("and of sources and targets left open, by how far nobody is ahead: %d\n", left)
	return linear.Pack(model.AppendImplicit(nil, weights, bars, units(implicitStep), shares, left))
}

// gapSure is how many of the sources and of the targets that are filled must be right. A source is more often rightly left open than a target.
var gapSure = [2]float64{.7, .62}

// gapBar is the least lead with which so many are.
func gapBar(tests []gapTested, side int) float32 {
	for bar := float32(0); ; bar += .125 {
		var c gapCount
		for i := range tests {
			if x := &tests[i]; x.side == side {
				k, _ := x.chosen(bar)
				c.add(x, k)
			}
		}
		if c.filled == 0 || float64(c.good) >= float64(gapSure[side]*float64(c.filled)) {
			fmt.Printf("%s left open: %s with a lead of %.3f\n", [...]string{"sources", "targets"}[side], c, bar)
			return bar
		}
	}
}

// A gapCount is how many gaps there are, how many of them the text fills and a model does, and how many it fills or leaves open rightly.
type gapCount struct{ all, told, filled, good, open int }

func (c *gapCount) add(x *gapTested, chosen int) {
	c.all++
	c.told += truth(x.text)
	c.filled += truth(chosen > 0)
	c.good += truth(chosen > 0 && x.Right[chosen])
	c.open += truth(chosen == 0 && !x.text)
}

func (c gapCount) String() string {
	return fmt.Sprintf("%d, right if left open %.3f; filled %d, of these right %.3f; right %.3f", c.all, float64(c.all-c.told)/float64(max(1, c.all)), c.filled, float64(c.good)/float64(max(1, c.filled)), float64(c.good+c.open)/float64(max(1, c.all)))
}

// Package events learns what stages/event tells events with besides its rules (data/sides): who does an act and to whom,
// of which country and role they are, whether the act happened, which words tell one, and who has a part in it that
// the sentence does not name. Readers have marked these in news; a large model has marked more of the sides. Each model is tested
// on articles that it has not learned from, and where the rules know better, by a margin that is found so, they stand.
package events

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/event/model"
)

// sideFolds is in how many parts the articles are cut to measure.
const sideFolds = 5

// RunSides is the command `newsmill-train sides`: it learns who does an act and to whom, and whether a trigger tells an
// act, from triggers that were marked by hand and from many more that a large model marked; and of which country and role
// those are who do it, from parties that were marked by hand.
func RunSides(args []string) error {
	flags := flag.NewFlagSet("sides", flag.ContinueOnError)
	labels := flags.String("labels", "data/sides/labels.tsv", "triggers of the texts with their sides")
	codes := flags.String("codes", "data/sides/codes.tsv", "parties of the texts with country and role")
	statuses := flags.String("statuses", "data/sides/statuses.tsv", "triggers of the texts with status and root")
	silver := flags.String("silver", "data/silver/sides.tsv.zst", "triggers that a large model marked")
	unsure := flags.String("unsure", "data/sides/unsure.tsv", "triggers marked by hand of whose sides that was not sure")
	coded := flags.String("acts", "data/sides/articles.tsv", "all acts of whole articles, with status and sides")
	own := flags.String("sentences", "data/sides/sentences.tsv", "sentences with their sides")
	texts := flags.String("texts", "../shared/data", "folder of language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	alone := flags.String("plain", "data/sides/plain.txt", "texts that stand alone, of which the rules know the parties")
	patterns := flags.String("patterns", "data/events", "folder of patterns with such sentences")
	out := flags.String("out", "data/sides", "folder to write the models to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	marked := map[string][]*sideMark{}
	if err := readSides(*labels, false, marked); err != nil {
		return err
	}
	for _, path := range []string{*silver, *unsure} { // of a trigger that both have the latter counts
		if err := readSides(path, true, marked); err != nil {
			return err
		}
	}
	acts, err := readActs(*coded)
	if err != nil {
		return err
	}
	addActs(marked, acts)
	parties, err := readParties(*codes)
	if err != nil {
		return err
	}
	standings, err := readStatuses(*statuses)
	if err != nil {
		return err
	}
	examples, told, err := readSideTexts(corpus.News(*texts), marked, parties, standings)
	if err != nil {
		return err
	}
	plain, err := readSideSentences(*own)
	if err != nil {
		return err
	}
	ofPatterns, err := filepath.Glob(filepath.Join(*patterns, "*.txt"))
	if err != nil {
		return err
	}
	sentences, err := plainSentences(append(ofPatterns, *alone)...)
	if err != nil {
		return err
	}
	thin(slices.Concat(examples, plain))
	plain = slices.Repeat(plain, sideRepeats)
	folds := make([]sideTest, sideFolds+1)
	var sides sideModel
	var doings actModel
	cores.AtMost(2, len(folds), func(fold int) {
		rest := slices.Clone(plain)
		for _, e := range examples {
			if e.fold != fold {
				rest = append(rest, e)
			}
		}
		m, doing := learnSides(rest), learnActs(rest)
		if fold == sideFolds { // of no article: these are kept
			sides, doings = m, doing
			return
		}
		for _, e := range examples {
			if e.fold == fold && !e.aside {
				folds[fold].add(e, m, doing)
			}
		}
	})
	test := slices.Concat(folds...)
	fmt.Printf("%d triggers marked by hand, %d more by a large model or where that was not sure\n", len(test), len(examples)-len(test))
	bars := test.bars()
	test.print(bars)
	var codings []*codeExample
	for _, e := range examples {
		codings = append(codings, e.codings...)
	}
	if len(codings) == 0 {
		return fmt.Errorf("no party of %s is a side of a trigger in the texts of %s", *codes, *texts)
	}
	roles, countries := learnCodings(codings, plainCodes(sentences))
	for _, e := range examples {
		if e.standing != nil {
			told = append(told, e.standing)
		}
	}
	status := learnStandings(told, plainStandings(sentences))
	if err := os.WriteFile(filepath.Join(*out, "status.bin"), status, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(*out, "roles.bin"), roles, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(*out, "countries.bin"), countries, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(*out, "acts.bin"), doings.pack(bars), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "sides.bin"), sides.pack(bars), 0o644)
}

// A sideTest is what models chose of triggers marked by hand in articles of which they have learned nothing.
type sideTest []sideTested

type sideTested struct {
	act           bool
	score         float32    // that it is one
	ruled, chosen [3]int     // source, target and both are right: 1, by the rules and by the model alone
	same          bool       // they are those of the rules
	gain          float32    // by which the chosen ones are likelier than those of the rules
	ahead         [2]float32 // and than the next, by side
}

func (t *sideTest) add(e *sideExample, m sideModel, told actModel) {
	x := sideTested{act: e.act > .5, score: told.score(e.choice.Act)}
	var chosen [2]int
	chosen, x.gain, x.ahead = m.choose(e)
	x.same = chosen == e.choice.Rules
	e.count(e.choice.Rules, &x.ruled)
	e.count(chosen, &x.chosen)
	*t = append(*t, x)
}

// right is what a run has right with a margin, and how far ahead each side is.
func (x *sideTested) right(margin float32) (right [3]int, ahead [2]float32) {
	if !x.same && x.gain < margin {
		return x.ruled, ahead
	}
	return x.chosen, x.ahead
}

// sideBars are found on what models did not learn from.
type sideBars struct {
	margin        float32 // by which others must be likelier than those of the rules
	sure          model.Sureness
	least, surely float32 // the scores of a trigger that tells an act and of one that surely does
}

const (
	actsKept = .975 // of the triggers that tell an act
	actsSure = .95  // of the triggers that surely tell an act do
	// rulesDue is the share of triggers that may be lost to the rules: they know sentences plainer than those of news.
	rulesDue = .01
)

// bars are those with which most is right.
func (t sideTest) bars() (b sideBars) {
	b.margin = highestMargin(len(t), rulesDue, func(margin float32) (both int) {
		for i := range t {
			right, _ := t[i].right(margin)
			both += right[2]
		}
		return both
	})
	var pairs, singles leads
	for i := range t {
		right, ahead := t[i].right(b.margin)
		pairs.add(min(ahead[0], ahead[1])/sideStep, right[2])
		for side := range 2 {
			singles.add(ahead[side]/sideStep, right[side])
		}
	}
	b.sure = model.Sureness{Both: pairs.shares(), One: singles.shares()}
	byScore := slices.Clone(t)
	slices.SortStableFunc(byScore, func(x, y sideTested) int { return cmp.Compare(y.score, x.score) })
	all := 0
	for i := range t {
		all += truth(t[i].act)
	}
	acts := 0
	for i := range byScore {
		acts += truth(byScore[i].act)
		if float64(acts) < float64(float64(all)*actsKept) {
			b.least = byScore[i].score
		}
		if float64(acts) >= float64(float64(i+1)*actsSure) {
			b.surely = byScore[i].score
		}
	}
	return b
}

// leads are choices, and how many of them are right, by how far ahead they are.
type leads [model.Leads][2]int

// add counts a choice that is so many steps ahead.
func (l *leads) add(steps float32, right int) {
	at := &l[int(max(0, min(steps, model.Leads-1)))]
	at[0] += right
	at[1]++
}

// shares are how many of a thousand are right.
func (l *leads) shares() (of [model.Leads]int) {
	for i, at := range l {
		of[i] = 1000 * at[0] / max(1, at[1])
		if i > 0 {
			of[i] = max(of[i], of[i-1]) // who is farther ahead is no less sure
		}
	}
	return of
}

// truth is 1 where something is so.
func truth(is bool) int {
	if is {
		return 1
	}
	return 0
}

// print says how many are right.
func (t sideTest) print(b sideBars) {
	var rules, learned, ofActs [3]int
	var acts [2][3]int // triggers that tell no act, and that do: all, those kept, those sure
	for i := range t {
		x := &t[i]
		right, _ := x.right(b.margin)
		for k := range right {
			rules[k] += x.ruled[k]
			learned[k] += right[k]
			if x.act {
				ofActs[k] += right[k]
			}
		}
		of := &acts[truth(x.act)]
		of[0]++
		of[1] += truth(x.score >= b.least)
		of[2] += truth(x.score >= b.surely)
	}
	share := func(right [3]int, of int) string {
		n := float64(max(1, of))
		return fmt.Sprintf("source %.3f, target %.3f, both %.3f", float64(right[0])/n, float64(right[1])/n, float64(right[2])/n)
	}
	fmt.Printf("five folds by article: rules %s; learned %s, of acts %s\n", share(rules, len(t)), share(learned, len(t)), share(ofActs, acts[1][0]))
	fmt.Printf("with a margin of %.3f, right of a thousand by how far ahead: both %d, one side %d\n", b.margin, b.sure.Both, b.sure.One)
	fmt.Printf("of %d triggers that tell an act %d are kept, %d sure; of %d others %d and %d\n", acts[1][0], acts[1][1], acts[1][2], acts[0][0], acts[0][1], acts[0][2])
}

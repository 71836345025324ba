package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// sideFolds is in how many parts the articles are cut to measure.
const sideFolds = 5

// runSides is the command `newsmill-train sides`: it learns who does an act and to whom from triggers whose sides
// were marked by hand.
func runSides(args []string) error {
	flags := flag.NewFlagSet("sides", flag.ContinueOnError)
	labels := flags.String("labels", "data/sides/labels.tsv", "triggers of the texts with their sides")
	own := flags.String("sentences", "data/sides/sentences.tsv", "sentences with their sides")
	texts := flags.String("texts", "../shared/data", "folder of language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	out := flags.String("out", "data/sides", "folder to write sides.bin and acts.bin to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	marked, err := readSides(*labels)
	if err != nil {
		return err
	}
	examples, err := readSideTexts([]string{filepath.Join(*texts, "language", "ww-train.jsonl"), filepath.Join(*texts, "unlabelled", "news.jsonl.gz")}, marked)
	if err != nil {
		return err
	}
	plain, err := readSideSentences(*own)
	if err != nil {
		return err
	}
	var rules, learned [sideFolds][3]int     // right: source, target, both
	var acts [sideFolds][2][3]int            // triggers that tell no act, and that do: all, those kept, those sure
	var leads [sideFolds][event.Leads][2]int // choices and right ones by how far they are ahead
	cores.Each(sideFolds, func(fold int) {
		rest := slices.Repeat(plain, sideRepeats)
		for _, e := range examples {
			if e.fold != fold {
				rest = append(rest, e)
			}
		}
		m, told := learnSides(rest), learnActs(rest)
		for _, e := range examples {
			if e.fold == fold {
				e.count(e.choice.Rules, &rules[fold])
				of := &acts[fold][0]
				if e.act {
					of = &acts[fold][1]
				}
				of[0]++
				if score := told.score(e.choice.Act); score >= actSure {
					of[1]++
					of[2]++
				} else if score >= actLeast {
					of[1]++
				}
				before := learned[fold][2]
				chosen, lead := m.choose(e)
				e.count(chosen, &learned[fold])
				at := &leads[fold][lead]
				at[0]++
				at[1] += learned[fold][2] - before
			}
		}
	})
	for i := 1; i < sideFolds; i++ {
		for k := range rules[0] {
			rules[0][k] += rules[i][k]
			learned[0][k] += learned[i][k]
		}
		for k := range acts[0] {
			for n := range acts[0][k] {
				acts[0][k][n] += acts[i][k][n]
			}
		}
		for k := range leads[0] {
			leads[0][k][0] += leads[i][k][0]
			leads[0][k][1] += leads[i][k][1]
		}
	}
	n := float64(len(examples))
	share := func(right [3]int) string {
		return fmt.Sprintf("source %.3f, target %.3f, both %.3f", float64(right[0])/n, float64(right[1])/n, float64(right[2])/n)
	}
	count := 0
	for _, marks := range marked {
		count += len(marks)
	}
	fmt.Printf("%d triggers of %d that were marked, five folds by article: rules %s; learned %s\n", len(examples), count, share(rules[0]), share(learned[0]))
	var right [event.Leads]int
	for i, of := range leads[0] {
		right[i] = 1000 * of[1] / max(1, of[0])
		if i > 0 {
			right[i] = max(right[i], right[i-1]) // who is farther ahead is no less sure
		}
	}
	fmt.Printf("right of a thousand by how far ahead: %d\n", right)
	fmt.Printf("of %d triggers that tell an act %d are kept, %d sure; of %d others %d and %d\n", acts[0][1][0], acts[0][1][1], acts[0][1][2], acts[0][0][0], acts[0][0][1], acts[0][0][2])
	all := append(slices.Repeat(plain, sideRepeats), examples...)
	if err := os.WriteFile(filepath.Join(*out, "acts.bin"), learnActs(all).pack(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "sides.bin"), learnSides(all).pack(right), 0o644)
}

// sideMark is a trigger whose sides were marked. Places are in characters.
type sideMark struct {
	trigger int
	act     bool // it tells an act of politics, in the sense of its code
	sides   [2][][2]int
}

// last is the last place of a mark.
func (m *sideMark) last() int {
	last := m.trigger
	for _, side := range m.sides {
		for _, span := range side {
			last = max(last, span[1])
		}
	}
	return last
}

// readSides reads marked triggers by article.
func readSides(path string) (map[string][]sideMark, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	all := map[string][]sideMark{}
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 5 || f[2] != "yes" && f[2] != "no" {
			return nil, fmt.Errorf("%s: line %d: want article, trigger, yes or no, source and target", path, i+2)
		}
		m := sideMark{act: f[2] == "yes"}
		if m.trigger, err = strconv.Atoi(f[1]); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, i+2, err)
		}
		for side, spans := range f[3:] {
			for span := range strings.FieldsSeq(spans) {
				var s [2]int
				if span == "-" {
					continue
				}
				if _, err := fmt.Sscanf(span, "%d-%d", &s[0], &s[1]); err != nil {
					return nil, fmt.Errorf("%s: line %d: %q: %w", path, i+2, span, err)
				}
				m.sides[side] = append(m.sides[side], s)
			}
		}
		all[f[0]] = append(all[f[0]], m)
	}
	return all, nil
}

// sideExample is a choice with the candidates that are right for each side, none where nobody is.
type sideExample struct {
	choice event.Choice
	right  [2][]int
	lost   [2]bool // who it is is no candidate
	act    bool
	fold   int
}

// readSideTexts reads the texts that have marked triggers.
func readSideTexts(paths []string, marked map[string][]sideMark) (examples []*sideExample, err error) {
	read := map[string]bool{}
	for _, path := range paths {
		err := eachRow(path, func(_ int, row *struct{ ID, Text string }) error {
			marks := marked[row.ID]
			if marks == nil || read[row.ID] {
				return nil
			}
			read[row.ID] = true
			offsets, fold := byteOffsets(row.Text), len(read)%sideFolds
			for _, m := range marks {
				if m.last() >= len(offsets) {
					return fmt.Errorf("%s: a mark at character %d, and the text has %d: it is another one", row.ID, m.last(), len(offsets)-1)
				}
			}
			event.Choices(readForSides(row.Text), func(c *event.Choice) {
				for i := range marks {
					if offsets[marks[i].trigger] == c.TriggerStart {
						examples = append(examples, newSideExample(c, &marks[i], offsets, fold))
						break
					}
				}
			})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return examples, nil
}

// readForSides reads a text as a run does.
func readForSides(text string) *event.Input {
	doc := syntax.Read(text, "en")
	found := entity.Find(doc, entity.Hints{})
	return &event.Input{Doc: doc, Found: &found, Times: when.Find(doc, when.Anchor{}), Quotes: quote.Find(doc, &found), Dateline: where.Dateline(&doc.Document, &found)}
}

// readSideSentences reads plain sentences, each with a trigger and the words of its sides, "-" being nobody.
func readSideSentences(path string) (examples []*sideExample, err error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("%s: line %d: %d columns, want 4", path, i+2, len(f))
		}
		mark := sideMark{trigger: strings.Index(f[0], f[1]), act: true}
		if mark.trigger < 0 {
			return nil, fmt.Errorf("%s: line %d: no %q in the sentence", path, i+2, f[1])
		}
		before := len(examples)
		offsets := make([]int, len(f[0])+1)
		for at := range offsets {
			offsets[at] = at
		}
		for side, words := range f[2:] {
			for phrase := range strings.SplitSeq(words, "; ") {
				if phrase == "-" {
					continue
				}
				at := indexWords(f[0], phrase)
				if at < 0 {
					return nil, fmt.Errorf("%s: line %d: no %q in the sentence", path, i+2, phrase)
				}
				mark.sides[side] = append(mark.sides[side], [2]int{at, at + len(phrase)})
			}
		}
		event.Choices(readForSides(f[0]), func(c *event.Choice) {
			if c.TriggerStart == mark.trigger {
				examples = append(examples, newSideExample(c, &mark, offsets, -1))
			}
		})
		if len(examples) == before {
			return nil, fmt.Errorf("%s: line %d: %q is no trigger", path, i+2, f[1])
		}
	}
	return examples, nil
}

// indexWords is where words stand first in a sentence, not as a part of another word; -1 is nowhere.
func indexWords(sentence, words string) int {
	for from := 0; ; {
		at := strings.Index(sentence[from:], words)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(sentence[:at])
		after, _ := utf8.DecodeRuneInString(sentence[at+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return at
		}
		from = at + 1
	}
}

func newSideExample(c *event.Choice, mark *sideMark, offsets []int, fold int) *sideExample {
	e := &sideExample{choice: *c, act: mark.act, fold: fold}
	for side, spans := range mark.sides {
		for _, span := range spans {
			if i := e.headed(offsets[span[0]], offsets[span[1]]); i >= 0 {
				e.right[side] = append(e.right[side], i)
			} else {
				e.lost[side] = true
			}
		}
		e.lost[side] = e.lost[side] && len(e.right[side]) == 0
	}
	all := e.choice.Candidates
	joined := func(i, j int) bool { return all[i].Group >= 0 && all[i].Group == all[j].Group }
	if a, b := e.right[0], e.right[1]; c.Mutual && len(a) > 0 && len(b) > 0 && joined(a[0], b[0]) {
		e.right[0], e.right[1] = append(a, b...), nil // X and Y met
	}
	for side, right := range e.right {
		for _, x := range right {
			for i := range all {
				same := joined(i, x) || all[i].Entity >= 0 && all[i].Entity == all[x].Entity
				if same && !slices.Contains(e.right[side], i) && !slices.Contains(e.right[1-side], i) {
					e.right[side] = append(e.right[side], i)
				}
			}
		}
	}
	return e
}

// headed is the candidate that heads a phrase: the one in it that hangs on none of its words; -1 is none.
func (e *sideExample) headed(start, end int) int {
	best := -1
	for i := range e.choice.Candidates {
		c := &e.choice.Candidates[i]
		if c.Start >= end || c.End <= start {
			continue
		}
		within := func(c *event.Candidate) bool { return c.Above >= start && c.Above < end }
		if best < 0 || within(&e.choice.Candidates[best]) && !within(c) {
			best = i
		}
	}
	return best
}

// count adds which sides are right.
func (e *sideExample) count(chosen [2]int, right *[3]int) {
	both := true
	for side, i := range chosen {
		ok := !e.lost[side] && (i < 0 && len(e.right[side]) == 0 || slices.Contains(e.right[side], i))
		if ok {
			right[side]++
		}
		both = both && ok
	}
	if both {
		right[2]++
	}
}

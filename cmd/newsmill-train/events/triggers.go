package events

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/lookup"
)

// RunTriggers is the command `newsmill-train triggers`: it learns which words tell an act of which CAMEO root, from articles all of whose
// acts a reader has marked, and from triggers of patterns of which one has marked the root.
func RunTriggers(args []string) error {
	flags := flag.NewFlagSet("triggers", flag.ContinueOnError)
	marks := flags.String("acts", "data/sides/articles.tsv", "all acts of whole articles")
	labels := flags.String("labels", "data/sides/labels.tsv", "triggers of the texts that tell an act, or none")
	statuses := flags.String("statuses", "data/sides/statuses.tsv", "triggers of the texts with status and root")
	texts := flags.String("texts", "../shared/data", "folder of language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	quiet := flags.String("quiet", "data/sides/quiet.txt", "texts of no politics")
	patterns := flags.String("patterns", "data/events", "folder of patterns with sentences that they tell rightly")
	out := flags.String("out", "data/sides/triggers.bin", "file to write the model to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	acts, err := readActs(*marks)
	if err != nil {
		return err
	}
	roots, err := readStatuses(*statuses)
	if err != nil {
		return err
	}
	marked := map[string][]*sideMark{}
	if err := readSides(*labels, false, marked); err != nil {
		return err
	}
	examples, err := readTriggerTexts(corpus.News(*texts), acts, roots, marked)
	if err != nil {
		return err
	}
	if len(examples) == 0 {
		return fmt.Errorf("no article of %s is in the texts of %s", *marks, *texts)
	}
	ofPatterns, err := filepath.Glob(filepath.Join(*patterns, "*.txt"))
	if err != nil {
		return err
	}
	sentences, err := plainSentences(ofPatterns...)
	if err != nil {
		return err
	}
	others, err := quietTexts(*quiet, filepath.Join(*texts, "language", "ud"))
	if err != nil {
		return err
	}
	examples = append(examples, plainTriggers(sentences)...)
	examples = append(examples, slices.Repeat(quietTriggers(others), triggerQuiet)...)
	return os.WriteFile(*out, learnTriggers(examples), 0o644)
}

// actMark is an act that a reader has marked in an article all of whose acts are: at which character its word stands, its CAMEO root, another one that
// would do ("-" is none), its status, who does it and to whom, and whether another reader may well see none.
type actMark struct {
	at      int
	root    string
	other   string
	status  string
	sides   [2][][2]int
	sure    [2]float32 // 0 where it is not known who a side is, else 1
	weak    bool
	parties [2][]int // numbers of who does it and to whom among the article's parties, in the sentence or elsewhere
}

// readActs reads them by article.
func readActs(path string) (map[string][]*actMark, error) {
	acts := map[string][]*actMark{}
	return acts, eachLine(path, 10, func(f []string, _ string) (err error) {
		if f[1] == "-" { // it tells none
			acts[f[0]] = []*actMark{}
			return nil
		}
		m := &actMark{root: f[2], other: f[3], status: f[4], weak: f[7] == "weak"}
		if m.at, err = strconv.Atoi(f[1]); err != nil {
			return err
		}
		for side, spans := range f[5:7] {
			m.sure[side] = float32(truth(spans != "?"))
			if m.sides[side], err = readSpans(spans); err != nil {
				return err
			}
		}
		for side, numbers := range f[8:10] {
			if m.parties[side], err = readNumbers(numbers); err != nil {
				return err
			}
		}
		acts[f[0]] = append(acts[f[0]], m)
		return nil
	})
}

// readNumbers reads "3+5"; "-" is none.
func readNumbers(numbers string) (all []int, err error) {
	if numbers == "-" {
		return nil, nil
	}
	for number := range strings.SplitSeq(numbers, "+") {
		n, err := strconv.Atoi(number)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, nil
}

// readActParties reads the country and the role of the parties of an article's acts, by article and number.
func readActParties(path string) (map[string]actParties, error) {
	parties := map[string]actParties{}
	return parties, eachLine(path, 4, func(f []string, _ string) error {
		if f[1] != strconv.Itoa(len(parties[f[0]])) {
			return fmt.Errorf("want article, number %d, country and role", len(parties[f[0]]))
		}
		parties[f[0]] = append(parties[f[0]], partyMark{f[2], f[3]})
		return nil
	})
}

// addActs adds what the acts say of sides and statuses to marked triggers: of a trigger that readers have marked by itself that counts.
func addActs(marked map[string][]*sideMark, acts map[string][]*actMark) {
	for article, of := range acts {
		for _, a := range of {
			m := &sideMark{where: article, trigger: a.at, act: 1, sides: a.sides, sure: a.sure, status: a.status, root: a.root, silent: true, aside: true}
			marked[article] = append(marked[article], m)
		}
	}
}

// readSpans reads "4-9 12-20"; "-" is none.
func readSpans(spans string) (all [][2]int, err error) {
	for span := range strings.FieldsSeq(spans) {
		if span == "-" || span == "?" {
			continue
		}
		var s [2]int
		if _, err := fmt.Sscanf(span, "%d-%d", &s[0], &s[1]); err != nil {
			return nil, fmt.Errorf("%q: %w", span, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// triggerExample is a word that may tell an act.
type triggerExample struct {
	features []uint32
	rules    string   // the root of its pattern; "" is none
	told     bool     // by the rules
	right    []string // roots that would do; "" is none, no root at all that nothing is known
	weak     bool
	fold     int // of its article; -1 where that is not marked throughout
}

// lesson is what it teaches.
func (e *triggerExample) lesson() *loglinear.Lesson {
	l := &loglinear.Lesson{Shared: e.features, Ruled: -1}
	if e.rules != "" {
		l.Ruled = slices.Index(cameo.Roots, e.rules)
	}
	for _, root := range cameo.Roots {
		l.Right = append(l.Right, slices.Contains(e.right, root))
	}
	return l
}

// readTriggerTexts reads the words of the texts of which something is known.
func readTriggerTexts(paths []string, acts map[string][]*actMark, roots map[string]map[int]statusMark, sides map[string][]*sideMark) (examples []*triggerExample, err error) {
	seen := map[string]bool{}
	examples, err = readMarked(paths, func(id string) bool {
		seen[id] = true
		return acts[id] != nil || roots[id] != nil
	}, func(id, text string) ([]*triggerExample, error) {
		return readTriggerText(id, text, acts[id], roots[id], sides[id])
	})
	for id := range acts {
		if err == nil && !seen[id] {
			err = fmt.Errorf("no text of the marked article %s", id)
		}
	}
	return examples, err
}

// readTriggerText reads those of one text.
func readTriggerText(id, text string, acts []*actMark, roots map[int]statusMark, marks []*sideMark) (examples []*triggerExample, err error) {
	offsets, fold := corpus.Offsets(text), -1
	last := 0
	for _, m := range acts {
		last = max(last, m.at)
	}
	for at := range roots {
		last = max(last, at)
	}
	for _, m := range marks {
		last = max(last, m.trigger)
	}
	if last >= len(offsets) {
		return nil, fmt.Errorf("%s: a mark at character %d, and the text has %d: it is another one", id, last, len(offsets)-1)
	}
	if acts != nil {
		fold = int(lookup.Hash(id) % sideFolds)
	}
	in := readForSides(text)
	event.Words(in, func(w *event.Word) {
		e := &triggerExample{features: slices.Clone(w.Features), rules: w.Rules, told: w.Told, fold: fold}
		for _, m := range acts {
			if at := offsets[m.at]; at >= w.Start && at < w.End {
				e.right, e.weak = append(e.right, m.root), m.weak
				if m.other != "-" {
					e.right = append(e.right, m.other)
				}
			}
		}
		if acts != nil && e.right == nil {
			e.right = []string{""}
		}
		if acts == nil {
			if w.Rules == "" {
				return
			}
			for at, m := range roots {
				if offsets[at] == w.Start && m.root != "00" {
					e.right = []string{m.root}
				}
			}
			for _, m := range marks {
				if offsets[m.trigger] == w.Start && m.act == 0 {
					e.right = []string{""}
				}
			}
			if e.right == nil {
				return
			}
		}
		examples = append(examples, e)
	})
	return examples, nil
}

package events

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/status"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// sideMark is a trigger whose sides were marked, by hand or by a teacher. Places are in characters.
type sideMark struct {
	where   string // file and line
	trigger int
	act     float32 // the chance that it tells an act of politics, in the sense of its code
	sides   [2][][2]int
	sure    [2]float32 // the least chance of what is said of a word of the sentence, by side
	teacher bool       // it is a teacher's
	status  string     // "" where it is not marked here
	root    string
	silent  bool // it says nothing of whether a trigger tells an act
	aside   bool // it is learned from, and nothing is measured on it: a teacher's, or one of which a teacher was not sure
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

// readSides adds marked triggers by article: five columns of those marked by hand, with "yes" or "no" for an act; six of those of
// a teacher, with percents, packed.
func readSides(path string, aside bool, to map[string][]*sideMark) error {
	columns := 5
	if strings.HasSuffix(path, ".zst") {
		columns = 6
	}
	return eachLine(path, columns, func(f []string, where string) error {
		m, err := newSideMark(f)
		if err != nil {
			return err
		}
		m.aside, m.where = aside, where
		to[f[0]] = append(to[f[0]], m)
		return nil
	})
}

// newSideMark is what the columns of a line say.
func newSideMark(f []string) (m *sideMark, err error) {
	m = &sideMark{sure: [2]float32{1, 1}, teacher: len(f) > 5}
	if m.trigger, err = strconv.Atoi(f[1]); err != nil {
		return nil, err
	}
	switch percent, err := strconv.Atoi(f[2]); {
	case f[2] == "yes":
		m.act = 1
	case f[2] == "no":
	case err != nil:
		return nil, err
	default:
		m.act = float32(percent) / 100
	}
	for side, spans := range f[3:5] {
		if m.sides[side], err = readSpans(spans); err != nil {
			return nil, err
		}
	}
	if m.teacher {
		var sure [2]int
		if _, err := fmt.Sscanf(f[5], "%d %d", &sure[0], &sure[1]); err != nil {
			return nil, fmt.Errorf("%q: %w", f[5], err)
		}
		m.sure = [2]float32{float32(sure[0]) / 100, float32(sure[1]) / 100}
	}
	return m, nil
}

// sideExample is a choice with the candidates that are right for each side, none where nobody is.
type sideExample struct {
	choice   *event.Choice
	lesson   *event.Choice // the same without rare features
	right    [2][]int
	lost     [2]bool // who it is is no candidate
	skip     [2]bool // it teaches nothing of a side
	act      float32
	silent   bool
	aside    bool
	codings  []*codeExample   // of its sides that are marked parties
	standing *standingExample // where its status is marked
	fold     int              // of its article, -1 where nothing of that is marked by hand
}

// readSideTexts reads the texts that have marked triggers, and the statuses of acts that no pattern names, those of a set without tags that are in a tagged one but once.
func readSideTexts(paths []string, marked map[string][]*sideMark, parties map[string]map[span]partyMark, statuses map[string]map[int]statusMark) (examples []*sideExample, unnamed []*standingExample, err error) {
	type article struct {
		text     string
		marks    []*sideMark
		parties  map[span]partyMark
		statuses map[int]statusMark
		fold     int
		read     []*sideExample
		unnamed  []*standingExample
		err      error
	}
	var all []*article
	folds := 0
	for _, path := range paths {
		err := corpus.EachRow(path, func(_ int, row *corpus.Text) error {
			marks := marked[row.ID]
			if marks == nil {
				return nil
			}
			delete(marked, row.ID)
			a := &article{text: row.Text, marks: marks, parties: parties[row.ID], statuses: statuses[row.ID], fold: -1}
			if slices.ContainsFunc(marks, func(m *sideMark) bool { return !m.aside }) {
				folds++
				a.fold = folds % sideFolds
			}
			all = append(all, a)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	cores.AtMost(2, len(all), func(k int) {
		a := all[k]
		a.read, a.unnamed, a.err = readSideText(a.text, a.marks, a.parties, a.statuses, a.fold)
	})
	for _, a := range all {
		if a.err != nil {
			return nil, nil, a.err
		}
		examples, unnamed = append(examples, a.read...), append(unnamed, a.unnamed...)
	}
	return examples, unnamed, nil
}

// readSideText reads a text that has marked triggers.
func readSideText(text string, marks []*sideMark, parties map[span]partyMark, statuses map[int]statusMark, fold int) (examples []*sideExample, unnamed []*standingExample, err error) {
	offsets := corpus.Offsets(text)
	at, coded := map[int]*sideMark{}, map[int]*sideMark{}
	for _, m := range marks {
		if m.last() >= len(offsets) {
			return nil, nil, fmt.Errorf("%s: a mark at character %d, and the text has %d: it is another one", m.where, m.last(), len(offsets)-1)
		}
		if m.silent {
			coded[offsets[m.trigger]] = m
			continue
		}
		at[offsets[m.trigger]] = m
	}
	in, told := readForSides(text), map[*sideMark]bool{}
	event.Choices(in, func(c *event.Choice) {
		m := at[c.TriggerStart]
		for i := c.TriggerStart; i < c.TriggerEnd && (m == nil || m.teacher); i++ { // held talks
			if coded[i] != nil {
				m = coded[i]
			}
		}
		if m == nil {
			return
		}
		told[m] = true
		e := newSideExample(c, m, offsets, fold)
		e.codings = e.parties(c, m, offsets, parties)
		mark, ok := statuses[m.trigger]
		if m.status != "" {
			mark, ok = statusMark{status: m.status}, true
		}
		if ok && !m.teacher {
			e.standing = &standingExample{c.Standing(), mark, fold}
		}
		examples = append(examples, e)
	})
	event.Unnamed(in, func(start int, standing func(root string) status.Standing) {
		if m := coded[start]; m != nil && !told[m] {
			unnamed = append(unnamed, &standingExample{standing(m.root), statusMark{status: m.status}, fold})
		}
	})
	return examples, unnamed, nil
}

// readForSides reads a text as a run does.
func readForSides(text string) *event.Input {
	doc := syntax.Read(text, "en")
	found := entity.Find(doc, entity.Hints{})
	return &event.Input{Doc: doc, Found: &found, Times: when.Find(doc, when.Anchor{}), Quotes: quote.Find(doc, &found), Dateline: where.Dateline(&doc.Document, &found)}
}

// readSideSentences reads plain sentences, each with a trigger and the words of its sides, "-" being nobody.
func readSideSentences(path string) (examples []*sideExample, err error) {
	err = eachLine(path, 4, func(f []string, _ string) error {
		mark := sideMark{trigger: strings.Index(f[0], f[1]), act: 1, sure: [2]float32{1, 1}}
		if mark.trigger < 0 {
			return fmt.Errorf("no %q in the sentence", f[1])
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
					return fmt.Errorf("no %q in the sentence", phrase)
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
			return fmt.Errorf("%q is no trigger", f[1])
		}
		return nil
	})
	return examples, err
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
	own := *c
	e := &sideExample{choice: &own, lesson: &own, act: mark.act, silent: mark.silent, aside: mark.aside, fold: fold}
	for side, spans := range mark.sides {
		for _, span := range spans {
			if i := e.headed(offsets[span[0]], offsets[span[1]]); i >= 0 {
				e.right[side] = append(e.right[side], i)
				for k := range e.choice.Candidates { // "the minister, Jane Roe"
					if c := &e.choice.Candidates[k]; k != i && c.Apposed && c.Above >= offsets[span[0]] && c.Above < offsets[span[1]] && !slices.Contains(e.right[side], k) {
						e.right[side] = append(e.right[side], k)
					}
				}
			} else {
				e.lost[side] = true
			}
		}
		e.lost[side] = e.lost[side] && len(e.right[side]) == 0
		e.skip[side] = e.lost[side] || mark.sure[side] < sideSure
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

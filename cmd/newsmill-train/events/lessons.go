package events

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"unicode/utf8"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/event"
)

// A lessonText is a text as the teacher gets it. Places are in characters.
type lessonText struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Tokens has for each token how many characters stand between it and the one before, and how many it has.
	Tokens    []int    `json:"tokens"`
	Sentences []int    `json:"sentences"` // the number of tokens of each
	Names     [][2]int `json:"names"`     // where each begins and ends
	Triggers  []int    `json:"triggers"`  // where each begins
	Fold      int      `json:"fold"`      // of its marked triggers, see readSideTexts; -1 is none
}

// RunLessons is the command `newsmill-train lessons`: it writes the texts that a teacher is to tag (tools/teacher), with the
// tokens, sentences, names and triggers of acts that newsmill finds in them.
func RunLessons(args []string) error {
	flags := flag.NewFlagSet("lessons", flag.ContinueOnError)
	texts := flags.String("texts", "../shared/data", "folder of language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	labels := flags.String("labels", "data/sides/labels.tsv", "triggers of the texts with their sides")
	out := flags.String("out", "lessons.jsonl", "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	marked := map[string][]*sideMark{}
	if err := readSides(*labels, false, marked); err != nil {
		return err
	}
	var all []*lessonText
	folds := 0
	err := corpus.EachNews(*texts, func(row *corpus.Text) error {
		l := &lessonText{ID: row.ID, Text: row.Text, Fold: -1}
		if marked[row.ID] != nil {
			folds++
			l.Fold = folds % sideFolds
		}
		all = append(all, l)
		return nil
	})
	if err != nil {
		return err
	}
	cores.AtMost(2, len(all), func(k int) { all[k].read() })
	file, err := os.Create(*out)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	e := json.NewEncoder(w)
	for _, l := range all {
		if err := e.Encode(l); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// read fills in what newsmill finds.
func (l *lessonText) read() {
	in := readForSides(l.Text)
	chars := make([]int, len(l.Text)+1) // of each byte
	for i, n := 0, 0; i < len(l.Text); n++ {
		_, size := utf8.DecodeRuneInString(l.Text[i:])
		for range size {
			chars[i] = n
			i++
		}
		chars[i] = n + 1
	}
	last := 0
	for _, s := range in.Doc.Sentences {
		l.Sentences = append(l.Sentences, s.Last-s.First)
		for _, t := range in.Doc.Tokens[s.First:s.Last] {
			l.Tokens = append(l.Tokens, chars[t.Start]-last, chars[t.End]-chars[t.Start])
			last = chars[t.End]
		}
	}
	for _, m := range in.Found.Mentions {
		l.Names = append(l.Names, [2]int{chars[m.Start], chars[m.End]})
	}
	event.Choices(in, func(c *event.Choice) { l.Triggers = append(l.Triggers, chars[c.TriggerStart]) })
}

package sentiment

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/sentiment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// toneExample is one target with the features of its sentence.
type toneExample struct {
	features []uint32
	chances  [3]float32 // of the classes: 0 and 1 where a reader said it
	fold     int        // toldFold where a model told it
}

// toldFold is the fold of examples that are not measured.
const toldFold = -1

func (e *toneExample) told() bool { return e.fold == toldFold }

// counts says what an example weighs in learning.
func (e *toneExample) counts() float32 {
	if e.told() {
		return toneTold
	}
	return 1
}

// class is the likeliest one.
func (e *toneExample) class() int { return slices.Index(e.chances[:], slices.Max(e.chances[:])) }

// toneRow is a sentence with the tone toward each of its targets.
type toneRow struct {
	Text     string
	Mentions []struct {
		Start    int `json:"char_start"`
		End      int `json:"char_end"`
		Polarity string
	}
}

// readTones reads sentences with the tone toward each of their targets.
func readTones(path string) (examples []*toneExample, err error) {
	var reader sentiment.Reader
	err = corpus.EachRow(path, func(n int, row *toneRow) error {
		doc, offsets := syntax.Read(row.Text, "en"), corpus.Offsets(row.Text)
		for _, m := range row.Mentions {
			class, ok := tones[m.Polarity]
			if !ok {
				return fmt.Errorf("a tone %q", m.Polarity)
			}
			if features := reader.Features(doc, offsets[m.Start], offsets[m.End]); features != nil { // else between words
				e := &toneExample{features: slices.Clone(features), fold: n % toneFolds}
				e.chances[class] = 1
				examples = append(examples, e)
			}
		}
		return nil
	})
	return examples, err
}

// A toldTone is what a large model says of a name in a text that nobody marked (data/silver).
type toldTone struct {
	line       int // in the file, from 1
	start, end int // of the name, in characters
	chances    [3]float32
}

// toldTones reads the tones of names by the id of their text.
func toldTones(path string) (map[string][]toldTone, error) {
	table, err := corpus.Silver(path)
	if err != nil {
		return nil, err
	}
	all := map[string][]toldTone{}
	n := 0
	for line := range strings.Lines(string(table)) {
		n++
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var v [4]int
		good := len(f) == 1+len(v)
		for i := 0; good && i < len(v); i++ {
			v[i], err = strconv.Atoi(f[1+i])
			good = err == nil
		}
		if !good || v[2]+v[3] > 100 {
			return nil, fmt.Errorf("%s: line %d: want text, start, end, percent negative and positive", path, n)
		}
		bad, well := float32(v[2])/100, float32(v[3])/100
		all[f[0]] = append(all[f[0]], toldTone{n, v[0], v[1], [3]float32{bad, 1 - bad - well, well}})
	}
	return all, nil
}

// A toneText is a text with what a model told of its names.
type toneText struct {
	text     string
	told     []toldTone
	examples []*toneExample
}

// readToldTones makes examples of the names of a table of tones, which stand in the texts of a folder.
func readToldTones(path, folder string) (examples []*toneExample, err error) {
	told, err := toldTones(path)
	if err != nil {
		return nil, err
	}
	var texts []*toneText
	err = corpus.EachNews(folder, func(row *corpus.Text) error {
		if found := told[row.ID]; found != nil {
			delete(told, row.ID)
			texts = append(texts, &toneText{text: row.Text, told: found})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(told)) {
		return nil, fmt.Errorf("%s: line %d: no text %q in %s", path, told[id][0].line, id, folder)
	}
	errs := make([]error, len(texts))
	cores.Each(len(texts), func(k int) { errs[k] = texts[k].read() })
	for k, t := range texts {
		if errs[k] != nil {
			return nil, fmt.Errorf("%s: %w", path, errs[k])
		}
		examples = append(examples, t.examples...)
	}
	return examples, nil
}

// read makes the examples. Where a text changed, a place in it soon begins or ends with a space.
func (t *toneText) read() error {
	var reader sentiment.Reader
	doc, offsets := syntax.Read(t.text, "en"), corpus.Offsets(t.text)
	for _, told := range t.told {
		var features []uint32
		if told.start >= 0 && told.start < told.end && told.end < len(offsets) {
			start, end := offsets[told.start], offsets[told.end]
			if name := t.text[start:end]; name == strings.TrimSpace(name) {
				features = reader.Features(doc, start, end)
			}
		}
		if features == nil {
			return fmt.Errorf("line %d: no name at the characters %d to %d of the text", told.line, told.start, told.end)
		}
		t.examples = append(t.examples, &toneExample{slices.Clone(features), told.chances, toldFold})
	}
	return nil
}

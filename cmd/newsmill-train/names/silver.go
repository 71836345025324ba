package names

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/chain"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/segment/token"
)

// unsure is the type of a span of which the teacher of silver names is not sure.
const unsure = "?"

// silverEach is of how many stretches that tell nothing new one is learned from.
const silverEach = 4

// silverNames are the names of a text as a teacher tells them, in characters, in text order.
type silverNames struct {
	line  int
	names []goldName
}

// readSilverNames reads the names of untagged texts (data/silver), by the id of the text.
func readSilverNames(path string) (map[string]silverNames, error) {
	table, err := corpus.Silver(path)
	if err != nil {
		return nil, err
	}
	all := map[string]silverNames{}
	line := 0
	for row := range strings.Lines(string(table)) {
		line++
		id, spans, _ := strings.Cut(row, "\t")
		own := silverNames{line: line}
		for span := range strings.FieldsSeq(spans) {
			f := strings.Split(span, "-")
			if len(f) != 3 {
				return nil, fmt.Errorf("%s:%d: %q is no start-end-type", path, line, span)
			}
			start, err1 := strconv.Atoi(f[0])
			end, err2 := strconv.Atoi(f[1])
			if _, known := nameTypes[f[2]]; err1 != nil || err2 != nil || start < 0 || end <= start || !known && f[2] != unsure {
				return nil, fmt.Errorf("%s:%d: %q is no start-end-type", path, line, span)
			}
			own.names = append(own.names, goldName{start, end, f[2]})
		}
		all[id] = own
	}
	return all, nil
}

// readSilver gives the texts of a file that have names told by a teacher.
func readSilver(path, texts string) (out []*taggedText, err error) {
	told, err := readSilverNames(path)
	if err != nil {
		return nil, err
	}
	err = corpus.EachRow(texts, func(_ int, row *corpus.Text) error {
		own, ok := told[row.ID]
		if !ok {
			return nil
		}
		at := corpus.Offsets(row.Text)
		t := &taggedText{doc: segment.Split(row.Text, "en"), weight: silverWeight}
		t.aside = make([]bool, len(t.doc.Tokens))
		for _, n := range own.names {
			if n.end >= len(at) {
				return fmt.Errorf("%s:%d: a name ends at %d, and %s has %d characters", path, own.line, n.end, row.ID, len(at)-1)
			}
			n.start, n.end = at[n.start], at[n.end]
			if n.kind == unsure {
				t.setAside(n.start, n.end)
			} else {
				t.gold = append(t.gold, n)
			}
		}
		t.align()
		out = append(out, t)
		return nil
	})
	return out, err
}

// setAside puts tokens between two bytes aside.
func (t *taggedText) setAside(start, end int) {
	first, _ := slices.BinarySearchFunc(t.doc.Tokens, start, func(k token.Token, start int) int { return cmp.Compare(k.End, start+1) })
	for i := first; i < len(t.doc.Tokens) && t.doc.Tokens[i].Start < end; i++ {
		t.aside[i] = true
	}
}

// isAside says whether one of some tokens is put aside.
func (t *taggedText) isAside(first, last int) bool {
	return t.aside != nil && slices.Contains(t.aside[first:last], true)
}

// setKnownAside puts aside what a model tags as a teacher does, all but one stretch of silverEach: there is little to learn
// from it.
func setKnownAside(model *chain.Trained, texts []*taggedText) {
	tagger := chain.NewTagger(model)
	var r stretchReader
	known := 0
	for _, t := range texts {
		r.each(t, nil, false, func(first int, q chain.Sequence) {
			if !slices.Equal(tagger.Tags(&q), q.Tags) {
				return
			}
			if known++; known%silverEach != 0 {
				t.aside[first] = true
			}
		})
	}
}

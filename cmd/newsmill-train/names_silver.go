package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/name"
	"github.com/newsmill/newsmill/stages/segment"
)

// readSilver reads texts that nobody has tagged, one of each so many; those of the tagged sets
// are left out.
func readSilver(path string, every int) ([]*taggedText, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unzip, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	var out []*taggedText
	in := bufio.NewScanner(unzip)
	in.Buffer(nil, 1<<24)
	for n := 0; in.Scan(); n++ {
		var row struct{ ID, Text string }
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			return nil, err
		}
		if n%every == 0 && !strings.HasPrefix(row.ID, "ww-") {
			out = append(out, &taggedText{doc: segment.Split(row.Text, "en"), weight: silverWeight})
		}
	}
	return out, in.Err()
}

// silver tags texts by a model: sentences where its passes disagree are doubtful. It gives the
// tags of the first pass.
func silver(model *name.Model, texts []*taggedText) [][]uint8 {
	votes := make([][]uint8, len(texts))
	f := name.NewFinder(model)
	for k, t := range texts {
		votes[k], t.tags = f.Tags(&t.doc)
		t.doubtful = make([]bool, len(t.doc.Sentences))
		for at, s := range t.doc.Sentences {
			t.doubtful[at] = !slices.Equal(votes[k][s.First:s.Last], t.tags[s.First:s.Last])
		}
	}
	return votes
}

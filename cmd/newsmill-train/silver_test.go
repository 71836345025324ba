package main

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// Of packed texts all sentences are learned from but those that are too short or too long.
func TestNewsSentences(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.jsonl.gz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	pack := gzip.NewWriter(file)
	pack.Write([]byte(`{"text": "Rain fell. The river rose over its banks."}` + "\n" + `{"text": "` + strings.Repeat("very ", silverLongest) + `long."}` + "\n"))
	if err := pack.Close(); err != nil {
		t.Fatal(err)
	}
	file.Close()
	got, err := newsSentences(path)
	if want := [][]string{{"The", "river", "rose", "over", "its", "banks", "."}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
}

// A line is learned from its end as it is from its beginning: what is said of a word stays with it, and
// the line that it was copied from is left as it was.
func TestReverse(t *testing.T) {
	l := &line{lower: []string{"rain", "fell"}, gold: []uint8{3, 5}}
	l.words = make([]tag.Word, 2)
	l.words[0].Look("rain")
	l.words[1].Look("fell")
	back := copied([]*line{l})[0]
	back.reverse()
	for i := range 2 {
		if back.lower[i] != l.lower[1-i] || back.gold[i] != l.gold[1-i] || back.words[i] != l.words[1-i] {
			t.Errorf("word %d is %v, %v", i, back.lower[i], back.gold[i])
		}
	}
	if l.lower[0] != "rain" || l.gold[0] != 3 {
		t.Error("the line itself was turned")
	}
}

package syntax

import (
	"bytes"
	"compress/gzip"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
)

// writeGzip writes a packed file, and its folder.
func writeGzip(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	pack := gzip.NewWriter(&b)
	pack.Write([]byte(content))
	pack.Close()
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeSilver writes a text of news, as one of the untagged, and trees of its sentences.
func writeSilver(t *testing.T, text, trees string) (silver, folder string) {
	t.Helper()
	folder = t.TempDir()
	silver = filepath.Join(folder, "syntax.zst")
	writeGzip(t, filepath.Join(folder, "unlabelled", "news.jsonl.gz"), `{"id": "ww-a", "text": "It is the same text again."}`)
	tagged := filepath.Join(folder, "language", "ww-train.jsonl")
	if err := os.Mkdir(filepath.Dir(tagged), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(tagged, []byte(`{"id": "a", "text": "`+text+`"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	pack, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(silver, pack.EncodeAll([]byte(trees), nil), 0o644); err != nil {
		t.Fatal(err)
	}
	return silver, folder
}

const silverTrees = `{"tags":["NOUN/NN","VERB/VBD"],"relations":["root","nsubj","obj"],"texts":[["a",2]]}` + "\n" +
	"\x00\x06" + // the words of each sentence
	"\x00\x01\x00\x00\x00\x00" + "\x01\x00\xff\xfe\xfd\xfc" + "\x01\x00\x02\x02\x02\x02"

// A sentence without a tree and the text of a tagged set that stands among the untagged again are passed over; heads are told
// by how far they are.
func TestSilverSentences(t *testing.T) {
	got, err := silverSentences(writeSilver(t, "Rain fell. Rivers flooded fields barns roads homes", silverTrees))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]conllu.Word{{
		{Form: "Rivers", UPOS: "NOUN", XPOS: "NN", Head: 1, Relation: "nsubj"},
		{Form: "flooded", UPOS: "VERB", XPOS: "VBD", Head: -1, Relation: "root"},
		{Form: "fields", UPOS: "NOUN", XPOS: "NN", Head: 1, Relation: "obj"},
		{Form: "barns", UPOS: "NOUN", XPOS: "NN", Head: 1, Relation: "obj"},
		{Form: "roads", UPOS: "NOUN", XPOS: "NN", Head: 1, Relation: "obj"},
		{Form: "homes", UPOS: "NOUN", XPOS: "NN", Head: 1, Relation: "obj"},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

// Trees that do not fit the texts are an error that names the text, not trees of other words.
func TestSilverOfOtherTexts(t *testing.T) {
	for text, want := range map[string]string{
		"Rain fell.":                        "cut into other sentences",
		"Rain fell. Rivers flooded fields.": "a sentence of 4 words at byte 11, and a tree of 6",
	} {
		_, err := silverSentences(writeSilver(t, text, silverTrees))
		if err == nil || !strings.Contains(err.Error(), "a: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A treebank is learned from in each round; so many rounds as there are parts take in all of the news once.
func TestMixed(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	seen := make([]int, 100)
	for round := range silverParts {
		for _, i := range mixed(random, len(seen), 10, round) {
			seen[i]++
		}
	}
	for i, n := range seen {
		want := 1
		if i < 10 {
			want = silverParts
		}
		if n != want {
			t.Errorf("sentence %d was learned from %d times", i, n)
		}
	}
}

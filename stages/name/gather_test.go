package name

import (
	"bytes"
	"testing"

	"github.com/newsmill/newsmill/data/names"
)

// What taggers read is what the gazetteer and the directory say now.
func TestPhrasesAreCurrent(t *testing.T) {
	if !bytes.Equal(AppendPhrases(nil), names.Phrases) {
		t.Error("data/names/phrases.bin is of other lists: run newsmill-train phrases")
	}
	g, k := gather(), gazetteerNames()
	others := 0 // whose fingerprint is that of another one near
	for hash, set := range g.phrases {
		if k.phrase(hash) != set {
			others++
		}
	}
	if others > len(g.phrases)/100_000 {
		t.Errorf("%d of %d phrases are packed as others", others, len(g.phrases))
	}
	for hash, set := range g.words {
		if k.word(hash) != set {
			t.Fatalf("a word is packed as %b, want %b", k.word(hash), set)
		}
	}
	for n := range 5 {
		if _, err := readKnown(names.Phrases[:n*n]); err == nil {
			t.Errorf("%d bytes are read as phrases", n*n)
		}
	}
}

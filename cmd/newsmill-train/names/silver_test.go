package names

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// silverFiles writes names and one text.
func silverFiles(t *testing.T, names, text string) (silver, texts string) {
	t.Helper()
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	silver, texts = filepath.Join(folder, "names.tsv.zst"), filepath.Join(folder, "texts.jsonl")
	for path, content := range map[string]string{silver: string(encoder.EncodeAll([]byte(names), nil)), texts: `{"id":"a","text":"` + text + `"}`} {
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return silver, texts
}

// What a teacher told is learned from as tags are that a person set, but for stretches with a word of which it is not sure.
func TestSilverNames(t *testing.T) {
	silver, texts := silverFiles(t, "b\t0-4-PER\na\t0-4-LOC 32-46-PER 56-63-?\n", "Bône was as it had always been. Ana de la Cruz met them, Gizmos and all.")
	told, err := readSilver(silver, texts)
	if err != nil || len(told) != 1 {
		t.Fatal(len(told), err)
	}
	var got []string
	for _, s := range told[0].doc.Sentences {
		for k := s.First; k < s.Last; k++ {
			if told[0].tags[k] != 0 {
				got = append(got, told[0].doc.Text[told[0].doc.Tokens[k].Start:told[0].doc.Tokens[k].End])
			}
		}
	}
	if want := "Bône Ana de la Cruz"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if learned := sequences(told, nil); len(learned) != 1 || len(learned[0].Tags) != 4 {
		t.Errorf("%d stretches are learned from", len(learned))
	}
}

// A row that does not fit its text, or is no row, is named.
func TestSilverNamesThatDoNotFit(t *testing.T) {
	for _, row := range []string{"0-99-LOC", "4-4-LOC", "0-4-TOWN", "0-4", "x-4-LOC"} {
		silver, texts := silverFiles(t, "b\t0-4-PER\na\t"+row+"\n", "Bône")
		if _, err := readSilver(silver, texts); err == nil || !strings.Contains(err.Error(), "names.tsv.zst:2: ") {
			t.Errorf("%s: %v", row, err)
		}
	}
}

package sentiment

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// A table of tones is read with the texts it is about; where the two do not fit, the line is named.
func TestToldTones(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"language/ww-train.jsonl":  `{"id": "a", "text": "Élise blamed Harmon."}`,
		"unlabelled/news.jsonl.gz": `{"id": "b", "text": "Lind was praised."}`,
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".gz") {
			var packed strings.Builder
			w := gzip.NewWriter(&packed)
			if _, err := w.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			text = packed.String()
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ table, err string }{
		{"a\t0\t5\t1\t2\na\t13\t19\t80\t1\nb\t0\t4\t0\t90\n", ""},
		{"a\t0\t5\t1\t2\na\t12\t19\t80\t1\n", "line 2"},
		{"a\t0\t5\t1\t2\na\t13\t99\t80\t1\n", "line 2"},
		{"a\t0\t5\t1\t2\nc\t0\t4\t0\t90\n", "line 2"},
		{"a\t0\t5\t1\n", "line 1"},
		{"a\t0\t5\t51\t50\n", "line 1"},
	} {
		packed, err := zstd.NewWriter(nil)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, "tones.tsv.zst")
		if err := os.WriteFile(path, packed.EncodeAll([]byte(c.table), nil), 0o644); err != nil {
			t.Fatal(err)
		}
		examples, err := readToldTones(path, folder)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), path+": "+c.err) {
				t.Errorf("%q: error %v, want one that names %s", c.table, err, c.err)
			}
			continue
		}
		if err != nil || len(examples) != 3 {
			t.Fatalf("%q: %d examples, error %v", c.table, len(examples), err)
		}
		for i, class := range []string{"neutral", "negative", "positive"} {
			if e := examples[i]; e.class() != tones[class] || !e.told() {
				t.Errorf("example %d: %v, want %s", i, e.chances, class)
			}
		}
	}
}

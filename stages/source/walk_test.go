package source

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestWalk(t *testing.T) {
	root := filepath.Join(t.TempDir(), "crawl")
	for _, name := range []string{"a/x.html", "a.html", "b/deep/y.txt.gz", "b/notes.doc", "c d\n.jsonl", "odd\xff.html", "odd\xfe.html"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"loop": ".", "b/up": "..", "z.html": "a.html", "nowhere.html": "gone"} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	files, skipped, err := Walk([]string{root}, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a.html", "a/x.html", "b/deep/y.txt.gz", "c d\n.jsonl", "%FFodd%FE.html", "%FFodd%FF.html"}
	if got := rels(files); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !reflect.DeepEqual(skipped, []string{"b/notes.doc", "nowhere.html"}) {
		t.Errorf("skipped %q", skipped)
	}

	files, _, err = Walk([]string{filepath.Join(root, "a"), filepath.Join(root, "a.html")}, "")
	if got := rels(files); err != nil || !reflect.DeepEqual(got, []string{"a/x.html", "a.html"}) {
		t.Errorf("two inputs: %q, %v", got, err)
	}
	other := filepath.Join(t.TempDir(), "a.html")
	if err := os.WriteFile(other, []byte("y"), 0o600); err != nil {
		t.Fatal(err)
	}
	files, _, err = Walk([]string{filepath.Join(root, "a.html"), other}, "")
	if got := rels(files); err != nil || !reflect.DeepEqual(got, []string{"a.html", "a.html~2"}) {
		t.Errorf("one base name twice: %q, %v", got, err)
	}
	files, _, err = Walk([]string{filepath.Join(root, "a"), Stdin, other, Stdin}, filepath.Join(root, "c d\n.jsonl"))
	if got := rels(files); err != nil || !reflect.DeepEqual(got, []string{"a/x.html", "-", "a.html"}) || files[1].Format != JSONLFile {
		t.Errorf("standard input among others: %q, %v", got, err)
	}
	files, _, err = Walk([]string{filepath.Join(root, "a"), Stdin}, "")
	if got := rels(files); err != nil || !reflect.DeepEqual(got, []string{"a/x.html"}) {
		t.Errorf("empty standard input beside a folder: %q, %v", got, err)
	}
	if _, _, err := Walk([]string{filepath.Join(root, "gone")}, ""); !errors.Is(err, ErrMissing) {
		t.Errorf("a missing input gave %v", err)
	}
}

func rels(files []File) (out []string) {
	for _, f := range files {
		out = append(out, f.Rel)
	}
	return out
}

package dataset

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestBatchNames(t *testing.T) {
	for _, name := range []string{"2026-03-01", "b0123456789a", "nightly.eu_1-x", "broken"} {
		if err := CheckBatchName(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"", "0012", "123456789012", "4e21", "2026-13-01", "2026-3-1", "Nightly", "a/b", "..", "a..", "nan", "inf", "infinity", "true", "false", "null", "0x1f", "ä"} {
		if CheckBatchName(name) == nil {
			t.Errorf("%q is taken for a name", name)
		}
	}
}

// staged makes a dataset with one committed file and a second one staged in its place.
func staged(t *testing.T) (Dataset, []Rename, *Manifest, *Manifest) {
	t.Helper()
	d := Dataset{Dir: t.TempDir()}
	if err := d.Prepare(); err != nil {
		t.Fatal(err)
	}
	put := func(name, content string) File {
		path := d.Hidden("stage", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		sum, err := HashFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return File{Path: name, Rows: 1, Bytes: int64(len(content)), SHA256: sum}
	}
	rename := func(f File) Rename {
		return Rename{From: ".newsmill/stage/" + f.Path, To: f.Path, SHA256: f.SHA256}
	}
	empty, err := d.ReadOrEmpty()
	if err != nil {
		t.Fatal(err)
	}
	a, events := put("articles/batch=a/part-00000.parquet", "a"), put("events/part-00000.parquet", "one")
	more := put("events/part-00001.parquet", "two")
	old := empty.With(Batch{Name: "a", Files: []File{a}}, []File{events, more}, "test")
	if err := d.Commit([]Rename{rename(a), rename(events), rename(more)}, empty, old); err != nil {
		t.Fatal(err)
	}
	b, relinked := put("articles/batch=b/part-00000.parquet", "b"), put("events/part-00000.parquet", "both")
	next := old.With(Batch{Name: "b", Files: []File{b}}, []File{relinked}, "test")
	return d, []Rename{rename(b), rename(relinked)}, old, next
}

func TestCommitMovesAndDeletes(t *testing.T) {
	d, renames, old, next := staged(t)
	if err := d.Commit(renames, old, next); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"articles/batch=a/part-00000.parquet": "a", "articles/batch=b/part-00000.parquet": "b", "events/part-00000.parquet": "both"}
	for name, content := range want {
		if got, err := os.ReadFile(d.Path(name)); err != nil || string(got) != content {
			t.Errorf("%s is %q, %v; want %q", name, got, err, content)
		}
	}
	if _, err := os.Stat(d.Path("events/part-00001.parquet")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that the manifest no longer names stands there: %v", err)
	}
	m, err := d.Read()
	if err != nil || len(m.Batches) != 2 || m.Rows["articles"] != 2 || m.Rows["events"] != 1 {
		t.Errorf("%+v, %v", m, err)
	}
}

// A commit may be broken off after any step; the next command that finds the journal carries
// it through to the same end.
func TestRecoverAfterAnyStep(t *testing.T) {
	for done := 0; done <= 2; done++ {
		d, renames, old, next := staged(t)
		journal := Journal{Renames: renames, Deletes: []string{"events/part-00001.parquet"}, Manifest: next}
		writeJournal(t, d, journal)
		for _, r := range renames[:done] {
			if err := d.rename(r); err != nil {
				t.Fatal(err)
			}
		}
		if m, err := d.Read(); err != nil || len(m.Batches) != len(old.Batches) {
			t.Fatalf("the manifest changed before the commit was through: %v", err)
		}
		for range 2 { // the second time there is nothing to do
			if err := d.Recover(); err != nil {
				t.Fatalf("after %d renames: %v", done, err)
			}
		}
		if m, err := d.Read(); err != nil || len(m.Batches) != 2 {
			t.Errorf("after %d renames: %+v, %v", done, m, err)
		}
		if data, _ := os.ReadFile(d.Path("events/part-00000.parquet")); string(data) != "both" {
			t.Errorf("after %d renames events are %q", done, data)
		}
	}
}

func writeJournal(t *testing.T, d Dataset, j Journal) {
	t.Helper()
	data, err := encodeJournal(j)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.journalPath(), data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestRecoverRefusesForeignFiles(t *testing.T) {
	d, renames, _, next := staged(t)
	writeJournal(t, d, Journal{Renames: renames, Manifest: next})
	if err := os.Remove(d.Path(renames[1].From)); err != nil {
		t.Fatal(err)
	}
	if err := d.Recover(); err == nil || !strings.Contains(err.Error(), renames[1].From) {
		t.Errorf("a staged file is lost, and the error is %v", err)
	}
}

func TestManifestHangsOnBatchesNotTheirOrder(t *testing.T) {
	a, b := Batch{Name: "a", Digest: "1"}, Batch{Name: "b", Digest: "2"}
	var empty Manifest
	one, err := empty.With(a, nil, "x").With(b, nil, "x").encode()
	if err != nil {
		t.Fatal(err)
	}
	other, err := empty.With(b, nil, "x").With(a, nil, "x").encode()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, other) {
		t.Error("the order of batches shows in the manifest")
	}
}

func TestLockIsExclusive(t *testing.T) {
	d := Dataset{Dir: t.TempDir()}
	if err := d.Prepare(); err != nil {
		t.Fatal(err)
	}
	unlock, err := d.Lock()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Lock(); !errors.Is(err, ErrLocked) {
		t.Errorf("the second lock gives %v", err)
	}
	if locked, err := d.Locked(); err != nil || !locked {
		t.Errorf("locked is %v, %v", locked, err)
	}
	unlock()
	if locked, err := d.Locked(); err != nil || locked {
		t.Errorf("after unlock, locked is %v, %v", locked, err)
	}
}

// Who only asks whether a run is at work must not keep one from its work.
func TestLookingAtTheLockKeepsNobodyOut(t *testing.T) {
	d := Dataset{Dir: t.TempDir()}
	if err := d.Prepare(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var looks sync.WaitGroup
	for range 4 {
		looks.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					if _, err := d.Locked(); err != nil {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	for range 3000 {
		unlock, err := d.Lock()
		if err != nil {
			t.Error(err)
			break
		}
		unlock()
	}
	close(done)
	looks.Wait()
}

func TestForeignFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thesis.doc"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := (Dataset{Dir: dir}).Prepare(); err == nil {
		t.Error("a folder with other files in it is taken for a dataset")
	}
}

func TestOtherSchemaVersionIsRefused(t *testing.T) {
	d := Dataset{Dir: t.TempDir()}
	if err := os.WriteFile(d.manifestPath(), []byte(`{"schema_version":"0","batches":7}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Read(); !errors.Is(err, ErrSchema) || !strings.Contains(err.Error(), "version 0") {
		t.Errorf("the error is %v", err)
	}
}

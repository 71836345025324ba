package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/newsmill/newsmill/pipeline/dataset"
)

// Killed at any moment, the same command gives the same bytes as an undisturbed run, and at
// no moment is half a batch visible.
func TestKillAndResume(t *testing.T) {
	input := filepath.Join(t.TempDir(), "pages")
	if err := os.Mkdir(input, 0o777); err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("The minister of trade of Norway said on Monday that talks with Sweden would go on in Geneva. ", 8)
	for _, name := range []string{"a.jsonl", "b.jsonl", "c.jsonl"} {
		writeFeed(t, filepath.Join(input, name), text+name, 20)
	}
	run := func(dir string) *exec.Cmd {
		return program(t, "run", input, "--out", dir, "--progress", "none", "--clean", "none", "--quiet")
	}
	whole := filepath.Join(t.TempDir(), "data")
	if out, err := run(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := bytesOfDataset(t, whole)
	moments := []string{
		"", "lock", "work", "work/*/survey/*.tmp/*", "work/*/survey/*/receipt.json", "work/*/merge/templates",
		"work/*/process/*.tmp/articles.parquet", "work/*/process/*/receipt.json", "work/*/commit/articles", "work/*/commit/events", "runs/*", "journal.json",
	}
	for _, moment := range moments {
		dir := filepath.Join(t.TempDir(), "data")
		killAt(t, run(dir), filepath.Join(dir, ".newsmill", moment))
		if m, err := (dataset.Dataset{Dir: dir}).ReadOrEmpty(); err != nil {
			t.Fatalf("killed at %q: %v", moment, err)
		} else if len(m.Batches) == 0 {
			halfCommitted(t, dir, moment)
		}
		if out, err := run(dir).CombinedOutput(); err != nil {
			t.Fatalf("killed at %q, the same command fails: %v\n%s", moment, err, out)
		}
		if got := bytesOfDataset(t, dir); got != want {
			t.Errorf("killed at %q and run again, the bytes are\n%s\nundisturbed they are\n%s", moment, got, want)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, ".newsmill", "work", "*")); len(left) > 0 {
			t.Errorf("killed at %q and run again, it leaves %v", moment, left)
		}
	}
}

// A command that reads a dataset completes the commit that it finds there half done: tables
// without their manifest are what nobody should see.
func TestReadersCompleteACommit(t *testing.T) {
	input := filepath.Join(t.TempDir(), "a.jsonl")
	writeFeed(t, input, "Norway and Sweden held talks in Oslo on Tuesday.", 1)
	for _, command := range [][]string{{"verify"}, {"status"}, {"show", "0"}, {"export", "articles"}} {
		data := dataset.Dataset{Dir: filepath.Join(t.TempDir(), "data")}
		if out, err := program(t, "run", input, "--out", data.Dir, "--clean", "none", "--quiet").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		want := bytesOfDataset(t, data.Dir)
		interruptCommit(t, data)
		args := append([]string{command[0], data.Dir}, command[1:]...)
		if out, err := program(t, args...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", command[0], err, out)
		}
		if got := bytesOfDataset(t, data.Dir); got != want {
			t.Errorf("after %s the bytes are\n%s\nwhole they are\n%s", command[0], got, want)
		}
	}
}

// interruptCommit takes a dataset back to the middle of its commit: the journal is written, one
// file still has its place to take, the manifest is not there.
func interruptCommit(t *testing.T, data dataset.Dataset) {
	t.Helper()
	m, err := data.Read()
	if err != nil {
		t.Fatal(err)
	}
	journal := dataset.Journal{Manifest: m}
	for f := range m.Files {
		journal.Renames = append(journal.Renames, dataset.Rename{From: ".newsmill/" + f.SHA256, To: f.Path, SHA256: f.SHA256})
	}
	first := journal.Renames[0]
	if err := os.Rename(data.Path(first.To), data.Path(first.From)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(data.Path("manifest.json")); err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(journal)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(data.Hidden("journal.json"), written, 0o666); err != nil {
		t.Fatal(err)
	}
}

// killAt starts a command and kills it as soon as something is there, or lets it end.
func killAt(t *testing.T, cmd *exec.Cmd, pattern string) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		cmd.Wait() // how it ended is what the test is about, and it is looked at by its traces
		close(ended)
	}()
	for {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) > 0 {
			cmd.Process.Kill()
			<-ended
			return
		}
		select {
		case <-ended:
			return
		case <-time.After(time.Millisecond): // looking without a pause would take a core from what is looked at
		}
	}
}

// halfCommitted fails where tables can be seen that no manifest names, but for the seconds of
// the renames, in which a journal stands.
func halfCommitted(t *testing.T, dir, moment string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, ".newsmill", "journal.json")); err == nil {
		return
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) > 0 {
		t.Errorf("killed at %q, tables can be seen that are not committed: %v", moment, files)
	}
}

func bytesOfDataset(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == ".newsmill" {
				return filepath.SkipDir
			}
			return nil
		}
		sum, err := dataset.HashFile(path)
		out.WriteString(strings.TrimPrefix(path, dir) + " " + sum + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

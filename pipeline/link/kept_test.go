package link

import (
	"os"
	"path/filepath"
	"testing"
)

// A run that a build with other records left is not read, and does not stay.
func TestRunsOfAnotherBuildAreMadeAgain(t *testing.T) {
	batch := random("a", 1, 50).write(t, t.TempDir(), 100)
	want, _ := linked(t, []Batch{batch}, nil, 1<<20)
	old := filepath.Join(batch.Runs, "tellings-0.run")
	if err := os.Rename(batch.run("tellings"), old); err != nil {
		t.Fatal(err)
	}
	if got, _ := linked(t, []Batch{batch}, nil, 1<<20); got != want {
		t.Error("made again, the bytes are others")
	}
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("the old run stays: %v", err)
	}
}

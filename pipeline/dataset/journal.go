package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Journal is a commit that has been decided: written before the first rename and dropped
// after the last. Whoever finds one carries it through; every step of it may be done twice.
type Journal struct {
	Renames  []Rename  `json:"renames"`
	Deletes  []string  `json:"deletes"` // files that the new manifest no longer names, relative to DIR
	Manifest *Manifest `json:"manifest"`
}

// Rename moves a staged file to where readers look.
type Rename struct {
	From   string `json:"from"` // relative to DIR
	To     string `json:"to"`   // relative to DIR
	SHA256 string `json:"sha256"`
}

func (d Dataset) journalPath() string { return d.Hidden("journal.json") }

// Commit writes the journal and carries it through. Up to the journal nothing of the batch
// can be seen; from it on the batch is committed, whatever happens to this process.
func (d Dataset) Commit(renames []Rename, old, next *Manifest) error {
	keep := map[string]bool{}
	for f := range next.Files {
		keep[f.Path] = true
	}
	var deletes []string
	for f := range old.Files {
		if !keep[f.Path] {
			deletes = append(deletes, f.Path)
		}
	}
	slices.Sort(deletes)
	data, err := encodeJournal(Journal{Renames: renames, Deletes: deletes, Manifest: next})
	if err != nil {
		return err
	}
	for _, r := range renames { // the staged files' names must be as safe as the journal's
		if err := SyncDir(filepath.Dir(d.Path(r.From))); err != nil {
			return err
		}
	}
	if err := WriteFile(d.Hidden(), d.journalPath(), data); err != nil {
		return err
	}
	return d.Recover()
}

func encodeJournal(j Journal) ([]byte, error) {
	data, err := json.Marshal(j)
	if err != nil {
		return nil, fmt.Errorf("write the journal: %w", err)
	}
	return data, nil
}

// Recover carries a journal through that a commit left behind, and does nothing where there
// is none. The dataset must be locked.
func (d Dataset) Recover() error {
	data, err := os.ReadFile(d.journalPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var j Journal
	if err := json.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("%s is damaged: %w; run verify on the dataset, then delete it", d.journalPath(), err)
	}
	touched := map[string]bool{}
	for _, r := range j.Renames {
		if err := d.rename(r); err != nil {
			return fmt.Errorf("commit: %w", err)
		}
		touched[filepath.Dir(d.Path(r.To))] = true
	}
	for _, name := range j.Deletes {
		path := d.Path(name)
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("commit: %w", err)
		}
		os.Remove(filepath.Dir(path)) // where it was the last file of its batch
	}
	for dir := range touched {
		for ; dir != d.Dir; dir = filepath.Dir(dir) {
			if err := SyncDir(dir); err != nil {
				return fmt.Errorf("commit: %w", err)
			}
		}
	}
	manifest, err := j.Manifest.encode()
	if err != nil {
		return fmt.Errorf("write the manifest: %w", err)
	}
	if err := WriteFile(d.Hidden(), d.manifestPath(), manifest); err != nil {
		return err
	}
	if err := os.Remove(d.journalPath()); err != nil {
		return err
	}
	return SyncDir(d.Hidden())
}

// Settle is Recover for commands that only read: it takes the lock for as long as a journal is
// carried through. Where another run holds it, that run is in the seconds of its commit.
func (d Dataset) Settle() error {
	if _, err := os.Stat(d.journalPath()); err != nil {
		return nil
	}
	unlock, err := d.Lock()
	if errors.Is(err, ErrLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	defer unlock()
	return d.Recover()
}

func (d Dataset) rename(r Rename) error {
	to := d.Path(r.To)
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	err := os.Rename(d.Path(r.From), to)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// Not there any more: moved before the process ended, if what stands at the new place is it.
	sum, err := HashFile(to)
	if err != nil {
		return err
	}
	if sum != r.SHA256 {
		return fmt.Errorf("%s is gone and %s is another file; restore the dataset from a copy", r.From, r.To)
	}
	return nil
}

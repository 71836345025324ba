package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/pipeline/dataset"
)

// workDir is where a run's work in progress stands: DIR/.newsmill/work/<key>. The key is
// made of all that the work depends on, so work that is found there is work that fits.
type workDir string

// task is the folder of one piece of work. It appears under its name when it is complete,
// with its receipt in it, and never before.
type task string

func (w workDir) survey(unit int) task {
	return task(filepath.Join(string(w), "survey", fmt.Sprintf("%05d", unit)))
}

func (w workDir) process(s shard) task { return task(filepath.Join(string(w), "process", s.name())) }

func (w workDir) path(name string) string { return filepath.Join(string(w), name) }

func (t task) receiptPath() string { return filepath.Join(string(t), "receipt.json") }

// done tells whether the task was finished, by this run or by an earlier one.
func (t task) done() bool {
	_, err := os.Stat(t.receiptPath())
	return err == nil
}

// begin makes an empty folder to work in.
func (t task) begin() (string, error) {
	temp := string(t) + ".tmp"
	if err := os.RemoveAll(temp); err != nil {
		return "", err
	}
	return temp, os.MkdirAll(temp, 0o777)
}

func (task) in(temp, name string) string { return filepath.Join(temp, name) }

// finish puts the folder under its name, with a receipt.
func (t task) finish(temp string, receipt any) error {
	data, err := json.MarshalIndent(receipt, "", "  ")
	if err != nil {
		return fmt.Errorf("write receipt of %s: %w", t, err)
	}
	if err := writeSynced(t.in(temp, "receipt.json"), data); err != nil {
		return err
	}
	if err := dataset.SyncDir(temp); err != nil {
		return err
	}
	if err := os.RemoveAll(string(t)); err != nil { // without a receipt in it
		return err
	}
	if err := os.Rename(temp, string(t)); err != nil {
		return err
	}
	return dataset.SyncDir(filepath.Dir(string(t)))
}

// receipt reads what finish wrote.
func (t task) receipt(into any) error { return readJSON(t.receiptPath(), into) }

func readJSON(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read %s: %w; delete the folder it stands in and run again", path, err)
	}
	return nil
}

// writeSynced writes a file and makes its content safe on disk; its name becomes safe with
// its folder.
func writeSynced(path string, data []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

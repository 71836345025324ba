package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
)

// Status is what a dataset holds and what is being done to it.
type Status struct {
	SchemaVersion string           `json:"schema_version"`
	Batches       []BatchStatus    `json:"batches"`
	Rows          map[string]int64 `json:"rows"`
	Work          []WorkStatus     `json:"work"`
	Locked        bool             `json:"locked"`
}

// BatchStatus is one committed batch.
type BatchStatus struct {
	Name    string           `json:"name"`
	Counts  dataset.Counts   `json:"counts"`
	Rejects map[string]int64 `json:"rejects_by_code"`
}

// WorkStatus is a batch that is being made, or whose making was interrupted.
type WorkStatus struct {
	WorkPlan
	Surveyed  int            `json:"surveyed"`  // units
	Processed int            `json:"processed"` // shards
	Shards    int            `json:"shards"`    // 0 as long as survey goes on
	Counts    dataset.Counts `json:"counts"`    // of the shards that are processed
}

// Left says what is still to do.
func (w WorkStatus) Left() string {
	if w.Surveyed < w.Units {
		return fmt.Sprintf("survey of %d units, then process, link, commit", w.Units-w.Surveyed)
	}
	if w.Processed < w.Shards {
		return fmt.Sprintf("%d of %d shards, then link, commit", w.Shards-w.Processed, w.Shards)
	}
	return "link, commit"
}

// StatusOf looks at a dataset without touching it.
func StatusOf(out dataset.Dataset) (*Status, error) {
	m, err := out.Read()
	if errors.Is(err, dataset.ErrNone) {
		if _, failed := os.Stat(out.Hidden("work")); failed != nil {
			return nil, err
		}
		m, err = out.ReadOrEmpty()
	}
	if err != nil {
		return nil, err
	}
	s := &Status{SchemaVersion: m.SchemaVersion, Rows: m.Rows, Batches: []BatchStatus{}, Work: []WorkStatus{}}
	for i := range m.Batches {
		b := &m.Batches[i]
		rejects, err := rejectsByCode(out, b)
		if err != nil {
			return nil, err
		}
		s.Batches = append(s.Batches, BatchStatus{Name: b.Name, Counts: b.Counts, Rejects: rejects})
	}
	plans, err := filepath.Glob(out.Hidden("work", "*", "plan.json"))
	if err != nil {
		return nil, err
	}
	for _, path := range plans {
		w, err := workStatus(workDir(filepath.Dir(path)))
		if errors.Is(err, fs.ErrNotExist) {
			continue // a commit is clearing it away
		}
		if err != nil {
			return nil, err
		}
		s.Work = append(s.Work, *w)
	}
	s.Locked, err = out.Locked()
	return s, err
}

func workStatus(w workDir) (*WorkStatus, error) {
	var s WorkStatus
	if err := readJSON(w.path("plan.json"), &s.WorkPlan); err != nil {
		return nil, err
	}
	for i := range s.Units {
		var receipt surveyReceipt
		err := w.survey(i).receipt(&receipt)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		s.Surveyed++
		s.Shards += len(receipt.Cuts) + 1
	}
	entries, err := os.ReadDir(w.path("process"))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tmp") {
			continue
		}
		var receipt processReceipt
		if err := task(filepath.Join(w.path("process"), e.Name())).receipt(&receipt); err != nil {
			return nil, err
		}
		s.Processed++
		for _, counts := range receipt.Files {
			s.Counts.Add(counts)
		}
	}
	return &s, nil
}

func rejectsByCode(out dataset.Dataset, b *dataset.Batch) (map[string]int64, error) {
	type row struct {
		Code string `parquet:"code"`
	}
	codes := map[string]int64{}
	for r, err := range sink.Rows[row](out.BatchFiles(b, "rejects")) {
		if err != nil {
			return nil, err
		}
		codes[r.Code]++
	}
	return codes, nil
}

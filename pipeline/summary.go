package pipeline

import "time"

func (e *engine) summary(already bool, elapsed time.Duration) (*Summary, error) {
	s := &Summary{
		Dataset: e.options.Out.Dir, Batch: e.batch.Name, Already: already, Counts: e.batch.Counts,
		Rejects: e.books.rejects, Rows: map[string]int64{}, Skipped: e.plan.Skipped, Bytes: e.plan.Bytes,
		Files: len(e.plan.Files), Shards: len(e.shards), Resumed: e.resumed, Elapsed: elapsed, Stages: e.mill.times(), Workers: e.config.workers(),
	}
	for _, f := range e.batch.Files {
		s.Rows[f.Table()] += f.Rows
	}
	for _, f := range e.old.Linked {
		s.Rows[f.Table()] += f.Rows
	}
	if already {
		var err error
		if s.Rejects, err = rejectsByCode(e.options.Out, &e.batch); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Bad tells whether some page was rejected; repeated pages do not count.
func (s *Summary) Bad() bool { return s.Counts.Rejects > 0 }

// PlanSummary says what a run would do.
type PlanSummary struct {
	Files   int      `json:"files"`
	Bytes   int64    `json:"bytes"`
	Units   int      `json:"units"`
	Skipped []string `json:"skipped"`
	Paths   []string `json:"paths"` // source_path of every file, in plan order
}

// DryRun plans and touches nothing.
func DryRun(options Options) (*PlanSummary, error) {
	e, err := newEngine(options)
	if err != nil {
		return nil, err
	}
	if e.plan, err = makePlan(options.Inputs, ""); err != nil {
		return nil, err
	}
	s := &PlanSummary{Files: len(e.plan.Files), Bytes: e.plan.Bytes, Units: len(e.plan.Units), Skipped: e.plan.Skipped}
	for _, f := range e.plan.Files {
		s.Paths = append(s.Paths, f.Rel)
	}
	return s, nil
}

// Package pipeline moves pages through the stages and into tables.
//
//	plan ──► survey ──► process ──► link ──► commit
//
// Plan cuts the inputs into shards, the same way on every machine. Survey reads each shard
// once, cheaply: which pages it holds, and which lines of text recur on which site. Merged,
// that tells pages that are already known and gives each site its template. Process takes
// each page of a shard through all stages and writes the shard's tables. Link joins what the
// pages of the whole dataset tell. Commit makes the batch visible, all or nothing.
//
// A shard is the unit of work, of retry and of resume: what is finished of it stands in a
// folder of its own with a receipt, and is not done again. All bytes that come out depend on
// the inputs, the configuration and the build alone, never on the number of workers, the
// order of completion or the machine.
package pipeline

import (
	"context"
	"io"
	"log/slog"
	"time"

	"github.com/newsmill/newsmill/pipeline/dataset"
)

const (
	// shardBytes is about how much stored input stands in a shard; it decides where row
	// groups end and so is no option.
	shardBytes = 64 << 20
	// shardPages bounds the pages of a shard made of one-page files.
	shardPages = 2048
	// partBytes is about how large files of the dataset become.
	partBytes = 256 << 20
)

// Options say what to run. Config holds what can change a row and what bounds the machine;
// the rest is the call itself.
type Options struct {
	Inputs  []string
	Stdin   io.Reader // what "-" among the inputs stands for
	Out     dataset.Dataset
	Config  Config
	Batch   string // "" is named by digest
	Replace bool
	Log     *slog.Logger
	Report  Reporter // may be nil
}

// Reporter is told how the work goes on. Its methods are called from several goroutines.
type Reporter interface {
	// Phase begins a phase of so many bytes (for link: steps) of work.
	Phase(name string, total int64)
	// Advance reports work done.
	Advance(n int64)
}

type silent struct{}

func (silent) Phase(string, int64) {}
func (silent) Advance(int64)       {}

// Summary says what a run did.
type Summary struct {
	Dataset string           `json:"dataset"`
	Batch   string           `json:"batch"`
	Already bool             `json:"already_committed"` // the same batch stood there; nothing was done
	Counts  dataset.Counts   `json:"counts"`
	Rejects map[string]int64 `json:"rejects_by_code"`
	Rows    map[string]int64 `json:"rows"`    // of the batch; linked tables as a whole
	Skipped []string         `json:"skipped"` // files that are no input
	Files   int              `json:"files"`   // input files
	Bytes   int64            `json:"bytes"`   // of them, as they are stored
	Shards  int              `json:"shards"`
	Resumed int              `json:"resumed_shards"` // that an earlier, interrupted run had finished
	Elapsed time.Duration    `json:"elapsed_ns"`
	Stages  []StageTime      `json:"stages"`
	Workers int              `json:"workers"`
}

// StageTime is the working time of one stage, summed over workers.
type StageTime struct {
	Stage string        `json:"stage"`
	Time  time.Duration `json:"time_ns"`
}

// check gives the context's error, so that loops without blocking calls end soon.
func check(ctx context.Context) error { return context.Cause(ctx) }

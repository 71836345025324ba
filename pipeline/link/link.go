// Package link joins what the pages of a whole dataset tell: articles that are copies or
// revisions of others, bearers of names, events that many articles report, stories.
//
// It reads no text. From the tables of each batch it makes sorted runs (articles, names,
// entities, tellings), which are kept; runs of all batches are then merged and joined by
// external sorts, in the memory it is given. Runs that are gone are made again by the same
// code, so what comes out is the same with and without them, for any order of batches and any
// cut of their rows into files.
//
// Besides the sorts, about 70 bytes an article are held in memory, and 32 MiB at most for persons whose
// names are spelled in several ways.
package link

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// Batch is one batch of the dataset, with the Parquet files of the tables that link reads.
type Batch struct {
	Name     string
	Articles []string
	Mentions []string
	// Tellings are the event_mentions files that process wrote for the batch, whose event_id
	// means nothing yet. Nil says that they are gone: then the rows of the dataset's
	// event_mentions that stand for articles of this batch are taken.
	Tellings []string
	Runs     string // folder in which the batch's runs are kept
}

// Options bound the work.
type Options struct {
	Memory    int64  // bytes that link may use
	Temp      string // folder for sorting
	Meta      sink.Meta
	PartBytes int64 // about how large a file may become
	// Progress is told of each step; it may be nil.
	Progress func(step string, done, total int64)
}

type linker struct {
	ctx       context.Context
	options   Options
	batches   []Batch
	committed []string
	out       string
	parts     []sink.Part

	articles *articles
	joined   []joined // sorted by id
}

// Run rebuilds the linked tables of a dataset from its batches, into files
// out/<table>/part-00000.parquet and so on. committed are the event_mentions files that stand
// in the dataset now.
func Run(ctx context.Context, batches []Batch, committed []string, out string, options Options) ([]sink.Part, error) {
	if options.Progress == nil {
		options.Progress = func(string, int64, int64) {}
	}
	l := &linker{ctx: ctx, options: options, batches: batches, committed: committed, out: out}
	steps := []struct {
		name string
		run  func() error
	}{{"runs", l.makeRuns}, {"articles", l.linkArticles}, {"entities", l.linkEntities}, {"events", l.linkEvents}, {"stories", l.linkStories}}
	for i, step := range steps {
		options.Progress(step.name, 0, 1)
		if err := step.run(); err != nil {
			return nil, fmt.Errorf("%s: %w", step.name, err)
		}
		options.Progress(step.name, 1, 1)
		if err := context.Cause(ctx); err != nil {
			return nil, fmt.Errorf("after step %d: %w", i+1, err)
		}
	}
	return l.parts, nil
}

// sorter makes a sorter with the part of the memory that one of n sorters at work together
// may use.
func (l *linker) sorter(n int64) *extsort.Sorter {
	// A half is left for Parquet and for what Go's collector has not taken back yet.
	return extsort.New(l.options.Temp, l.options.Memory/2/n)
}

// runs gives the files of one kind of run over all batches.
func (l *linker) runs(kind string) (paths []string) {
	for i := range l.batches {
		paths = append(paths, l.batches[i].run(kind))
	}
	return paths
}

// ticker looks at the context now and then.
type ticker struct {
	ctx context.Context
	n   int
}

func (t *ticker) tick() error {
	if t.n++; t.n&0xfff == 0 {
		return context.Cause(t.ctx)
	}
	return nil
}

// table writes one linked table, in as many files as it takes.
type table[T any] struct {
	linker *linker
	schema *schemas.Table
	writer *sink.Writer[T]
	files  int
}

func newTable[T any](l *linker, name string) (*table[T], error) {
	t := &table[T]{linker: l, schema: schemas.Named(name)}
	if err := os.MkdirAll(filepath.Join(l.out, name), 0o777); err != nil {
		return nil, err
	}
	return t, t.open()
}

func (t *table[T]) open() (err error) {
	path := filepath.Join(t.linker.out, t.schema.Name, sink.PartName(t.files))
	t.writer, err = sink.Create[T](path, t.schema, t.linker.options.Meta)
	t.files++
	return err
}

func (t *table[T]) write(row *T) error {
	if t.writer.Size() >= t.linker.options.PartBytes {
		if err := t.close(); err != nil {
			return err
		}
		if err := t.open(); err != nil {
			return err
		}
	}
	return t.writer.Write([]T{*row})
}

func (t *table[T]) close() error {
	part, err := t.writer.Close()
	if err == nil {
		t.linker.parts = append(t.linker.parts, part)
	}
	return err
}

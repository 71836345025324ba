package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/stages/source"
)

// Errors that the command line tells apart by exit code.
var (
	// ErrTooBad says that more pages were rejected than the configuration allows.
	ErrTooBad = errors.New("too many pages were rejected")
	// ErrOtherBatch says that the batch's name stands for something else.
	ErrOtherBatch = errors.New("the batch is there already, made of something else")
)

// sortBytes is what one external sort may hold in memory.
const sortBytes = 8 << 20

// engine is one run.
type engine struct {
	options Options
	config  Config
	log     *slog.Logger
	report  Reporter
	plan    *plan
	old     *dataset.Manifest
	batch   dataset.Batch
	meta    sink.Meta
	work    workDir
	resumed int

	pool      *pool
	mill      *mill
	surveys   []surveyReceipt
	room      room
	held      []held // by unit
	shards    []shard
	templates *templates
	skips     *skips
	books     books
}

// Run takes the inputs to tables. The same run again does nothing; one that was interrupted
// goes on where it was.
func Run(ctx context.Context, options Options) (*Summary, error) {
	begin := time.Now()
	e, err := newEngine(options)
	if err != nil {
		return nil, err
	}
	stdin, err := e.standardInput(ctx)
	if err != nil {
		return nil, err
	}
	if e.plan, err = makePlan(options.Inputs, ""); err != nil && (stdin == nil || !errors.Is(err, ErrNoInput)) {
		return nil, err
	}
	if err := options.Out.Prepare(); err != nil {
		return nil, err
	}
	unlock, err := options.Out.Lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := options.Out.Recover(); err != nil {
		return nil, err
	}
	if e.old, err = options.Out.ReadOrEmpty(); err != nil {
		return nil, err
	}
	if stdin != nil {
		defer os.Remove(e.spoolPath())
		if err := e.spool(stdin); err != nil {
			return nil, err
		}
	}
	already, err := e.identify(ctx)
	if err != nil {
		return nil, err
	}
	if !already {
		err = e.run(ctx)
	} else {
		err = e.tidy() // a run that was killed in its commit left its work behind
	}
	if err != nil {
		return nil, err
	}
	return e.summary(already, time.Since(begin))
}

func newEngine(options Options) (*engine, error) {
	if err := options.Config.Check(); err != nil {
		return nil, err
	}
	if options.Report == nil {
		options.Report = silent{}
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Batch != "" {
		if err := dataset.CheckBatchName(options.Batch); err != nil {
			return nil, err
		}
	}
	if path := options.Config.Patterns; path != "" {
		read, err := readPatterns(path)
		if err != nil {
			return nil, err
		}
		options.Config.patterns = read
	}
	return &engine{
		options: options, config: options.Config, log: options.Log, report: options.Report,
		mill: &mill{config: options.Config},
	}, nil
}

// identify names the batch and finds out whether it stands in the dataset already.
func (e *engine) identify(ctx context.Context) (already bool, err error) {
	if err := e.plan.hash(ctx, e.config.workers(), e.report); err != nil {
		return false, err
	}
	e.meta = sink.Meta{Build: Build(), ConfigSHA256: e.config.SHA256()}
	digest := e.plan.digest(e.config, e.meta.Build)
	e.batch = dataset.Batch{
		Name: e.options.Batch, Digest: digest, Build: e.meta.Build, Models: Models(),
		ConfigSHA256: e.meta.ConfigSHA256, Config: e.config.Rows(),
	}
	if e.batch.Name == "" {
		e.batch.Name = batchNameOf(digest)
	}
	if there := e.old.Batch(e.batch.Name); there != nil && !e.options.Replace {
		if there.Digest == digest {
			e.batch = *there
			return true, nil
		}
		return false, fmt.Errorf("%w: batch %s of %s has %s; give another --batch, or --replace to build it again",
			ErrOtherBatch, e.batch.Name, e.options.Out.Dir, difference(there, &e.batch))
	}
	e.work = workDir(e.options.Out.Hidden("work", e.key()))
	return false, nil
}

// difference says what tells two batches of one name apart.
func difference(a, b *dataset.Batch) string {
	switch {
	case a.Build != b.Build:
		return fmt.Sprintf("another build (%s, this is %s)", a.Build, b.Build)
	case a.ConfigSHA256 != b.ConfigSHA256:
		return fmt.Sprintf("another configuration (%v, this is %v)", a.Config, b.Config)
	}
	return "other inputs"
}

// key is made of all that the work in progress depends on: the batch itself, and the batches
// before it, whose pages are known.
func (e *engine) key() string {
	hash := sha256.New()
	encoder := json.NewEncoder(hash)
	encoder.Encode([]string{e.batch.Name, e.batch.Digest}) // writing to a hash never fails
	for _, b := range e.old.Batches {
		encoder.Encode([]string{b.Name, b.Digest})
	}
	return hex.EncodeToString(hash.Sum(nil))[:16]
}

func (e *engine) run(ctx context.Context) error {
	warm := make(chan struct{})
	go func() { // the stages read their tables while survey reads the pages
		warmUp()
		close(warm)
	}()
	if err := e.prepare(); err != nil {
		return err
	}
	var stop func()
	e.pool, stop = newPool(e.config.workers(), e.config.inFlight())
	defer stop()
	if err := e.survey(ctx, e.config.held()); err != nil {
		return err
	}
	if err := e.mergeSurveys(); err != nil {
		return err
	}
	defer e.templates.close()
	defer e.skips.close()
	<-warm
	if err := e.processAll(ctx); err != nil {
		return err
	}
	return e.commit(ctx)
}

// prepare makes the folders for the work in progress and leaves a note of what is planned,
// for status.
func (e *engine) prepare() error {
	for _, name := range []string{"survey", "process", "merge", "link"} {
		if err := os.MkdirAll(e.work.path(name), 0o777); err != nil {
			return err
		}
	}
	note := WorkPlan{Batch: e.batch.Name, Files: len(e.plan.Files), Bytes: e.plan.Bytes, Units: len(e.plan.Units)}
	data, err := json.Marshal(note)
	if err != nil {
		return err
	}
	return writeSynced(e.work.path("plan.json"), data)
}

// shardsInFlight is how many shards are worked on at a time: two even for one worker, so that
// one is read while the other is written.
func (e *engine) shardsInFlight() int { return max(2, (e.config.workers()+3)/4) }

// survey surveys all units and holds some of what it reads, up to so many bytes.
func (e *engine) survey(ctx context.Context, hold int64) error {
	e.report.Phase("survey", e.plan.Bytes)
	e.log.Info("survey", "batch", e.batch.Name, "files", len(e.plan.Files), "bytes", e.plan.Bytes, "units", len(e.plan.Units))
	e.room.left.Store(hold)
	e.held = make([]held, len(e.plan.Units))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(e.shardsInFlight())
	for i := range e.plan.Units {
		group.Go(func() error { return e.surveyUnit(ctx, i) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	e.surveys = make([]surveyReceipt, len(e.plan.Units))
	for i := range e.surveys {
		if err := e.work.survey(i).receipt(&e.surveys[i]); err != nil {
			return err
		}
		e.shards = append(e.shards, e.plan.Units[i].shardsOf(i, e.surveys[i])...)
	}
	return nil
}

// mergeSurveys finds known and repeated pages, and the templates of sites, over all units.
func (e *engine) mergeSurveys() (err error) {
	var ids, lines []string
	for i := range e.plan.Units {
		dir := e.work.survey(i)
		ids = append(ids, dir.in(string(dir), "ids.run"))
		lines = append(lines, dir.in(string(dir), "lines.run"))
	}
	merge := e.work.path("merge")
	if articles := e.earlierArticles(); len(articles) > 0 {
		known := filepath.Join(merge, "known.run")
		if err := knownRun(articles, merge, known); err != nil {
			return err
		}
		ids = append(ids, known)
	}
	if e.skips, err = mergeIDs(ids, merge, filepath.Join(merge, "skips")); err != nil {
		return err
	}
	if e.templates, err = mergeTemplates(lines, merge, filepath.Join(merge, "templates")); err != nil {
		e.skips.close()
	}
	return err
}

// earlierArticles gives the articles files of the other batches.
func (e *engine) earlierArticles() (paths []string) {
	for i := range e.old.Batches {
		if b := &e.old.Batches[i]; b.Name != e.batch.Name {
			paths = append(paths, e.options.Out.BatchFiles(b, "articles")...)
		}
	}
	return paths
}

func (e *engine) processAll(ctx context.Context) error {
	e.report.Phase("process", e.plan.Bytes)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(e.shardsInFlight())
	for _, s := range e.shards {
		if e.work.process(s).done() {
			e.resumed++
		}
		group.Go(func() error {
			if err := e.process(ctx, s); err != nil {
				return err
			}
			e.log.Debug("shard done", "shard", s.name())
			return nil
		})
	}
	return group.Wait()
}

// read gives the items of sections in plan order, with their ordinals.
func (e *engine) read(ctx context.Context, sections []section, first int, emit func(entry) error) error {
	ordinal := first
	limits := source.Limits{PageBytes: e.config.PageBytes}
	for i := range sections {
		if err := check(ctx); err != nil {
			return err
		}
		file := &e.plan.Files[sections[i].file]
		if err := file.unchanged(); err != nil {
			return err
		}
		size, done := sections[i].size(), int64(0)
		advance := func(to int64) {
			if to = min(to, size); to > done {
				e.report.Advance(to - done)
				done = to
			}
		}
		err := source.Read(ctx, sections[i].Section, limits, func(item source.Item) error {
			advance(item.Read)
			ordinal++
			return emit(entry{Item: item, ordinal: ordinal - 1, section: i})
		})
		if err == nil {
			err = file.unchanged()
		}
		if err != nil {
			return err
		}
		advance(size)
	}
	return nil
}

// size gives the stored bytes of a section, about.
func (s section) size() int64 {
	if s.File.Format == source.ParquetFile {
		return s.bytes
	}
	end := s.End
	if end < 0 {
		end = s.File.Size
	}
	return end - s.Start
}

// WorkPlan is the note that a run leaves of what it is about to do.
type WorkPlan struct {
	Batch string `json:"batch"`
	Files int    `json:"files"`
	Bytes int64  `json:"bytes"`
	Units int    `json:"units"`
}

// tidy removes the work in progress: after a commit all of it is of another time.
func (e *engine) tidy() error {
	if err := os.RemoveAll(e.spoolPath()); err != nil { // of a run that was killed
		return err
	}
	return os.RemoveAll(e.options.Out.Hidden("work"))
}

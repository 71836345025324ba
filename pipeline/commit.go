package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/link"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// books are the counts of a batch, made of the receipts of its shards.
type books struct {
	files   []dataset.Counts // by index of the file in the plan
	all     dataset.Counts
	rejects map[string]int64 // by code
	parts   map[string][]string
}

// reckon adds up the receipts of all shards.
func (e *engine) reckon() error {
	b := books{files: make([]dataset.Counts, len(e.plan.Files)), rejects: map[string]int64{}, parts: map[string][]string{}}
	for _, s := range e.shards {
		work := e.work.process(s)
		var receipt processReceipt
		if err := work.receipt(&receipt); err != nil {
			return err
		}
		for i, counts := range receipt.Files {
			b.files[i].Add(counts)
			b.all.Add(counts)
		}
		for code, n := range receipt.Rejects {
			b.rejects[code] += n
		}
		for _, part := range receipt.Parts {
			b.parts[part.Table] = append(b.parts[part.Table], work.in(string(work), part.Path))
		}
	}
	e.books = b
	return nil
}

// commit joins the shards' parts, links the dataset as it will be, and makes all of it
// visible at once.
func (e *engine) commit(ctx context.Context) error {
	if err := e.reckon(); err != nil {
		return err
	}
	all := e.books.all
	if good := all.Articles + all.Rejects; good > 0 && float64(all.Rejects)/float64(good) > e.config.MaxBadRatio {
		return fmt.Errorf("%w: %d of %d, max_bad_ratio is %g; nothing was committed; most frequent: %s",
			ErrTooBad, all.Rejects, good, e.config.MaxBadRatio, mostFrequent(e.books.rejects))
	}
	staged := &staging{out: e.options.Out, root: e.work.path("commit")}
	if err := os.RemoveAll(staged.root); err != nil {
		return err
	}
	if err := e.joinParts(ctx, staged); err != nil {
		return err
	}
	e.batch.Counts = all
	next := e.old.With(e.batch, nil, e.meta.Build)
	linked, err := relink(ctx, &linking{
		out: e.options.Out, manifest: next, old: e.old, fresh: &e.batch, staged: staged, tellings: e.books.parts["event_mentions"],
		temp: e.work.path("link"), memory: e.config.Memory / 2, report: e.report,
	})
	if err != nil {
		return err
	}
	if err := check(ctx); err != nil {
		return err
	}
	e.log.Info("commit", "batch", e.batch.Name, "files", len(staged.renames))
	if err := e.options.Out.Commit(staged.renames, e.old, e.old.With(e.batch, linked, e.meta.Build)); err != nil {
		return err
	}
	e.warnOfKnown()
	e.old = e.old.With(e.batch, linked, e.meta.Build)
	return e.tidy()
}

// warnOfKnown names the batches that may have left pages out because the batch that is replaced
// held them: of what the new one lacks, the dataset has no copy any more. And it tells who asked
// for a table that known pages are not in it.
func (e *engine) warnOfKnown() {
	if e.config.Tables != "" && e.books.all.Known > 0 {
		e.log.Warn("pages that an earlier batch holds are not stored again, and have no rows in the table that was asked for; build that batch again with it and --replace",
			"tables", e.config.Tables, "known", e.books.all.Known)
	}
	if e.old.Batch(e.batch.Name) == nil {
		return
	}
	for _, b := range e.old.Batches {
		if b.Name != e.batch.Name && b.Counts.Known > 0 {
			e.log.Warn("pages that the replaced batch held were known to another one; build that again too, with --replace, to have them all",
				"replaced", e.batch.Name, "batch", b.Name, "known", b.Counts.Known)
		}
	}
}

// joins is how many tables are joined at a time: one is written while another waits for the disk.
const joins = 2

// joinParts puts the tables of the batch into files of their final size.
func (e *engine) joinParts(ctx context.Context, staged *staging) error {
	e.report.Phase("join", int64(len(schemas.All)))
	joined := make([][]sink.Part, len(schemas.All))
	folder := func(t *schemas.Table) string { return path.Join(t.Name, "batch="+e.batch.Name) }
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(joins)
	for i, t := range schemas.All {
		group.Go(func() (err error) {
			defer e.report.Advance(1)
			switch {
			case t.Linked || t.Optional && !e.config.wants(t.Name):
			case t.Name == "inputs":
				joined[i], err = e.writeInputs(staged.path(folder(t)))
			default:
				joined[i], err = sink.Join(ctx, t, e.meta, e.books.parts[t.Name], staged.path(folder(t)), partBytes)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, t := range schemas.All {
		e.batch.Files = append(e.batch.Files, staged.add(folder(t), joined[i])...)
	}
	slices.SortFunc(e.batch.Files, func(a, b dataset.File) int { return strings.Compare(a.Path, b.Path) })
	return nil
}

func (e *engine) writeInputs(dir string) ([]sink.Part, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	w, err := sink.Create[schemas.Input](filepath.Join(dir, sink.PartName(0)), schemas.Named("inputs"), e.meta)
	if err != nil {
		return nil, err
	}
	for i, f := range e.plan.Files {
		c := e.books.files[i]
		row := schemas.Input{
			SourcePath: f.Rel, Bytes: f.Size, SHA256: f.SHA256, Records: c.Records,
			Articles: c.Articles, Rejects: c.Rejects, Repeated: c.Repeated, Known: c.Known,
		}
		if err := w.Write([]schemas.Input{row}); err != nil {
			w.Abort()
			return nil, err
		}
	}
	part, err := w.Close()
	return []sink.Part{part}, err
}

func mostFrequent(rejects map[string]int64) string {
	var codes []string
	for code := range rejects {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int {
		if rejects[a] != rejects[b] {
			return int(rejects[b] - rejects[a])
		}
		return strings.Compare(a, b)
	})
	for i, code := range codes {
		codes[i] = fmt.Sprintf("%s %d", code, rejects[code])
	}
	return shortList(codes)
}

// staging is a folder that holds files as they will lie in the dataset.
type staging struct {
	out     dataset.Dataset
	root    string
	renames []dataset.Rename
}

func (s *staging) path(name string) string { return filepath.Join(s.root, filepath.FromSlash(name)) }

// add notes finished files of a folder for the commit and gives them as the manifest will
// name them.
func (s *staging) add(folder string, parts []sink.Part) []dataset.File {
	from, err := filepath.Rel(s.out.Dir, s.root)
	if err != nil {
		panic(err) // the staging folder stands inside the dataset
	}
	var files []dataset.File
	for _, p := range parts {
		name := path.Join(folder, filepath.Base(p.Path))
		files = append(files, dataset.File{Path: name, Rows: p.Rows, Bytes: p.Bytes, SHA256: p.SHA256})
		s.renames = append(s.renames, dataset.Rename{From: path.Join(filepath.ToSlash(from), name), To: name, SHA256: p.SHA256})
	}
	return files
}

// linking is what relink needs: the dataset as it will be.
type linking struct {
	out      dataset.Dataset
	manifest *dataset.Manifest
	old      *dataset.Manifest
	fresh    *dataset.Batch // still staged; nil where all batches are committed
	staged   *staging
	tellings []string // event_mentions files of the fresh batch
	temp     string
	memory   int64
	report   Reporter
}

// linkedMeta is what linked files say of how they were made: by this build, of batches of one
// configuration or of several.
func linkedMeta(m *dataset.Manifest) sink.Meta {
	var configs []string
	for _, b := range m.Batches {
		if !slices.Contains(configs, b.ConfigSHA256) {
			configs = append(configs, b.ConfigSHA256)
		}
	}
	slices.Sort(configs)
	return sink.Meta{Build: Build(), ConfigSHA256: strings.Join(configs, ",")}
}

// relink rebuilds the linked tables in the staging folder.
func relink(ctx context.Context, l *linking) ([]dataset.File, error) {
	var batches []link.Batch
	keep := map[string]bool{}
	for i := range l.manifest.Batches {
		b := &l.manifest.Batches[i]
		batch := link.Batch{Name: b.Name, Runs: l.out.Hidden("runs", runsOf(b))}
		keep[filepath.Base(batch.Runs)] = true
		if l.fresh != nil && b.Name == l.fresh.Name {
			batch.Articles, batch.Mentions = l.stagedFiles("articles"), l.stagedFiles("mentions")
			batch.Tellings = l.tellings
			if batch.Tellings == nil {
				batch.Tellings = []string{}
			}
		} else {
			batch.Articles, batch.Mentions = l.out.BatchFiles(b, "articles"), l.out.BatchFiles(b, "mentions")
		}
		batches = append(batches, batch)
	}
	l.dropRuns(keep)
	parts, err := link.Run(ctx, batches, l.out.TableFiles(l.old, "event_mentions"), l.staged.root, link.Options{
		Memory: l.memory, Temp: l.temp, Meta: linkedMeta(l.manifest), PartBytes: partBytes,
		Progress: func(stage string, done, total int64) {
			if done == 0 {
				l.report.Phase("link: "+stage, total)
			}
		},
	})
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	var files []dataset.File
	for _, p := range parts {
		files = append(files, l.staged.add(p.Table, []sink.Part{p})...)
	}
	slices.SortFunc(files, func(a, b dataset.File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// runsOf names the folder of a batch's runs by what stands in its files. Its digest would not do:
// that is of what went in, and what came out depends on the pages that other batches hold.
func runsOf(b *dataset.Batch) string {
	hash := sha256.New()
	fmt.Fprintln(hash, b.Digest)
	for _, f := range b.Files {
		fmt.Fprintln(hash, f.Path, f.SHA256)
	}
	return b.Name + "-" + hex.EncodeToString(hash.Sum(nil))[:12]
}

func (l *linking) stagedFiles(table string) (paths []string) {
	for _, f := range l.fresh.Files {
		if f.Table() == table {
			paths = append(paths, l.staged.path(f.Path))
		}
	}
	return paths
}

// dropRuns removes runs of batches that are no more. Failing to costs disk only.
func (l *linking) dropRuns(keep map[string]bool) {
	entries, _ := os.ReadDir(l.out.Hidden("runs"))
	for _, e := range entries {
		if !keep[e.Name()] {
			os.RemoveAll(l.out.Hidden("runs", e.Name()))
		}
	}
}

// LinkAgain rebuilds the linked tables of a dataset from its committed tables, without
// reading a page.
func LinkAgain(ctx context.Context, out dataset.Dataset, c Config, report Reporter) error {
	if report == nil {
		report = silent{}
	}
	if err := out.Settle(); err != nil {
		return err
	}
	if _, err := out.Read(); err != nil {
		return err
	}
	if err := out.Prepare(); err != nil { // a copy may have come without DIR/.newsmill
		return err
	}
	unlock, err := out.Lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := out.Recover(); err != nil {
		return err
	}
	m, err := out.Read()
	if err != nil {
		return err
	}
	work := out.Hidden("work", "link")
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(filepath.Join(work, "temp"), 0o777); err != nil {
		return err
	}
	staged := &staging{out: out, root: filepath.Join(work, "commit")}
	linked, err := relink(ctx, &linking{
		out: out, manifest: m, old: m, staged: staged, temp: filepath.Join(work, "temp"),
		memory: c.Memory / 2, report: report,
	})
	if err != nil {
		return err
	}
	return out.Commit(staged.renames, m, m.With(dataset.Batch{}, linked, Build()))
}

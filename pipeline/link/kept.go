package link

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/schemas"
)

// The runs of a batch, each sorted:
//
//	articles  article_id, published_at, text_hash, url, domain, title
//	entities  entity_id, surface, name, type, country, ids, point; then mentions and articles
//	names     article_id, entity_id: which entities an article names
//	tellings  event_mention_id, the row of event_mentions
var runKinds = []string{"articles", "entities", "names", "tellings"}

// runForm counts the forms that records of runs have had. It must go up where one changes that
// is not made of the columns of a row struct.
const runForm = 1

// runMark stands in the names of runs, so that those of a build whose records had another form
// are made again and not misread.
var runMark = sync.OnceValue(func() string {
	form := strconv.AppendInt(nil, runForm, 10)
	row := reflect.TypeFor[schemas.EventMention]()
	for i := range row.NumField() {
		form = appendText(appendText(form, row.Field(i).Name), row.Field(i).Type.String())
	}
	return strconv.FormatUint(xxh3.Hash(form), 16)
})

func (b *Batch) run(kind string) string { return filepath.Join(b.Runs, kind+"-"+runMark()+".run") }

// dropRuns removes all runs of the batch, those of other builds too.
func (b *Batch) dropRuns() error {
	files, err := os.ReadDir(b.Runs)
	if err != nil {
		return err
	}
	for _, file := range files {
		kind, _, _ := strings.Cut(strings.TrimSuffix(file.Name(), ".run"), "-")
		if filepath.Ext(file.Name()) != ".run" || !slices.Contains(runKinds, kind) {
			continue
		}
		if err := os.Remove(filepath.Join(b.Runs, file.Name())); err != nil {
			return err
		}
	}
	return nil
}

// makeRuns makes the runs of those batches whose runs are not there or are damaged.
func (l *linker) makeRuns() error {
	for i := range l.batches {
		b := &l.batches[i]
		whole, err := b.whole()
		if err != nil {
			return err
		}
		if whole {
			continue
		}
		if err := os.MkdirAll(b.Runs, 0o777); err != nil {
			return err
		}
		if err := b.dropRuns(); err != nil {
			return err
		}
		for _, run := range []func(*Batch) error{l.articlesRun, l.namesRuns, l.tellingsRun} {
			if err := run(b); err != nil {
				return fmt.Errorf("batch %s: %w", b.Name, err)
			}
		}
	}
	return nil
}

func (b *Batch) whole() (bool, error) {
	for _, kind := range runKinds {
		err := extsort.Check(b.run(kind))
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, extsort.ErrDamaged) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

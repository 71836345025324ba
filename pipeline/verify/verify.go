// Package verify checks that a dataset is what its manifest says and what the contract
// promises: files by size and hash, schemas, unique keys, resolved foreign keys, closed sets of values, offsets that
// slice back to their evidence, books that balance. It reads everything and changes nothing;
// memory is bounded by external sorts.
package verify

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// Report is what a check found.
type Report struct {
	Files    int      `json:"files"`
	Rows     int64    `json:"rows"`
	Problems []string `json:"problems"`  // at most most of them, in the order in which they were found
	Found    int      `json:"found"`     // all of them
	Offsets  int64    `json:"offsets"`   // spans that were sliced
	KeysRead int64    `json:"keys_read"` // keys and foreign keys that were compared
}

// most bounds the problems that are told; the rest is only counted.
const most = 100

type checker struct {
	Report
	ctx      context.Context
	data     dataset.Dataset
	manifest *dataset.Manifest
	temp     string
}

// Run checks a dataset. temp is a folder for sorting; progress, which may be nil, is told
// what is being checked. An error says that the check could not be made, not that it failed.
func Run(ctx context.Context, data dataset.Dataset, temp string, progress func(what string)) (*Report, error) {
	if progress == nil {
		progress = func(string) {}
	}
	manifest, err := data.Read()
	if err != nil {
		return nil, err
	}
	c := &checker{ctx: ctx, data: data, manifest: manifest, temp: temp}
	progress("files")
	if err := c.files(); err != nil {
		return nil, err
	}
	if c.Found > 0 { // what follows reads the files and would only stumble over the same
		return &c.Report, nil
	}
	steps := []struct {
		name string
		run  func() error
	}{{"keys", c.keys}, {"foreign keys", c.foreignKeys}, {"values", c.enumerations}, {"offsets", c.offsets}, {"books", c.books}}
	for _, step := range steps {
		progress(step.name)
		if err := step.run(); err != nil {
			return nil, fmt.Errorf("verify %s: %w", step.name, err)
		}
	}
	return &c.Report, nil
}

func (c *checker) problem(format string, args ...any) {
	c.Found++
	if len(c.Problems) < most {
		c.Problems = append(c.Problems, fmt.Sprintf(format, args...))
	}
}

// files compares the manifest with what lies there.
func (c *checker) files() error {
	named := map[string]bool{}
	rows := map[string]int64{}
	for f := range c.manifest.Files {
		if err := context.Cause(c.ctx); err != nil {
			return err
		}
		named[f.Path] = true
		rows[f.Table()] += f.Rows
		c.Files++
		c.Rows += f.Rows
		c.file(f)
	}
	for _, t := range schemas.All {
		if rows[t.Name] != c.manifest.Rows[t.Name] {
			c.problem("manifest.json: %d rows of %s in all, its files have %d", c.manifest.Rows[t.Name], t.Name, rows[t.Name])
		}
		if err := c.strays(t.Name, named); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) file(f dataset.File) {
	path := c.data.Path(f.Path)
	info, err := os.Stat(path)
	if err != nil {
		c.problem("%s: %v", f.Path, errors.Unwrap(err))
		return
	}
	if info.Size() != f.Bytes {
		c.problem("%s: %d bytes, the manifest says %d", f.Path, info.Size(), f.Bytes)
		return
	}
	sum, err := dataset.HashFile(path)
	if err != nil {
		c.problem("%s: %v", f.Path, err)
		return
	}
	if sum != f.SHA256 {
		c.problem("%s: SHA-256 is %s, the manifest says %s", f.Path, sum, f.SHA256)
		return
	}
	if err := c.footer(f, path); err != nil {
		c.problem("%s: %v", f.Path, err)
	}
}

// footer checks what a file says of itself.
func (c *checker) footer(f dataset.File, path string) error {
	table := schemas.Named(f.Table())
	if table == nil {
		return fmt.Errorf("no table has this name")
	}
	opened, err := sink.Open(path)
	if err != nil {
		return err
	}
	defer opened.Close()
	if opened.NumRows() != f.Rows {
		return fmt.Errorf("%d rows, the manifest says %d", opened.NumRows(), f.Rows)
	}
	if !parquet.EqualNodes(opened.Schema(), table.Schema) {
		return fmt.Errorf("its schema is not that of %s", table.Name)
	}
	for key, want := range map[string]string{"newsmill.schema_version": schemas.Version, "newsmill.table": table.Name, "newsmill.primary_key": strings.Join(table.Key, ",")} {
		if got, _ := opened.Lookup(key); got != want {
			return fmt.Errorf("metadata %s is %q, should be %q", key, got, want)
		}
	}
	return nil
}

// strays finds files in a table's folder that the manifest does not name: readers of the
// folder would take them in, or refuse the folder for them.
func (c *checker) strays(table string, named map[string]bool) error {
	root := filepath.Join(c.data.Dir, table)
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(c.data.Dir, path)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); !named[name] {
			c.problem("%s: the manifest does not name it; move it out of the table's folder", name)
		}
		return nil
	})
}

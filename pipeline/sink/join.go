package sink

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/schemas"
)

// Join puts the parts of a table, in their order, into files dir/part-00000.parquet and so on
// of about limit bytes. Row groups are copied as they are, without decoding. There is at
// least one file, so that the schema of an empty table can be read.
func Join(ctx context.Context, t *schemas.Table, meta Meta, parts []string, dir string, limit int64) ([]Part, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	j := joiner{table: t, meta: meta, dir: dir, limit: limit}
	for _, path := range parts {
		if err := ctx.Err(); err != nil {
			j.abort()
			return nil, err
		}
		if err := j.add(path); err != nil {
			j.abort()
			return nil, fmt.Errorf("join %s: %w", path, err)
		}
	}
	if err := j.close(); err != nil {
		return nil, err
	}
	return j.done, nil
}

type joiner struct {
	table  *schemas.Table
	meta   Meta
	dir    string
	limit  int64
	out    *file
	writer *parquet.GenericWriter[any] // row groups only: the schema is the table's
	rows   int64
	done   []Part
}

func (j *joiner) open() error {
	options, err := options(j.table, j.meta)
	if err != nil {
		return err
	}
	j.out, err = create(filepath.Join(j.dir, PartName(len(j.done))))
	if err != nil {
		return err
	}
	j.writer = parquet.NewGenericWriter[any](j.out, options...)
	j.rows = 0
	return nil
}

// PartName gives the name of the n-th file of a table.
func PartName(n int) string { return fmt.Sprintf("part-%05d.parquet", n) }

func (j *joiner) add(path string) error {
	file, err := Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	for _, group := range file.RowGroups() {
		if group.NumRows() == 0 {
			continue
		}
		if j.writer != nil && j.out.size >= j.limit {
			if err := j.close(); err != nil {
				return err
			}
		}
		if j.writer == nil {
			if err := j.open(); err != nil {
				return err
			}
		}
		n, err := j.writer.WriteRowGroup(group)
		if err != nil {
			return err
		}
		j.rows += n
	}
	return nil
}

func (j *joiner) close() error {
	if j.writer == nil {
		if len(j.done) > 0 {
			return nil
		}
		if err := j.open(); err != nil {
			return err
		}
	}
	if err := j.writer.Close(); err != nil {
		j.abort()
		return fmt.Errorf("write %s: %w", j.out.path, err)
	}
	part, err := j.out.finish(j.table.Name, j.rows)
	if err != nil {
		return err
	}
	j.done = append(j.done, part)
	j.writer, j.out = nil, nil
	return nil
}

func (j *joiner) abort() {
	if j.out != nil {
		j.out.abort()
	}
}

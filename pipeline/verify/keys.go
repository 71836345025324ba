package verify

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

const sortBytes = 32 << 20

// keys checks that every table's primary key is unique over the dataset; for tables whose
// rows belong to a file of a batch, within the batch.
func (c *checker) keys() error {
	for _, t := range schemas.All {
		for _, scope := range c.scopes(t) {
			sorter := extsort.New(c.temp, sortBytes)
			err := c.uniqueIn(t, scope, sorter)
			sorter.Close()
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// scopes gives the groups of files within which a table's key is unique. A file's path comes
// again in every batch that reads the file again: inputs and rejects are books of a batch.
func (c *checker) scopes(t *schemas.Table) [][]string {
	if t.Key[0] != "source_path" {
		return [][]string{c.data.TableFiles(c.manifest, t.Name)}
	}
	var scopes [][]string
	for i := range c.manifest.Batches {
		scopes = append(scopes, c.data.BatchFiles(&c.manifest.Batches[i], t.Name))
	}
	return scopes
}

func (c *checker) uniqueIn(t *schemas.Table, files []string, sorter *extsort.Sorter) error {
	for key, err := range c.values(files, t.Key) {
		if err != nil {
			return err
		}
		c.KeysRead++
		if err := sorter.Add(key); err != nil {
			return err
		}
	}
	var last []byte
	first := true
	for key, err := range sorter.Sorted() {
		if err != nil {
			return err
		}
		if !first && bytes.Equal(key, last) {
			c.problem("%s: key %s comes twice", t.Name, printable(key))
		}
		first, last = false, append(last[:0], key...)
	}
	return nil
}

// foreignKeys checks that every value of a column that holds keys of another table is there.
func (c *checker) foreignKeys() error {
	for _, t := range schemas.All {
		for _, ref := range t.Refs {
			if err := c.resolved(t, ref); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) resolved(t *schemas.Table, ref schemas.Ref) error {
	keys, values := extsort.New(c.temp, sortBytes), extsort.New(c.temp, sortBytes)
	defer keys.Close()
	defer values.Close()
	target := schemas.Named(ref.Table)
	if err := c.fill(keys, target, target.Key[0]); err != nil {
		return err
	}
	if err := c.fill(values, t, ref.Column); err != nil {
		return err
	}
	next, stop := iter.Pull2(keys.Sorted())
	defer stop()
	key, err, ok := next()
	var missing []byte
	for value, failed := range values.Sorted() {
		if failed != nil {
			return failed
		}
		for ok && err == nil && bytes.Compare(key, value) < 0 {
			key, err, ok = next()
		}
		if err != nil {
			return err
		}
		if (!ok || !bytes.Equal(key, value)) && !bytes.Equal(missing, value) {
			c.problem("%s: %s %s is no key of %s", t.Name, ref.Column, printable(value), ref.Table)
			missing = append(missing[:0], value...)
		}
	}
	return nil
}

// fill puts the values of a column that are not NULL into a sorter.
func (c *checker) fill(sorter *extsort.Sorter, t *schemas.Table, column string) error {
	for value, err := range c.values(c.data.TableFiles(c.manifest, t.Name), []string{column}) {
		if err != nil {
			return err
		}
		if len(value) == 0 {
			continue
		}
		c.KeysRead++
		if err := sorter.Add(value); err != nil {
			return err
		}
	}
	return nil
}

// values gives some columns of each row, joined by NUL, "" for NULL.
func (c *checker) values(files []string, columns []string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, path := range files {
			if err := context.Cause(c.ctx); err != nil {
				yield(nil, err)
				return
			}
			if !valuesOf(path, columns, yield) {
				return
			}
		}
	}
}

func valuesOf(path string, columns []string, yield func([]byte, error) bool) bool {
	fail := func(err error) bool { return yield(nil, fmt.Errorf("read %s: %w", path, err)) && false }
	file, err := sink.Open(path)
	if err != nil {
		return fail(err)
	}
	defer file.Close()
	var key []byte
	for _, group := range file.RowGroups() {
		readers := make([]*columnReader, len(columns))
		for i, name := range columns {
			leaf, ok := file.Schema().Lookup(name)
			if !ok {
				return fail(fmt.Errorf("no column %s", name))
			}
			readers[i] = &columnReader{pages: group.ColumnChunks()[leaf.ColumnIndex].Pages(), buffer: make([]parquet.Value, 256)}
			defer readers[i].pages.Close()
		}
		for range group.NumRows() {
			key = key[:0]
			for i, r := range readers {
				value, err := r.next()
				if err != nil {
					return fail(err)
				}
				if i > 0 {
					key = append(key, 0)
				}
				if !value.IsNull() {
					key = value.AppendKey(key)
				}
			}
			if !yield(key, nil) {
				return false
			}
		}
	}
	return true
}

// columnReader gives the values of one flat column, one after the other.
type columnReader struct {
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buffer []parquet.Value
	at, n  int
}

type keyValue struct{ parquet.Value }

// AppendKey appends a value so that equal values give equal bytes and a key reads well.
func (v keyValue) AppendKey(to []byte) []byte {
	if v.Kind() == parquet.ByteArray {
		return append(to, v.ByteArray()...)
	}
	return fmt.Appendf(to, "%v", v.Value)
}

func (r *columnReader) next() (keyValue, error) {
	for r.at == r.n {
		if r.values == nil {
			page, err := r.pages.ReadPage()
			if err != nil {
				return keyValue{}, err
			}
			parquet.Release(r.page)
			r.page, r.values = page, page.Values()
		}
		n, err := r.values.ReadValues(r.buffer)
		r.at, r.n = 0, n
		if err == io.EOF {
			r.values = nil
		} else if err != nil {
			return keyValue{}, err
		}
	}
	r.at++
	return keyValue{r.buffer[r.at-1]}, nil
}

func printable(key []byte) string {
	const longest = 200
	return fmt.Sprintf("%q", bytes.ReplaceAll(key[:min(len(key), longest)], []byte{0}, []byte{'/'}))
}

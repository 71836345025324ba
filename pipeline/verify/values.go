package verify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// enumerations checks that columns whose values are of a closed set hold no other.
func (c *checker) enumerations() error {
	for _, t := range schemas.All {
		for i := range t.Columns {
			column := &t.Columns[i]
			if column.Values == nil {
				continue
			}
			for _, path := range c.data.TableFiles(c.manifest, t.Name) {
				if err := context.Cause(c.ctx); err != nil {
					return err
				}
				if err := c.oneOf(t, column, path); err != nil {
					return fmt.Errorf("read %s of %s: %w", column.Name, path, err)
				}
			}
		}
	}
	return nil
}

func (c *checker) oneOf(t *schemas.Table, column *schemas.Column, path string) error {
	file, err := sink.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	leaf, ok := file.Schema().Lookup(column.Name)
	if column.Type == "list<string>" {
		leaf, ok = file.Schema().Lookup(column.Name, "list", "element")
	}
	if !ok {
		return errors.New("there is no such column")
	}
	told := map[string]bool{} // each foreign value once in a file
	buffer := make([]parquet.Value, 256)
	for _, group := range file.RowGroups() {
		pages := group.ColumnChunks()[leaf.ColumnIndex].Pages()
		err := eachValue(pages, buffer, func(v parquet.Value) {
			if v.IsNull() || slices.Contains(column.Values, string(v.ByteArray())) || told[v.String()] {
				return
			}
			told[v.String()] = true
			c.problem("%s: %s %q is none of its values %v", t.Name, column.Name, v.String(), column.Values)
		})
		if closed := pages.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func eachValue(pages parquet.Pages, buffer []parquet.Value, do func(parquet.Value)) error {
	for {
		page, err := pages.ReadPage()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		for values := page.Values(); err == nil; {
			var n int
			n, err = values.ReadValues(buffer)
			for _, v := range buffer[:n] {
				do(v)
			}
		}
		parquet.Release(page)
		if err != io.EOF {
			return err
		}
	}
}

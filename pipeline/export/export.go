// Package export streams a table to programs that would rather not read Parquet: as an Arrow
// IPC stream, as JSON Lines, or words as a treebank.
package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// A record batch ends at so many rows, or at so many bytes of text: int32 offsets bound a
// column of strings, and the reader's memory bounds both.
const (
	batchRows  = 8192
	batchBytes = 8 << 20
)

// Arrow writes a table as one Arrow IPC stream, with the columns' descriptions in the schema.
// The column batch, which stands in the paths of a table's files, is not part of it.
func Arrow(ctx context.Context, data dataset.Dataset, t *schemas.Table, w io.Writer) error {
	schema := t.Arrow()
	out := ipc.NewWriter(w, ipc.WithSchema(schema))
	builder := array.NewRecordBuilder(memory.NewGoAllocator(), schema)
	defer builder.Release()
	rows, size := 0, 0
	flush := func() error {
		record := builder.NewRecord()
		defer record.Release()
		rows, size = 0, 0
		return out.Write(record)
	}
	err := eachRow(ctx, data, t, func(values [][]parquet.Value) error {
		for i, column := range values {
			n, err := appendTo(builder.Field(i), column)
			if err != nil {
				return fmt.Errorf("column %s: %w", t.Columns[i].Name, err)
			}
			size += n
		}
		rows++
		if rows < batchRows && size < batchBytes {
			return nil
		}
		return flush()
	})
	if err == nil && rows > 0 {
		err = flush()
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", t.Name, err)
	}
	return out.Close()
}

// appendTo appends one column of one row and gives the bytes of text in it.
func appendTo(builder array.Builder, values []parquet.Value) (int, error) {
	if list, ok := builder.(*array.ListBuilder); ok {
		list.Append(true)
		size := 0
		for _, v := range values {
			if v.IsNull() { // an empty list has one value, at a lower definition level
				continue
			}
			list.ValueBuilder().(*array.StringBuilder).Append(string(v.ByteArray()))
			size += len(v.ByteArray())
		}
		return size, nil
	}
	v := values[0]
	if v.IsNull() {
		builder.AppendNull()
		return 0, nil
	}
	switch b := builder.(type) {
	case *array.StringBuilder:
		b.Append(string(v.ByteArray()))
		return len(v.ByteArray()), nil
	case *array.BinaryBuilder:
		b.Append(v.ByteArray())
		return len(v.ByteArray()), nil
	case *array.Int32Builder:
		b.Append(v.Int32())
	case *array.Int64Builder:
		b.Append(v.Int64())
	case *array.Float64Builder:
		b.Append(v.Double())
	case *array.BooleanBuilder:
		b.Append(v.Boolean())
	case *array.Date32Builder:
		b.Append(arrow.Date32(v.Int32()))
	case *array.TimestampBuilder:
		b.Append(arrow.Timestamp(v.Int64()))
	default:
		return 0, fmt.Errorf("no way to write %T", b)
	}
	return 8, nil
}

// JSONL writes a table as JSON Lines, keys in the order of the columns. Dates are written as
// 2026-03-02, times as 2026-03-02T05:00:00Z, bytes in base64.
func JSONL(ctx context.Context, data dataset.Dataset, t *schemas.Table, w io.Writer) error {
	out := bufio.NewWriterSize(w, 256<<10)
	names := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		name, err := json.Marshal(c.Name)
		if err != nil {
			return err
		}
		names[i] = append(name, ':')
	}
	var line []byte
	err := eachRow(ctx, data, t, func(values [][]parquet.Value) (err error) {
		line = append(line[:0], '{')
		for i, column := range values {
			if i > 0 {
				line = append(line, ',')
			}
			line = append(line, names[i]...)
			if line, err = appendJSON(line, t.Columns[i].Type, column); err != nil {
				return fmt.Errorf("column %s: %w", t.Columns[i].Name, err)
			}
		}
		_, err = out.Write(append(line, '}', '\n'))
		return err
	})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", t.Name, err)
	}
	return nil
}

// eachRow gives the rows of a table, each as its columns' values.
func eachRow(ctx context.Context, data dataset.Dataset, t *schemas.Table, row func([][]parquet.Value) error) error {
	m, err := data.Read()
	if err != nil {
		return err
	}
	columns := make([][]parquet.Value, len(t.Columns))
	for _, path := range data.TableFiles(m, t.Name) {
		if err := rowsOf(ctx, path, columns, row); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

func rowsOf(ctx context.Context, path string, columns [][]parquet.Value, row func([][]parquet.Value) error) error {
	file, err := sink.Open(path, parquet.ReadBufferSize(256<<10))
	if err != nil {
		return err
	}
	defer file.Close()
	buffer := make([]parquet.Row, 64)
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		for {
			if err := context.Cause(ctx); err != nil {
				rows.Close()
				return err
			}
			n, err := rows.ReadRows(buffer)
			for _, r := range buffer[:n] {
				for i := range columns {
					columns[i] = columns[i][:0]
				}
				for _, v := range r { // leaf columns are the table's columns: none is nested
					columns[v.Column()] = append(columns[v.Column()], v)
				}
				if failed := row(columns); failed != nil {
					rows.Close()
					return failed
				}
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				rows.Close()
				return err
			}
		}
		if err := rows.Close(); err != nil {
			return err
		}
	}
	return nil
}

// Formats are the names of the formats; conllu is for tokens alone.
var Formats = []string{"arrow", "jsonl", "conllu"}

// To writes a table in a named format.
func To(ctx context.Context, data dataset.Dataset, t *schemas.Table, format string, w io.Writer) error {
	m, err := data.Read()
	if err != nil {
		return err
	}
	if t.Optional && len(data.TableFiles(m, t.Name)) == 0 {
		return fmt.Errorf("no batch of %s has %s; run it with --tables +%s, and --replace where its pages are there already", data.Dir, t.Name, t.Name)
	}
	switch format {
	case "conllu":
		return CoNLLU(ctx, data, w)
	case "arrow":
		return Arrow(ctx, data, t, w)
	case "jsonl":
		return JSONL(ctx, data, t, w)
	}
	return fmt.Errorf("no format %q; there are %s", format, strings.Join(Formats, ", "))
}

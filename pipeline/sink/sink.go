// Package sink writes tables to Parquet files and reads them back.
//
// The bytes of a file depend on its rows and its metadata alone. parquet-go's pages end where
// a call of Write ends, so rows are handed on in batches cut by rows and bytes and by nothing
// else, however the caller's slices were cut.
package sink

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"reflect"
	"slices"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/schemas"
)

const (
	batchRows     = 64        // parquet-go's bytes change for other multiples
	batchBytes    = 1 << 20   // so that 64 texts of 50 MB never stand in one page
	rowGroupRows  = 64 << 10  //
	rowGroupBytes = 8 << 20   // of values, before encoding: each open file holds as much
	pageBytes     = 256 << 10 // each column of each open file holds as much
)

// Meta is what every file of a dataset says of how it was made.
type Meta struct {
	Build        string
	ConfigSHA256 string
}

// Part is a finished file.
type Part struct {
	Table  string `json:"table"`
	Path   string `json:"path"`
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Writer writes rows of one table to one file.
type Writer[T any] struct {
	out        *file
	table      *schemas.Table
	parquet    *parquet.GenericWriter[T]
	batch      []T
	batchSize  int // bytes of values in batch
	group      int // rows in the row group
	groupBytes int
	rows       int64
	sizes      sizer
}

// Create makes a file for rows of table t; T must be the table's row struct.
func Create[T any](path string, t *schemas.Table, meta Meta) (*Writer[T], error) {
	if t.Row != reflect.TypeFor[T]() {
		return nil, fmt.Errorf("create %s: rows of %s are no %s", path, t.Name, reflect.TypeFor[T]())
	}
	options, err := options(t, meta)
	if err != nil {
		return nil, err
	}
	out, err := create(path)
	if err != nil {
		return nil, err
	}
	return &Writer[T]{
		out: out, table: t, sizes: newSizer(t.Row), batch: make([]T, 0, batchRows),
		parquet: parquet.NewGenericWriter[T](out, options...),
	}, nil
}

func options(t *schemas.Table, meta Meta) ([]parquet.WriterOption, error) {
	pairs, err := t.Metadata(meta.Build, meta.ConfigSHA256)
	if err != nil {
		return nil, err
	}
	options := []parquet.WriterOption{
		t.Schema,
		parquet.Compression(pageCodec),
		parquet.PageBufferSize(pageBytes),
		parquet.DataPageStatistics(false),
		parquet.WriteBufferSize(0), // file has a buffer of its own
		parquet.CreatedBy("newsmill", schemas.Version, ""),
	}
	// The bounds of a page are whole values: texts would stand in the footer a second time.
	for _, name := range []string{"text", "raw", "message", "summary", "sentence"} {
		if t.Column(name) != nil {
			options = append(options, parquet.SkipPageBounds(name))
		}
	}
	for _, pair := range pairs {
		options = append(options, parquet.KeyValueMetadata(pair[0], pair[1]))
	}
	return options, nil
}

// Write appends rows. The rows' strings must be valid UTF-8: they are made so where text is
// decoded, and a row that is not shows a defect of ours.
func (w *Writer[T]) Write(rows []T) error {
	for i := range rows {
		size, err := w.sizes.row(reflect.ValueOf(&rows[i]).Elem())
		if err != nil {
			return fmt.Errorf("write %s: row %d: %w", w.out.path, w.rows, err)
		}
		w.batch = append(w.batch, rows[i])
		w.batchSize += size
		w.rows++
		if len(w.batch) == batchRows || w.batchSize >= batchBytes {
			if err := w.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *Writer[T]) flush() error {
	// Two rows at once: where nulls in a column are followed by as many values, and these by nulls to
	// the end of what is written at once, parquet-go v0.32 writes the last nulls as empty values
	// (writeRowsFuncOfOptional takes the run of values for the rest of a word of bits).
	for pair := range slices.Chunk(w.batch, 2) {
		if _, err := w.parquet.Write(pair); err != nil {
			return w.wrap(err)
		}
	}
	w.group += len(w.batch)
	w.groupBytes += w.batchSize
	clear(w.batch)
	w.batch, w.batchSize = w.batch[:0], 0
	if w.group >= rowGroupRows || w.groupBytes >= rowGroupBytes {
		w.group, w.groupBytes = 0, 0
		return w.wrap(w.parquet.Flush())
	}
	return nil
}

func (w *Writer[T]) wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write %s: %w", w.out.path, err)
}

// Size gives the bytes written so far; what still waits in a row group is counted as it
// stands in memory.
func (w *Writer[T]) Size() int64 { return w.out.size + int64(w.groupBytes+w.batchSize) }

// Close finishes the file and makes it safe on disk.
func (w *Writer[T]) Close() (Part, error) {
	err := w.flush()
	if err == nil {
		err = w.wrap(w.parquet.Close())
	}
	if err != nil {
		w.Abort()
		return Part{}, err
	}
	return w.out.finish(w.table.Name, w.rows)
}

// Abort drops the file.
func (w *Writer[T]) Abort() { w.out.abort() }

// sizer measures rows and checks their strings.
type sizer struct {
	fixed   int
	strings []int
	lists   []int
	bytes   []int
}

func newSizer(row reflect.Type) sizer {
	var s sizer
	for i := range row.NumField() {
		switch t := row.Field(i).Type; {
		case t.Kind() == reflect.String:
			s.strings = append(s.strings, i)
		case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
			s.lists = append(s.lists, i)
		case t.Kind() == reflect.Slice:
			s.bytes = append(s.bytes, i)
		default:
			s.fixed += 8
		}
	}
	return s
}

func (s *sizer) row(v reflect.Value) (int, error) {
	size := s.fixed
	for _, i := range s.strings {
		text := v.Field(i).String()
		if !utf8.ValidString(text) {
			return 0, fmt.Errorf("column %s is not valid UTF-8: %.80q", v.Type().Field(i).Name, text)
		}
		size += len(text) + 4
	}
	for _, i := range s.lists {
		list := v.Field(i)
		for j := range list.Len() {
			text := list.Index(j).String()
			if !utf8.ValidString(text) {
				return 0, fmt.Errorf("column %s is not valid UTF-8: %.80q", v.Type().Field(i).Name, text)
			}
			size += len(text) + 4
		}
	}
	for _, i := range s.bytes {
		size += v.Field(i).Len() + 4
	}
	return size, nil
}

// file is a file being written: buffered, counted and hashed on the way.
type file struct {
	path   string
	file   *os.File
	buffer *bufio.Writer
	hash   hash.Hash
	size   int64
}

func create(path string) (*file, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err // names the file
	}
	return &file{path: path, file: f, buffer: bufio.NewWriterSize(f, 256<<10), hash: sha256.New()}, nil
}

// Write implements io.Writer.
func (f *file) Write(p []byte) (int, error) {
	n, err := f.buffer.Write(p)
	f.size += int64(n)
	f.hash.Write(p[:n]) // never fails
	return n, err
}

var _ io.Writer = (*file)(nil)

func (f *file) finish(table string, rows int64) (Part, error) {
	err := f.buffer.Flush()
	if err == nil {
		err = f.file.Sync()
	}
	if err != nil {
		f.abort()
		return Part{}, fmt.Errorf("write %s: %w", f.path, err)
	}
	if err := f.file.Close(); err != nil {
		return Part{}, fmt.Errorf("write %s: %w", f.path, err)
	}
	return Part{Table: table, Path: f.path, Rows: rows, Bytes: f.size, SHA256: hex.EncodeToString(f.hash.Sum(nil))}, nil
}

func (f *file) abort() {
	f.file.Close()
	os.Remove(f.path)
}

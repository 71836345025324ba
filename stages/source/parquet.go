package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// spoolRatio and spoolLeast bound what a compressed Parquet file may unfold to on disk. Parquet
// compresses its own pages, so an honest file hardly shrinks any more.
const (
	spoolRatio = 64
	spoolLeast = 64 << 20
)

// columnsWanted are the columns that are read, by name; the others are left alone.
var columnsWanted = []string{"id", "url", "html", "text", "title", "published_at", "crawled_at", "language", "site"}

// parquet reads the rows of a Parquet file. A compressed one is spooled to a temporary file first:
// the format is read from its end.
func (j *job) parquet(file io.ReaderAt, size int64) error {
	f := j.section.File
	if f.Compression != None {
		spool, err := os.CreateTemp("", "newsmill-*.parquet")
		if err != nil {
			return err
		}
		defer os.Remove(spool.Name())
		defer spool.Close()
		stream, err := j.plain(f.Compression)
		limit := spoolRatio*size + spoolLeast
		var n int64
		if err == nil {
			defer stream.Close()
			checked := &dataReader{r: io.LimitReader(stream, limit+1)}
			n, err = io.Copy(spool, checked)
			if err != nil && checked.err == nil {
				return err // the disk that is written to
			}
		}
		if j.disk.err != nil {
			return j.disk.err
		}
		if err != nil {
			code, text := damage(f.Compression, err)
			return j.fault(0, code, j.stored(0), "%s", text)
		}
		if n > limit {
			return j.fault(0, CodeTooLarge, j.stored(0), "it unfolds to more than %d bytes; decompress it beforehand", limit)
		}
		if n == 0 {
			return j.fault(0, CodeEmpty, nil, "nothing is in the compressed file; fetch it again")
		}
		file, size = spool, n
	}
	return j.rows(&diskReader{ctx: j.ctx, file: file}, size)
}

// dataReader remembers an error of what is read, apart from one of what is written.
type dataReader struct {
	r   io.Reader
	err error
}

func (d *dataReader) Read(p []byte) (int, error) {
	n, err := d.r.Read(p)
	if err != nil && err != io.EOF {
		d.err = err
	}
	return n, err
}

// ReadAt lets Parquet be read through the memory for disk errors.
func (d *diskReader) ReadAt(p []byte, at int64) (int, error) {
	n, err := d.file.ReadAt(p, at)
	if err != nil && err != io.EOF && at >= 0 {
		d.err = fmt.Errorf("read at byte %d: %w", at, err)
	}
	return n, err
}

func (j *job) rows(disk *diskReader, size int64) error {
	row := int64(0)
	damaged := func(err error) error {
		if disk.err != nil {
			return disk.err
		}
		return j.fault(row, CodeBadParquet, j.stored(0), "it cannot be read: %v; the file is damaged, cut short or no Parquet: write it again", err)
	}
	var table *parquet.File
	if err := guard(func() (err error) { table, err = openParquet(disk, size); return err }); err != nil {
		return damaged(err)
	}
	schema := table.Schema()
	problem := checkColumns(schema)
	groups := table.RowGroups()
	s := j.section
	end := int64(len(groups))
	if s.End >= 0 {
		end = min(end, s.End)
	}
	for i := int64(0); i < min(s.Start, end); i++ {
		row += groups[i].NumRows()
	}
	if problem != nil {
		if s.Start > 0 {
			return nil // the first section has said it
		}
		return j.fault(0, CodeBadType, j.stored(0), "column %s is %s, wanted is %s; write the file with the types of the contract", problem.field, problem.found, problem.wanted)
	}
	if fieldOf(schema, "html") == nil && fieldOf(schema, "text") == nil {
		if s.Start > 0 {
			return nil
		}
		return j.fault(0, CodeNoContent, j.stored(0), "of the columns html and text it has neither, but %s; write the file with the columns of the contract", namesOf(schema))
	}
	if s.Start == 0 && table.NumRows() == 0 {
		return j.fault(0, CodeEmpty, j.stored(0), "the table has no rows")
	}
	for i := s.Start; i < end; i++ {
		var g *rowGroup
		err := guard(func() (err error) { g = openRowGroup(schema, groups[i]); return nil })
		if err != nil {
			return damaged(err)
		}
		for n := groups[i].NumRows(); n > 0; n-- {
			var r record
			var problem *fieldError
			err := guard(func() (err error) { r, problem, err = g.read(); return err })
			if err != nil {
				g.close()
				return damaged(err)
			}
			if err := j.record(&r, problem, row, append(r.html, r.text...)); err != nil {
				g.close()
				return err
			}
			row++
		}
		g.close()
	}
	return nil
}

// guard turns a panic of the Parquet library on damaged bytes into an error.
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("damaged: %v", r)
		}
	}()
	return f()
}

// checkColumns compares the schema with what is wanted.
func checkColumns(schema *parquet.Schema) *fieldError {
	for _, name := range columnsWanted {
		field := fieldOf(schema, name)
		if field == nil {
			continue
		}
		wanted := "string"
		if name == "published_at" || name == "crawled_at" {
			wanted = "timestamp, date or string"
		}
		if !field.Leaf() || field.Repeated() {
			return &fieldError{name, "a group or list", wanted}
		}
		isTime := wanted != "string" && timeUnit(field.Type()) != 0
		if field.Type().Kind() != parquet.ByteArray && !isTime {
			return &fieldError{name, field.Type().String(), wanted}
		}
	}
	if field := fieldOf(schema, "mentions"); field != nil && mentionColumns(schema) == nil {
		return &fieldError{"mentions", field.String(), "list<struct<char_start int, char_end int, type string>>"}
	}
	return nil
}

func namesOf(schema *parquet.Schema) string {
	var names []string
	for _, field := range schema.Fields() {
		names = append(names, fmt.Sprintf("%q", field.Name()))
	}
	const most = 20
	if len(names) > most {
		names = append(names[:most], "...")
	}
	return strings.Join(names, ", ")
}

func fieldOf(schema *parquet.Schema, name string) parquet.Field {
	for _, field := range schema.Fields() {
		if field.Name() == name {
			return field
		}
	}
	return nil
}

// mentionColumns finds the three leaves of mentions, whatever the list calls its levels.
func mentionColumns(schema *parquet.Schema) []parquet.LeafColumn {
	var found []parquet.LeafColumn
	for _, name := range []string{"char_start", "char_end", "type"} {
		for _, path := range schema.Columns() {
			if path[0] != "mentions" || path[len(path)-1] != name || len(path) < 2 {
				continue
			}
			leaf, ok := schema.Lookup(path...)
			if !ok || leaf.MaxRepetitionLevel != 1 {
				continue
			}
			kind := leaf.Node.Type().Kind()
			if (name == "type") == (kind == parquet.ByteArray) && (kind == parquet.ByteArray || kind == parquet.Int32 || kind == parquet.Int64) {
				found = append(found, leaf)
				break
			}
		}
	}
	if len(found) != 3 {
		return nil
	}
	return found
}

// rowGroup reads the wanted columns of a row group side by side.
type rowGroup struct {
	columns  []*column
	units    []time.Duration // of the columns that hold times
	mentions []*column       // char_start, char_end, type
	leaves   []parquet.LeafColumn
}

func openRowGroup(schema *parquet.Schema, group parquet.RowGroup) *rowGroup {
	g := &rowGroup{}
	chunks := group.ColumnChunks()
	for _, name := range columnsWanted {
		if leaf, ok := schema.Lookup(name); ok {
			g.columns = append(g.columns, &column{name: name, pages: chunks[leaf.ColumnIndex].Pages()})
			g.units = append(g.units, timeUnit(leaf.Node.Type()))
		}
	}
	g.leaves = mentionColumns(schema)
	for _, leaf := range g.leaves {
		g.mentions = append(g.mentions, &column{name: "mentions", pages: chunks[leaf.ColumnIndex].Pages()})
	}
	return g
}

func (g *rowGroup) close() {
	for _, c := range g.columns {
		c.close()
	}
	for _, c := range g.mentions {
		c.close()
	}
}

// read gives the next row. Every column is read even where one is at fault, or they would run apart.
func (g *rowGroup) read() (r record, problem *fieldError, err error) {
	for i, c := range g.columns {
		values, err := c.read()
		if err != nil {
			return r, nil, fmt.Errorf("column %s: %w", c.name, err)
		}
		v := values[0]
		if v.IsNull() {
			continue
		}
		if v.Kind() == parquet.ByteArray {
			text := v.ByteArray()
			if !utf8.Valid(text) {
				text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
			}
			if p := r.set(c.name, text); p != nil && problem == nil {
				problem = p
			}
			continue
		}
		at, precision := timeOf(v, g.units[i])
		if c.name == "crawled_at" {
			r.given.CrawledAt = at
		} else {
			r.given.PublishedAt, r.given.PublishedPrecision = at, precision
		}
	}
	if p, err := g.readMentions(&r); err != nil {
		return r, nil, err
	} else if p != nil && problem == nil {
		problem = p
	}
	return r, problem, nil
}

func (g *rowGroup) readMentions(r *record) (*fieldError, error) {
	if g.mentions == nil {
		return nil, nil
	}
	var lists [3][]parquet.Value
	for i, c := range g.mentions {
		var err error
		if lists[i], err = c.read(); err != nil {
			return nil, fmt.Errorf("column mentions: %w", err)
		}
	}
	if len(lists[0]) != len(lists[1]) || len(lists[0]) != len(lists[2]) {
		return nil, errColumnEnd
	}
	first := lists[0][0]
	if first.IsNull() && len(lists[0]) == 1 {
		// The level says how far down it is there: below the list it is an element with a null.
		deepest := g.leaves[0].MaxDefinitionLevel
		if g.leaves[0].Node.Optional() {
			deepest--
		}
		if first.DefinitionLevel() < deepest {
			// An empty list and an absent one differ by one level, where the list may be absent.
			r.given.HasMentions = first.DefinitionLevel() > 0 || deepest == 1
			return nil, nil
		}
	}
	r.given.HasMentions = true
	for i := range lists[0] {
		start, end, kind := lists[0][i], lists[1][i], lists[2][i]
		if start.IsNull() || end.IsNull() || kind.IsNull() || integer(start) < 0 || integer(end) <= integer(start) {
			return &fieldError{fmt.Sprintf("mentions[%d]", i), "incomplete or no span", "{char_start, char_end, type} with 0 <= char_start < char_end"}, nil
		}
		r.given.Mentions = append(r.given.Mentions, Mention{Start: int(integer(start)), End: int(integer(end)), Type: string(kind.ByteArray())})
	}
	return nil, nil
}

func integer(v parquet.Value) int64 {
	if v.Kind() == parquet.Int32 {
		return int64(v.Int32())
	}
	return v.Int64()
}

const day = 24 * time.Hour

// timeUnit is what one step of a column is, a day for dates, 0 where it holds no times.
func timeUnit(t parquet.Type) time.Duration {
	logical := t.LogicalType()
	if logical == nil {
		return 0
	}
	switch value := logical.Value.(type) {
	case *format.DateType:
		if t.Kind() == parquet.Int32 {
			return day
		}
	case *format.TimestampType:
		if t.Kind() == parquet.Int64 && value.Unit.Value != nil {
			return value.Unit.Value.Duration()
		}
	}
	return 0
}

func timeOf(v parquet.Value, unit time.Duration) (time.Time, string) {
	n := integer(v)
	if unit == day {
		return time.Unix(n*86400, 0).UTC(), "day"
	}
	steps := int64(time.Second / unit)
	return time.Unix(n/steps, n%steps*int64(unit)).UTC(), "minute"
}

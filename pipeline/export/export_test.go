package export

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/schemas"
)

const feed = `{"id":"\"1\" & 2","url":"https://a.example/1","title":"Talks – in Oslo","text":"Norway and Sweden held talks in Oslo on Tuesday. \"They were good,\" said Anna Berg, the foreign minister of Norway.","published_at":"2026-03-02T08:00:00Z"}
{"url":"https://b.example/2","text":"The president of France, Jean Petit, visited Germany on Monday. (Reuters)","published_at":"2026-03-02"}
{"url":"https://b.example/3"}
`

// Both formats give every table as its files have it: the rows of the manifest, the columns of
// the schema with their descriptions, and the same values.
func TestFormatsAgree(t *testing.T) {
	input := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(input, []byte(feed), 0o666); err != nil {
		t.Fatal(err)
	}
	data := dataset.Dataset{Dir: filepath.Join(t.TempDir(), "data")}
	config := pipeline.DefaultConfig()
	config.Clean, config.Tables = "none", "+tokens"
	if _, err := pipeline.Run(t.Context(), pipeline.Options{Inputs: []string{input}, Out: data, Config: config, Batch: "a"}); err != nil {
		t.Fatal(err)
	}
	m, err := data.Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range schemas.All {
		t.Run(table.Name, func(t *testing.T) {
			var lines, stream bytes.Buffer
			if err := To(t.Context(), data, table, "jsonl", &lines); err != nil {
				t.Fatal(err)
			}
			if err := To(t.Context(), data, table, "arrow", &stream); err != nil {
				t.Fatal(err)
			}
			rows := strings.SplitAfter(lines.String(), "\n")
			rows = rows[:len(rows)-1]
			if int64(len(rows)) != m.Rows[table.Name] {
				t.Errorf("%d lines, the manifest says %d", len(rows), m.Rows[table.Name])
			}
			reader, err := ipc.NewReader(&stream)
			if err != nil {
				t.Fatal(err)
			}
			defer reader.Release()
			for i, c := range table.Columns {
				if f := reader.Schema().Field(i); f.Name != c.Name || f.Nullable != c.Nullable || f.Metadata.Len() == 0 {
					t.Errorf("column %d is %v, want %s", i, f, c.Name)
				}
			}
			for reader.Next() {
				record := reader.Record()
				for i := range int(record.NumRows()) {
					if len(rows) == 0 {
						t.Fatal("the stream has more rows than lines were written")
					}
					compare(t, table, record, i, rows[0])
					rows = rows[1:]
				}
			}
			if err := reader.Err(); err != nil || len(rows) > 0 {
				t.Errorf("%d rows are not in the stream: %v", len(rows), err)
			}
		})
	}
}

func compare(t *testing.T, table *schemas.Table, record arrow.Record, row int, line string) {
	t.Helper()
	var values map[string]any
	if err := json.Unmarshal([]byte(line), &values); err != nil {
		t.Fatalf("%v: %s", err, line)
	}
	for i, c := range table.Columns {
		got, ok := values[c.Name]
		column := record.Column(i)
		switch {
		case !ok:
			t.Errorf("%s: no %s in %s", table.Name, c.Name, line)
		case column.IsNull(row) != (got == nil):
			t.Errorf("%s: %s is %v as JSON, %v as Arrow", table.Name, c.Name, got, column.ValueStr(row))
		case got == nil:
		case c.Type == "timestamp":
			unit := column.DataType().(*arrow.TimestampType)
			want := column.(*array.Timestamp).Value(row).ToTime(unit.Unit).Format("2006-01-02T15:04:05.999999Z")
			if got != want || unit.TimeZone != "UTC" {
				t.Errorf("%s: %s is %v as JSON, %v %s as Arrow", table.Name, c.Name, got, want, unit.TimeZone)
			}
		default:
			want, err := json.Marshal(column.GetOneForMarshal(row))
			if err != nil {
				t.Fatal(err)
			}
			if written, err := json.Marshal(got); err != nil || !bytes.Equal(written, want) {
				t.Errorf("%s: %s is %s as JSON, %s as Arrow", table.Name, c.Name, written, want)
			}
		}
	}
}

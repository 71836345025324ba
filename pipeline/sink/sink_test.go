package sink

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/newsmill/newsmill/schemas"
)

var meta = Meta{Build: "test", ConfigSHA256: "0"}

func sentences(n int) []schemas.Sentence {
	rows := make([]schemas.Sentence, n)
	for i := range rows {
		tone := float64(i%7) / 7
		rows[i] = schemas.Sentence{
			ArticleID: fmt.Sprintf("%032x", i/20), SentenceIndex: int32(i % 20), CharEnd: int32(i),
			Text: strings.Repeat("Über allen Gipfeln ist Ruh. ", i%9), Sentiment: &tone,
		}
	}
	return rows
}

func write(t *testing.T, path string, rows []schemas.Sentence, cut int) Part {
	t.Helper()
	w, err := Create[schemas.Sentence](path, schemas.Named("sentences"), meta)
	if err != nil {
		t.Fatal(err)
	}
	for len(rows) > 0 {
		n := min(cut, len(rows))
		if err := w.Write(rows[:n]); err != nil {
			t.Fatal(err)
		}
		rows = rows[n:]
	}
	part, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return part
}

func TestBytesDependOnRowsAlone(t *testing.T) {
	dir := t.TempDir()
	rows := sentences(1000)
	want := write(t, filepath.Join(dir, "a"), rows, 1000)
	for _, cut := range []int{1, 63, 64, 65, 500} {
		got := write(t, filepath.Join(dir, "b"), rows, cut)
		if got.SHA256 != want.SHA256 {
			t.Errorf("writes of %d rows give other bytes than one write", cut)
		}
	}
}

func TestRowsComeBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	rows := sentences(500)
	write(t, path, rows, 77)
	var got []schemas.Sentence
	for row, err := range Rows[schemas.Sentence]([]string{path}) {
		if err != nil {
			t.Fatal(err)
		}
		tone := *row.Sentiment
		row.Sentiment = &tone
		got = append(got, *row)
	}
	if diff := cmp.Diff(rows, got); diff != "" {
		t.Error(diff)
	}
}

func TestSomeColumnsCanBeReadAlone(t *testing.T) {
	type some struct {
		CharEnd int32  `parquet:"char_end"`
		Text    string `parquet:"text"`
	}
	path := filepath.Join(t.TempDir(), "a")
	rows := sentences(130)
	write(t, path, rows, 77)
	i := 0
	for row, err := range Rows[some]([]string{path}) {
		if err != nil {
			t.Fatal(err)
		}
		if row.CharEnd != rows[i].CharEnd || row.Text != rows[i].Text {
			t.Fatalf("row %d: %v", i, row)
		}
		i++
	}
	if i != len(rows) {
		t.Errorf("%d rows, want %d", i, len(rows))
	}
}

func TestJoinCopiesRowGroupsInOrder(t *testing.T) {
	dir := t.TempDir()
	rows := sentences(300)
	var paths []string
	for i := range 3 {
		path := filepath.Join(dir, fmt.Sprint(i))
		write(t, path, rows[i*100:(i+1)*100], 64)
		paths = append(paths, path)
	}
	parts, err := Join(context.Background(), schemas.Named("sentences"), meta, paths, filepath.Join(dir, "out"), 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) != 3 {
		t.Errorf("%d files at a limit of one byte, want 3", len(parts))
	}
	var joined []string
	for _, part := range parts {
		joined = append(joined, part.Path)
	}
	i := 0
	for row, err := range Rows[schemas.Sentence](joined) {
		if err != nil {
			t.Fatal(err)
		}
		if row.CharEnd != rows[i].CharEnd {
			t.Fatalf("row %d is %d", i, row.CharEnd)
		}
		i++
	}
	if i != 300 {
		t.Errorf("%d rows, want 300", i)
	}
}

func TestJoinOfNothingIsAnEmptyTable(t *testing.T) {
	parts, err := Join(context.Background(), schemas.Named("sentences"), meta, nil, t.TempDir(), 1<<20)
	if err != nil || len(parts) != 1 || parts[0].Rows != 0 {
		t.Fatalf("%v, %v", parts, err)
	}
	for row, err := range Rows[schemas.Sentence]([]string{parts[0].Path}) {
		t.Errorf("row %v, error %v", row, err)
	}
}

func TestTextsStandNotInTheFooter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	row := schemas.Sentence{Text: strings.Repeat("unmistakable ", 1000)}
	write(t, path, []schemas.Sentence{row}, 1)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("unmistakable unmistakable")) {
		t.Error("the text stands uncompressed in the file")
	}
}

func TestDamagedFileIsAnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, sentences(300), 64)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, cut := range []int{0, 3, len(data) / 2, len(data) - 1} {
		if err := os.WriteFile(path, data[:cut], 0o666); err != nil {
			t.Fatal(err)
		}
		var failed error
		for _, err := range Rows[schemas.Sentence]([]string{path}) {
			failed = err
		}
		if failed == nil {
			t.Errorf("a file cut at %d of %d bytes is read without an error", cut, len(data))
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	rows := sentences(4096)
	path := filepath.Join(b.TempDir(), "a")
	b.ReportAllocs()
	var size int64
	for b.Loop() {
		w, err := Create[schemas.Sentence](path, schemas.Named("sentences"), meta)
		if err != nil {
			b.Fatal(err)
		}
		if err := w.Write(rows); err != nil {
			b.Fatal(err)
		}
		part, err := w.Close()
		if err != nil {
			b.Fatal(err)
		}
		size = part.Bytes
	}
	b.ReportMetric(float64(len(rows))*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(size)/float64(len(rows)), "bytes/row")
}

// TestNullsStayNulls writes every order of nulls and values in seven rows.
func TestNullsStayNulls(t *testing.T) {
	const n = 7
	path := filepath.Join(t.TempDir(), "a")
	for pattern := range 1 << n {
		w, err := Create[schemas.StoryArticle](path, schemas.Named("story_articles"), meta)
		if err != nil {
			t.Fatal(err)
		}
		rows := make([]schemas.StoryArticle, n)
		for i := range rows {
			if rows[i].ArticleID = fmt.Sprint(i); pattern>>i&1 == 1 {
				rows[i].DuplicateKind = "exact"
			}
		}
		if err := w.Write(rows); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Close(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		leaf, _ := f.Schema().Lookup("duplicate_kind")
		values := make([]parquet.Value, n)
		pages := f.RowGroups()[0].ColumnChunks()[leaf.ColumnIndex].Pages()
		page, err := pages.ReadPage()
		if err != nil {
			t.Fatal(err)
		}
		if read, err := page.Values().ReadValues(values); read != n || err != nil && err != io.EOF {
			t.Fatal(read, err)
		}
		for i, v := range values {
			if v.IsNull() == (pattern>>i&1 == 1) {
				t.Fatalf("pattern %07b: row %d is %v", pattern, i, v)
			}
		}
		pages.Close()
	}
}

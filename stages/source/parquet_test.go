package source

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

type span struct {
	Start int64  `parquet:"char_start"`
	End   int64  `parquet:"char_end"`
	Type  string `parquet:"type"`
}

type row struct {
	ID        string    `parquet:"id"`
	URL       *string   `parquet:"url,optional"`
	Text      *string   `parquet:"text,optional"`
	HTML      *string   `parquet:"html,optional"`
	Published time.Time `parquet:"published_at,timestamp(microsecond)"`
	Crawled   int32     `parquet:"crawled_at,date"`
	Mentions  []span    `parquet:"mentions,list"`
	Other     float64   `parquet:"other"`
}

// table writes rows in row groups of three.
func table[T any](t testing.TB, rows ...T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[T](&b, parquet.MaxRowsPerRowGroup(3), parquet.PageBufferSize(64))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sampleRows(n int) []row {
	rows := make([]row, n)
	for i := range rows {
		text := fmt.Sprintf("text %d %s", i, strings.Repeat("x", i))
		url := "http://a.example/"
		rows[i] = row{ID: fmt.Sprint(i), Text: &text, URL: &url, Published: time.Date(2026, 1, 31, 8, 0, i, 0, time.UTC), Crawled: 20484}
		for k := range i % 3 {
			rows[i].Mentions = append(rows[i].Mentions, span{int64(k), int64(k + 2), "ORG"})
		}
	}
	return rows
}

func TestParquet(t *testing.T) {
	rows := sampleRows(8)
	rows[4].Text = nil
	data := table(t, rows...)
	want := "0 text 0 |1 text 1 x|2 text 2 xx|3 text 3 xxx|4 !no_content|5 text 5 xxxxx|6 text 6 xxxxxx|7 text 7 xxxxxxx"
	for _, f := range []File{write(t, "a.parquet", data), write(t, "a.parquet.gz", gz(string(data))), write(t, "a.parquet.zst", zst(string(data)))} {
		items := readAll(t, whole(f))
		if got := told(items); got != want {
			t.Fatalf("%s: got %s", f.Rel, got)
		}
		p := items[2].Page
		if p.Record != "2" || p.URL == "" || p.Kind != Text || !p.Given.PublishedAt.Equal(rows[2].Published) || p.Given.PublishedPrecision != "minute" ||
			!p.Given.CrawledAt.Equal(time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)) || len(p.Given.Mentions) != 2 || p.Given.Mentions[1] != (Mention{1, 3, "ORG"}) {
			t.Errorf("%s: got %+v", f.Rel, p)
		}
		if !items[0].Page.Given.HasMentions || len(items[0].Page.Given.Mentions) != 0 {
			t.Errorf("%s: an empty list of mentions says that there are none", f.Rel)
		}
	}
	f := write(t, "a.parquet", data)
	sections, err := Cut(f, 1)
	if err != nil || len(sections) != 3 {
		t.Fatalf("Cut: %v, %v", sections, err)
	}
	if got := told(readAll(t, sections...)); got != want {
		t.Errorf("sections: got %s", got)
	}
}

func TestParquetThatIsWrong(t *testing.T) {
	type number struct {
		Text int64 `parquet:"text"`
	}
	type list struct {
		URL []string `parquet:"url,list"`
	}
	type other struct {
		X int64 `parquet:"x"`
	}
	good := table(t, sampleRows(8)...)
	broken := bytes.Clone(good)
	for i := 4; i < len(broken)/2; i++ {
		broken[i] = 0xff
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"number", table(t, number{1}, number{2}), "!bad_type"},
		{"list", table(t, list{}), "!bad_type"},
		{"no column that is known", table(t, other{1}, other{2}), "!no_content"},
		{"no rows", table[row](t), "!empty"},
		{"cut", good[:len(good)/2], "!bad_parquet"},
		{"broken", broken, "!bad_parquet"},
		{"cut.gz", gz(string(good))[:200], "!truncated"},
	} {
		name := "a.parquet"
		if c.name == "cut.gz" {
			name += ".gz"
		}
		items := readAll(t, whole(write(t, name, c.data)))
		if got := bodies(items); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if len(items[0].Fault.Raw) == 0 {
			t.Errorf("%s: the first bytes are missing", c.name)
		}
		if m := items[0].Fault.Message; c.name == "number" && (!strings.Contains(m, "text") || !strings.Contains(m, "INT")) {
			t.Errorf("message %q names neither column nor type", m)
		}
	}
}

func FuzzParquet(f *testing.F) {
	f.Add(table(f, sampleRows(4)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		readAll(t, whole(write(t, "a.parquet", data)))
	})
}

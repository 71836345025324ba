package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

var limits = Limits{PageBytes: 1 << 20}

// write puts a file into a folder of the test and walks it.
func write(t testing.TB, name string, data []byte) File {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	files, skipped, err := Walk([]string{path}, "")
	if err != nil || len(files) != 1 {
		t.Fatalf("Walk(%q) = %v, %v, %v", name, files, skipped, err)
	}
	return files[0]
}

func readAll(t testing.TB, sections ...Section) (items []Item) {
	t.Helper()
	for _, s := range sections {
		err := Read(context.Background(), s, limits, func(item Item) error {
			if (item.Page == nil) == (item.Fault == nil) {
				t.Fatal("an item is a page or a fault")
			}
			items = append(items, item)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return items
}

// told writes items in short: pages as offset and body, faults as offset and code.
func told(items []Item) string {
	var lines []string
	for _, item := range items {
		if p := item.Page; p != nil {
			lines = append(lines, fmt.Sprintf("%d %s", p.Offset, p.Body))
		} else {
			lines = append(lines, fmt.Sprintf("%d !%s", item.Fault.Offset, item.Fault.Code))
		}
	}
	return strings.Join(lines, "|")
}

// bodies is told without offsets.
func bodies(items []Item) string {
	var lines []string
	for _, line := range strings.Split(told(items), "|") {
		_, rest, _ := strings.Cut(line, " ")
		lines = append(lines, rest)
	}
	return strings.Join(lines, "|")
}

func whole(f File) Section { return Section{File: f, End: -1} }

func gz(data ...string) []byte {
	var b bytes.Buffer
	for _, d := range data {
		w := gzip.NewWriter(&b)
		w.Write([]byte(d)) // to memory
		w.Close()
	}
	return b.Bytes()
}

// zstByDictionary is what crawlers write of Zstandard: a frame that nobody decodes holds a dictionary, and all others hang on it.
func zstByDictionary(t *testing.T, data ...string) []byte {
	t.Helper()
	var contents [][]byte
	for i := range 64 {
		contents = append(contents, fmt.Appendf(nil, "%s %d", response("<p>shared"), i))
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: contents, History: bytes.Join(contents[:8], nil), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderDict(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	b := binary.LittleEndian.AppendUint32(nil, dictionaryFrame)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(dictionary)))
	b = append(b, dictionary...)
	for _, d := range data {
		b = w.EncodeAll([]byte(d), b)
	}
	return b
}

func zst(data ...string) []byte {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err)
	}
	var b []byte
	for _, d := range data {
		b = w.EncodeAll([]byte(d), b)
	}
	return b
}

func warcRecord(kind, contentType, content string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2026-01-31T08:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, contentType, len(content), content)
}

func response(body string, headers ...string) string {
	if len(headers) == 0 {
		headers = []string{"Content-Type: text/html"}
	}
	return warcRecord("response", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+strings.Join(headers, "\r\n")+"\r\n\r\n"+body)
}

func TestOneItemForEachInput(t *testing.T) {
	noise := make([]byte, 4000)
	for i, state := 0, uint32(1); i < len(noise); i++ {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	page := "<p>a page</p>"
	cut := gz(strings.Repeat(page+fmt.Sprint(&noise), 20))
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a.html", []byte(page), page},
		{"a.HTM.gz", gz(page), page},
		{"a.xhtml.zst", zst(page), page},
		{"two members.html.gz", gz("<p>a ", "page</p>"), page},
		{"a.txt", []byte("text"), "text"},
		{"empty.html", nil, "!empty"},
		{"empty.html.gz", gz(""), "!empty"},
		{"empty.txt.zst", nil, "!empty"},
		{"empty.jsonl", nil, "!empty"},
		{"blank.jsonl", []byte("\n \r\n"), "!empty"},
		{"empty.jsonl.gz", gz(""), "!empty"},
		{"empty.warc", nil, "!empty"},
		{"empty.warc.gz", gz(""), "!empty"},
		{"empty.wet", nil, "!empty"},
		{"empty.parquet", nil, "!empty"},
		{"empty.parquet.gz", gz(""), "!empty"},
		{"wrong.html.gz", []byte(page + strings.Repeat(" ", 100)), "!bad_gzip"},
		{"wrong.html.zst", []byte(page), "!bad_zstd"},
		{"cut.html.gz", cut[:len(cut)/2], "!truncated"},
		{"cut.html.zst", zst(strings.Repeat(page, 100))[:30], "!truncated"},
		{"noise.html", noise, "!not_html"},
		{"noise.txt", noise, "!not_text"},
		{"noise.parquet", noise, "!bad_parquet"},
		{"noise.warc", noise, "!bad_warc"},
		{"picture.html", []byte("\xff\xd8\xff\xe0 JFIF"), "!not_html"},
		{"utf16.html", []byte("<\x00p\x00>\x00a\x00b\x00"), "<\x00p\x00>\x00a\x00b\x00"},
		{"bomb.html.gz", gz(strings.Repeat("a", 2<<20)), "!too_large"},
		{"large.txt", bytes.Repeat([]byte("a"), 1<<20+1), "!too_large"},
		{"just.txt", bytes.Repeat([]byte("a"), 1<<20), strings.Repeat("a", 1<<20)},
		{"bomb.jsonl.zst", zst(strings.Repeat("a", 8<<20)), "!too_large"},
	} {
		f := write(t, c.name, c.data)
		items := readAll(t, whole(f))
		if got := bodies(items); got != c.want {
			t.Errorf("%s: got %.200q, want %.200q", c.name, got, c.want)
		}
		if fault := items[0].Fault; fault != nil && (len(fault.Raw) > 64<<10 || !strings.Contains(fault.Message, f.Rel)) {
			t.Errorf("%s: fault with %d raw bytes: %s", c.name, len(fault.Raw), fault.Message)
		}
	}
}

func TestReadStopsOnlyForTheRun(t *testing.T) {
	f := write(t, "a.jsonl", []byte("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"))
	stop := errors.New("stop")
	if err := Read(context.Background(), whole(f), limits, func(Item) error { return stop }); err != stop {
		t.Errorf("the error of emit came back as %v", err)
	}
	warc := write(t, "a.warc.gz", gz(response("<p>a")))
	if err := Read(context.Background(), whole(warc), limits, func(Item) error { return stop }); err != stop {
		t.Errorf("the error of emit came back from a WARC as %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err := Read(ctx, whole(f), limits, func(Item) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled read gave %v", err)
	}
	if err := os.Remove(f.Path); err != nil {
		t.Fatal(err)
	}
	if got := bodies(readAll(t, whole(f))); got != "!unreadable" {
		t.Errorf("a file that is gone gave %s", got)
	}
}

func TestID(t *testing.T) {
	a := (&Page{URL: "u", Record: "r", Body: []byte("b"), keyed: true}).ID()
	if b := (&Page{URL: "u", Body: []byte("b")}).ID(); a != b || len(a) != 32 {
		t.Errorf("with a url the record does not count: %s, %s", a, b)
	}
	byRecord := (&Page{Record: "r", Body: []byte("b"), keyed: true}).ID()
	if none := (&Page{Record: "r", Body: []byte("b")}).ID(); byRecord == none {
		t.Error("the id of a line is the key where there is no url, the id of a crawler is none")
	}
}

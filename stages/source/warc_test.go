package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// archive is a crawl's usual mixture; three of its records are pages.
func archive() []string {
	return []string{
		warcRecord("warcinfo", "application/warc-fields", "software: x\r\n"),
		warcRecord("request", "application/http", "GET / HTTP/1.1\r\n\r\n"),
		response("<p>one"),
		response("{}", "Content-Type: application/json"),
		strings.Replace(response("<p>moved"), "200 OK", "301 No", 1),
		response("<p>two"),
		warcRecord("metadata", "text/plain", "x"),
		warcRecord("resource", "text/html", "<p>three"),
	}
}

func TestWARC(t *testing.T) {
	records := archive()
	plain := []byte(strings.Join(records, ""))
	for _, c := range []struct {
		name     string
		data     []byte
		seekable bool
	}{
		{"a.warc", plain, true},
		{"members.warc.gz", gz(records...), true},
		{"frames.warc.zst", zst(records...), true},
		{"dictionary.warc.zst", zstByDictionary(t, records...), true},
		{"stream.warc.gz", gz(string(plain)), false},
		{"stream.warc.zst", zst(string(plain)), false},
	} {
		f := write(t, c.name, c.data)
		items := readAll(t, whole(f))
		if got := bodies(items); got != "<p>one|<p>two|<p>three" {
			t.Errorf("%s: got %s", c.name, got)
			continue
		}
		p := items[0].Page
		if p.URL != "http://a.example/" || p.Record != "urn:uuid:1" || !p.Given.CrawledAt.Equal(time.Date(2026, 1, 31, 8, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: %+v", c.name, p)
		}
		for _, item := range items {
			if item.Page.Apart != c.seekable {
				t.Errorf("%s: the page at %d may be read apart: %t", c.name, item.Page.Offset, item.Page.Apart)
			}
			if !c.seekable {
				continue
			}
			at := item.Page.Offset
			parts := readAll(t, Section{File: f, End: at}, Section{File: f, Start: at, End: -1})
			if told(parts) != told(items) {
				t.Errorf("%s: cut at %d gives %s", c.name, at, told(parts))
			}
		}
	}
}

// Frames that are skipped stand between sections, and no section goes past one into the next.
func TestWARCSectionsBesideSkippedFrames(t *testing.T) {
	skipped := append(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, 0x184D2A50), 5), "hello"...)
	between := slices.Concat(zst(response("<p>one")), skipped, zst(response("<p>two"), response("<p>three")))
	for name, data := range map[string][]byte{
		"dictionary.warc.zst": zstByDictionary(t, response("<p>one"), response("<p>two"), response("<p>three")), "between.warc.zst": between,
	} {
		f := write(t, name, data)
		items := readAll(t, whole(f))
		if got := bodies(items); got != "<p>one|<p>two|<p>three" {
			t.Fatalf("%s: got %s", name, got)
		}
		for _, item := range items {
			at := item.Page.Offset
			if parts := readAll(t, Section{File: f, End: at}, Section{File: f, Start: at, End: -1}); told(parts) != told(items) {
				t.Errorf("%s: cut at %d gives %s, want %s", name, at, told(parts), told(items))
			}
		}
	}
}

// A damaged frame of a file with a dictionary costs that frame.
func TestDamagedFrameBesideADictionary(t *testing.T) {
	data := zstByDictionary(t, response("<p>one"), response("<p>two"), response("<p>three"))
	items := readAll(t, whole(write(t, "a.warc.zst", data)))
	data[items[1].Page.Offset+20] ^= 0x55
	if got := bodies(readAll(t, whole(write(t, "b.warc.zst", data)))); !strings.HasPrefix(got, "<p>one|!") || !strings.HasSuffix(got, "|<p>three") {
		t.Errorf("got %s", got)
	}
}

// A member may hold more than its record. What stands behind that has no place of its own to start at.
func TestWARCMembersOfManyRecords(t *testing.T) {
	items := readAll(t, whole(write(t, "a.warc.gz", gz(response("<p>one"), response("<p>two")+response("<p>three"), response("<p>four")))))
	if got := bodies(items); got != "<p>one|<p>two|<p>three|<p>four" {
		t.Fatalf("got %s", got)
	}
	for i, want := range []bool{true, true, false, true} {
		if items[i].Page.Apart != want {
			t.Errorf("page %d may be read apart: %t", i, !want)
		}
	}
}

func TestWET(t *testing.T) {
	records := []string{warcRecord("warcinfo", "application/warc-fields", "x"), warcRecord("conversion", "text/plain", "é one"), warcRecord("conversion", "text/plain", "two")}
	for _, f := range []File{write(t, "a.wet", []byte(strings.Join(records, ""))), write(t, "a.warc.wet.gz", gz(records...))} {
		items := readAll(t, whole(f))
		if got := bodies(items); got != "é one|two" || items[0].Page.Kind != Text {
			t.Errorf("%s: got %s", f.Rel, got)
		}
	}
}

func TestHTTPBodies(t *testing.T) {
	var br bytes.Buffer
	w := brotli.NewWriter(&br)
	w.Write([]byte("<p>a")) // to memory
	w.Close()
	html := "Content-Type: text/html; charset=windows-1251"
	for _, c := range []struct{ name, record, want string }{
		{"chunked", response("3\r\n<p>\r\n1;x\r\na\r\n0\r\n\r\n", html, "Transfer-Encoding: chunked"), "<p>a"},
		{"chunked, stored without", response("<p>a", html, "Transfer-Encoding: chunked"), "<p>a"},
		{"gzip", response(string(gz("<p>a")), html, "Content-Encoding: gzip"), "<p>a"},
		{"gzip, stored without", response("<p>a", html, "Content-Encoding: gzip"), "<p>a"},
		{"gzip in chunks", response(fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gz("<p>a")), gz("<p>a")), html, "Transfer-Encoding: chunked", "Content-Encoding: gzip"), "<p>a"},
		{"brotli", response(br.String(), html, "Content-Encoding: br"), "<p>a"},
		{"zstd", response(string(zst("<p>a")), html, "Content-Encoding: zstd"), "<p>a"},
		{"cut gzip", response(string(gz("<p>a")[:12]), html, "Content-Encoding: gzip"), "!bad_http"},
		{"bomb", response(string(gz(strings.Repeat("a", 4<<20))), html, "Content-Encoding: gzip"), "!too_large"},
		{"no type", response("<!DOCTYPE html>a", "X: y"), "<!DOCTYPE html>a"},
		{"no content", response(""), "!empty"},
		{"a picture", response("\x89PNG\r\n\x1a\n"), "!not_html"},
	} {
		items := readAll(t, whole(write(t, "a.warc", []byte(c.record))))
		if got := bodies(items); got != c.want {
			t.Errorf("%s: got %.80q, want %q", c.name, got, c.want)
		} else if p := items[0].Page; p != nil && c.name != "no type" && p.Charset != "windows-1251" {
			t.Errorf("%s: charset %q", c.name, p.Charset)
		}
	}
}

// Each kind of damage costs what it hit, is one fault, and what comes after is read.
func TestDamagedWARC(t *testing.T) {
	a, b, c := response("<p>a"), response("<p>b"), response("<p>c")
	longer := strings.Replace(b, "Content-Length: 4", "Content-Length: 44", 1)
	shorter := strings.Replace(b, "Content-Length: 4", "Content-Length: 2", 1)
	huge := strings.Replace(b, "Content-Length: ", "Content-Length: 99999", 1)
	none := strings.Replace(b, "Content-Length", "X-Length", 1)
	if longer == b || shorter == b {
		t.Fatal("the length of the record is another than the test expects")
	}
	for _, d := range []struct {
		name, middle string
		code         string
	}{
		{"longer", longer, "!bad_warc"},
		{"shorter", shorter, "!bad_warc"},
		{"huge", huge, "!bad_warc"},
		{"without", none, "!bad_warc"},
		{"noise", "\x00\x01 noise\r\nWARC/ no\r\n\r\n", "!bad_warc"},
	} {
		for _, f := range []File{
			write(t, d.name+".warc", []byte(a+d.middle+c)),
			write(t, d.name+".stream.warc.gz", gz(a+d.middle+c)),
			write(t, d.name+".members.warc.gz", gz(a, d.middle, c)),
			write(t, d.name+".frames.warc.zst", zst(a, d.middle, c)),
		} {
			items := readAll(t, whole(f))
			if got, want := bodies(items), "<p>a|"+d.code+"|<p>c"; got != want {
				t.Errorf("%s: got %s, want %s", f.Rel, got, want)
			} else if !strings.Contains(items[1].Fault.Message, " to ") {
				t.Errorf("%s: no byte range in %q", f.Rel, items[1].Fault.Message)
			}
		}
	}
	members := [][]byte{gz(a), gz(b), gz(c)}
	members[1][len(members[1])/2] ^= 0xff
	if got := bodies(readAll(t, whole(write(t, "flipped.warc.gz", bytes.Join(members, nil))))); got != "<p>a|!bad_warc|<p>c" {
		t.Errorf("a flipped byte: got %s", got)
	}
	for _, f := range []File{
		write(t, "cut.warc", []byte(a+b[:len(b)-6])), write(t, "cuthead.warc", []byte(a+b[:40])),
		write(t, "cut.warc.gz", bytes.Join([][]byte{gz(a), gz(b)[:60]}, nil)),
		write(t, "cutstream.warc.gz", gz(a+b[:len(b)-6])),
		write(t, "cut.warc.zst", bytes.Join([][]byte{zst(a), zst(b)[:60]}, nil)),
	} {
		if got := bodies(readAll(t, whole(f))); got != "<p>a|!truncated" {
			t.Errorf("%s: got %s", f.Rel, got)
		}
	}
	// The first record tells how the file is put together, unless it is the damaged one.
	for _, first := range []string{longer, huge, none, "noise\r\n\r\n"} {
		for _, f := range []File{
			write(t, "first.warc", []byte(first+a+c)), write(t, "first.stream.warc.gz", gz(first+a+c)), write(t, "first.stream.warc.zst", zst(first+a+c)),
			write(t, "first.members.warc.gz", gz(first, a, c)), write(t, "first.members.warc.zst", zst(first, a, c)),
		} {
			if got := bodies(readAll(t, whole(f))); got != "!bad_warc|<p>a|<p>c" {
				t.Errorf("%s, %q first: got %s", f.Rel, first, got)
			}
		}
	}
	for _, f := range []File{write(t, "tail.warc", []byte(a+"garbage")), write(t, "tail.warc.gz", append(gz(a), "garbage"...))} {
		if got := bodies(readAll(t, whole(f))); got != "<p>a|!bad_warc" && got != "<p>a|!truncated" {
			t.Errorf("%s: got %s", f.Rel, got)
		}
	}
}

// A damaged byte, wherever it is, costs the record that it stands in and at most the one behind it,
// whose beginning it may hide; and it is told. Where it stands between records it costs nothing.
func TestADamagedByteCostsItsRecord(t *testing.T) {
	const pages = 12
	var records []string
	var want []string
	for i := range pages {
		want = append(want, fmt.Sprintf("<p>page %d %s", i, strings.Repeat(strconv.Itoa(i*i), 30)))
		records = append(records, response(want[i]))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name string
		data []byte
	}{{"a.warc", []byte(strings.Join(records, ""))}, {"a.warc.gz", gz(records...)}, {"a.warc.zst", zst(records...)}} {
		for range 300 {
			at := r.IntN(len(c.data))
			data := bytes.Clone(c.data)
			data[at] ^= 1 << r.IntN(8)
			kept, faults := 0, 0
			for _, item := range readAll(t, whole(write(t, c.name, data))) {
				switch {
				case item.Fault != nil:
					faults++
				case slices.Contains(want, string(item.Page.Body)):
					kept++
				}
			}
			if kept < pages-2 || faults > 2 {
				t.Errorf("%s: a bit flipped at %d of %d leaves %d of %d pages, %d faults", c.name, at, len(data), kept, pages, faults)
			}
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(strings.Join(archive(), "")))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 9\r\n\r\nWARC/1.0\r\nContent-Length: 3\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		readAll(t, whole(write(t, "a.warc", data)))
		readAll(t, whole(write(t, "a.warc.gz", gz(string(data)))))
	})
}

func FuzzMembers(f *testing.F) {
	f.Add(gz(archive()...), true)
	f.Add(zst(archive()...), false)
	f.Fuzz(func(t *testing.T, data []byte, gzip bool) {
		name := "a.warc.zst"
		if gzip {
			name = "a.warc.gz"
		}
		readAll(t, whole(write(t, name, data)))
	})
}

func BenchmarkWARC(b *testing.B) {
	page := response(strings.Repeat("<p class=\"a\">Some words of a page.</p>\n", 2000))
	var pages []string
	for range 100 {
		pages = append(pages, page)
	}
	f := write(b, "a.warc.gz", gz(pages...))
	b.SetBytes(int64(len(page) * len(pages)))
	for b.Loop() {
		readAll(b, whole(f))
	}
}

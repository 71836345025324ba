package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestJSONLines(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"last line without newline", "{\"text\":\"a\"}\n{\"text\":\"b\"}", "0 a|13 b"},
		{"byte order mark, CRLF, blank lines", "\xef\xbb\xbf{\"text\":\"a\"}\r\n\r\n{\"html\":\"b\"}\r\n", "0 a|19 b"},
		{"broken JSON costs its line", "{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"b\"}\n", "0 a|13 !bad_json|22 b"},
		{"no object", "[]\n3\n", "0 !bad_json|3 !bad_json"},
		{"wrong types", `{"text":1}` + "\n" + `{"url":[],"text":"a"}`, "0 !bad_type|11 !bad_type"},
		{"null is absent", `{"text":"a","html":null,"url":null,"mentions":null}`, "0 a"},
		{"neither and both", `{"id":"x"}` + "\n" + `{"text":"a","html":"b"}` + "\n" + `{"text":"","html":"b"}`, "0 !no_content|11 !ambiguous|35 b"},
		{"escapes", `{"te\u0078t":"\u00e9\n\"\\\/\ud83d\ude00\ud83dz"}`, "0 é\n\"\\/😀\uFFFDz"},
		{"bytes that are no UTF-8", "{\"text\":\"a\xffb\"}", "0 a\uFFFDb"},
		{"a bad time", `{"text":"a","published_at":"soon"}`, "0 !bad_type"},
		{"bad mentions", `{"text":"a","mentions":[{"char_start":1}]}` + "\n" + `{"text":"a","mentions":{}}`, "0 !bad_type|43 !bad_type"},
		{"deep nesting", `{"x":` + strings.Repeat("[", 20000), "0 !bad_json"},
		{"a long line between", "{\"text\":\"a\"}\n" + strings.Repeat("x", 4<<20) + "\n{\"text\":\"b\"}\n", "0 a|13 !too_large|4194318 b"},
		{"a page past the limit", `{"text":"` + strings.Repeat("x", 1<<20+1) + `"}`, "0 !too_large"},
	} {
		f := write(t, "a.jsonl", []byte(c.lines))
		if got := told(readAll(t, whole(f))); got != c.want {
			t.Errorf("%s: got %.200q, want %q", c.name, got, c.want)
		}
	}
}

func TestJSONLinesGiven(t *testing.T) {
	line := `{"id":"7","url":"http://a.example/","text":"a b","title":"T","language":"en","site":"S","published_at":"2026-01-31","crawled_at":"2026-02-01 08:00:00","other":[{"text":"no"}],"mentions":[{"char_start":0,"char_end":1,"type":"ORG"}]}`
	f := write(t, "a.jsonl", []byte(line))
	f.Rel = "-"
	p := readAll(t, whole(f))[0].Page
	want := Given{
		Title: "T", Language: "en", Site: "S", PublishedAt: time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), PublishedPrecision: "day",
		CrawledAt: time.Date(2026, 2, 1, 8, 0, 0, 0, time.UTC), Mentions: []Mention{{0, 1, "ORG"}}, HasMentions: true,
	}
	if p.Path != "-" || p.Record != "7" || p.URL != "http://a.example/" || p.Kind != Text || !reflect.DeepEqual(p.Given, want) {
		t.Errorf("got %+v", p)
	}
}

func TestTimes(t *testing.T) {
	for s, want := range map[string]string{
		"2026-01-31T08:00:00+01:00": "2026-01-31T07:00:00Z minute", "2026-01-31 08:00:00": "2026-01-31T08:00:00Z minute",
		"2026-01-31T08:00:00.5Z": "2026-01-31T08:00:00.5Z minute", "2026-01-31 08:00": "2026-01-31T08:00:00Z minute",
		"2026-01-31": "2026-01-31T00:00:00Z day", "2026-01": "2026-01-01T00:00:00Z month", "2026": "2026-01-01T00:00:00Z year",
		"2026-02-30": "", "31.1.2026": "", "1769846400": "",
	} {
		got := ""
		if at, precision, ok := parseTime(s); ok {
			got = at.Format(time.RFC3339Nano) + " " + precision
		}
		if got != want {
			t.Errorf("parseTime(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestTruncatedLinesKeepWhatCameBefore(t *testing.T) {
	var lines strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&lines, "{\"text\":\"%d %x\"}\n", i, i*i*7919)
	}
	data := gz(lines.String())
	items := readAll(t, whole(write(t, "a.jsonl.gz", data[:len(data)/2])))
	last := items[len(items)-1]
	if len(items) < 1000 || last.Fault == nil || last.Fault.Code != CodeTruncated || last.Fault.Offset == 0 {
		t.Errorf("%d items, the last one is %+v", len(items), last.Fault)
	}
}

func TestSectionsOfLinesAreTheWhole(t *testing.T) {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "{\"text\":\"%s\"}\n", strings.Repeat("é", i*i%97))
		if i%7 == 0 {
			b.WriteString("\n{\n")
		}
	}
	f := write(t, "a.jsonl", []byte(b.String()))
	want := told(readAll(t, whole(f)))
	for target := int64(1); target < f.Size+10; target += 1 + target/5 {
		sections, err := Cut(f, target)
		if err != nil {
			t.Fatal(err)
		}
		if target < 50 && len(sections) < 10 {
			t.Errorf("target %d: only %d sections", target, len(sections))
		}
		if got := told(readAll(t, sections...)); got != want {
			t.Fatalf("target %d: sections give other items than the whole", target)
		}
	}
}

func FuzzJSONLines(f *testing.F) {
	f.Add([]byte(`{"id":"1","text":"a\u00e9","mentions":[{"char_start":0,"char_end":1,"type":"ORG"}]}`))
	f.Add([]byte("{\"html\" : \"\\\"\" , \"x\":[1,{\"y\":\"]\"}]}\n\n{\"text\":1e5}"))
	f.Fuzz(func(t *testing.T, line []byte) {
		if !json.Valid(line) || len(bytes.TrimSpace(line)) == 0 || bytes.TrimSpace(line)[0] != '{' {
			readAll(t, whole(write(t, "a.jsonl", line)))
			return
		}
		// The scanner must see what encoding/json sees.
		var want map[string]json.RawMessage
		if err := json.Unmarshal(line, &want); err != nil {
			t.Skip()
		}
		got := map[string]string{}
		objectFields(bytes.TrimSpace(line), func(key, value []byte) { got[string(key)] = string(value) })
		if bytes.Contains(line, []byte("\xef\xbf\xbd")) || !validUTF8(line) {
			return // keys with U+FFFD may fall together in one and not in the other
		}
		for key, value := range want {
			if got[key] != string(value) {
				t.Fatalf("key %q: got %q, want %q", key, got[key], value)
			}
			var s string
			if value[0] == '"' && json.Unmarshal(value, &s) == nil && string(unquote(value)) != s {
				t.Fatalf("unquote(%q) = %q, want %q", value, unquote(value), s)
			}
		}
	})
}

func validUTF8(b []byte) bool { return bytes.Equal(b, bytes.ToValidUTF8(b, nil)) }

func BenchmarkJSONLines(b *testing.B) {
	page := strings.Repeat("<p class=\"a\">Some words of a page, and \u00e9.</p>\n", 400)
	line, err := json.Marshal(map[string]string{"id": "1", "url": "http://a.example/", "html": page})
	if err != nil {
		b.Fatal(err)
	}
	f := write(b, "a.jsonl", bytes.Repeat(append(line, '\n'), 500))
	b.SetBytes(f.Size)
	for b.Loop() {
		readAll(b, whole(f))
	}
}

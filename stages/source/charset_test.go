package source

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

func encode(t testing.TB, name, text string) []byte {
	e, _ := charset.Lookup(name)
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestUTF8(t *testing.T) {
	russian := "Правительство объявило о новых мерах поддержки, сообщил министр в понедельник. "
	japanese := "政府は月曜日、新しい支援策を発表した。大臣は記者会見で説明しました。"
	french := "L’été dernier, le président a visité l'école où il avait étudié. "
	for _, c := range []struct {
		name, declared, meta string
		body                 []byte
		want, charset        string
		same                 bool
	}{
		{"plain", "", "", []byte("a é"), "a é", "utf-8", true},
		{"mark", "", "", []byte("\xef\xbb\xbfa"), "a", "utf-8", false},
		{"UTF-16 by its mark", "", "", []byte("\xff\xfea\x00\xe9\x00"), "aé", "utf-16le", false},
		{"header", "windows-1251", "", encode(t, "windows-1251", russian), russian, "windows-1251", false},
		{"meta", "", "<meta charset=koi8-r>", encode(t, "koi8-r", russian), russian, "koi8-r", false},
		{"meta, old form", "", `<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">`, encode(t, "shift_jis", japanese), japanese, "shift_jis", false},
		{"meta in a comment", "", "<!-- <meta charset=koi8-r> --><meta charset='windows-1251'>", encode(t, "windows-1251", russian), russian, "windows-1251", false},
		{"XML declaration", "", `<?xml version="1.0" encoding="windows-1251"?>`, encode(t, "windows-1251", russian), russian, "windows-1251", false},
		{"header says Latin-1, it is UTF-8", "iso-8859-1", "", []byte(french), french, "utf-8", true},
		{"meta says UTF-8, it is Windows-1252", "", "<meta charset=utf-8>", encode(t, "windows-1252", strings.Repeat(french, 5)), strings.Repeat(french, 5), "windows-1252", false},
		{"meta says UTF-16, which it cannot be", "", "<meta charset=utf-16>", []byte(french), french, "utf-8", true},
		{"a byte is broken", "", "", []byte(french + "\xff" + french), french + "\uFFFD" + french, "utf-8", false},
		{"detected", "", "", encode(t, "windows-1251", strings.Repeat(russian, 5)), strings.Repeat(russian, 5), "windows-1251", false},
		{"detected", "", "", encode(t, "euc-jp", strings.Repeat(japanese, 5)), strings.Repeat(japanese, 5), "euc-jp", false},
		{"unknown label", "x-none", "", []byte("é"), "é", "utf-8", true},
		{"ISO-2022-JP", "iso-2022-jp", "", encode(t, "iso-2022-jp", japanese), japanese, "iso-2022-jp", false},
		{"controls", "", "", []byte("a\x00b\x07c\td"), "a b c\td", "utf-8", true},
	} {
		p := Page{Kind: HTML, Charset: c.declared, Body: append([]byte(c.meta), c.body...)}
		text, name, origin := p.UTF8()
		if same := origin.Same(); string(text) != c.meta+c.want || name != c.charset || same != c.same {
			t.Errorf("%s: got %.150q, %s, %t; want %.150q, %s, %t", c.name, text, name, same, c.meta+c.want, c.charset, c.same)
		}
		checkOrigin(t, c.name, &p)
	}
	given := Page{Kind: Text, Body: []byte("\uFEFFa\x00"), decoded: true}
	if text, _, origin := given.UTF8(); string(text) != "\uFEFFa\x00" || !origin.Same() {
		t.Errorf("text that was given came back as %q", text)
	}
}

// checkOrigin holds each character of a page's text against the bytes that it is said to come from.
func checkOrigin(t *testing.T, name string, p *Page) {
	t.Helper()
	text, charsetName, origin := p.UTF8()
	e, _ := charset.Lookup(charsetName)
	var offsets []int
	for i := range string(text) {
		offsets = append(offsets, i)
	}
	from := append(offsets, len(text))
	raw := slices.Clone(from)
	slices.Reverse(raw) // in any order
	origin.Places(raw)
	slices.Reverse(raw)
	if raw[len(raw)-1] != len(p.Body) && charsetName != "iso-2022-jp" {
		t.Errorf("%s: the text ends at %d of %d", name, raw[len(raw)-1], len(p.Body))
	}
	for i := range offsets {
		want, got := text[from[i]:from[i+1]], p.Body[raw[i]:raw[i+1]]
		if charsetName == "iso-2022-jp" {
			continue // its bytes say nothing alone
		}
		if decoded := decode(e, got); string(p.clean(decoded)) != string(want) {
			t.Errorf("%s: %q at %d comes from %q at %d", name, want, from[i], got, raw[i])
			return
		}
	}
}

func FuzzUTF8(f *testing.F) {
	f.Add([]byte("<meta charset=gbk>\xb0\xa1"), "")
	f.Add([]byte("\xff\xfea"), "utf-8")
	f.Fuzz(func(t *testing.T, body []byte, label string) {
		for _, kind := range []Kind{HTML, Text} {
			p := Page{Kind: kind, Charset: label, Body: body}
			text, name, origin := p.UTF8()
			if same := origin.Same(); !utf8.Valid(text) || name == "" || same && len(text) != len(body) {
				t.Fatalf("%q (%s): %q %s %t", body, label, text, name, same)
			}
			offsets := []int{len(text), 0, 0}
			for i := range string(text) {
				offsets = append(offsets, i)
			}
			origin.Places(offsets)
			if offsets[0] > len(body) || offsets[1] != offsets[2] || !slices.IsSorted(offsets[1:]) {
				t.Fatalf("%q (%s): places %v", body, label, offsets)
			}
		}
	})
}

func BenchmarkUTF8(b *testing.B) {
	p := Page{Kind: HTML, Body: []byte(strings.Repeat("<p class=\"a\">Some words of a page, é.</p>\n", 8000))}
	b.SetBytes(int64(len(p.Body)))
	for b.Loop() {
		p.UTF8()
	}
}

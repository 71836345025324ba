package source

import (
	"bytes"
	"testing"
)

// Whatever stands around it, a control character is blanked, and nothing else changes.
func TestControlCharactersAreBlanked(t *testing.T) {
	page := &Page{Kind: HTML}
	for c := range 256 {
		for at := range 2 * 19 {
			text := bytes.Repeat([]byte("aé~\x80"), 5)[:19]
			if at >= len(text) {
				at, text = at-len(text), []byte("a\n\t\t<é>\r\n\f \t~\x80\n\nb\n")[:19]
			}
			text[at] = byte(c)
			want := bytes.Clone(text)
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f {
				want[at] = ' '
			}
			given := bytes.Clone(text)
			if got := page.clean(text); !bytes.Equal(got, want) {
				t.Fatalf("byte %#x at %d: %q, want %q", c, at, got, want)
			}
			if !bytes.Equal(text, given) {
				t.Fatalf("byte %#x at %d: the page itself was changed", c, at)
			}
		}
	}
}

func TestUTF8IsCounted(t *testing.T) {
	for text, want := range map[string][2]int{
		"": {0, 0}, "plain letters of more than eight bytes": {0, 0}, "é": {1, 0}, "eight by\u00e9\u20ac and \U0001f600 more": {3, 0},
		"a \xff b and then \xe2\x82": {0, 3}, "\xc3\xa9\xc3": {1, 1},
	} {
		if good, bad := countUTF8([]byte(text)); good != want[0] || bad != want[1] {
			t.Errorf("%q: %d right and %d wrong, want %v", text, good, bad, want)
		}
	}
}

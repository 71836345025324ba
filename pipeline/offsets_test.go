package pipeline

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCodePointsCountBothWays(t *testing.T) {
	texts := []string{
		"", "a", "plain text", "Zürich", strings.Repeat("é", 200), strings.Repeat("a", 64) + "日本" + strings.Repeat("b", 61) + "😀",
		strings.Repeat("x", 128), strings.Repeat("日", 64), strings.Repeat("a€", 100),
	}
	for _, text := range texts {
		c := countCodePoints(text)
		if c.total != utf8.RuneCountInString(text) {
			t.Errorf("%.20q: total %d", text, c.total)
		}
		n := 0
		for offset := range text + "." { // "." stands for the end
			if got := c.at(offset); int(got) != n {
				t.Fatalf("%.20q: byte %d is code point %d, want %d", text, offset, got, n)
			}
			if got := c.bytes(n); got != offset {
				t.Fatalf("%.20q: code point %d is byte %d, want %d", text, n, got, offset)
			}
			n++
		}
		if c.bytes(n) != -1 || c.bytes(-1) != -1 {
			t.Errorf("%.20q: offsets outside the text are taken", text)
		}
	}
}

func BenchmarkCodePoints(b *testing.B) {
	text := strings.Repeat("Zürich sagte am Montag, daß die Gespräche weitergehen. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		c := countCodePoints(text)
		for offset := 0; offset < len(text); offset += 40 {
			if utf8.RuneStart(text[offset]) {
				c.at(offset)
			}
		}
	}
}

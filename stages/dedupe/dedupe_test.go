package dedupe

import (
	"strings"
	"testing"
)

func TestTextHashSeesWordsOnly(t *testing.T) {
	same := []string{
		"Talks in Geneva: 10 January.\n\nThe end",
		"TALKS IN GENEVA – 10 january. The end!",
		"\tTalks in «Geneva» 10\u00a0January the end",
	}
	for _, text := range same[1:] {
		if TextHash(text) != TextHash(same[0]) {
			t.Errorf("%q and %q are told apart", text, same[0])
		}
	}
	other := []string{"Talks in Geneva: 11 January.\n\nThe end", "Talks in Geneva: 10 January.", "Gespräche", "Gesprache", "日本", "日本語", "हिन्दी", "हनद"}
	seen := map[string]string{TextHash(same[0]): same[0]}
	for _, text := range other {
		hash := TextHash(text)
		if before, ok := seen[hash]; ok {
			t.Errorf("%q and %q are taken for one", text, before)
		}
		if len(hash) != 32 {
			t.Errorf("%q has the hash %q", text, hash)
		}
		seen[hash] = text
	}
}

func TestTextWithoutWordsHasNoHash(t *testing.T) {
	for _, text := range []string{"", " \n", "... – !"} {
		if hash := TextHash(text); hash != "" {
			t.Errorf("%q has the hash %s", text, hash)
		}
	}
}

// The hash does not hang on where the buffer ends.
func TestTextHashOfLongTexts(t *testing.T) {
	for n := 500; n < 530; n++ {
		text := strings.Repeat("a", n) + "ß日x"
		if TextHash(text) != TextHash(" "+text+"!") || TextHash(text) == TextHash(text+"y") {
			t.Errorf("%d letters", n)
		}
	}
}

func BenchmarkTextHash(b *testing.B) {
	text := strings.Repeat("The talks in Geneva will go on, Zürich papers said. ", 120)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		TextHash(text)
	}
}

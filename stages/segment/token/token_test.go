package token

import (
	"slices"
	"strings"
	"testing"
)

func surfaces(text string) []string {
	var out []string
	for _, t := range Words(nil, text, 0, len(text)) {
		out = append(out, text[t.Start:t.End])
	}
	return out
}

func TestWords(t *testing.T) {
	for _, c := range [][2]string{
		{"Don't stop, Mr. O'Neil.", "Don't|stop|,|Mr|.|O'Neil|."},
		{"Russia's and Russia’s 3.5 percent", "Russia|'s|and|Russia|’s|3.5|percent"},
		{"al-Assad (U.S.)", "al|-|Assad|(|U.S|.|)"},
		{"“Zürich”—yes", "“|Zürich|”|—|yes"},
	} {
		if got := surfaces(c[0]); !slices.Equal(got, strings.Split(c[1], "|")) {
			t.Errorf("%q: got %q", c[0], got)
		}
	}
}

// FuzzWords holds the short rules for ASCII against the full tables.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"can't 3.5 1,000;2 a:b a.b. _x_1 'quoted' U.S.A.", "1.a a.1 1'2 a'1 a,b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' }) {
			short, full := cutASCII(nil, word, 0, len(word)), cutUnicode(nil, word, 0, len(word))
			if !slices.Equal(short, full) {
				t.Fatalf("%q: short rules %v, tables %v", word, short, full)
			}
		}
	})
}

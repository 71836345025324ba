package blocks

import (
	"slices"
	"testing"
)

func TestAlign(t *testing.T) {
	const text = "The river rose on Monday. The council met in the old hall.\n\nNobody was hurt, the mayor said."
	for _, c := range []struct {
		name   string
		blocks []string
		want   []bool
	}{
		{"menu and body", []string{"The old Hall Home", "The river rose on Monday. The council met in the old hall.", "Nobody was hurt, the mayor said."}, []bool{false, true, true}},
		{"teaser of the first sentence", []string{"The river rose on Monday.", "More", "The river rose on Monday. The council met in the old hall.", "Nobody was hurt, the mayor said."}, []bool{false, false, true, true}},
		{"teaser behind", []string{"The river rose on Monday. The council met in the old hall.", "Nobody was hurt, the mayor said.", "Also", "Nobody was hurt, the mayor said."}, []bool{true, true, false, false}},
		{"nothing of it", []string{"Sports", "Weather"}, []bool{false, false}},
		{"no blocks", nil, nil},
	} {
		aligned, words := align(c.blocks, text)
		var got []bool
		for i := range aligned {
			got = append(got, aligned[i]*2 > words[i])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v (%v of %v)", c.name, got, c.want, aligned, words)
		}
	}
}

func TestGoldWords(t *testing.T) {
	for text, want := range map[string][]string{
		"It's 3.5 km, isn't_it?": {"It", "s", "3", "5", "km", "isn", "t_it"},
		"港が崩れた。Two":              {"港", "が", "崩", "れ", "た", "Two"},
		"":                       nil,
	} {
		if got := goldWords(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

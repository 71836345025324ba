package tag

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
)

// Forms that differ in their letters or the kinds of them differ in what is said of them, and case
// alone changes what stands in small letters in nothing.
func TestLook(t *testing.T) {
	look := func(form string) Word {
		var w Word
		w.Look(form)
		return w
	}
	us, small := look("US"), look("us")
	if us.Lower != small.Lower || us.Suffix1 != small.Suffix1 || us.Middle != small.Middle {
		t.Errorf("US is %+v, us is %+v", us, small)
	}
	if us.Form == small.Form || us.Shape == small.Shape || us.Kind == small.Kind {
		t.Errorf("US is %+v, us is %+v", us, small)
	}
	if a, b := look("Mapuche"), look("Zarqawis"); a.Shape != b.Shape {
		t.Errorf("shapes of two words with a capital: %x, %x", a.Shape, b.Shape)
	}
	if a, b := look("walking"), look("zorbing"); a.Suffix3 != b.Suffix3 || a.Suffix4 == b.Suffix4 {
		t.Errorf("endings of walking and zorbing: %x %x, %x %x", a.Suffix3, a.Suffix4, b.Suffix3, b.Suffix4)
	}
	for _, form := range []string{"", "é", "\xff\xfe", "日本", strings.Repeat("é", 1<<20), strings.Repeat("\x80", 100)} {
		look(form) // no panic
	}
}

// A sentence has all its features whatever stands around a word, few enough for a sum.
func TestFeaturesFit(t *testing.T) {
	words := make([]Word, 3)
	for i, form := range []string{"He", "left", "."} {
		words[i].Look(form)
	}
	all := func(words []Word, i int) (f []uint32) {
		for stage := range Stages {
			f = Features(f, words, i, stage)
		}
		return f
	}
	n := len(all(words, 1))
	if n > linear.MaxFeatures || n != len(all(words[1:2], 0)) {
		t.Errorf("%d features in a sentence, %d alone", n, len(all(words[1:2], 0)))
	}
	before := all(words, 0)
	words[2].Tag = 7
	if !slices.Equal(before, all(words, 0)) {
		t.Error("a tag that is not known yet changed a feature")
	}
}

// What is no tagger is refused.
func TestReadRefusesDamage(t *testing.T) {
	for _, stored := range []string{"", "\x05\x00\x00\x00A/B", "\x03\x00\x00\x00A/B\x02\x00\x00\x00"} {
		if _, _, err := Read([]byte(stored)); err == nil {
			t.Errorf("%q was read", stored)
		}
	}
}

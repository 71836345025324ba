package lemma

import (
	"strings"
	"testing"
)

// The script from a form to its lemma makes the lemma, and of other words of its kind theirs.
func TestScripts(t *testing.T) {
	for _, test := range []struct{ form, lemma, other, otherLemma string }{
		{"carries", "carry", "parties", "party"},
		{"Went", "go", "WENT", "go"},
		{"Putins", "Putin", "Bidens", "Biden"},
		{"Ölpreise", "Ölpreis", "Kreise", "Kreis"},
		{"is", "be", "IS", "be"},
	} {
		script := Find(test.form, test.lemma)
		if got, ok := script.Apply(test.form); !ok || got != test.lemma {
			t.Errorf("%+v: %s became %q", script, test.form, got)
		}
		if got, ok := script.Apply(test.other); !ok || got != test.otherLemma {
			t.Errorf("%+v: %s became %q", script, test.other, got)
		}
	}
	if got, ok := (Script{Cut: 9}).Apply("short"); ok {
		t.Errorf("nine bytes were cut from %q", got)
	}
	if got, ok := (Script{Cut: 1}).Apply("m²"); ok {
		t.Errorf("half a character was cut: %q", got)
	}
}

// A word has the script of its own if there is one, else that of its longest known ending; a tag
// and a capital tell words apart.
func TestStrongestKeyDecides(t *testing.T) {
	scripts := []Script{{true, 0, ""}, {true, 1, ""}, {true, 3, "y"}, {true, 3, "ie"}}
	var keys []uint64
	var numbers []uint16
	add := func(form string, bytes, script int) { // bytes of the ending; -1 is the whole word
		all := Keys(nil, form, "NNS")
		at := 0
		if bytes >= 0 {
			at = len(all) - 1 - bytes
		}
		keys, numbers = append(keys, all[at]), append(numbers, uint16(script))
	}
	add("dogs", 0, 0)
	add("dogs", 1, 1)
	add("cities", 3, 2)
	add("movies", -1, 1)
	rules, rest, err := Read(append(Append(nil, scripts, keys, numbers), 5))
	if err != nil || len(rest) != 1 {
		t.Fatal(err, len(rest))
	}
	for form, want := range map[string]string{"cats": "cat", "parties": "party", "movies": "movie", "people": "people", "s": "s", "": "", "1990s": "1990", "Parties": "Parties"} {
		if got := rules.Of(form, "NNS"); got != want {
			t.Errorf("%q became %q, want %q", form, got, want)
		}
	}
	if got := rules.Of("cats", "NN"); got != "cats" {
		t.Errorf("with a tag that has no rules, cats became %q", got)
	}
	long := strings.Repeat("s", 1<<20)
	if got := rules.Of(long, "NNS"); got != long {
		t.Error("a word of a megabyte was changed")
	}
}

// What is no rules is refused.
func TestReadRefusesDamage(t *testing.T) {
	for _, stored := range []string{"", "\x05\x00\x00\x00true", "\x03\x00\x00\x00x y\x02\x00\x00\x00"} {
		if _, _, err := Read([]byte(stored)); err == nil {
			t.Errorf("%q was read", stored)
		}
	}
}

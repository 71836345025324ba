package pattern

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/data/events"
	"github.com/newsmill/newsmill/stages/event/class"
)

// What stands in data/events can be read.
func TestFilesLoad(t *testing.T) {
	l, err := Load(events.Files, func(string, int, string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if l.patterns < 800 {
		t.Errorf("%d patterns, want at least 800", l.patterns)
	}
}

// Verbs have their forms by rule, or by the table of those that are irregular.
func TestForms(t *testing.T) {
	l, err := Load(events.Files, func(string, int, string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	for lemma, want := range map[string]string{
		"attack": "attacks attack attacking attacked", "deny": "denies deny denying denied", "condemn": "condemns condemn condemning condemned",
		"expel": "expels expel expelling expelled expelled", "meet": "meets meet meeting met met", "cut": "cuts cut cutting cut cut", "veto": "vetoes veto vetoing vetoed vetoed",
		"agree": "agrees agree agreeing agreed", "free": "frees free freeing freed", "clash": "clashes clash clashing clashed", "have": "has have having had had",
	} {
		var got []string
		l.irr.verb(lemma, func(word string, _ class.Form) { got = append(got, word) })
		have := map[string]bool{}
		for _, w := range got {
			have[w] = true
		}
		for _, w := range strings.Fields(want) {
			if !have[w] {
				t.Errorf("%s gives %q, not %s", lemma, got, w)
			}
		}
		if len(got) != len(strings.Fields(want)) {
			t.Errorf("%s gives %q", lemma, got)
		}
	}
}

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

// Of a noun's phrase the word before a preposition is the noun, and has a plural.
func TestNounOfAPhrase(t *testing.T) {
	l, err := Load(events.Files, func(string, int, string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	for first, want := range map[string]struct {
		rule   string
		behind int
	}{
		"crackdowns": {"17-coerce.txt:crackdown on", 1},
		"shows":      {"15-posture.txt:show of force", 2},
		"killing":    {"18-assault.txt:killing of", 1},
	} {
		e := l.Words[first]
		if e == nil {
			t.Errorf("%q opens no pattern", first)
			continue
		}
		found := false
		for _, p := range e.Patterns {
			if p.Rule == want.rule {
				found = true
				if p.Behind != want.behind {
					t.Errorf("%s has %d words behind its noun, want %d", p.Rule, p.Behind, want.behind)
				}
			}
		}
		if !found {
			t.Errorf("%q does not open %s", first, want.rule)
		}
	}
}

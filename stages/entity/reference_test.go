package entity

import (
	"strings"
	"testing"
)

// A pronoun or a description stands for the one bearer who may be meant, and for none where two may.
func TestReferences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[P:Mary Harlan] spoke. She left.", "She=Mary Harlan"},
		{"[P:Mary Harlan] said that she and her friends would leave.", "she=Mary Harlan her=Mary Harlan"},
		{"Mr. [P:Okonkwo Adeyemi] spoke. He left at once.", "He=Okonkwo Adeyemi"},
		{"[P:Mary Harlan] met [P:John Smith]. She left.", "She=Mary Harlan"},
		{"[P:John Smith] met [P:Paul Jones]. He left.", ""},
		{"[P:Mary Harlan] spoke. He left.", ""},
		{"The painter, [P:Mary Harlan], spoke. She left.", "She=Mary Harlan"},
		{"They met the painter, [P:Mary Harlan]. She left.", ""},
		{"[P:John Smith] saw a man. He left.", ""},
		{"President [P:John Smith] spoke. Then the president left.", "the president=John Smith"},
		{"President [P:John Smith] met President [P:Paul Jones]. Then the president left.", ""},
		{"[P:Okonkwo Adeyemi] left as she wished. [P:Adeyemi] slept where she was. Rain fell. Snow fell. Hail fell. [P:Adeyemi] spoke. She sang.", "she=Okonkwo Adeyemi she=Okonkwo Adeyemi She=Okonkwo Adeyemi"},
		{"The [O:Health Ministry] spoke. Then the ministry closed.", "the ministry=Health Ministry"},
		{"The [O:Health Ministry] met the [O:Foreign Ministry]. Then the ministry closed.", ""},
	} {
		found := given(c.text)
		plain := strings.NewReplacer("[P:", "", "[O:", "", "]", "").Replace(c.text)
		var got []string
		for _, r := range found.References {
			got = append(got, plain[r.Start:r.End]+"="+found.Entities[r.Entity].Name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

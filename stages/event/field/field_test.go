package field

import (
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
)

// The words of a text and the points of a game tell its field; where no other field has a say it is of politics.
func TestFields(t *testing.T) {
	for text, want := range map[string]Field{
		"The striker scored twice, and the goalkeeper saved a penalty before the final whistle. They won 3–1.": sport,
		"Preheat the oven. Whisk the flour with the butter and simmer the sauce. Bake the dough.":              kitchen,
		"The minister met the ambassador, and parliament passed the sanctions.":                                Politics,
		"It is late.": Politics,
	} {
		doc := syntax.Read(text, "en")
		sentences, whole := Read(doc, nil, when.Anchor{})
		if got := whole.Of(false); got != want || len(sentences) != len(doc.Sentences) {
			t.Errorf("%q is of %s, want %s", text, fieldNames[got], fieldNames[want])
		}
	}
}

// A line of fields.txt names a field and a weight.
func TestWrongFieldsAreRefused(t *testing.T) {
	for _, line := range []string{"", "sport: goal", "sport 4: goal", "sports 2: goal"} {
		if enter(map[string]*weights{}, line) == nil {
			t.Errorf("%q is taken", line)
		}
	}
}

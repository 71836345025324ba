package bearer

import "testing"

func TestSpellingKey(t *testing.T) {
	for _, c := range []struct {
		a, b string
		one  bool
	}{
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", true},
		{"Volodymyr Zelenskiy", "Wolodymyr Selenskyj", true},
		{"Oleksandr Syrskyi", "Oleksandr Syrsky", true},
		{"Mohammed Morsi", "Mohamed Morsi", true},
		{"José Ramos", "Jose Ramos", true},
		{"Sergey Lavrov", "Sergei Lavrov", true},
		{"Erik Jensen", "Erik Jansen", false},
		{"Anna Smith", "Anne Smith", false},
		{"Mario Rossi", "Maria Rossi", false},
		{"Kim Jong Un", "Kim Jong Il", false},
	} {
		if one := SpellingKey(c.a) == SpellingKey(c.b); one != c.one {
			t.Errorf("%s, %s: %q, %q", c.a, c.b, SpellingKey(c.a), SpellingKey(c.b))
		}
	}
	if key := SpellingKey("Zelensky"); key != "" {
		t.Errorf("a name of one word has key %q", key)
	}
}

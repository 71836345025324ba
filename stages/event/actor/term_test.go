package actor

import (
	"testing"

	"github.com/newsmill/newsmill/stages/when"
)

// Who left an office acts no longer for it, and not yet before he had it.
func TestOfficesHaveTheirTime(t *testing.T) {
	r := openRoster()
	for _, x := range []struct {
		name        string
		year, month int
		want        string
	}{
		{"Mao Zedong", 1934, 10, "CHNREB"},
		{"Mao Zedong", 1958, 1, "CHNGOV"},
		{"Donald Trump", 2019, 1, "USAGOV"},
		{"Donald Trump", 2022, 7, "USAOPP"},
		{"Peter Dutton", 2022, 7, "AUSOPP"},
		{"Labour (GBR)", 2025, 1, "GBRGOV"},
	} {
		b, ok := r.people[x.name]
		if !ok {
			b = r.bodies[x.name]
		}
		if got := r.at(x.name, when.DayOf(x.year, x.month, 1), b).Code; got != x.want {
			t.Errorf("%s in %d: %s, want %s", x.name, x.year, got, x.want)
		}
	}
	for name := range r.terms {
		_, person := r.people[name]
		if _, body := r.bodies[name]; !person && !body {
			t.Errorf("%s has times and is in no list", name)
		}
	}
}

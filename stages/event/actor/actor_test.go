package actor

import "testing"

// A state is itself by its name, its capital's and its people's, and its government; a town in it and two of its ministers are not.
func TestSameState(t *testing.T) {
	syria, syrian := Actor{Name: "Syria", Code: "SYR", Country: "SYR"}, Actor{Name: "Syrian", Code: "SYR", Country: "SYR"}
	beijing, ministry := Actor{Name: "Beijing", Code: "CHN", Country: "CHN"}, Actor{Name: "ministry", Code: "CHNGOV", Country: "CHN", Role: "GOV"}
	town, rebels := Actor{Name: "Wuhu", Code: "CHN", Country: "CHN"}, Actor{Name: "rebels", Code: "SYRREB", Country: "SYR", Role: "REB"}
	for _, c := range []struct {
		a, b Actor
		want bool
	}{
		{syria, syrian, true},
		{beijing, ministry, true},
		{ministry, beijing, true},
		{ministry, ministry, false},
		{ministry, town, false},
		{syria, rebels, false},
		{syria, beijing, false},
		{Nobody, Nobody, false},
	} {
		if got := c.a.SameState(c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a.Name, c.b.Name, got)
		}
	}
}

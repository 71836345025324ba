package events

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/event"
)

// Marks of parties are read by article and place; a line that is wrong is named.
func TestMarksOfParties(t *testing.T) {
	read := func(lines ...string) (map[string]map[span]partyMark, error) {
		path := filepath.Join(t.TempDir(), "codes.tsv")
		if err := os.WriteFile(path, []byte("article\tparty\tcountry\trole\n"+strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return readParties(path)
	}
	all, err := read("a\t10-16\tKEN\tGOV", "a\t40-46\t-\tIGO")
	if err != nil || len(all["a"]) != 2 || all["a"][span{10, 16}] != (partyMark{"KEN", "GOV"}) {
		t.Error(all, err)
	}
	for _, line := range []string{"a\t10-16\tKEN", "a\t10\tKEN\tGOV"} {
		if _, err := read(line); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q gives %v", line, err)
		}
	}
}

// A state and its government are one, a part of the world is no country, and a state that is no more may have its heir's code.
func TestCodesThatAreRight(t *testing.T) {
	c := event.Coding{Roles: []string{"", "GOV", "CVL", "IGO"}, Countries: []string{"", "RUS", "KEN"}}
	for _, x := range []struct {
		mark            partyMark
		roles, nations  []string
		wrong, foreigns []string
	}{
		{partyMark{"KEN", "-"}, []string{"", "GOV"}, []string{"KEN"}, []string{"CVL"}, []string{"", "RUS"}},
		{partyMark{"KEN", "GOV"}, []string{"", "GOV"}, []string{"KEN"}, []string{"CVL"}, []string{"", "RUS"}},
		{partyMark{"-", "GOV"}, []string{"GOV"}, []string{""}, []string{"", "CVL"}, []string{"KEN"}},
		{partyMark{"WST", "-"}, []string{"", "GOV"}, []string{""}, []string{"IGO"}, []string{"KEN"}},
		{partyMark{"SUN", "SPO"}, []string{"CVL"}, []string{"RUS"}, []string{"", "GOV"}, []string{"", "KEN"}},
	} {
		e := newCodeExample(c, x.mark, 0)
		for _, role := range x.roles {
			if !e.isRole(role) {
				t.Errorf("%v: role %q is wrong", x.mark, role)
			}
		}
		for _, role := range x.wrong {
			if e.isRole(role) {
				t.Errorf("%v: role %q is right", x.mark, role)
			}
		}
		for _, country := range x.nations {
			if !e.isCountry(country) {
				t.Errorf("%v: country %q is wrong", x.mark, country)
			}
		}
		for _, country := range x.foreigns {
			if e.isCountry(country) {
				t.Errorf("%v: country %q is right", x.mark, country)
			}
		}
	}
}

// The rules stand but where another choice is clearly likelier, a state has no other role, and of whom nothing is known the state is not guessed.
func TestMarginsOfCodes(t *testing.T) {
	c := event.Coding{Role: "CVL", Country: "KEN", Roles: []string{"", "GOV", "CVL", "IGO"}, Countries: []string{"", "RUS", "KEN"}}
	x := codeTested{newCodeExample(c, partyMark{"RUS", "GOV"}, 0), [2][]float32{{4, 3, 2, 0}, {-1, 0, -.5}}}
	for margins, want := range map[[2]float32][2]string{
		{1, .5}: {"", "RUS"},
		{2, 1}:  {"", "KEN"},
		{3, .5}: {"CVL", "RUS"},
	} {
		if got := x.told(margins); got != want {
			t.Errorf("with margins of %v it is %v, want %v", margins, got, want)
		}
	}
	if x.Role = ""; x.told([2]float32{.5, .5}) != [2]string{"GOV", "RUS"} || x.told([2]float32{2, .5}) != [2]string{"CVL", "RUS"} {
		t.Error("of whom the rules know nothing the state is guessed, or no role")
	}
	if x.Roleless = true; x.told([2]float32{.5, .5}) != [2]string{"", "RUS"} {
		t.Error("a place has a role")
	}
	if x.State = true; x.told([2]float32{}) != [2]string{"", "KEN"} {
		t.Error("a state has learned a role")
	}
	if best := codeMargins([]codeTested{x}); best != [2]float32{4, 4} {
		t.Errorf("where nothing is lost to the rules the margins are %v", best)
	}
}

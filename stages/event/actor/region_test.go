package actor

import "testing"

// Whom marks give another code is, to the gate, who he is by the rules.
func TestActorsKeepTheCodeOfTheRules(t *testing.T) {
	rules := Actor{Mention: -1, Name: "knight"}
	taught := Actor{Mention: -1, Name: "knight", Country: "HRV", Role: "MIL", Code: "HRVMIL", Rules: &rules}
	if got := taught.Ruled(); got != rules {
		t.Errorf("the rules have %+v", got)
	}
	if got := rules.Ruled(); got != rules {
		t.Errorf("without another code the rules have %+v", got)
	}
}

// Parts of the world keep their codes, whatever the role of who acts for them.
func TestRegionsKeepTheirCodes(t *testing.T) {
	for code, want := range map[string]string{"WST": "WST", "EURGOV": "EUR", "IGO": "", "IGOUNO": "", "NGO": "", "NGM": "", "IMG": "", "": ""} {
		a := Actor{Code: code}
		if code == "EURGOV" {
			a.Role = "GOV"
		}
		if got := RegionOf(a); got != want {
			t.Errorf("%s is of %q, want %q", code, got, want)
		}
	}
	if got := RegionOf(Actor{Code: "RUSGOV", Country: "RUS", Role: "GOV"}); got != "" {
		t.Errorf("a state's government is of %q", got)
	}
	if got := RegionOf(Actor{Code: "COP", Role: "COP"}); got != "" {
		t.Errorf("police of no state are of %q", got)
	}
}

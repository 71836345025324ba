package cameo

import "testing"

// Each code of the code book stands in a quarter of it, and each root is one of CAMEO's.
func TestEachCodeHasItsClass(t *testing.T) {
	for code := range openBook().codes {
		if QuadClass(code) == "" {
			t.Errorf("%s has no quad class", code)
		}
	}
}

// A code has its root, its class, its name and its place on the scale.
func TestCodes(t *testing.T) {
	for _, test := range []struct {
		code, root, quad, name, plover, mode string
		goldstein                            float64
	}{
		{"0311", "03", VerbalCooperation, "Express intent to cooperate economically", "AGREE", "", 5.2},
		{"073", "07", MaterialCooperation, "Provide humanitarian aid", "AID", "", 7.4},
		{"0871", "08", MaterialCooperation, "Declare truce, ceasefire", "RETREAT", "ceasefire", 9},
		{"163", "16", MaterialConflict, "Impose embargo, boycott, or sanctions", "COERCE", "restrict", -8},
		{"1125", "11", VerbalConflict, "Accuse of espionage, treason", "ACCUSE", "disapprove", -2},
		{"010", "01", VerbalCooperation, "Make statement, not specified below", "", "", 0},
	} {
		scale, ok := Goldstein(test.code)
		plover, mode := PLOVER(test.code)
		if !ok || scale != test.goldstein || Root(test.code) != test.root || QuadClass(test.code) != test.quad || Name(test.code) != test.name || plover != test.plover || mode != test.mode {
			t.Errorf("%s: %v %v %q %q %q %q %q", test.code, scale, ok, Root(test.code), QuadClass(test.code), Name(test.code), plover, mode)
		}
	}
	for _, code := range []string{"", "0", "21", "99x", "é"} {
		plover, mode := PLOVER(code)
		if _, ok := Goldstein(code); ok || QuadClass(code) != "" || plover != "" || mode != "" || Name(code) != "" {
			t.Errorf("%q is a code", code)
		}
	}
}

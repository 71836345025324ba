package cameo

// Classes of events, as four quarters of the code book: words or deeds, friendly or not.
const (
	VerbalCooperation   = "verbal_cooperation"   // roots 01 to 05
	MaterialCooperation = "material_cooperation" // roots 06 to 08
	VerbalConflict      = "verbal_conflict"      // roots 09 to 13
	MaterialConflict    = "material_conflict"    // roots 14 to 20
)

// Root is the class of events that a CAMEO code belongs to: its first two digits.
func Root(code string) string { return code[:min(2, len(code))] }

// QuadClass is the quarter of the code book that a CAMEO code stands in; "" without one.
func QuadClass(code string) string {
	switch root := Root(code); {
	case len(root) < 2 || root < "01" || root > "20":
		return ""
	case root <= "05":
		return VerbalCooperation
	case root <= "08":
		return MaterialCooperation
	case root <= "13":
		return VerbalConflict
	}
	return MaterialConflict
}

// Roots are the twenty roots, behind "" for what tells no act.
var Roots = []string{"", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"}

// Force says whether what a CAMEO code tells can be done to people and things only.
func Force(code string) bool {
	switch {
	case Root(code) == "18", Root(code) == "19":
		return true
	}
	return len(code) > 2 && (code[:3] == "171" || code[:3] == "084" || code[:3] == "087")
}

// Jails says whether a code is of what states do to those under their own law.
func Jails(code string) bool {
	return Root(code) == "17" && code != "174" || code == "0841" || code == "116"
}

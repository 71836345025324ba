package event

// code is a line of the code book.
type code struct {
	name      string
	goldstein float64
}

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

// Goldstein is how much a CAMEO code does to the stability of a country, from -10 to 10.
func Goldstein(code string) (float64, bool) {
	c, ok := table().codes[code]
	return c.goldstein, ok
}

// Name is the code book's label for a CAMEO code; "" for what is no code.
func Name(code string) string { return table().codes[code].name }

// PLOVER is the event type and its mode that PLOVER's conversion table gives for a CAMEO code, the longest
// prefix first; "" for the codes that have none (no type: 01 and 02; no mode: most that are not specified).
func PLOVER(code string) (kind, mode string) {
	for n := min(4, len(code)); n >= 2; n-- {
		if row, ok := table().plover[code[:n]]; ok {
			return row[0], row[1]
		}
	}
	return "", ""
}

package class

func PossessiveMark(s string) bool { return s == "'s" || s == "’s" || s == "'" || s == "’" }

func Hyphen(s string) bool { return s == "-" || s == "–" || s == "‑" }

func Finite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

package class

// PossessiveMark says whether a word is the mark of an owner.
func PossessiveMark(s string) bool { return s == "'s" || s == "’s" || s == "'" || s == "’" }

// Hyphen says whether a word is one.
func Hyphen(s string) bool { return s == "-" || s == "–" || s == "‑" }

// Finite says whether a part of speech of the Penn Treebank is that of a finite verb.
func Finite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

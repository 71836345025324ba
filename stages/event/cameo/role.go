package cameo

// Private says whether a role is of a part of society that has no power over others.
func Private(role string) bool {
	switch role {
	case "CVL", "MED", "EDU", "BUS", "LAB", "REF", "CRM", "INS", "NGO", "PTY":
		return true
	}
	return false
}

// Domestic says whether one of the role has mostly to do with his own state.
func Domestic(role string) bool {
	switch role {
	case "OPP", "LEG", "PTY", "LAB", "EDU", "COP", "JUD":
		return true
	}
	return false
}

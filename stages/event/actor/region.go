package actor

import "strings"

// Regional gives an actor of no country whose name begins with that of a part of the world, or with its adjective, the code
// of that: "Africa", "European officials", "Arab countries", but no company with such a name.
func (c *Cast) Regional(a *Actor) {
	if a.Country != "" || a.Code != a.Role {
		return
	}
	if code := c.roster.regions[strings.TrimPrefix(a.Name, "the ")]; code != "" && a.Code == "" {
		a.Code = code
		return
	}
	words := strings.Fields(a.Name)
	for n := min(2, len(words)-1); n > 0; n-- {
		code := c.roster.regions[strings.Join(words[:n], " ")]
		if code == "" {
			continue
		}
		if a.Role != "" && a.Mention < 0 || len(words) == n+1 && states(words[n]) {
			a.Code = code + a.Role
		}
		return
	}
}

// states says whether a noun is one for states.
func states(noun string) bool {
	switch noun {
	case "countries", "nations", "states", "powers", "allies", "governments", "partners":
		return true
	}
	return false
}

// RegionOf is the part of the world that an actor of no state has the code of, with or without a role: "the West", "European officials".
func RegionOf(a Actor) string {
	region, ok := strings.CutSuffix(a.Code, a.Role)
	if !ok || a.Country != "" || len(region) != 3 || strings.HasPrefix(region, "IGO") || strings.HasPrefix(region, "NG") || region == "IMG" {
		return ""
	}
	return region
}

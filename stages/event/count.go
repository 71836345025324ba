package event

import "strings"

// counts says whether the sides make an event of the pattern.
func (s *scan) counts(t *trigger, from, to Actor, status string) bool {
	done := status == Actual || status == Ongoing
	if from.Name != "" && from.Name == to.Name && from.Code == to.Code {
		return false
	}
	root := Root(t.pattern.code)
	one := t.pattern.noun || len(t.pattern.words) == 0
	grave := done && (root >= "17" || t.passive && (root == "09" || root == "11" || t.pattern.code == "0841"))
	// Who is named and not known, and who is a part of society, may speak and protest in a text of politics.
	voice := done && !t.pattern.noun && !(root == "12" && from.Code == "" && strings.HasPrefix(t.pattern.rule, "12-reject.txt:refuse")) && (from.Mention >= 0 || from.Role != "" && t.pattern.speaks() && root != "02") && (t.pattern.speaks() || root == "05" && s.isPerson(from) || root == "09" || root == "14" || root == "17" && !one)
	voice = voice || done && t.pattern.speaks() && from.Name != "" && to.Name != "" && (from.Mention >= 0 || to.Mention >= 0)
	if from.Code == "" && to.Code == "" && !voice && t.pattern.code != "046" || !acts(from.Role, root) || from.vague() && to.vague() && root != "14" && !grave && !voice && t.pattern.code != "046" {
		return false
	}
	if from.Name == "" && !t.passive && !t.pattern.noun && (root == "07" || strings.HasPrefix(t.pattern.code, "081") || t.pattern.code == "170") {
		return false // which allowed him to enter
	}
	// Who cannot be told from the text may still say something to one who can: "It has accused the government".
	addressed := done && !t.pattern.noun && !to.vague() && (t.pattern.speaks() || root == "04" || root == "05" || root == "09")
	if from.Name == "" && (root >= "18" || root == "13") && s.accident() {
		return false // 20 people were killed when a bus overturned
	}
	if t.pattern.speaks() && root != "11" && from.vague() && to.Name != "" && to.vague() {
		return false // a woman told her family to pack
	}
	if t.pattern.noun && root >= "18" && to.Name == "" && private(from.Role) {
		return false // the children's battle to survive
	}
	if to.Name == "" && t.idle(from) && !voice {
		return false
	}
	if to.Name == "" && (t.pattern.both || t.pattern.code == "030" && (from.vague() || t.pattern.noun) || one && (root == "13" || from.vague() && !voice && (root == "09" || root == "11")) || t.pattern.noun && from.vague() && (root == "10" || root == "12")) {
		return false // too vague without its target
	}
	switch root {
	case "01":
		return from.Code != "" && to.Code != ""
	case "02":
		return from.Name != "" && to.Name != "" || done && !from.vague() || voice || addressed
	case "04", "05", "06", "07":
		if private(from.Role) && (private(to.Role) || root == "04" && from.Mention < 0) || root == "04" && to.Role == "MED" { // spoke to reporters
			return false
		}
		if strings.HasPrefix(t.pattern.code, "042") && private(from.Role) && !s.isPerson(from) {
			return false // refugees arrive
		}
		if t.pattern.code == "046" && from.Mention >= 0 && to.Mention >= 0 {
			return true
		}
		if from.Code == "" && private(to.Role) || to.Code == "" && private(from.Role) {
			return false // a watchmaker and a shop
		}
		if root != "07" {
			return known(from) && known(to) || root == "04" && !one && (done || status == Scheduled) && !from.vague() || root == "05" && done && (!from.vague() || voice) || addressed ||
				t.pattern.noun && root == "04" && !strings.HasSuffix(t.pattern.rule, " of") && done && to.Mention >= 0 && to.Code != ""
		}
	case "03", "09", "10", "11", "12", "13":
		return from.Name != "" && to.Name != "" && (known(from) || known(to)) || from.Code != "" && (from.Mention >= 0 || done) || voice || addressed ||
			(t.passive || t.pattern.noun && !to.vague()) && done && to.Code != "" && (root == "09" || root == "11")
	case "14":
		return from.Code != "" || from.Name != "" && to.Code != "" || voice
	}
	if from.Name != "" && to.Name != "" {
		return known(from) || known(to)
	}
	if root == "08" && done && !to.vague() && (strings.HasPrefix(t.pattern.code, "0831") || strings.HasPrefix(t.pattern.code, "084")) {
		return true // the vote that forced the premier to resign
	}
	return from.Code != "" && (from.Mention >= 0 || done) || voice || to.Code != "" && (to.Mention >= 0 || grave) // "police may" is nobody
}

// accident says whether the sentence tells of what no one does to anyone.
func (s *scan) accident() bool {
	for i := range s.words {
		if s.is(i, accident) {
			return true
		}
	}
	return false
}

// crowd says whether a trigger is a noun that is a protest and nothing else, as a demonstration of lasers is.
func (s *scan) crowd(t *trigger) bool {
	if !t.pattern.noun || Root(t.pattern.code) != protestRoot {
		return false
	}
	switch strings.ToLower(s.text(t.first)) {
	case "protest", "protests", "demonstrations", "riot", "riots", "unrest", "uprising", "uprisings":
		return true
	}
	return false
}

// protesters are who holds a protest that names nobody: the people of the place that its sentence names, or of where
// the text plays.
func (s *scan) protesters(t *trigger) Actor {
	country := s.focus
	for i := range s.units {
		u := &s.units[i]
		if u.kind == place && u.country != "" && (u.first > t.last || s.units[0].country == u.country) {
			country = u.country
			break
		}
	}
	if country == "" {
		return nobody
	}
	return Actor{Mention: -1, Name: s.in.Doc.Text[s.words[t.first].start:s.words[t.first].end], Country: country, Role: "OPP", Code: country + "OPP"}
}

// known says whether a side is more than a noun: it has a code or a name.
func known(a Actor) bool { return a.Code != "" || a.Mention >= 0 }

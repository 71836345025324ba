package event

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
)

// literal says whether the words around a trigger fit its pattern's sense: who "captures the mood",
// "seizes the opportunity" or "demonstrates a machine" does nothing that is coded, and a participle
// before a noun ("damaging winds", "the occupied zone") tells of no event.
func (s *scan) literal(t *trigger) bool {
	n := s.node(t.first)
	if n == nil {
		return true
	}
	if t.pattern.noun {
		return !force(t.pattern.code) || !s.ofAbstract(t)
	}
	if n.Relation == "amod" && n.Head > t.first && !s.is(s.before(t.first), modal|will|would|maybe) && (t.first == 0 || s.words[t.first-1].unit < 0 || s.text(t.first-1) == "-") {
		return false
	}
	root := Root(t.pattern.code)
	if obj := s.child(t.first, "obj"); root == "04" && n.Lemma != "discuss" && t.last == t.first && obj >= 0 && s.words[obj].unit < 0 && s.node(obj).UPOS == "NOUN" && !s.is(obj, number) {
		return false // meets the demand, received a letter
	}
	if (t.pattern.kills() || force(t.pattern.code)) && s.mishap(t.first) {
		return false
	}
	switch n.Lemma {
	case "ask": // whether he would, or when asked
		if t.last == t.first && !s.asks(t.last) {
			return false
		}
	case "shelter", "feed": // people sheltered in the theatre
		if t.last == t.first && !t.passive && s.child(t.first, "obj") < 0 {
			return false
		}
	case "call": // the bishop a traitor
		if root == "04" && t.last == t.first && s.termed(t.first) {
			return false
		}
		if s.text(s.child(t.first, "obj")) == "what" { // against what it calls
			return false
		}
		if u := s.suffers(t); root == "04" && u >= 0 && (s.is(s.units[u].last+1, mark) || s.text(s.units[u].last+1) == "a" || s.text(s.units[u].last+1) == "an") {
			return false
		}
	case "capture": // the imagination
		if obj := s.child(t.first, "obj"); t.last == t.first && obj >= 0 && s.words[obj].unit < 0 && s.abstract(obj) {
			return false
		}
		if on := s.child(t.first, "obl"); on >= 0 && !s.is(on, temporal) && (s.is(on, abstract) || s.text(s.child(on, "case")) == "on") {
			return false // on video
		}
	case "mobilise", "mobilize": // funds
		if u := s.suffers(t); t.last == t.first && (u < 0 || s.units[u].role != "MIL" && s.units[u].role != "COP") {
			return false
		}
	case "speak": // speaking to the press, he said
		if n.XPOS == "VBG" && n.Relation == "advcl" {
			return false
		}
	case "execute": // a plan
		if t.last == t.first && !t.passive && s.suffers(t) < 0 {
			return false
		}
	case "charge": // she charges, alleging that
		if t.last == t.first && !t.passive && s.child(t.first, "obj") < 0 && !s.objectAt(t.last+1) {
			return false
		}
	case "back", "support", "fund", "finance":
		if t.passive && t.last == t.first && n.Relation == "acl" {
			return false // a company backed by
		}
	case "deny":
		if t.passive || n.Relation == "conj" && n.Head >= 0 && n.Head < len(s.words) && s.child(n.Head, "aux:pass") >= 0 && s.child(t.first, "nsubj") < 0 {
			return false // they have been denied a voice
		}
	}
	if len(t.pattern.words) > 0 || root != "14" && !force(t.pattern.code) {
		return true
	}
	relation := "obj"
	if t.passive {
		relation = "nsubj:pass"
	}
	obj := s.child(t.first, relation)
	if s.is(obj, relative) && strings.HasSuffix(n.Relation, ":relcl") || obj < 0 && n.Relation == "acl" && t.passive {
		obj = n.Head // the seat which had been occupied
	}
	if obj < 0 {
		return true
	}
	if u := s.words[obj].unit; t.passive && !t.pattern.object && root != "17" && (u < 0 || s.units[u].role != "MIL") {
		return false // struck with a hammer
	}
	if !t.pattern.object && root != "17" {
		return root != "14" && s.object(t.pattern, t.last+1) >= 0 // but fire an employee, rally support
	}
	return root == "14" || s.words[obj].unit >= 0 || !s.abstract(obj) || t.pattern.attacks() && s.debates(t)
}

// termed says whether the verb at v gives its object a name, and is no call: "called it a day", "called the men "heroes"".
func (s *scan) termed(v int) bool {
	if s.child(v, "xcomp") > v {
		return true
	}
	obj := s.child(v, "obj")
	if obj < 0 {
		return false
	}
	switch s.text(obj) {
	case "it", "this", "that":
		return true
	}
	n := s.node(obj + 1)
	return n != nil && (n.XPOS == "``" || n.XPOS == "''" || n.UPOS == "ADJ" || n.UPOS == "PUNCT" && (s.text(obj+1) == "\"" || s.text(obj+1) == "“" || s.text(obj+1) == "'" || s.text(obj+1) == "‘"))
}

// mishap says whether nature or an accident does what the verb at v tells: "the drought killed", "died in floods".
func (s *scan) mishap(v int) bool {
	if k := s.child(v, "nsubj"); k >= 0 {
		return s.is(k, hazard)
	}
	if n := s.node(v); (n.Relation == "advcl" || n.Relation == "conj") && s.is(s.child(n.Head, "nsubj"), hazard) {
		return true
	}
	for j := range s.words {
		if !s.is(j, hazard) || s.node(j).Relation != "obl" {
			continue
		}
		if h := s.node(j).Head; h == v || h >= 0 && h < len(s.words) && s.node(h).Relation == "conj" && s.node(h).Head == v {
			return true
		}
	}
	return false
}

// force says whether what a CAMEO code tells can be done to people and things only.
func force(code string) bool {
	switch {
	case Root(code) == "18", Root(code) == "19":
		return true
	}
	return len(code) > 2 && (code[:3] == "171" || code[:3] == "084" || code[:3] == "087")
}

// ofAbstract says whether a noun is of something that no force can be done to: "the release of a report".
func (s *scan) ofAbstract(t *trigger) bool {
	for j := t.first + 1; j < len(s.words) && j-t.last <= objectReach; j++ {
		if n := s.node(j); n.Relation == "nmod" && n.Head >= t.first && n.Head <= t.last {
			return s.words[j].unit < 0 && s.abstract(j)
		}
	}
	return false
}

// asks says whether what is asked for follows a word: "to leave", "for help".
func (s *scan) asks(i int) bool {
	for j := i + 1; j < len(s.words) && j-i <= objectReach; j++ {
		switch {
		case s.is(j, stop|condition):
			return false
		case s.text(j) == "for", s.is(j, infinitive) && j+1 < len(s.words) && s.words[j+1].form&base != 0:
			return true
		}
	}
	return false
}

// abstractEndings are endings of nouns for what no force can be done to.
var abstractEndings = [...]string{"tion", "sion", "ment", "ity", "ness", "ism", "ance", "ence", "ship", "cy", "ing"}

// abstract says whether the noun at i is of something that no force can be done to.
func (s *scan) abstract(i int) bool {
	switch s.node(i).UPOS {
	case "DET":
		return true
	case "PRON":
		return s.text(i) == "this" || s.text(i) == "that" || s.text(i) == "what" || s.text(i) == "which" && s.child(i, "case") >= 0
	case "NOUN":
	default:
		return false
	}
	if s.is(i, abstract) {
		return true
	}
	if s.is(i, thing) {
		return false
	}
	noun := s.node(i).Lemma
	for _, ending := range abstractEndings {
		if strings.HasSuffix(noun, ending) && len(noun) > len(ending)+2 {
			return true
		}
	}
	return false
}

// acts says whether one of the role can be who does what a CAMEO root tells: newspapers impose no
// sanctions, pupils wage no war.
func acts(role, root string) bool {
	switch role {
	case "GOV", "MIL", "REB":
		return root != "14"
	case "MED", "EDU", "BUS":
		return root != "08" && root != "15" && root != "16" && root != "17" && root != "19" && root != "20"
	case "JUD", "CVL", "LAB", "REF", "ELI":
		return root != "15" && root != "20"
	case "NGO":
		return root != "15" && root != "16" && root != "17" && root != "19" && root != "20"
	}
	return true
}

// wins says whether who "beat" whom has won a match or a vote: of two names, or a country.
func (s *scan) wins(t *trigger, source, target int) bool {
	if t.pattern.noun || t.pattern.code != "182" || target < 0 || s.units[target].kind != named {
		return false
	}
	return s.isPlace(target) || source >= 0 && s.units[source].kind == named && s.units[source].mention >= 0
}

// victim makes a civilian of a person of whom the text tells nothing but that somebody accuses, arrests, frees or harms him.
func (s *scan) victim(a *Actor, code string) {
	if a.Mention < 0 || a.Code != "" || s.in.Found.Mentions[a.Mention].Type != entity.Person {
		return
	}
	if jails(code) || force(code) || Root(code) == "09" || Root(code) == "11" {
		a.Role, a.Code = "CVL", "CVL"
	}
}

// doer makes a civilian of a person of whom nothing is told but that he is violent, and gives who resigns the office that
// he then had.
func (s *scan) doer(a *Actor, t *trigger) {
	if a.Role == "ELI" && a.Country != "" && strings.HasPrefix(t.pattern.code, "083") {
		a.Role, a.Code = "GOV", a.Country+"GOV"
	}
	if a.Mention >= 0 && a.Code == "" && s.in.Found.Mentions[a.Mention].Type == entity.Person && (Root(t.pattern.code) == "18" || t.pattern.kills()) {
		a.Role, a.Code = "CVL", "CVL"
		if s.focus != "" {
			a.Country, a.Code = s.focus, s.focus+"CVL"
		}
	}
}

// human says whether the word at i is a pronoun for people.
func (s *scan) human(i int) bool {
	switch strings.ToLower(s.text(i)) {
	case "he", "she", "they", "him", "her", "them", "his", "their":
		return true
	}
	return false
}

// someone is who is arrested, sentenced, killed or kidnapped where no list knows the noun for him and no name is known
// of the pronoun: "a drug tycoon was arrested", "the blast killed five", "his arrest".
func (s *scan) someone(t *trigger) Actor {
	if s.node(t.first) == nil {
		return nobody
	}
	kills := t.pattern.kills() && t.pattern.code == "190" || t.pattern.code == "180"
	if c := t.pattern.code; !kills && c != "172" && c != "173" && c != "174" && !(c == "090" && t.pattern.both) && c != "116" && c != "181" && c != "1823" && c != "1821" && c != "186" {
		return nobody
	}
	k := s.sufferer(t)
	if k < 0 || k > t.first && k <= t.last || s.words[k].unit >= 0 || s.is(k, temporal) {
		return nobody
	}
	switch n := s.node(k); {
	case n.UPOS == "PRON" && s.human(k) && (t.passive || t.pattern.both || t.pattern.noun):
	case t.pattern.noun:
		return nobody
	case n.UPOS == "NUM" && s.text(k-1) != "-", s.is(k, number) && t.pattern.code != "172" && s.text(k-1) != "-": // but no-one
	case n.UPOS == "NOUN" && !kills && t.pattern.code != "172" && t.pattern.code != "090" && !s.abstract(k):
	default:
		return nobody
	}
	return Actor{Mention: -1, Name: s.text(k), Role: "CVL", Code: "CVL"}
}

// sufferer is the word for whom the tree has suffer a trigger: its object, the subject of a passive, the owner of a noun; -1 is none.
func (s *scan) sufferer(t *trigger) int {
	switch {
	case t.pattern.noun && t.pattern.suffers:
		return s.child(t.last, "nmod:poss")
	case t.pattern.noun:
		return -1
	case !t.passive:
		return s.child(t.first, "obj")
	}
	if k := s.child(t.first, "nsubj:pass"); k >= 0 || !t.pattern.suffers {
		return k
	}
	v := t.first
	if n := s.node(v); n.Relation == "cop" && n.Head >= 0 && n.Head < len(s.words) {
		v = n.Head // is under arrest
	}
	return s.child(v, "nsubj")
}

// slain gives the code of a killing or an attack by how it was done: armies and rebels fight; who else kills, or kills the
// unarmed and is no army, murders, and who kills one whose name is known may well have assassinated him.
func (s *scan) slain(code string, from, to Actor) string {
	if code != "190" && code != "193" {
		return code
	}
	person := s.isPerson(to)
	switch {
	case !person && private(to.Role) && from.Role != "MIL":
	case from.Code == "" && !person, from.Code != "" && !private(from.Role) && from.Role != "OPP":
		return code
	case person && (to.Role == "GOV" || to.Role == "ELI"):
		return "186"
	}
	return "1823"
}

// fights says whether somebody is of an army or of rebels.
func fights(a Actor) bool { return a.Role == "MIL" || a.Role == "REB" }

// battle is the code of a clash of those.
const battle = "190"

// battles says whether a clash is one of armies or rebels, and not of a crowd.
func (t *trigger) battles(from, to Actor) bool {
	return t.pattern.clashes() && fights(from) && (to.Name == "" || fights(to))
}

// inWords says whether an attack or a clash is one of words: that of a politician on another. Where the sentence tells of
// other force it is none.
func (s *scan) inWords(t *trigger, from, to Actor) bool {
	if !t.pattern.attacks() || to.Role == "MIL" || to.Role == "REB" || t.pattern.clashes() && (to.Role == "COP" || s.bloody()) {
		return false
	}
	if s.isPerson(from) && talks(from.Role) && (to.Name == "" || s.isPerson(to) || to.Role == "PTY") || from.Role == "PTY" || strings.HasSuffix(from.Name, "party") || from.Code == "" && s.isPerson(from) && s.isPerson(to) && talks(to.Role) {
		return true
	}
	return (from.Role == "LEG" || from.Role == "OPP") && to.Mention >= 0 && talks(to.Role) // the opposition has attacked the ruling party
}

// bloody says whether a trigger of the sentence is of a killing, an injury or a weapon.
func (s *scan) bloody() bool {
	return slices.ContainsFunc(s.triggers, func(t trigger) bool {
		return !t.pattern.attacks() && (Root(t.pattern.code) == "18" || Root(t.pattern.code) == "19" || t.pattern.code == "145" || t.pattern.code == "175")
	})
}

// debates says whether who attacks is a politician: what he attacks is a decision or a speech.
func (s *scan) debates(t *trigger) bool {
	source, _, _ := s.argue(t)
	a := s.actor(source)
	return s.isPerson(a) && talks(a.Role) || a.Role == "PTY"
}

// isPerson says whether an actor is one whose name is known.
func (s *scan) isPerson(a Actor) bool {
	return a.Mention >= 0 && s.in.Found.Mentions[a.Mention].Type == entity.Person
}

// talks says whether who has a role fights with words.
func talks(role string) bool { return role == "GOV" || role == "LEG" || role == "PTY" || role == "OPP" }

// vague says whether an actor is a part of society and no more: what it does or suffers is no event by itself.
func (a Actor) vague() bool {
	if a.Code == "" {
		return true
	}
	return private(a.Role) && a.Mention < 0
}

// private says whether a role is of a part of society that has no power over others.
func private(role string) bool {
	switch role {
	case "CVL", "MED", "EDU", "BUS", "LAB", "REF", "CRM", "INS", "NGO", "PTY":
		return true
	}
	return false
}

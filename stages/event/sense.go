package event

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// literal says whether the words around a trigger fit its pattern's sense: who "captures the mood",
// "seizes the opportunity" or "demonstrates a machine" does nothing that is coded, and a participle
// before a noun ("damaging winds", "the occupied zone") tells of no event.
func (s *scan) literal(t *trigger) bool {
	n := s.Node(t.First)
	if n == nil {
		return true
	}
	if t.Pattern.Noun {
		return !cameo.Force(t.Pattern.Code) || !s.ofAbstract(t)
	}
	if n.Relation == "amod" && n.Head > t.First && !s.Is(s.Before(t.First), class.Modal|class.Will|class.Would|class.Maybe) && (t.First == 0 || s.Words[t.First-1].Unit < 0 || s.Text(t.First-1) == "-") {
		return false
	}
	root := cameo.Root(t.Pattern.Code)
	if obj := s.Child(t.First, "obj"); root == "04" && n.Lemma != "discuss" && t.Last == t.First && obj >= 0 && s.Words[obj].Unit < 0 && s.Node(obj).UPOS == "NOUN" && !s.Is(obj, class.Number) {
		return false // meets the demand, received a letter
	}
	if (t.Pattern.Kills() || cameo.Force(t.Pattern.Code)) && s.mishap(t.First) {
		return false
	}
	switch n.Lemma {
	case "ask": // whether he would, or when asked
		if t.Last == t.First && !s.asks(t.Last) {
			return false
		}
	case "shelter", "feed": // people sheltered in the theatre
		if t.Last == t.First && !t.Passive && s.Child(t.First, "obj") < 0 {
			return false
		}
	case "call": // the bishop a traitor
		if root == "04" && t.Last == t.First && s.termed(t.First) {
			return false
		}
		if s.Text(s.Child(t.First, "obj")) == "what" { // against what it calls
			return false
		}
		if u := s.suffers(t); root == "04" && u >= 0 && (s.Is(s.Units[u].Last+1, class.Mark) || s.Text(s.Units[u].Last+1) == "a" || s.Text(s.Units[u].Last+1) == "an") {
			return false
		}
	case "capture": // the imagination
		if obj := s.Child(t.First, "obj"); t.Last == t.First && obj >= 0 && s.Words[obj].Unit < 0 && s.Abstract(obj) {
			return false
		}
		if on := s.Child(t.First, "obl"); on >= 0 && !s.Is(on, class.Temporal) && (s.Is(on, class.Abstract) || s.Text(s.Child(on, "case")) == "on") {
			return false // on video
		}
	case "mobilise", "mobilize": // funds
		if u := s.suffers(t); t.Last == t.First && (u < 0 || s.Units[u].Role != "MIL" && s.Units[u].Role != "COP") {
			return false
		}
	case "speak": // speaking to the press, he said
		if n.XPOS == "VBG" && n.Relation == "advcl" {
			return false
		}
	case "execute": // a plan
		if t.Last == t.First && !t.Passive && s.suffers(t) < 0 {
			return false
		}
	case "charge": // she charges, alleging that
		if t.Last == t.First && !t.Passive && s.Child(t.First, "obj") < 0 && !s.objectAt(t.Last+1) {
			return false
		}
	case "back", "support", "fund", "finance":
		if t.Passive && t.Last == t.First && n.Relation == "acl" {
			return false // a company backed by
		}
	case "deny":
		if t.Passive || n.Relation == "conj" && n.Head >= 0 && n.Head < len(s.Words) && s.Child(n.Head, "aux:pass") >= 0 && s.Child(t.First, "nsubj") < 0 {
			return false // they have been denied a voice
		}
	}
	if len(t.Pattern.Words) > 0 || root != "14" && !cameo.Force(t.Pattern.Code) {
		return true
	}
	relation := "obj"
	if t.Passive {
		relation = "nsubj:pass"
	}
	obj := s.Child(t.First, relation)
	if s.Is(obj, class.Relative) && strings.HasSuffix(n.Relation, ":relcl") || obj < 0 && n.Relation == "acl" && t.Passive {
		obj = n.Head // the seat which had been occupied
	}
	if obj < 0 {
		return true
	}
	if u := s.Words[obj].Unit; t.Passive && !t.Pattern.Object && root != "17" && (u < 0 || s.Units[u].Role != "MIL") {
		return false // struck with a hammer
	}
	if !t.Pattern.Object && root != "17" {
		return root != "14" && s.object(t.Pattern, t.Last+1) >= 0 // but fire an employee, rally support
	}
	return root == "14" || s.Words[obj].Unit >= 0 || !s.Abstract(obj) || t.Pattern.Attacks() && s.debates(t)
}

// termed says whether the verb at v gives its object a name, and is no call: "called it a day", "called the men "heroes"".
func (s *scan) termed(v int) bool {
	if s.Child(v, "xcomp") > v {
		return true
	}
	obj := s.Child(v, "obj")
	if obj < 0 {
		return false
	}
	switch s.Text(obj) {
	case "it", "this", "that":
		return true
	}
	n := s.Node(obj + 1)
	return n != nil && (n.XPOS == "``" || n.XPOS == "''" || n.UPOS == "ADJ" || n.UPOS == "PUNCT" && (s.Text(obj+1) == "\"" || s.Text(obj+1) == "“" || s.Text(obj+1) == "'" || s.Text(obj+1) == "‘"))
}

// mishap says whether nature or an accident does what the verb at v tells: "the drought killed", "died in floods".
func (s *scan) mishap(v int) bool {
	if k := s.Child(v, "nsubj"); k >= 0 {
		return s.Is(k, class.Hazard)
	}
	if n := s.Node(v); (n.Relation == "advcl" || n.Relation == "conj") && s.Is(s.Child(n.Head, "nsubj"), class.Hazard) {
		return true
	}
	for j := range s.Words {
		if !s.Is(j, class.Hazard) || s.Node(j).Relation != "obl" {
			continue
		}
		if h := s.Node(j).Head; h == v || h >= 0 && h < len(s.Words) && s.Node(h).Relation == "conj" && s.Node(h).Head == v {
			return true
		}
	}
	return false
}

// ofAbstract says whether a noun is of something that no force can be done to: "the release of a report".
func (s *scan) ofAbstract(t *trigger) bool {
	for j := t.First + 1; j < len(s.Words) && j-t.Last <= clause.ObjectReach; j++ {
		if n := s.Node(j); n.Relation == "nmod" && n.Head >= t.First && n.Head <= t.Last {
			return s.Words[j].Unit < 0 && s.Abstract(j)
		}
	}
	return false
}

// asks says whether what is asked for follows a word: "to leave", "for help".
func (s *scan) asks(i int) bool {
	for j := i + 1; j < len(s.Words) && j-i <= clause.ObjectReach; j++ {
		switch {
		case s.Is(j, class.Stop|class.Condition):
			return false
		case s.Text(j) == "for", s.Is(j, class.Infinitive) && j+1 < len(s.Words) && s.Words[j+1].Form&class.Base != 0:
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
	if t.Pattern.Noun || t.Pattern.Code != "182" || target < 0 || s.Units[target].Kind != clause.Named {
		return false
	}
	return s.IsPlace(target) || source >= 0 && s.Units[source].Kind == clause.Named && s.Units[source].Mention >= 0
}

// victim makes a civilian of a person of whom the text tells nothing but that somebody accuses, arrests, frees or harms him.
func (s *scan) victim(a *actor.Actor, code string) {
	if a.Mention < 0 || a.Code != "" || s.in.Found.Mentions[a.Mention].Type != entity.Person {
		return
	}
	if cameo.Jails(code) || cameo.Force(code) || cameo.Root(code) == "09" || cameo.Root(code) == "11" {
		a.Role, a.Code = "CVL", "CVL"
	}
}

// doer makes a civilian of a person of whom nothing is told but that he is violent, and gives who resigns the office that
// he then had.
func (s *scan) doer(a *actor.Actor, t *trigger) {
	if a.Role == "ELI" && a.Country != "" && strings.HasPrefix(t.Pattern.Code, "083") {
		a.Role, a.Code = "GOV", a.Country+"GOV"
	}
	if a.Mention >= 0 && a.Code == "" && s.in.Found.Mentions[a.Mention].Type == entity.Person && (cameo.Root(t.Pattern.Code) == "18" || t.Pattern.Kills()) {
		a.Role, a.Code = "CVL", "CVL"
		if s.Focus != "" {
			a.Country, a.Code = s.Focus, s.Focus+"CVL"
		}
	}
}

// human says whether the word at i is a pronoun for people.
func (s *scan) human(i int) bool {
	switch strings.ToLower(s.Text(i)) {
	case "he", "she", "they", "him", "her", "them", "his", "their":
		return true
	}
	return false
}

// someone is who is arrested, sentenced, killed or kidnapped where no list knows the noun for him and no name is known
// of the pronoun: "a drug tycoon was arrested", "the blast killed five", "his arrest".
func (s *scan) someone(t *trigger) actor.Actor {
	if s.Node(t.First) == nil {
		return actor.Nobody
	}
	kills := t.Pattern.Kills() && t.Pattern.Code == "190" || t.Pattern.Code == "180"
	if c := t.Pattern.Code; !kills && c != "172" && c != "173" && c != "174" && !(c == "090" && t.Pattern.Both) && c != "116" && c != "181" && c != "1823" && c != "1821" && c != "186" {
		return actor.Nobody
	}
	k := s.sufferer(t)
	if k < 0 || k > t.First && k <= t.Last || s.Words[k].Unit >= 0 || s.Is(k, class.Temporal) {
		return actor.Nobody
	}
	switch n := s.Node(k); {
	case n.UPOS == "PRON" && s.human(k) && (t.Passive || t.Pattern.Both || t.Pattern.Noun):
	case t.Pattern.Noun:
		return actor.Nobody
	case n.UPOS == "NUM" && s.Text(k-1) != "-", s.Is(k, class.Number) && t.Pattern.Code != "172" && s.Text(k-1) != "-": // but no-one
	case n.UPOS == "NOUN" && !kills && t.Pattern.Code != "172" && t.Pattern.Code != "090" && !s.Abstract(k):
	default:
		return actor.Nobody
	}
	return actor.Actor{Mention: -1, Name: s.Text(k), Role: "CVL", Code: "CVL"}
}

// sufferer is the word for whom the tree has suffer a trigger: its object, the subject of a passive, the owner of a noun; -1 is none.
func (s *scan) sufferer(t *trigger) int {
	switch {
	case t.Pattern.Noun && t.Pattern.Suffers:
		return s.Child(t.Last, "nmod:poss")
	case t.Pattern.Noun:
		return -1
	case !t.Passive:
		return s.Child(t.First, "obj")
	}
	if k := s.Child(t.First, "nsubj:pass"); k >= 0 || !t.Pattern.Suffers {
		return k
	}
	v := t.First
	if n := s.Node(v); n.Relation == "cop" && n.Head >= 0 && n.Head < len(s.Words) {
		v = n.Head // is under arrest
	}
	return s.Child(v, "nsubj")
}

// slain gives the code of a killing or an attack by how it was done: armies and rebels fight; who else kills, or kills the
// unarmed and is no army, murders, and who kills one whose name is known may well have assassinated him.
func (s *scan) slain(code string, from, to actor.Actor) string {
	if code != "190" && code != "193" {
		return code
	}
	person := s.IsPerson(to)
	switch {
	case !person && cameo.Private(to.Role) && from.Role != "MIL":
	case from.Code == "" && !person, from.Code != "" && !cameo.Private(from.Role) && from.Role != "OPP":
		return code
	case person && (to.Role == "GOV" || to.Role == "ELI"):
		return "186"
	}
	return "1823"
}

// fights says whether somebody is of an army or of rebels.
func fights(a actor.Actor) bool { return a.Role == "MIL" || a.Role == "REB" }

// battle is the code of a clash of those.
const battle = "190"

// battles says whether a clash is one of armies or rebels, and not of a crowd.
func (t *trigger) battles(from, to actor.Actor) bool {
	return t.Pattern.Clashes() && fights(from) && (to.Name == "" || fights(to))
}

// inWords says whether an attack or a clash is one of words: that of a politician on another. Where the sentence tells of
// other force it is none.
func (s *scan) inWords(t *trigger, from, to actor.Actor) bool {
	if !t.Pattern.Attacks() || to.Role == "MIL" || to.Role == "REB" || t.Pattern.Clashes() && (to.Role == "COP" || s.bloody()) {
		return false
	}
	if s.IsPerson(from) && talks(from.Role) && (to.Name == "" || s.IsPerson(to) || to.Role == "PTY") || from.Role == "PTY" || strings.HasSuffix(from.Name, "party") || from.Code == "" && s.IsPerson(from) && s.IsPerson(to) && talks(to.Role) {
		return true
	}
	return (from.Role == "LEG" || from.Role == "OPP") && to.Mention >= 0 && talks(to.Role) // the opposition has attacked the ruling party
}

// bloody says whether a trigger of the sentence is of a killing, an injury or a weapon.
func (s *scan) bloody() bool {
	return slices.ContainsFunc(s.triggers, func(t trigger) bool {
		return !t.Pattern.Attacks() && (cameo.Root(t.Pattern.Code) == "18" || cameo.Root(t.Pattern.Code) == "19" || t.Pattern.Code == "145" || t.Pattern.Code == "175")
	})
}

// debates says whether who attacks is a politician: what he attacks is a decision or a speech.
func (s *scan) debates(t *trigger) bool {
	source, _, _ := s.argue(t)
	a := s.Actor(source)
	return s.IsPerson(a) && talks(a.Role) || a.Role == "PTY"
}

// talks says whether who has a role fights with words.
func talks(role string) bool { return role == "GOV" || role == "LEG" || role == "PTY" || role == "OPP" }

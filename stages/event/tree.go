package event

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/syntax"
)

// climb bounds how far above a verb its subject is looked for.
const climb = 4

// node is what the word at i is in its sentence; nil where the text is not analysed.
func (s *scan) node(i int) *syntax.Word {
	all := s.in.Doc.Words
	if all == nil || i < 0 || i >= len(s.words) {
		return nil
	}
	return &all[s.in.Doc.Sentences[s.sentence].First+i]
}

// child is the first word that hangs on v by a relation; -1 is none.
func (s *scan) child(v int, relation string) int {
	if s.in.Doc.Words == nil {
		return -1
	}
	for j := range s.words {
		if n := s.node(j); n.Head == v && n.Relation == relation {
			return j
		}
	}
	return -1
}

// subjectOf is the word that the tree has as the subject of the verb at v by a relation, of two the nearer one that stands
// behind no preposition ("RAIPUR: a rebel was killed", "a firm in the province signed"); -1 is none.
func (s *scan) subjectOf(v int, relation string) int {
	best := s.child(v, relation)
	for j := best + 1; best >= 0 && j < v; j++ {
		if n := s.node(j); n.Head == v && n.Relation == relation && s.child(j, "case") < 0 && s.parted(best, j, stop|comma|dashes) {
			best = j
		}
	}
	return best
}

// unitOf is the unit that the word at j stands in or, for a pronoun, stands for; -1 is none.
func (s *scan) unitOf(j int) int {
	if j < 0 || j >= len(s.words) { // of a sentence too long to be read to its end
		return -1
	}
	if u := s.words[j].unit; u >= 0 {
		if x := &s.units[u]; x.kind == adjectival || x.pronoun && x.owner || x.last < s.dateline() {
			return -1
		}
		return int(u)
	}
	if s.aged(j) {
		if s.person < 0 || s.quoted(j) >= 0 {
			return -1
		}
		return s.standIn(s.person, j)
	}
	if s.node(j).UPOS == "PRON" {
		if u := s.speaker(j); u >= 0 {
			return u
		}
		if u := s.anaphor(j); u >= 0 {
			return u
		}
		if u := s.antecedent(j); u >= 0 {
			return u
		}
		if u := s.resumed(j); u >= 0 {
			return u
		}
		if u := s.together(j); u >= 0 {
			return u
		}
		return s.those(j)
	}
	return -1
}

// phrase is the unit of the noun phrase that the word at j heads: itself or, where it only says how many or
// what part of them, the one that hangs on it: "thousands of students", "the Hamas wing"; -1 is none.
func (s *scan) phrase(j int) int {
	u := s.unitOf(j)
	if u >= 0 || j < 0 || j >= len(s.words) || s.words[j].unit >= 0 || s.node(j).UPOS == "PRON" {
		return u
	}
	if k := s.child(j, "appos"); k > j && s.words[k].unit >= 0 { // his uncle, President Roe
		return s.unitOf(k)
	}
	whole := s.is(j, number|part)
	for depth := 1; depth <= 2; depth++ {
		for i := range s.units {
			x := &s.units[i]
			if !whole && (x.kind != agent || !x.plural || s.text(x.at) != "of" || s.abstract(j)) {
				continue // a convoy of troops
			}
			if s.hangs(x.last, j, depth) {
				return i
			}
		}
	}
	return -1
}

// hangs says whether the word at i modifies the noun at j, or a noun that does.
func (s *scan) hangs(i, j, depth int) bool {
	for ; depth > 0; depth-- {
		switch n := s.node(i); n.Relation {
		case "nmod", "compound", "amod", "nmod:poss":
			i = n.Head
		default:
			return false
		}
		if i < 0 || i >= len(s.words) {
			return false
		}
	}
	return i == j
}

// anaphor is the unit that a pronoun stands for, where it is the subject of a clause under a verb of
// which that is the subject: "Israel announced it would free prisoners". -1 is none.
func (s *scan) anaphor(j int) int {
	word := strings.ToLower(s.text(j))
	v := s.node(j).Head
	for range climb {
		if v < 0 || v >= len(s.words) {
			return -1
		}
		n := s.node(v)
		switch n.Relation {
		case "ccomp", "advcl", "parataxis", "xcomp", "conj", "acl:relcl", "advcl:relcl":
		default:
			return -1
		}
		v = n.Head
		if up := s.node(v); word == "it" && (up == nil || up.UPOS != "VERB") {
			return -1 // France was the power there until it was annexed
		}
		k := s.child(v, "nsubj")
		if k < 0 || k == j {
			continue
		}
		u := s.words[k].unit
		if u < 0 || s.units[u].kind == adjectival || s.quoted(j) != s.quoted(k) {
			return -1 // who speaks of himself in a quote says "I"
		}
		x := &s.units[u]
		person := x.mention >= 0 && x.kind == named && s.in.Found.Mentions[x.mention].Type == entity.Person
		switch {
		case (word == "he" || word == "she") && (person || x.kind == agent && !x.plural),
			word == "it" && !person && !x.plural,
			word == "they" && !person:
			return int(u)
		}
		return -1
	}
	return -1
}

// quoted is the direct quote that the word at i stands in; -1 is none.
func (s *scan) quoted(i int) int {
	quotes, at := s.in.Quotes, s.words[i].start
	end := sort.Search(len(quotes), func(n int) bool { return quotes[n].Start > at })
	for n := end - 1; n >= 0 && n >= end-nested; n-- {
		if quotes[n].End > at && quotes[n].Kind != "indirect" {
			return n
		}
	}
	return -1
}

// does is the unit that the tree has as the doer of the verb at v: its subject, or that of the verb
// it hangs on as an infinitive, a participle or a part of a list. Of a passive it is the agent. It says
// too whether the tree has a doer at all, be it no unit.
func (s *scan) does(v int, passive bool) (unit int, any bool) {
	if s.node(v) == nil {
		return -1, false
	}
	if passive {
		k := s.child(v, "obl:agent")
		if c := s.child(v, "conj"); k < 0 && c >= 0 { // funded and built by Norway
			k = s.child(c, "obl:agent")
		}
		return s.unitOf(k), k >= 0
	}
	if k := s.swallowed(v); k >= 0 {
		return s.phrase(k), true
	}
	if s.resumes(v) {
		return -1, false // who it is stands before the clause between
	}
	for range climb {
		if k := s.subjectOf(v, "nsubj"); k >= 0 && !s.is(k, temporal) {
			if s.is(k, relative) { // the rebels who attacked
				if n := s.node(v); strings.HasSuffix(n.Relation, ":relcl") {
					return s.phrase(n.Head), true
				}
			}
			return s.phrase(k), true
		}
		n := s.node(v)
		switch n.Relation {
		case "xcomp", "conj", "advcl":
			for _, relation := range [...]string{"obj", "iobj"} {
				if k := s.child(n.Head, relation); (n.Relation == "xcomp" || n.Relation == "advcl" && s.is(n.Head, wished)) && k >= 0 && k < v { // asks Norway to mediate
					return s.phrase(k), true
				}
			}
			if k := s.child(n.Head, "obj"); n.Relation == "advcl" && n.XPOS == "VBG" && k >= 0 && s.is(v-1, preposition) && !s.is(v-1, locative) && (s.is(n.Head, blaming) || s.blames(n.Head)) {
				return s.phrase(k), true // fined them for selling arms
			}
			if k := s.called(n.Head, v); k >= 0 {
				return k, true
			}
			v = n.Head
		case "acl", "acl:relcl", "advcl:relcl":
			if n.XPOS == "VBG" {
				return s.phrase(n.Head), true
			}
			if k := s.child(n.Head, "nmod:poss"); n.Relation == "acl" && n.XPOS == "VB" && k >= 0 {
				return s.phrase(k), true // Norway's decision to suspend
			}
			return -1, false
		default:
			return -1, false
		}
		if v < 0 || v >= len(s.words) {
			return -1, false
		}
	}
	return -1, false
}

// blames says whether the verb at v opens a pattern of disapproval: "called him out for criticising".
func (s *scan) blames(v int) bool {
	return slices.ContainsFunc(s.triggers, func(t trigger) bool { return t.first == v && Root(t.pattern.code) == "11" })
}

// swallowed is the noun right before a finite verb that the tree has behind a preposition, where that may open a
// clause: "agreed after observers refused to"; -1 is none.
func (s *scan) swallowed(v int) int {
	k := s.before(v)
	if k < 0 || !s.finite(v) || s.child(v, "nsubj") >= 0 {
		return -1
	}
	n := s.node(k)
	if c := s.child(k, "case"); n.UPOS != "NOUN" && n.UPOS != "PROPN" || n.Relation != "obl" && n.Relation != "nmod" || c < 0 || !s.is(c, subordinator) {
		return -1
	}
	return k
}

// called is the unit on which the verb at v calls to do what the infinitive at i says; -1 is none.
func (s *scan) called(v, i int) int {
	if s.node(v).Lemma != "call" && s.node(v).Lemma != "appeal" {
		return -1
	}
	for _, prep := range [...]string{"on", "upon", "to"} {
		if u := s.behind(v+1, prep); u >= 0 && s.units[u].last < i {
			return u
		}
	}
	return -1
}

// suffers is the unit that the tree has as what the verb of a pattern is done to: the subject of a
// passive, the object, or what hangs on it by one of the pattern's prepositions; -1 is none.
func (s *scan) suffers(t *trigger) int {
	v := t.first
	if s.node(v) == nil {
		return -1
	}
	if t.passive {
		k := s.subjectOf(v, "nsubj:pass")
		if t.pattern.suffers {
			k = s.child(v, "nsubj")
		}
		if n := s.node(v); k < 0 && n.Relation == "conj" && n.Head >= 0 {
			k = s.child(n.Head, "nsubj:pass")
		} else if s.is(k, relative) && strings.HasSuffix(n.Relation, ":relcl") { // Roe, who was shot
			k = n.Head
		}
		return s.phrase(k)
	}
	if !t.pattern.target {
		return -1
	}
	if t.pattern.object {
		for _, relation := range [...]string{"obj", "iobj"} {
			k := s.child(v, relation)
			if k < 0 {
				continue
			}
			if u := s.unitOf(k); u >= 0 {
				return u
			}
			if u := s.unitOf(s.child(k, "appos")); u >= 0 { // his uncle, President Roe
				return u
			}
			if u := s.unitOf(s.child(k, "conj")); u >= 0 { // sentenced candidates, journalists and activists
				return u
			}
		}
	}
	for j := range s.words {
		n := s.node(j)
		if n.Relation != "case" || s.words[j].entry == nil || !has(t.pattern.preps, s.words[j].entry.id) || n.Head < 0 || n.Head >= len(s.words) {
			continue
		}
		if o := s.node(n.Head); o.Relation == "obl" && o.Head == v {
			if u := s.unitOf(n.Head); u >= 0 && s.units[u].kind != place {
				return u
			}
		}
	}
	return -1
}

// holder is the unit that owns what the verb of a pattern is done to, or that it is named after:
// "rejected an Indian proposal", "seized Iran's oil", "denounced the policies of France"; -1 is none.
func (s *scan) holder(t *trigger, source int) int {
	if s.node(t.first) == nil {
		return -1
	}
	if u := s.words[t.last].unit; u >= 0 && t.last > t.first {
		if x := &s.units[u]; x.first > t.first && x.mention >= 0 && (source < 0 || x.country != s.units[source].country) {
			return int(u) // summoned Niger's ambassador
		}
	}
	for i := range s.units {
		u := &s.units[i]
		if u.first <= t.first || u.kind == place || u.prep != 0 && u.at > t.last && (s.is(u.at, locative) || s.text(u.at) == "from") || u.mention < 0 || u.country == "" && u.code == "" {
			continue
		}
		n := s.node(u.last)
		switch n.Relation {
		case "amod", "compound", "nmod:poss", "nmod":
		default:
			continue
		}
		h := n.Head
		if h > t.first && h <= t.last && !s.parted(t.first, u.first, comma|stop|subordinator) {
			return i
		}
		if h <= t.first || h >= len(s.words) || s.words[h].unit >= 0 || s.parted(t.first, u.first, comma|stop) {
			continue
		}
		if o := s.node(h); o.Head == t.first && o.Relation == "obj" || o.Head > t.first && o.Head <= t.last && o.Relation == "nmod" {
			return i
		}
	}
	return -1
}

// attends is the first of those who are said to take part in a meeting: "talks attended by Norway", "a
// meeting including Sweden"; -1 is none.
func (s *scan) attends(t *trigger) int {
	for i := t.last + 1; i < len(s.words); i++ {
		n := s.node(i)
		if n == nil {
			return -1
		}
		if n.Head < t.first || n.Head > t.last || n.Relation != "acl" && n.Relation != "nmod" && n.Relation != "case" {
			continue
		}
		switch n.Lemma {
		case "attend", "join", "lead", "head":
			return s.phrase(s.child(i, "obl:agent"))
		case "involve", "include", "involving", "including":
			return s.phrase(s.child(i, "obj"))
		}
	}
	return -1
}

// agentOf says whether a unit behind "by" did what a noun tells: it hangs on the noun, or on a verb that is said of
// it ("the attack carried out by rebels"), and on no other ("after the attack, it was rebuilt by the army").
func (s *scan) agentOf(u int, t *trigger) bool {
	n := s.node(s.units[u].last)
	if n == nil || s.units[u].at == t.last+1 || n.Relation != "obl:agent" || n.Head < 0 || n.Head >= len(s.words) {
		return true
	}
	verb := s.node(n.Head)
	k := s.child(n.Head, "nsubj:pass")
	return verb.Head >= t.first && verb.Head <= t.last || k >= t.first && k <= t.last
}

package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// governed is the status that the clause above gives to what the verb at i tells: denied behind "denies having",
// "it is not true that", "nobody believes that"; hypothetical behind "did not say that"; "" behind others.
func (s *scan) governed(i int) string {
	n := s.Node(i)
	for range clause.Climb {
		if n == nil || n.Relation != "conj" || n.Head < 0 || n.Head >= i {
			break
		}
		i = n.Head
		n = s.Node(i)
	}
	if n == nil || n.Head < 0 || n.Head >= i {
		return ""
	}
	g, first := n.Head, i // denies having bombed, ruled out attacking
	if k := s.Child(i, "aux"); k >= 0 && k < i {
		first = k
	}
	being := s.Words[first].Form&class.Gerund != 0 || s.Node(first).XPOS == "VBG"
	switch {
	case n.Relation == "ccomp" && !being || n.Relation == "csubj" || n.Relation == "acl" && s.Text(s.Child(i, "mark")) == "that":
		if !s.negated(g) {
			break
		}
		if s.Is(g, class.Ground) {
			return Denied
		}
		if s.Is(g, class.Reporting) && s.Node(g).Lemma != "know" {
			return Hypothetical
		}
	case n.Relation == "xcomp" || n.Relation == "advcl" || n.Relation == "ccomp":
		out := s.Text(first-1) == "out"
		if !being || first-1 != g && (!out || first-2 != g) {
			break
		}
		switch {
		case s.negated(g):
			return Hypothetical // did not deny having
		case s.Is(g, class.Prevented) || out && strings.HasPrefix(s.Text(g), "rul"):
			return Denied
		case s.Is(g, class.Wished):
			return Hypothetical
		case s.Is(g, class.Planned):
			return Scheduled
		}
	}
	return ""
}

// negated says whether a word is: by "not", "never" or "no" that hangs on it, or a subject that is nobody.
func (s *scan) negated(g int) bool {
	for j := max(0, g-statusReach); j < g; j++ {
		n := s.Node(j)
		if n == nil || n.Head != g {
			continue
		}
		switch strings.ToLower(s.Text(j)) {
		case "nobody", "none", "neither":
			return n.Relation == "nsubj"
		}
		if s.Is(j, class.Negation) && (n.Relation == "advmod" || n.Relation == "det" || s.Is(j, class.Auxiliary)) {
			return true
		}
	}
	return false
}

// forbids says whether who is allowed something by the word at j is not: "was not allowed to", "received no permission to".
func (s *scan) forbids(j int) bool {
	switch n := s.Node(j); {
	case n == nil:
		return false
	case n.Lemma == "allow" || n.Lemma == "permit" || n.Lemma == "authorise" || n.Lemma == "authorize":
		return s.negated(j)
	case n.Lemma == "permission" || n.Lemma == "approval" || n.Lemma == "authorisation" || n.Lemma == "authorization" || n.Lemma == "clearance":
		return s.negated(j) || n.Head >= 0 && n.Head < j && (s.negated(n.Head) || s.Is(n.Head, class.Prevented))
	}
	return false
}

// negatedIn says whether "not" or its like stands between the words of a trigger.
func (s *scan) negatedIn(t *trigger) bool {
	for j := t.first + 1; j < t.last; j++ {
		if s.Is(j, class.Negation) {
			return true
		}
	}
	return false
}

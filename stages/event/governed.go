package event

import "strings"

// governed is the status that the clause above gives to what the verb at i tells: denied behind "denies having",
// "it is not true that", "nobody believes that"; hypothetical behind "did not say that"; "" behind others.
func (s *scan) governed(i int) string {
	n := s.node(i)
	for range climb {
		if n == nil || n.Relation != "conj" || n.Head < 0 || n.Head >= i {
			break
		}
		i = n.Head
		n = s.node(i)
	}
	if n == nil || n.Head < 0 || n.Head >= i {
		return ""
	}
	g, first := n.Head, i // denies having bombed, ruled out attacking
	if k := s.child(i, "aux"); k >= 0 && k < i {
		first = k
	}
	being := s.words[first].form&gerund != 0 || s.node(first).XPOS == "VBG"
	switch {
	case n.Relation == "ccomp" && !being || n.Relation == "csubj" || n.Relation == "acl" && s.text(s.child(i, "mark")) == "that":
		if !s.negated(g) {
			break
		}
		if s.is(g, ground) {
			return Denied
		}
		if s.is(g, reporting) && s.node(g).Lemma != "know" {
			return Hypothetical
		}
	case n.Relation == "xcomp" || n.Relation == "advcl" || n.Relation == "ccomp":
		out := s.text(first-1) == "out"
		if !being || first-1 != g && (!out || first-2 != g) {
			break
		}
		switch {
		case s.negated(g):
			return Hypothetical // did not deny having
		case s.is(g, prevented) || out && strings.HasPrefix(s.text(g), "rul"):
			return Denied
		case s.is(g, wished):
			return Hypothetical
		case s.is(g, planned):
			return Scheduled
		}
	}
	return ""
}

// asked says whether the verb at i is what a question asks for, which begins with its auxiliary ("Could Russia attack?"), or what the reader is
// to imagine.
func (s *scan) asked(i int) bool {
	if s.in.Doc.Words == nil || len(s.words) == 0 || i >= len(s.words) {
		return false
	}
	if first := strings.ToLower(s.text(0)); i > 0 && (first == "imagine" || first == "suppose") && s.node(0).Head < 0 {
		return true
	}
	if s.text(len(s.words)-1) != "?" && s.text(len(s.words)-2) != "?" {
		return false
	}
	aux, subject := s.child(i, "aux"), s.child(i, "nsubj")
	if subject < 0 {
		subject = s.child(i, "nsubj:pass")
	}
	if aux < 0 || subject < aux || s.node(i).Head >= 0 {
		return false
	}
	for j := 0; j < aux; j++ {
		if s.node(j).UPOS == "PRON" || s.node(j).UPOS == "DET" || s.node(j).UPOS == "ADV" || s.node(j).UPOS == "VERB" {
			return false // why did they attack?
		}
	}
	return true
}

// negated says whether a word is: by "not", "never" or "no" that hangs on it, or a subject that is nobody.
func (s *scan) negated(g int) bool {
	for j := max(0, g-statusReach); j < g; j++ {
		n := s.node(j)
		if n == nil || n.Head != g {
			continue
		}
		switch strings.ToLower(s.text(j)) {
		case "nobody", "none", "neither":
			return n.Relation == "nsubj"
		}
		if s.is(j, negation) && (n.Relation == "advmod" || n.Relation == "det" || s.is(j, auxiliary)) {
			return true
		}
	}
	return false
}

// forbids says whether who is allowed something by the word at j is not: "was not allowed to", "received no permission to".
func (s *scan) forbids(j int) bool {
	switch n := s.node(j); {
	case n == nil:
		return false
	case n.Lemma == "allow" || n.Lemma == "permit" || n.Lemma == "authorise" || n.Lemma == "authorize":
		return s.negated(j)
	case n.Lemma == "permission" || n.Lemma == "approval" || n.Lemma == "authorisation" || n.Lemma == "authorization" || n.Lemma == "clearance":
		return s.negated(j) || n.Head >= 0 && n.Head < j && (s.negated(n.Head) || s.is(n.Head, prevented))
	}
	return false
}

// negatedIn says whether "not" or its like stands between the words of a trigger.
func (s *scan) negatedIn(t *trigger) bool {
	for j := t.first + 1; j < t.last; j++ {
		if s.is(j, negation) {
			return true
		}
	}
	return false
}

package status

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
)

// governed is the status that the clause above gives to what the verb at i tells: denied behind "denies having",
// "it is not true that", "nobody believes that"; hypothetical behind "did not say that"; "" behind others.
func (r *Reader) governed(i int) string {
	n := r.Node(i)
	for range clause.Climb {
		if n == nil || n.Relation != "conj" || n.Head < 0 || n.Head >= i {
			break
		}
		i = n.Head
		n = r.Node(i)
	}
	if n == nil || n.Head < 0 || n.Head >= i {
		return ""
	}
	g, first := n.Head, i // denies having bombed, ruled out attacking
	if k := r.Child(i, "aux"); k >= 0 && k < i {
		first = k
	}
	being := r.Words[first].Form&class.Gerund != 0 || r.Node(first).XPOS == "VBG"
	switch {
	case n.Relation == "ccomp" && !being || n.Relation == "csubj" || n.Relation == "acl" && r.Text(r.Child(i, "mark")) == "that":
		if !r.Negated(g) {
			break
		}
		if r.Is(g, class.Ground) {
			return Denied
		}
		if r.Is(g, class.Reporting) && r.Node(g).Lemma != "know" {
			return Hypothetical
		}
	case n.Relation == "xcomp" || n.Relation == "advcl" || n.Relation == "ccomp":
		out := r.Text(first-1) == "out"
		if !being || first-1 != g && (!out || first-2 != g) {
			break
		}
		switch {
		case r.Negated(g):
			return Hypothetical // did not deny having
		case r.Is(g, class.Prevented) || out && strings.HasPrefix(r.Text(g), "rul"):
			return Denied
		case r.Is(g, class.Wished):
			return Hypothetical
		case r.Is(g, class.Planned):
			return Scheduled
		}
	}
	return ""
}

// asked says whether the verb at i is what a question asks for, which begins with its auxiliary ("Could Russia attack?"), or what the reader is
// to imagine.
func (r *Reader) asked(i int) bool {
	if r.Node(i) == nil {
		return false
	}
	if first := strings.ToLower(r.Text(0)); i > 0 && (first == "imagine" || first == "suppose") && r.Node(0).Head < 0 {
		return true
	}
	if r.Text(len(r.Words)-1) != "?" && r.Text(len(r.Words)-2) != "?" {
		return false
	}
	aux, subject := r.Child(i, "aux"), r.Child(i, "nsubj")
	if subject < 0 {
		subject = r.Child(i, "nsubj:pass")
	}
	if aux < 0 || subject < aux || r.Node(i).Head >= 0 {
		return false
	}
	for j := 0; j < aux; j++ {
		if r.Node(j).UPOS == "PRON" || r.Node(j).UPOS == "DET" || r.Node(j).UPOS == "ADV" || r.Node(j).UPOS == "VERB" {
			return false // why did they attack?
		}
	}
	return true
}

// Negated says whether a word is: by "not", "never" or "no" that hangs on it, or a subject that is nobody.
func (r *Reader) Negated(g int) bool {
	for j := max(0, g-Reach); j < g; j++ {
		n := r.Node(j)
		if n == nil || n.Head != g {
			continue
		}
		switch strings.ToLower(r.Text(j)) {
		case "nobody", "none", "neither":
			return n.Relation == "nsubj"
		}
		if r.Is(j, class.Negation) && (n.Relation == "advmod" || n.Relation == "det" || r.Is(j, class.Auxiliary)) {
			return true
		}
	}
	return false
}

// forbids says whether who is allowed something by the word at j is not: "was not allowed to", "received no permission to".
func (r *Reader) forbids(j int) bool {
	switch n := r.Node(j); {
	case n == nil:
		return false
	case n.Lemma == "allow" || n.Lemma == "permit" || n.Lemma == "authorise" || n.Lemma == "authorize":
		return r.Negated(j)
	case n.Lemma == "permission" || n.Lemma == "approval" || n.Lemma == "authorisation" || n.Lemma == "authorization" || n.Lemma == "clearance":
		return r.Negated(j) || n.Head >= 0 && n.Head < j && (r.Negated(n.Head) || r.Is(n.Head, class.Prevented))
	}
	return false
}

// negatedIn says whether "not" or its like stands between the words of a trigger.
func (r *Reader) negatedIn(t *clause.Trigger) bool {
	for j := t.First + 1; j < t.Last; j++ {
		if r.Is(j, class.Negation) {
			return true
		}
	}
	return false
}

package parse

import "testing"

// A subject is passive beside an auxiliary of the passive, acts beside another, and stays what it is without one.
func TestSubjectsAgreeWithTheVoice(t *testing.T) {
	names := []string{"root", "nsubj", "nsubj:pass", "csubj", "csubj:pass", "aux", "aux:pass"}
	v := voicesOf(names)
	for _, c := range []struct{ auxiliaries, subject, want string }{
		{"aux aux:pass", "nsubj", "nsubj:pass"}, // has been killed
		{"aux", "nsubj:pass", "nsubj"},          // has killed
		{"aux:pass", "csubj", "csubj:pass"},
		{"aux", "csubj:pass", "csubj"},
		{"", "nsubj:pass", "nsubj:pass"}, // men killed
	} {
		nodes := []Node{{Head: 3, Relation: 0}}
		at := map[string]int16{}
		for i, name := range names {
			at[name] = int16(i)
		}
		nodes[0] = Node{Head: 1, Relation: at[c.subject]}
		nodes = append(nodes, Node{Head: None, Relation: RootRelation})
		for _, a := range []string{"aux", "aux:pass"} {
			if a == c.auxiliaries || c.auxiliaries == "aux aux:pass" {
				nodes = append(nodes, Node{Head: 1, Relation: at[a]})
			}
		}
		v.agree(nodes)
		if got := names[nodes[0].Relation]; got != c.want {
			t.Errorf("%s beside %q is %s, want %s", c.subject, c.auxiliaries, got, c.want)
		}
	}
}

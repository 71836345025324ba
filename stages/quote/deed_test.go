package quote

import "testing"

// Whom a deed is done to, and who does it, is no quote; who speaks is the subject of the tree, not the name or noun before the verb.
func TestDeedsAndSubjects(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a deed", `A court sentenced former minister John Smith to ten years in prison for selling gifts.`, ``},
		{"a treaty", `Finland signed a peace agreement with its neighbour on Wednesday.`, ``},
		{"the subject of the cue", `John Smith, who was ousted in a vote in April, denies all charges.`, ``},
		{"the place of the subject", `Soldiers in Niger announced that they had removed the president from power.`, `indirect announced/Soldiers: that they had removed the president from power`},
		{"an object before the cue", `The party rejected the result and said it would go to court.`, `indirect said/The party: it would go to court`},
		{"nobody in particular", `New faces will have a better chance of fame this year, analysts say.`, `indirect say/analysts: New faces will have a better chance of fame this year`},
		{"a mark that closes", `John Smith told parliament that he had left "to avoid bloodshed."`, "indirect told/John Smith: that he had left \"to avoid bloodshed.\"\npartial told/John Smith: to avoid bloodshed."},
	} {
		if got := read(test.text, "en"); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

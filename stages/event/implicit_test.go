package event

import (
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
)

// Who may fill a gap is nobody or somebody whom the text names, and never the other side; who fills it says that his sentence does not name him.
func TestGaps(t *testing.T) {
	in := read("Police in Kenya arrested a journalist on Monday. France condemned the arrest. The protests in Nairobi went on, and Iran criticised Kenya.")
	gaps := 0
	Gaps(in, func(g *Gap) int {
		gaps++
		if g.Parties[0].Actor.Name != "" {
			t.Errorf("first of %v is not nobody", g.Parties)
		}
		for i, p := range g.Parties {
			if len(p.Features) == 0 || len(p.Features) > linear.MaxFeatures {
				t.Errorf("%d features", len(p.Features))
			}
			if i > 0 && (p.Actor.Name == "" || p.Actor.Name == g.Other().Name) {
				t.Errorf("%+v may fill a gap beside %+v", p.Actor, g.Other())
			}
		}
		return len(g.Parties) - 1
	})
	if gaps == 0 {
		t.Error("no gap")
	}
	for _, x := range Code(in) {
		for _, a := range [...]Actor{x.Source, x.Target} {
			if want := map[bool]string{true: "text", false: "sentence"}[a.Afar]; a.Name != "" && a.Basis() != want || a.Name == "" && a.Basis() != "" {
				t.Errorf("%+v has the basis %q", a, a.Basis())
			}
		}
	}
}

// What a sentence tells of one side alone has the other one from the sentence before.
func TestImplied(t *testing.T) {
	in := read("Kenyan police arrested the opposition leader in Nairobi on Monday. His supporters condemned the arrest. Later on Monday he was charged.")
	if !slices.ContainsFunc(Code(in), func(x Telling) bool {
		return Root(x.Code) == "17" && x.Sentence == 1 && x.Source.Role == "COP" && x.Source.Afar
	}) {
		t.Error("nobody made the arrest")
	}
}

// A model of gaps is read as it was written.
func TestImplicit(t *testing.T) {
	stored := AppendImplicit(nil, make([]int8, 16), [2]int{7, 3}, 5, [Leads]int{500, 600, 700})
	m := newImplicit(opened(linear.Pack(stored), implicitHeader))
	if m.bars != [2]int{7, 3} || m.step != 5 || m.shares[0] != .5 || m.shares[2] != .7 {
		t.Errorf("%+v", m)
	}
}

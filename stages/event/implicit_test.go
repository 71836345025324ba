package event

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/linear"
)

// Who may fill a gap is nobody or somebody whom the text names, and never the other side; what fills it says so.
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
}

// Who is joined to a side is not the other one, and who is feared to do what was done is not who did it.
func TestWhoIsRefused(t *testing.T) {
	for text, never := range map[string]map[string]string{
		"Russia and Ukraine criticised the arrest.":                                                {"criticised": "Russia Ukraine"},
		"France fears that Russia may invade Kenya. Iran met France. The invasion killed farmers.": {"invasion": "Russia"},
	} {
		in := read(text)
		seen := 0
		Gaps(in, func(g *Gap) int {
			names := never[in.Doc.Text[g.Telling.TriggerStart:g.Telling.TriggerEnd]]
			if g.Telling.Sentence == 0 && names == "Russia" || names == "" {
				return 0
			}
			seen++
			for _, p := range g.Parties[1:] {
				if strings.Contains(names, p.Actor.Name) {
					t.Errorf("%s: %s may be a side of %v", text, p.Actor.Name, g.Telling.Code)
				}
			}
			return 0
		})
		if seen == 0 {
			t.Errorf("%s: no gap", text)
		}
	}
}

// What is told of nobody has both sides of an act before, and they do it to each other; what has neither a side nor a place is left out.
func TestTalksGoOn(t *testing.T) {
	in := read("Iran and France held talks in Geneva on Monday. The talks ended without a deal.")
	var got []string
	for _, x := range Code(in) {
		if x.Sentence == 1 && cameo.Root(x.Code) == "04" {
			got = append(got, x.Source.Code+" "+x.Target.Code+" "+x.Source.Basis()+" "+x.Target.Basis())
			if !x.Reciprocal {
				t.Error("one of them talks to the other alone")
			}
		}
	}
	if !slices.Equal(got, []string{"IRN FRA text text"}) {
		t.Errorf("%q", got)
	}
	for _, x := range Code(read("Geneva is cold. The talks ended without a deal.")) {
		if x.bare() && x.Place < 0 {
			t.Errorf("%+v", x)
		}
	}
}

// What a sentence tells of one side alone has the other one from the sentence before.
func TestImplied(t *testing.T) {
	in := read("Kenyan police arrested the opposition leader in Nairobi on Monday. His supporters condemned the arrest. Later on Monday he was charged.")
	if !slices.ContainsFunc(Code(in), func(x Telling) bool {
		return cameo.Root(x.Code) == "17" && x.Sentence == 1 && x.Source.Role == "COP" && x.Source.Afar
	}) {
		t.Error("nobody made the arrest")
	}
}

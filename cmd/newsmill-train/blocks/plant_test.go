package blocks

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// Whatever way a plain page links to other stories, its article is all of its paragraphs and nothing else.
func TestPlantedLinksAreNotTheArticle(t *testing.T) {
	text := "The wall gave way on Tuesday.\nDivers & masons will look at it on Thursday.\nNobody was hurt.\nThe mayor is away."
	e := &example{goldPage: &goldPage{ID: "1", Title: "Harbour wall gives way", Text: text}}
	var others []*example
	for _, title := range []string{"Storm shuts the coast road", "What the flood cost", "Ferries stay in port"} {
		others = append(others, &example{goldPage: &goldPage{Title: title, Text: "It was the third storm of the year. More is to come."}})
	}
	for number := range len(plantedWithin) * len(plantedBehind) * 3 {
		g := e.plant(kind{look: extract.LookAt}, others, number)
		links := 0
		for _, text := range g.Texts {
			if strings.Contains(text, others[0].Title) {
				links++
			}
		}
		if links == 0 {
			t.Errorf("page %d links to no other story", number)
		}
		if got, want := strings.TrimSpace(g.perfect()), g.Text; got != want {
			t.Errorf("page %d: the article is %q, want %q", number, got, want)
		}
	}
}

package pipeline

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/source"
)

// A defect in a stage costs the page that it meets and tells where it lies; it never ends the run.
func TestPanicIsOneRejectWithItsStack(t *testing.T) {
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[stage]int(nil) // a write to it is the defect
	page := &source.Page{Path: "feed.jsonl", Offset: 17, Record: "r1", URL: "https://a.example/1", Kind: source.Text, Body: []byte("Norway and Sweden held talks in Oslo on Tuesday.")}
	for at := stageExtract; at <= stageRows; at++ {
		m := &mill{enter: func(s stage) {
			if s == at {
				counts[s]++
			}
		}}
		out := m.grind(page, nil)
		if out.article != nil || out.reject == nil {
			t.Fatalf("%s: %+v", stageNames[at], out)
		}
		r := out.reject
		if r.Stage != stageNames[at] || r.Code != "panic" || r.SourcePath != page.Path || r.SourceOffset != page.Offset || r.ArticleID != page.ID() || string(r.Raw) != string(page.Body) {
			t.Errorf("%s: %+v", stageNames[at], r)
		}
		for _, want := range []string{"assignment to entry in nil map", "pipeline.(*mill).grind", "page.go:"} {
			if !strings.Contains(r.Message, want) {
				t.Errorf("%s: %q does not tell %q", stageNames[at], r.Message, want)
			}
		}
		if strings.Contains(r.Message, folder) || strings.Contains(r.Message, "0x") {
			t.Errorf("the message hangs on the machine: %q", r.Message)
		}
	}
	if out := (&mill{}).grind(page, nil); out.article == nil || out.reject != nil {
		t.Errorf("a page without a defect: %+v", out.reject)
	}
}

// A text in a language without words in the table is not read as English, whatever its page declares.
func TestForeignTextGetsNoEnglishTags(t *testing.T) {
	text := "Amaphoyisa athi indoda eneminyaka engamashumi amathathu iboshwe ngemuva kokuba umndeni wayo ubike ukuthi kade ingabonakali ekhaya. " +
		"Umphathi wesikole uthe abafundi bazobuyela emakilasini ngesonto elizayo lapho sekuqediwe ukulungiswa kwezindlu ezonakaliswe yizivunguvungu. " +
		"Uhulumeni wesifundazwe uthembise ukusiza imindeni elahlekelwe yimizi yayo emzini omkhulu. " +
		"Izakhamuzi zithi zikhathele ukulinda amanzi nogesi, zafuna ukukhuluma nemeya ngaphambi kokuphela kwenyanga ezayo."
	page := &source.Page{Path: "feed.jsonl", Kind: source.Text, Body: []byte(text)}
	page.Given.Language = "en"
	out := (&mill{config: Config{Tables: "+tokens"}}).grind(page, nil)
	if out.article == nil || out.article.Language != "und" || !slices.Contains(out.article.Warnings, "untagged_language") {
		t.Fatalf("%+v", out.article)
	}
	for _, w := range out.tokens {
		if w.UPOS != "" {
			t.Fatalf("%+v", w)
		}
	}
}

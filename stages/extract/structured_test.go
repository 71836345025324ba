package extract_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

var wallStory = []string{
	"The old harbour wall of Varn gave way on Tuesday night after three days of heavy rain, the town's engineer said. Nobody was hurt, and the boats had been moved in time.",
	"Divers will look at the foundations on Thursday, when the water authority expects the swell to have fallen, and the council meets a day later to decide on the repairs.",
	"Residents had warned of cracks for years. \"We wrote four letters,\" said Per Lund, who lives on the quay. The council answered none of them, he said.",
	"The mayor has promised to publish every survey of the last twenty years before the end of the month, together with the bills that the town has paid for them.",
}

// TestDataOfThePage takes the text from the page's data where the page itself shows little of
// it, and only there.
func TestDataOfThePage(t *testing.T) {
	page := func(body, data string) []byte {
		return []byte(`<html><head><title>Harbour wall gives way in Varn</title>` + data + `</head><body><div id="root">` + body + `</div></body></html>`)
	}
	encode := func(value any) string {
		out, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	paragraphs := "<p>" + strings.Join(wallStory, "</p><p>") + "</p>"
	var parts []map[string]any
	for _, text := range wallStory {
		parts = append(parts, map[string]any{"kind": "paragraph", "id": 7, "text": text})
	}
	// As editors of rich text store it: runs, a link in a sentence, a list.
	rich := func(runs, nested string) any {
		text := func(s string) any { return map[string]any{"kind": "text", "marks": []any{}, runs: s} }
		node := func(kind string, inner ...any) any { return map[string]any{"kind": kind, nested: inner} }
		begin, rest, _ := strings.Cut(wallStory[0], "harbour")
		return node("document", node("paragraph", text(begin), map[string]any{"kind": "link", "uri": "https://varn.example/a/very/long/address/of/another/story", nested: []any{text("harbour")}}, text(rest)),
			node("list", node("item", node("paragraph", text(wallStory[1])))), node("paragraph", text(wallStory[2])), node("paragraph", text(wallStory[3])))
	}
	ld := func(body string) string {
		return `<script type="application/ld+json">` + encode(map[string]any{"@type": "NewsArticle", "headline": "Harbour wall gives way in Varn", "articleBody": body}) + `</script>`
	}
	all := strings.Join(wallStory, "\n\n")
	cookies := strings.Repeat("We and our partners store and read information on your device, and process personal data for the purposes below. ", 12)
	for _, c := range []struct {
		name, body, data, want string
	}{
		{"markup in the state of a script", "", `<script id="__NEXT_DATA__" type="application/json">` + encode(map[string]any{"props": map[string]any{"html": paragraphs}}) + `</script>`, all},
		{"paragraphs of a list in a variable", "<p>Loading</p>", `<script>window.__STATE__ = ` + encode(map[string]any{"story": map[string]any{"content": parts}}) + `;</script>`, all},
		{"the third value that a script assigns", "", `<script>window.App=window.App||{};App.sizes=[1,{"a":2}];App.site="harbour [post]";App.story=` + encode(map[string]any{"content": parts}) + `;</script>`, all},
		{"rich text of one editor", "", `<script id="__NEXT_DATA__" type="application/json">` + encode(map[string]any{"props": rich("text", "children")}) + `</script>`, all},
		{"rich text of another", "", `<script type="application/json">` + encode(map[string]any{"entry": rich("value", "content")}) + `</script>`, all},
		{"markup with a picture", "", `<script type="application/json">` + encode(map[string]any{"html": paragraphs + "<figure><img><figcaption>The wall on Wednesday. Photo: Ana Roe</figcaption></figure>"}) + `</script>`, all},
		{"only the beginning is shown", "<p>" + wallStory[0] + "</p>", ld(strings.Join(wallStory, "\n")), all},
		{"the page shows as much", paragraphs, ld(strings.Join(wallStory, " ") + " And more that nobody sees."), all},
		{"data that speak of something else", "", `<script type="application/json">` + encode(map[string]any{"consent": cookies}) + `</script>`, ""},
		{"broken data", "<p>" + wallStory[0] + "</p>", `<script type="application/json">{"a": [` + fmt.Sprintf("%q", paragraphs) + `</script>`, wallStory[0]},
	} {
		a := extract.HTML(page(c.body, c.data), extract.Options{})
		if a.Text != c.want {
			t.Errorf("%s: got %q\nwant %q", c.name, a.Text, c.want)
		}
		checkOffsets(t, nil, &a)
	}
}

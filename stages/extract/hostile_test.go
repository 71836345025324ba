package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// Pages that make readers of markup look again at what they have read cost work in proportion to
// their length, and lose no text. No clock is asked: with work in the square of the length these
// would not end within the time of a test.
func TestHostilePagesCostLinearWork(t *testing.T) {
	const n = 25_000
	many := func(format string) string {
		var out strings.Builder
		for i := range n {
			fmt.Fprintf(&out, format, i)
		}
		return out.String()
	}
	for name, markup := range map[string]string{
		"links that are never closed":       strings.Repeat("<a href=x>link ", n),
		"emphasis that is never closed":     strings.Repeat("<b><i>", n),
		"emphasis across paragraphs":        strings.Repeat("<b><p></b>x", n/4),
		"cells outside rows":                "<table>" + strings.Repeat("<tr><td><p>x", n/4),
		"attributes without end":            "<div" + many(" a%d=x") + ">",
		"ids and classes without end":       many("<i id=x%d class='a b c'></i>"),
		"numeric references":                "<p>" + many("&#%d;") + "</p>",
		"less-than signs":                   strings.Repeat("<", 20*n),
		"comments that end where they open": strings.Repeat("<!-->", 10*n),
		"ends of what is not open":          strings.Repeat("</div></p></b>", 10*n),
		"one word":                          "<p>" + strings.Repeat("x", 50*n) + "</p>",
		"white space":                       "<p>" + strings.Repeat(" ", 50*n) + "</p>",
		"one headline":                      "<h1>" + strings.Repeat("River floods ", 2*n) + "</h1>",
		"one title":                         "<title>" + strings.Repeat("a | b - ", 2*n) + "</title>",
		"one byline":                        "<p class=byline>By " + strings.Repeat("Jane Doe and ", 2*n) + "</p>",
		"bylines in bylines":                strings.Repeat("<div class=byline>x", n/4),
		"days":                              "<p>" + strings.Repeat("2021-12-26 ", 4*n) + "</p>",
		"authors by reference":              many(`<script type="application/ld+json">{"@type":"NewsArticle","@id":"#%[1]d","author":{"@id":"#%[1]d"}}</script>`),
		"nested data":                       `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n) + "</script>",
		"data that are never closed":        "<script>" + strings.Repeat(`window.a = {"`, 4*n) + "</script>",
		"an address of days":                `<link rel=canonical href="https://a.example/` + strings.Repeat("2021/12/26/", 2*n) + `">`,
		"items of an author":                strings.Repeat("<div itemprop=author itemscope>", n),
		"titles of drawings":                strings.Repeat("<svg><desc>x</desc></svg>", n),
	} {
		a := extract.HTML([]byte(markup+"<p>"+long("one")+"</p>"), extract.Options{URL: "https://a.example/"})
		found := false
		for _, b := range a.Blocks {
			found = found || strings.HasSuffix(b.Text, long("one"))
		}
		if !found {
			t.Errorf("%s: the paragraph behind it is lost", name)
		}
		extract.Survey([]byte(markup))
	}
}

package blocks

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/language"
)

// plantEvery is of how many publishers the articles of one are also learned from on plain pages, with
// links to other stories among their paragraphs and behind them: real pages have these in elements
// that are named for them, mostly, and from those alone a model learns the names.
const plantEvery = 3

// Ways in which a plain page links to other stories: {a}, {b} and {c} are their headlines, {x} and {y} how they begin.
var (
	plantedWithin = []string{
		`<p><a href="/1">{a}</a></p>`,
		`<div><a href="/1">{a}</a></div>`,
		`<div><a href="/1"><img src="1.jpg"><span>{a}</span></a><a href="/2"><span>{b}</span></a></div>`,
		`<ul><li><a href="/1">{a}</a></li><li><a href="/2">{b}</a></li><li><a href="/3">{c}</a></li></ul>`,
		`<p><strong><a href="/1">{a}</a></strong></p>`,
	}
	plantedBehind = []string{
		`<div><div><a href="/1"><img src="1.jpg"><div>{a}</div></a><div>{x}</div></div><div><a href="/2"><img src="2.jpg"><div>{b}</div></a><div>{y}</div></div></div>`,
		`<section><ul><li><a href="/1">{a}</a></li><li><a href="/2">{b}</a></li><li><a href="/3">{c}</a></li></ul></section>`,
		`<div><h3><a href="/1">{a}</a></h3><p>{x}</p><h3><a href="/2">{b}</a></h3><p>{y}</p></div>`,
		``,
	}
)

// planted gives plain pages with the articles of others, and links to yet others: to those of publishers of the
// same part of a cross-validation and in their language.
func planted(all []*example, k kind) (out []*example) {
	languages := make([]string, len(all))
	for i, e := range all {
		languages[i], _ = language.Detect(e.Text)
	}
	for i, e := range all {
		if e.fold(plantEvery*folds)/folds != 0 || e.Title == "" {
			continue
		}
		var others []*example
		for step := 1; step < len(all) && len(others) < 3; step++ {
			o := all[(i+step*7)%len(all)]
			if o.fold(folds) == e.fold(folds) && languages[(i+step*7)%len(all)] == languages[i] && o.Title != "" && o != e {
				others = append(others, o)
			}
		}
		if len(others) == 3 {
			out = append(out, e.plant(k, others, len(out)))
		}
	}
	return out
}

// plant gives a plain page of an example's article, as the number says.
func (e *example) plant(k kind, others []*example, number int) *example {
	const fewest = 3
	var paragraphs []string
	for p := range strings.Lines(e.Text) {
		if p = strings.TrimSpace(p); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	if number%2 == 0 { // a short one
		paragraphs = paragraphs[:min(len(paragraphs), fewest+number%7)]
	}
	fill := []string{"{a}", others[0].Title, "{b}", others[1].Title, "{c}", others[2].Title, "{x}", begin(others[0].Text), "{y}", begin(others[1].Text)}
	for i := 1; i < len(fill); i += 2 {
		fill[i] = html.EscapeString(fill[i])
	}
	links := strings.NewReplacer(fill...)
	var page strings.Builder
	fmt.Fprintf(&page, "<html><head><title>%s</title>", html.EscapeString(e.Title))
	if number%3 != 0 {
		page.WriteString(`<meta property="og:type" content="article">`)
	}
	fmt.Fprintf(&page, "</head><body><nav><a href=/>A</a> <a href=/b>B</a></nav><h1>%s</h1><article>", html.EscapeString(e.Title))
	at := (len(paragraphs) + 1) / 2
	for i, p := range paragraphs {
		if i == at || i > at && (i-at)%6 == 0 {
			page.WriteString(links.Replace(plantedWithin[(number+i)%len(plantedWithin)]))
		}
		fmt.Fprintf(&page, "<p>%s</p>", html.EscapeString(p))
	}
	page.WriteString("</article>" + links.Replace(plantedBehind[number%len(plantedBehind)]) + "<footer><a href=/c>C</a></footer></body></html>")
	gold := *e.goldPage
	gold.set, gold.body, gold.Text = plantedSet, []byte(page.String()), strings.Join(paragraphs, "\n\n")
	g := &example{goldPage: &gold, Look: k.look(gold.body, extract.Past{}, nil)}
	words := make([]int, len(g.Texts))
	g.body = make([]bool, len(g.Texts))
	folded := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		folded[i] = strings.Join(strings.Fields(p), " ")
	}
	for i, text := range g.Texts {
		words[i] = len(goldWords(text))
		g.body[i] = slices.Contains(folded, text)
	}
	g.weigh(words, plantedWeight)
	return g
}

// plantedWeight is what a plain page counts beside the page of its article.
const plantedWeight = 0.3

// begin gives the first sentence of a text, or what a teaser would have of it.
func begin(text string) string {
	const most = 160 // letters
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if i := strings.Index(line, ". "); i > most/4 && i < most {
		return line[:i+1]
	}
	letters := []rune(line)
	return string(letters[:min(len(letters), most)])
}

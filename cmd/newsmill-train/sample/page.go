package sample

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// parsePage reads one of the page designs under outlets/.
func parsePage(source fs.FS, file string) (*template.Template, error) {
	return template.New(path.Base(file)).Funcs(template.FuncMap{
		"comment": func(s string) template.HTML { return template.HTML("<!-- " + s + " -->") },
		"css":     sheet,
		"script":  bundle,
		"german":  germanDate,
		"lower":   strings.ToLower,
		"upper":   strings.ToUpper,
		"slug":    func(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "-")) },
		"inc":     func(i int) int { return i + 1 },
		"curly":   curly,
		"rich":    rich,
	}).ParseFS(source, file)
}

// render makes the page of an article as its outlet would serve it.
func (c *sampleCorpus) render(a *sampleArticle) ([]byte, error) {
	page := *a
	page.Related, page.Latest = c.teasers(a, true), c.teasers(a, false)
	design := a.Outlet.page
	if a.Front {
		design = a.Outlet.front
	}
	var b bytes.Buffer
	if err := design.Execute(&b, &page); err != nil {
		return nil, err
	}
	if a.Outlet.Charset != "windows-1252" {
		return b.Bytes(), nil
	}
	encoded, err := charmap.Windows1252.NewEncoder().Bytes(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("encode as windows-1252: %w", err)
	}
	return encoded, nil
}

// teasers picks what else the outlet had on the night of the article: at most six pages of
// other stories, or the latest of any.
func (c *sampleCorpus) teasers(a *sampleArticle, otherStories bool) []*sampleArticle {
	var out []*sampleArticle
	for i := len(c.articles) - 1; i >= 0 && len(out) < 6; i-- {
		b := c.articles[i]
		if b.Outlet != a.Outlet || b.Night > a.Night || b.Slug == a.Slug || !b.Updated.IsZero() {
			continue
		}
		if !otherStories || b.Story != a.Story {
			out = append(out, b)
		}
	}
	return out
}

// frontPage is a page with teasers only, which holds no article.
func (c *sampleCorpus) frontPage(o *sampleOutlet, night string, crawled time.Time) *sampleArticle {
	return &sampleArticle{
		Outlet: o, Night: night, Front: true, Form: o.Form, Slug: "index",
		Headline: o.Name, Published: crawled.In(o.Zone),
	}
}

var germanMonths = [...]string{"", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}

func germanDate(t time.Time) string {
	return fmt.Sprintf("%d. %s %d, %s Uhr", t.Day(), germanMonths[t.Month()], t.Year(), t.Format("15:04"))
}

// chance is a xorshift generator: the same on every machine and with every version of Go.
type chance uint64

func newChance(seed string) *chance {
	c := chance(0x9e3779b97f4a7c15)
	for i := range len(seed) {
		c ^= chance(seed[i])
		c.next()
	}
	return &c
}

func (c *chance) next() uint64 {
	x := uint64(*c)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*c = chance(x)
	return x >> 11
}

func (c *chance) pick(words []string) string { return words[c.next()%uint64(len(words))] }

var (
	sheetBlocks = strings.Fields("header nav teaser article byline figure caption share promo footer cookie search menu list card grid comment modal video")
	sheetParts  = strings.Fields("title text link icon image wrap inner item label meta lead button")
	sheetRules  = []string{"margin:0 0 12px", "padding:8px 16px", "display:flex", "font-size:1.0625rem", "line-height:1.4", "color:#1c2733", "background:#f5f2ec", "border-top:1px solid #d8d3c8", "position:relative", "text-decoration:none", "width:100%", "max-width:720px", "font-weight:600", "letter-spacing:.02em"}
	bundleNames = strings.Fields("t e n r o i a u c s l f p h d v y g m w")
	bundleCalls = strings.Fields("init push track load render bind emit query merge resolve observe dispatch consent bid")
)

// sheet writes a style sheet of about n bytes, as sites carry one inline.
func sheet(seed string, n int) template.CSS {
	c := newChance("css " + seed)
	var b strings.Builder
	for b.Len() < n {
		fmt.Fprintf(&b, ".%s__%s{%s;%s}\n", c.pick(sheetBlocks), c.pick(sheetParts), c.pick(sheetRules), c.pick(sheetRules))
	}
	return template.CSS(b.String())
}

// bundle writes about n bytes of what looks like a minified script, with markup inside its
// strings, which a reader of HTML must not take for the page's.
func bundle(seed string, n int) template.JS {
	c := newChance("js " + seed)
	var b strings.Builder
	b.WriteString("!function(){\"use strict\";var q=[];")
	for b.Len() < n {
		switch c.next() % 4 {
		case 0:
			fmt.Fprintf(&b, "function %s(%s,%s){return %s.%s(%d,%s)||%s}", c.pick(bundleNames), c.pick(bundleNames), c.pick(bundleNames), c.pick(bundleNames), c.pick(bundleCalls), c.next()%4096, c.pick(bundleNames), c.pick(bundleNames))
		case 1:
			fmt.Fprintf(&b, "q.%s({id:\"%06x\",slot:\"/%d/%s_%s\",t:%d});", c.pick(bundleCalls), c.next()%0xffffff, c.next()%9999, c.pick(sheetBlocks), c.pick(sheetParts), c.next()%90000)
		case 2:
			fmt.Fprintf(&b, "if(window.%s&&%s<%d){q.push('<div class=\"%s__%s\"><p>Please wait<\\/p><\\/div>')}", c.pick(bundleCalls), c.pick(bundleNames), c.next()%900, c.pick(sheetBlocks), c.pick(sheetParts))
		default:
			fmt.Fprintf(&b, "for(var %s=0;%d>q.length;)q.%s();", c.pick(bundleNames), c.next()%64, c.pick(bundleCalls))
		}
	}
	b.WriteString("}();")
	return template.JS(b.String())
}

// curly sets typographic quotation marks and apostrophes.
func curly(text string) string {
	var b strings.Builder
	before := ' '
	for _, r := range text {
		opens := before == ' ' || before == '(' || before == '“'
		switch {
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// rich makes a link of the first word of each topic that a paragraph names, as editors do.
func rich(text string, topics []string) template.HTML {
	escaped := template.HTMLEscapeString(text)
	for _, topic := range topics {
		link := `<a href="/topics/` + strings.ToLower(strings.ReplaceAll(topic, " ", "-")) + `" class="topic">` + topic + `</a>`
		escaped = strings.Replace(escaped, topic, link, 1)
	}
	return template.HTML(escaped)
}

package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// TestPaywallIsNotEmpty tells a page whose text is for subscribers from one that has none: who
// watches a crawl must not take the first for a broken parser.
func TestPaywallIsNotEmpty(t *testing.T) {
	const locked = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"River floods","isAccessibleForFree":false}</script>`
	text := "<h1>River floods</h1><p>" + long("a") + "</p><p>" + long("b") + "</p>"
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"free", text, nil},
		{"teaser of a locked text", locked + text, []string{"paywalled"}},
		{"locked, nothing shown", locked + "<h1>River floods</h1><p>Subscribe</p>", []string{"empty", "paywalled"}},
		{"no article", "<h1>News</h1><p>Home</p>", []string{"empty"}},
	} {
		if got := extract.HTML([]byte(c.page), extract.Options{}).Warnings; !slices.Equal(got, c.want) {
			t.Errorf("%s: warnings %q, want %q", c.name, got, c.want)
		}
	}
}

// TestHead reads pages whose metadata stands in their markup alone.
func TestHead(t *testing.T) {
	body := "<p>" + long("a") + "</p><p>" + long("b") + "</p>"
	for _, c := range []struct {
		name, page                   string
		title, authors, day, updated string
	}{
		{
			"a byline, two days, comments with theirs",
			`<h1>River floods</h1><div class="byline">By <a rel="author">Jane Doe</a></div><div class="share">Email The Author</div>
			<time datetime="2021-12-26T10:00:00Z">26 December</time> <p>Updated 27 December 2021</p>` + body +
				`<div class="comments"><span class="author">Max Moe</span><time datetime="2020-01-01">1 Jan</time></div>`,
			"River floods", "Jane Doe", "2021-12-26", "2021-12-27",
		},
		{
			"a time inside the element that names it",
			`<h1>River floods</h1><span itemprop="datePublished"><time>Dec 26, 2021</time></span>` + body,
			"River floods", "", "2021-12-26", "",
		},
		{"the day over the headline", `<p>26 December 2021</p><h1>River floods</h1><p>By Jane Doe</p>` + body, "River floods", "Jane Doe", "2021-12-26", ""},
		{"the day under the text", `<h1>River floods</h1>` + body + `<p>Posted on December 26, 2021</p>`, "River floods", "", "2021-12-26", ""},
		{"a day among related stories", `<h1>River floods</h1>` + body + `<div class="related"><time datetime="2020-01-01">1 Jan</time> January 1, 2020</div>`, "River floods", "", "", ""},
	} {
		m := extract.HTML([]byte(c.page), extract.Options{}).Meta
		day, updated := "", ""
		if m.Published.Basis != "" {
			day = m.Published.Time.Format("2006-01-02")
		}
		if m.Updated.Basis != "" {
			updated = m.Updated.Time.Format("2006-01-02")
		}
		if m.Title != c.title || strings.Join(m.Authors, "|") != c.authors || day != c.day || updated != c.updated {
			t.Errorf("%s: title %q, authors %q, day %q, updated %q", c.name, m.Title, m.Authors, day, updated)
		}
	}
}

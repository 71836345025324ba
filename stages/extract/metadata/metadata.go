// Package metadata reads what a page says of itself: title, authors, dates, language, section,
// addresses, lead image.
//
// A page says it in several places (JSON-LD, OpenGraph and other meta tags, <time>, the
// address, the byline) and often wrongly in some. [Evidence] is what the pass over the page
// gathered; [Read] ranks the sources and checks them against each other. What the input itself
// gives comes before all of them. There is no clock: a date is judged by the others on the
// page alone.
package metadata

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/newsmill/newsmill/stages/article"
	"golang.org/x/text/language"
)

// Given is what the input says of a page; zero values are unknown.
type Given struct {
	Title     string
	Published article.Date
	Crawled   time.Time
	Language  string // BCP 47
	Site      string
}

// Pair is a meta tag: its name, property, itemprop or http-equiv in lower case, and its content.
type Pair struct{ Name, Content string }

// Link is a link tag.
type Link struct{ Rel, Href, Lang string }

// TimeElement is a time tag, or an element that by its itemprop is a date. Hint is class,
// itemprop and pubdate in lower case; Near tells that it stands between headline and text.
type TimeElement struct {
	Datetime, Text, Hint string
	Near                 bool
}

// Caption describes a picture, whose address may be known. Near tells that it stands where the lead image does, close to
// the headline or where the text begins.
type Caption struct {
	Text, Image string
	Near        bool
}

// Evidence is what stands on a page, in its order.
type Evidence struct {
	URL      string   // that the input gives
	Lang     string   // of the html tag
	Title    string   // of the title tag
	Headings []string // h1; h2 where there is none
	Second   bool     // they are h2
	Meta     []Pair
	Links    []Link
	JSONLD   []string
	Times    []TimeElement
	Credits  []string // elements between headline and text that by rel, itemprop or class are the author
	Bylines  []string // and those elsewhere on the page, but not among comments, teasers and the like
	Near     []string // short lines between headline and text
	Signed   string   // the short line right under the text, where it stands in the text's own element
	Large    []string // lines right before the text that are set as headlines are
	Dated    []string // other short lines on the page that may give its day, those close to headline and text first
	Opening  string   // of the text
	Recurs   bool     // the title tag is the same on many pages of the site
	Captions []Caption
	Given    Given

	nodes []object // of JSONLD, once they are read
}

// meta gives the first content of a tag that is not empty, trying names in their order.
func (e *Evidence) meta(names ...string) string {
	for _, name := range names {
		for _, m := range e.Meta {
			if m.Name == name {
				if text := fold(m.Content); text != "" {
					return text
				}
			}
		}
	}
	return ""
}

// Read gives the metadata of a page, and warnings (codes) on what kind of page it is.
func Read(e *Evidence) (article.Metadata, []string) {
	nodes := e.objects()
	node := mainNode(nodes)
	var m article.Metadata
	m.CanonicalURL = e.canonical(node)
	m.Site = e.site(nodes, node)
	m.Title = e.title(nodes, node, m.Site)
	m.Language = e.language(node)
	m.Published, m.Updated = e.dates(node, m.Language, m.CanonicalURL)
	m.Authors, m.Agencies = e.authors(nodes, node, m.Site)
	m.Section = e.section(node)
	m.ImageURL = e.image(node)
	if m.ImageURL != "" {
		m.ImageCaption = e.caption(m.ImageURL, m.Authors)
	}
	return m, e.warnings(nodes, node, &m)
}

// fold takes markup's escapes out of a text, also where they were escaped twice, and folds its
// white space.
func fold(text string) string {
	for range 2 {
		if !strings.Contains(text, "&") {
			break
		}
		text = html.UnescapeString(text)
	}
	text = strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff':
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// canonical gives the address that the page gives for itself, where it is one and more than
// a front page's.
func (e *Evidence) canonical(node object) string {
	var found []string
	for _, l := range e.Links {
		if slices.Contains(strings.Fields(strings.ToLower(l.Rel)), "canonical") {
			found = append(found, l.Href)
		}
	}
	found = append(found, e.meta("og:url"), node.text("url"), node.object("mainEntityOfPage").text("@id"), node.text("mainEntityOfPage"))
	for _, address := range found {
		if address = absolute(e.URL, address); address != "" && !frontPage(address) {
			return address
		}
	}
	return ""
}

func frontPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Path == "" || u.Path == "/") && u.RawQuery == ""
}

// absolute resolves an address of the page; "" where that gives no address of the web.
func absolute(base, address string) string {
	address = strings.TrimSpace(html.UnescapeString(address))
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func (e *Evidence) site(nodes []object, node object) string {
	if e.Given.Site != "" {
		return e.Given.Site
	}
	if name := e.meta("og:site_name"); name != "" && !strings.Contains(name, "://") {
		return name
	}
	if name := fold(node.object("publisher").text("name")); name != "" {
		return name
	}
	for _, n := range nodes {
		if n.is("WebSite") || n.is("NewsMediaOrganization") {
			if name := fold(n.text("name")); name != "" {
				return name
			}
		}
	}
	return e.meta("application-name", "al:android:app_name", "dc.publisher", "twitter:app:name:iphone")
}

func (e *Evidence) language(node object) string {
	if e.Given.Language != "" {
		return e.Given.Language
	}
	declared := []string{e.Lang, node.text("inLanguage"), e.meta("og:locale", "content-language", "dc.language", "language")}
	for _, d := range declared {
		d, _, _ = strings.Cut(strings.TrimSpace(d), ",")
		tag, err := language.Parse(strings.ReplaceAll(d, "_", "-"))
		if err == nil && tag != language.Und {
			return tag.String()
		}
	}
	return ""
}

// section gives the section that the article stands in: the first where one text lists several.
func (e *Evidence) section(node object) string {
	if all := listed(e.sections(node)); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (e *Evidence) sections(node object) string {
	if section := fold(node.text("articleSection")); section != "" {
		return section
	}
	return e.meta("article:section", "parsely-section", "sailthru.section", "section", "dc.subject")
}

// listed parts names that stand in one text: those of sections have commas with a space behind them within
// ("Arts, Books"), between two is none.
func listed(text string) (names []string) {
	for part := range strings.SplitSeq(text, ";") {
		for from, i := 0, 0; i <= len(part); i++ {
			if i == len(part) || part[i] == ',' && i+1 < len(part) && part[i+1] != ' ' {
				if name := strings.TrimSpace(part[from:i]); name != "" {
					names = append(names, name)
				}
				from = i + 1
			}
		}
	}
	return names
}

func (e *Evidence) image(node object) string {
	image := node.text("image")
	if image == "" {
		image = node.object("image").text("url")
	}
	for _, address := range []string{e.meta("og:image", "og:image:url"), image, e.meta("twitter:image", "twitter:image:src")} {
		if address = absolute(e.URL, address); address != "" {
			return address
		}
	}
	return ""
}

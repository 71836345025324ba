package metadata

import (
	"slices"
	"strings"
)

// A Claim is what a page says of the text of its article, and what kind of page it says it is.
type Claim struct {
	Body        string // the longest articleBody of its JSON-LD
	Description string // of its meta tags, else of its JSON-LD
	News        bool   // JSON-LD knows an article of the news
	Article     bool   // or of any kind
	Published   bool   // some tag gives the day it was published
	OpenGraph   bool   // og:type is article
	Author      string // all names that JSON-LD and meta tags give for authors
}

var newsTypes = []string{"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "BackgroundNewsArticle", "ReviewNewsArticle"}

var proseTypes = []string{"Article", "BlogPosting", "TechArticle", "ScholarlyArticle", "Report", "SocialMediaPosting"}

// Claim gathers what the page says of its article.
func (e *Evidence) Claim() (c Claim) {
	nodes := e.objects()
	for _, n := range nodes {
		if text := n.text("articleBody"); len(text) > len(c.Body) {
			c.Body = text
		}
		c.News = c.News || slices.ContainsFunc(newsTypes, n.is)
		c.Article = c.Article || slices.ContainsFunc(proseTypes, n.is)
	}
	c.Description = first(e.meta("description"), e.meta("og:description", "twitter:description"), mainNode(nodes).text("description"))
	c.Published = e.meta("article:published_time", "datepublished", "parsely-pub-date", "date", "pubdate", "publishdate") != "" || mainNode(nodes).text("datePublished") != ""
	c.OpenGraph = e.meta("og:type") == "article"
	node := mainNode(nodes)
	c.Author = strings.Join(append(structured(nodes, node), e.metaAuthors()...), " ")
	return c
}

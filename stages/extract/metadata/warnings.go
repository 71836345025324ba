package metadata

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/agencies"
	"github.com/newsmill/newsmill/stages/article"
)

// kinds are the warnings that a type of JSON-LD, or of OpenGraph, stands for.
var kinds = map[string]string{
	"LiveBlogPosting": "live_blog", "OpinionNewsArticle": "opinion", "VideoObject": "video", "video.other": "video",
	"ImageGallery": "gallery", "MediaGallery": "gallery", "ReviewNewsArticle": "review",
}

var sections = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for line := range strings.Lines(agencies.Sections) {
		if code, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			words[name] = code
		}
	}
	return words
})

// warnings say what kind of page it is: opinion, live_blog, video, gallery, review, and whether
// its text is for subscribers. The type that the page gives itself counts, a live blog also
// beside another type; so do its section and the folders of its address.
func (e *Evidence) warnings(nodes []object, node object, m *article.Metadata) (codes []string) {
	add := func(code string) {
		if code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for _, t := range append(node.texts("@type"), e.meta("og:type")) {
		add(kinds[t])
	}
	for _, n := range nodes {
		if n.is("LiveBlogPosting") {
			add("live_blog")
		}
	}
	for _, section := range listed(e.sections(node)) {
		add(sections()[strings.ToLower(section)])
	}
	if u, err := url.Parse(first(e.URL, m.CanonicalURL)); err == nil {
		folders := strings.Split(u.Path, "/")
		for _, folder := range folders[:len(folders)-1] {
			add(sections()[strings.ToLower(folder)])
		}
	}
	locked := strings.EqualFold(e.meta("article:content_tier"), "locked")
	for _, n := range append(node.objects("hasPart"), node) {
		if free := strings.ToLower(n.text("isAccessibleForFree")); free == "false" || free == "no" {
			locked = true
		}
	}
	if locked {
		add("paywalled")
	}
	return codes
}

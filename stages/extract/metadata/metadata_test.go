package metadata

import (
	"slices"
	"strings"
	"testing"
)

func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		name string
		e    Evidence
		want []string
	}{
		{"plain news", Evidence{JSONLD: ld(`"headline":"x"`), URL: "https://a.example/news/x"}, nil},
		{"a type for opinion", Evidence{JSONLD: []string{`{"@type":["NewsArticle","OpinionNewsArticle"]}`}}, []string{"opinion"}},
		{"a section for opinion", Evidence{JSONLD: ld(`"articleSection":"Meinung"`)}, []string{"opinion"}},
		{"a folder for opinion", Evidence{URL: "https://a.example/2021/opinion/x"}, []string{"opinion"}},
		{"opinion is its name, no folder", Evidence{URL: "https://a.example/2021/opinion"}, nil},
		{"a live blog beside an article", Evidence{JSONLD: append(ld(`"headline":"x"`), `{"@type":"LiveBlogPosting"}`)}, []string{"live_blog"}},
		{"a video that stands in an article", Evidence{JSONLD: append(ld(`"headline":"x"`), `{"@type":"VideoObject"}`)}, nil},
		{"a video", Evidence{Meta: []Pair{{"og:type", "video.other"}}}, []string{"video"}},
		{"a gallery", Evidence{Links: []Link{{Rel: "canonical", Href: "https://a.example/fotostrecke/x"}}}, []string{"gallery"}},
		{"for subscribers", Evidence{JSONLD: ld(`"isAccessibleForFree":false`)}, []string{"paywalled"}},
		{"a part of it for subscribers", Evidence{JSONLD: ld(`"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False"}`)}, []string{"paywalled"}},
		{"locked", Evidence{Meta: []Pair{{"article:content_tier", "locked"}}}, []string{"paywalled"}},
		{"free", Evidence{JSONLD: ld(`"isAccessibleForFree":"True"`)}, nil},
	} {
		if _, got := Read(&c.e); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRead(t *testing.T) {
	e := Evidence{
		URL: "https://www.harbourpost.example/news/flood", Lang: "de-AT",
		Meta:     []Pair{{"og:site_name", "The Harbour Post"}, {"og:image", "/a.jpg"}, {"article:section", "News"}, {"og:url", "https://www.harbourpost.example/"}},
		Links:    []Link{{Rel: "canonical", Href: "/news/flood-1"}},
		Captions: []string{"The  harbour"},
	}
	m, _ := Read(&e)
	for name, c := range map[string][2]string{
		"canonical": {m.CanonicalURL, "https://www.harbourpost.example/news/flood-1"},
		"site":      {m.Site, "The Harbour Post"},
		"language":  {m.Language, "de-AT"},
		"section":   {m.Section, "News"},
		"image":     {m.ImageURL, "https://www.harbourpost.example/a.jpg"},
		"caption":   {m.ImageCaption, "The harbour"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: got %q, want %q", name, c[0], c[1])
		}
	}
}

// TestBrokenJSON holds the mistakes that pages make in their JSON-LD.
func TestBrokenJSON(t *testing.T) {
	for _, block := range []string{
		"<!-- {\"@type\":\"NewsArticle\",\"headline\":\"River floods\"} -->",
		"//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"River floods\",}\n//]]>",
		"{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",\"headline\":\"River floods\"};",
		`{"@type":"NewsArticle","description":"it\'s","headline":"River floods"}`,
		`{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;River floods&quot;}`,
		`[{"@graph":[{"@type":"WebPage","name":"x"},{"@type":["Thing","NewsArticle"],"headline":["River floods","x"]}]}]`,
	} {
		if m, _ := Read(&Evidence{JSONLD: []string{block}}); m.Title != "River floods" {
			t.Errorf("%s gives %q", block, m.Title)
		}
	}
}

func FuzzJSONLD(f *testing.F) {
	f.Add(`{"@type":"NewsArticle","author":[["x",{"name":["Jane Doe"]}]],"datePublished":"2021",}`)
	f.Add(`[{"@graph":{"mainEntity":{"hasPart":[{"@id":"#a"}]}}},"\x",`)
	f.Add(strings.Repeat(`[{"@graph":`, 200))
	f.Fuzz(func(t *testing.T, block string) {
		e := Evidence{JSONLD: []string{block}, URL: "https://a.example/"}
		m, _ := Read(&e)
		if m.Published.Basis != "" && m.Published.Time.IsZero() {
			t.Errorf("a basis and no day from %q", block)
		}
	})
}

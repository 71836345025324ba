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
		{"a folder for opinion in another language", Evidence{URL: "https://a.example/naujienos/nuomones/x"}, []string{"opinion"}},
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
		Captions: []Caption{{Text: "The  harbour", Near: true}},
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

// TestSections parts the sections that one text lists, each of which may say what kind of page it is.
func TestSections(t *testing.T) {
	for text, want := range map[string]string{
		"News": "News", "Arts, Books & Media": "Arts, Books & Media", "Harbour,News,Varn": "Harbour", "; Harbour; Sea": "Harbour", ",": ",", "": "",
	} {
		if m, _ := Read(&Evidence{Meta: []Pair{{"article:section", text}}}); m.Section != want {
			t.Errorf("%q: got %q, want %q", text, m.Section, want)
		}
	}
	if _, warnings := Read(&Evidence{Meta: []Pair{{"article:section", "Harbour,Opinion"}}}); !slices.Contains(warnings, "opinion") {
		t.Errorf("warnings %q", warnings)
	}
}

// TestCaption holds pages with other captions than that of the lead image.
func TestCaption(t *testing.T) {
	const image, small = "https://img.example/2026/bridge-of-varn-1200x630.jpg?w=1200", "/thumbs/bridge-of-varn-300x200.webp"
	bridge := Caption{Text: "The bridge of Varn", Near: true}
	for _, c := range []struct {
		name     string
		image    string
		captions []Caption
		want     string
	}{
		{"close to the headline", image, []Caption{{Text: "Read next: the ferry"}, bridge}, "The bridge of Varn"},
		{"of the same file in another size", image, []Caption{{Text: "The mayor of Varn", Image: "mayor.jpg", Near: true}, {Text: "The bridge of Varn", Image: small}}, "The bridge of Varn"},
		{"far off, of another file", image, []Caption{{Text: "The mayor of Varn", Image: "mayor.jpg"}}, ""},
		{"beside the author's portrait", image, []Caption{{Text: "By Jane Doe, Editor", Near: true}, bridge}, "The bridge of Varn"},
		{"another story", image, []Caption{{Text: "Related: the ferry of Lenn", Near: true}}, ""},
		{"a file of no name", "https://img.example/1.jpg", []Caption{{Text: "The ferry", Image: "/1.jpg"}}, ""},
		{"no lead image", "", []Caption{bridge}, ""},
	} {
		if m, _ := Read(&Evidence{Meta: []Pair{{"og:image", c.image}}, Captions: c.captions}); m.ImageCaption != c.want {
			t.Errorf("%s: got %q, want %q", c.name, m.ImageCaption, c.want)
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

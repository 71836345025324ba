package article_test

import (
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/article"
)

func TestSiteOf(t *testing.T) {
	for url, want := range map[string]string{
		"https://www.News.Example.co.uk/a?b": "example.co.uk", "//m.example.org/x": "example.org", "http://example.com.:8080/": "example.com",
		"http://192.168.0.1/": "", "http://[::1]/": "", "no url": "", "": "", "http://com/": "", "http://%zz": "",
	} {
		if got := article.SiteOf(url); got != want {
			t.Errorf("SiteOf(%q) is %q, want %q", url, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	a := article.Article{Blocks: []article.Block{{Text: "One", Kept: true}, {Text: "menu"}, {Text: "", Kept: true}, {Text: "Two", Kept: true}}}
	a.Join()
	if a.Text != "One\n\nTwo" {
		t.Errorf("text %q", a.Text)
	}
	var places []int
	for _, b := range a.Blocks {
		places = append(places, b.Start, b.End)
	}
	if want := []int{0, 3, -1, -1, -1, -1, 5, 8}; !slices.Equal(places, want) {
		t.Errorf("places %v, want %v", places, want)
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"\n a\t\u00a0b ": "a b ", "op\u00adpo\u200bse": "oppose", "می\u200cخواهم": "می\u200cخواهم", "a\xffb": "a\uFFFDb", "x\u3000y\x00": "x y",
	} {
		if got := string(article.Fold(nil, text)); got != want {
			t.Errorf("Fold(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestMeasureOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want article.Measure
	}{
		{"He said 12, “yes.”", article.Measure{Weight: 11, Words: 4, Digits: 2, Upper: 1, Stops: 1, Commas: 1, Ends: true}},
		{"港が崩れた。", article.Measure{Weight: 15, Words: 1, Stops: 1, Ends: true}},
		{"v1.2 is out", article.Measure{Weight: 8, Words: 3, Digits: 2}},
	} {
		if got := article.MeasureOf(c.text); got != c.want {
			t.Errorf("MeasureOf(%q) is %+v, want %+v", c.text, got, c.want)
		}
	}
}

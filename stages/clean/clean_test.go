package clean_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/clean"
)

func long(word string) string {
	return "This is paragraph " + word + ", which is long enough to be taken for the text of an article by anybody, and ends as sentences do."
}

func kept(a article.Article) []string {
	var out []string
	for _, b := range a.Blocks {
		if b.Kept {
			out = append(out, b.Text)
		}
	}
	return out
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		name string
		page []string
		want []string
	}{
		{
			"menu, body, teasers",
			[]string{"Home", "World", "Sport", long("a"), "A sub-heading", long("b"), "Popular stories", "Mayor resigns", "Seen on", long("t"), "Harbour shut", "Seen on", long("u"), "Ferry late", "Seen on", long("v")},
			[]string{long("a"), "A sub-heading", long("b")},
		},
		{
			"teaser inside the body",
			[]string{long("a"), long("d"), long("e"), "More", "Older story", "Seen on", long("t"), long("b") + " " + long("b2"), long("c"), "Seen on", long("u"), "Seen on", long("v"), "More"},
			[]string{long("a"), long("d"), long("e"), long("b") + " " + long("b2"), long("c")},
		},
		{"said twice", []string{long("a"), long("b"), long("a"), long("c")}, []string{long("a"), long("b"), long("c")}},
		{"no article", []string{"Home", "World", "Mayor resigns after vote", "Harbour shut"}, nil},
		{"a page of one sentence", []string{"The river rose on Monday and the council met."}, []string{"The river rose on Monday and the council met."}},
		{"nothing", nil, nil},
	} {
		a := clean.Text(strings.Join(c.page, "\n"), clean.Options{})
		if got := kept(a); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q\nwant %q", c.name, got, c.want)
		}
		if empty := slices.Contains(a.Warnings, "empty"); empty != (c.want == nil) {
			t.Errorf("%s: warnings %v", c.name, a.Warnings)
		}
		if a.Text != strings.Join(c.want, "\n\n") {
			t.Errorf("%s: text %q", c.name, a.Text)
		}
	}
}

func TestKeep(t *testing.T) {
	page := "  One line\nof a paragraph. \n \t\n\n\nTwo\u00a0 paragraphs.\n"
	a := clean.Text(page, clean.Options{Keep: true})
	if a.Text != page {
		t.Errorf("text %q is not the page", a.Text)
	}
	if got, want := kept(a), []string{"One line\nof a paragraph.", "Two\u00a0 paragraphs."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	check(t, a)
}

func check(t *testing.T, a article.Article) {
	t.Helper()
	for _, b := range a.Blocks {
		if b.Kept && a.Text[b.Start:b.End] != b.Text {
			t.Errorf("%d:%d is not %q", b.Start, b.End, b.Text)
		}
	}
}

func TestTemplate(t *testing.T) {
	notice := long("of the house")
	template := article.NewTemplate(10, []uint64{article.LineHash(notice)}, []int32{9})
	a := clean.Text(strings.Join([]string{long("a"), notice, long("b")}, "\n"), clean.Options{Template: template})
	if got, want := kept(a), []string{long("a"), long("b")}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if a.Blocks[1].Reason != "template" {
		t.Errorf("reason %q", a.Blocks[1].Reason)
	}
}

func TestSurvey(t *testing.T) {
	paragraph := long("a") + " " + long("b")
	got := clean.Survey("One line\n\nTwo  lines\nOne line\n" + paragraph + "\n")
	want := []uint64{article.LineHash("One line"), article.LineHash("Two lines"), article.LineHash(paragraph)}
	slices.Sort(want)
	if !slices.Equal(got.Hashes, want) || got.Content == 0 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a\n\n\xff\u200b\u00a0b\r\n"+long("x"), true)
	f.Add(long("y")+"\n"+long("y")+"\nPublished 3 May\n", false)
	f.Fuzz(func(t *testing.T, page string, keep bool) {
		a := clean.Text(page, clean.Options{Keep: keep})
		check(t, a)
		if keep && a.Text != page {
			t.Error("text is not the page")
		}
		clean.Survey(page)
	})
}

func BenchmarkText(b *testing.B) {
	page := strings.Repeat("Home\nWorld\n"+long("a")+"\nSeen on\n", 100)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		clean.Text(page, clean.Options{})
	}
}

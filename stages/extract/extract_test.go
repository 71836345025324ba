package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPages holds one page for each complaint: teasers inside the body, consent text,
// bodies in two parts, text around inline tags, pages without an article.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			page, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a := extract.HTML(page, extract.Options{})
			checkOffsets(t, page, &a)
			var out strings.Builder
			fmt.Fprintln(&out, "warnings", a.Warnings)
			for _, b := range a.Blocks {
				kept := "-"
				if b.Kept {
					kept = "+"
				}
				fmt.Fprintf(&out, "%s %s %s: %s\n", kept, b.Label, b.Reason, b.Text)
			}
			golden := strings.TrimSuffix(path, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if out.String() != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
			}
		})
	}
}

func checkOffsets(t *testing.T, page []byte, a *article.Article) {
	t.Helper()
	for _, b := range a.Blocks {
		if b.Kept && a.Text[b.Start:b.End] != b.Text {
			t.Errorf("%d:%d is %q, want %q", b.Start, b.End, a.Text[b.Start:b.End], b.Text)
		}
		if !b.Kept && (b.Start != -1 || b.End != -1) {
			t.Errorf("%q is not kept but has a place", b.Text)
		}
		if page != nil && (b.RawStart < 0 || b.RawEnd > len(page) || b.RawStart >= b.RawEnd) {
			t.Errorf("%q has the raw place %d:%d", b.Text, b.RawStart, b.RawEnd)
		}
	}
}

func TestRawOffsetsGiveTheText(t *testing.T) {
	page := []byte(`<title>T</title><p>` + long("one") + ` <b>bold &amp; more</b>.</p><p>` + long("two") + `</p>`)
	a := extract.HTML(page, extract.Options{})
	if len(a.Blocks) != 2 || a.Text == "" {
		t.Fatalf("%d blocks, text %q", len(a.Blocks), a.Text)
	}
	for _, b := range a.Blocks {
		raw := string(page[b.RawStart:b.RawEnd])
		raw = html.UnescapeString(strings.NewReplacer("<b>", "", "</b>", "").Replace(raw))
		if raw != b.Text {
			t.Errorf("raw %q, text %q", raw, b.Text)
		}
	}
}

func long(word string) string {
	return "This is paragraph " + word + ", which is long enough to be taken for the text of an article by anybody, and ends as sentences do."
}

func TestRepeatedArticleIsKeptOnce(t *testing.T) {
	one := "<div><p>" + long("a") + "</p><p>Yes.</p><p>" + long("b") + "</p><p>" + long("c") + "</p></div>"
	once := extract.HTML([]byte(one), extract.Options{})
	many := extract.HTML([]byte(strings.Repeat(one, 25)), extract.Options{})
	if once.Text == "" || many.Text != once.Text {
		t.Errorf("got %q\nwant %q", many.Text, once.Text)
	}
}

// TestEmbeddedPostsStayOut holds posts of social networks within a text: others wrote them. A page that is
// one post and hardly more has it for its text.
func TestEmbeddedPostsStayOut(t *testing.T) {
	const post = `<blockquote class="%s"><p>Our harbour is closed until the river falls, and boats must stay where they are.</p>— Harbour (@harbour) <a href="x">May 2, 2024</a></blockquote>`
	for _, class := range []string{"twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed"} {
		a := extract.HTML([]byte("<h1>River floods</h1><p>"+long("a")+"</p>"+fmt.Sprintf(post, class)+"<p>"+long("b")+"</p>"), extract.Options{})
		if want := long("a") + "\n\n" + long("b"); a.Text != want {
			t.Errorf("%s: got %q", class, a.Text)
		}
	}
	quoted := extract.HTML([]byte("<h1>River floods</h1><p>"+long("a")+"</p>"+fmt.Sprintf(post, "quote")+"<p>"+long("b")+"</p>"), extract.Options{})
	if !strings.Contains(quoted.Text, "Our harbour is closed") {
		t.Errorf("a quote is lost: %q", quoted.Text)
	}
}

// TestUnseenTextStaysOut holds the ways in which a page holds text that it does not show.
func TestUnseenTextStaysOut(t *testing.T) {
	const secret = "The council had asked for the survey of the harbour wall in secret, which nobody may read here."
	for _, unseen := range []string{
		`<p hidden>%s</p>`, `<p style="display:none">%s</p>`, `<p style="color:red; display : none">%s</p>`, `<p style="visibility:hidden">%s</p>`, `<p class="visually-hidden">%s</p>`,
		`<template><p>%s</p></template>`, `<noscript><p>%s</p></noscript>`, `<script>"%s"</script>`, `<svg><title>%s</title></svg>`, `<iframe>%s</iframe>`,
		`<amp-ad><div placeholder><p>%s</p></div></amp-ad>`, `<amp-user-notification><p>%s</p></amp-user-notification>`,
	} {
		a := extract.HTML([]byte("<h1>Harbour wall</h1><p>"+long("a")+"</p>"+fmt.Sprintf(unseen, secret)+"<p>"+long("b")+"</p>"), extract.Options{})
		if want := long("a") + "\n\n" + long("b"); a.Text != want {
			t.Errorf("%s: got %q", unseen, a.Text)
		}
	}
	for _, seen := range []string{`<p style="--display:none">%s</p>`, `<p style="backface-visibility:hidden">%s</p>`, `<p style="display:block">%s</p>`} {
		a := extract.HTML([]byte("<h1>Harbour wall</h1><p>"+long("a")+"</p>"+fmt.Sprintf(seen, secret)+"<p>"+long("b")+"</p>"), extract.Options{})
		if !strings.Contains(a.Text, secret) {
			t.Errorf("%s: lost", seen)
		}
	}
}

// TestGluedLabelsComeApart reads a label for screen readers that stands right behind the word of its link.
func TestGluedLabelsComeApart(t *testing.T) {
	const sentence = "In an %s on Monday the mayor of Varn said that the har&shy;bour wall would be  built\u00a0 again before the winter storms."
	want := long("a") + "\n\nIn an interview External link on Monday the mayor of Varn said that the harbour wall would be built again before the winter storms.\n\n" + long("b")
	for _, link := range []string{"interviewExternal link", `<a href=x>interview<span class=icon>External link</span></a>`} {
		a := extract.HTML([]byte("<p>"+long("a")+"</p><p>"+fmt.Sprintf(sentence, link)+"</p><p>"+long("b")+"</p>"), extract.Options{})
		if a.Text != want {
			t.Errorf("%s: got %q", link, a.Text)
		}
	}
}

// TestColouredCodeIsNoComment reads code whose first part bears the class "comment": a reader's it is not.
func TestColouredCodeIsNoComment(t *testing.T) {
	const code = `<pre><code><span class="token comment"># read the gauge at the harbour wall once a minute, and write it down</span>
		<span class="token function">gauge</span> --every 60 --place varn --into varn.csv</code></pre>`
	page := "<html><body><article><h1>Read a gauge</h1><p>" + long("a") + "</p>" + code + "<p>" + long("b") + "</p><p>" + long("c") + "</p></article></body></html>"
	if got := extract.HTML([]byte(page), extract.Options{}).Text; !strings.Contains(got, "--place varn") {
		t.Errorf("the code is lost: %q", got)
	}
}

func TestDeepNestingLosesNoText(t *testing.T) {
	const depth = 100_000
	for _, tag := range []string{"div", "span", "b", "table", "x-y"} {
		page := strings.Repeat("<"+tag+">", depth) + "<p>" + long("deep") + "</p><p>" + long("deeper") + "</p>" + strings.Repeat("</"+tag+">", depth)
		a := extract.HTML([]byte(page), extract.Options{})
		if want := long("deep") + "\n\n" + long("deeper"); a.Text != want {
			t.Errorf("%s: got %q", tag, a.Text)
		}
	}
}

func TestHugePageLosesNoText(t *testing.T) {
	var page strings.Builder
	const n = 20_000
	for i := range n {
		fmt.Fprintf(&page, "<div><p>%s</p><script>var a = %d</script></div></b>", long(fmt.Sprint("n", i)), i)
	}
	a := extract.HTML([]byte(page.String()), extract.Options{})
	if len(a.Blocks) != n || a.Text == "" {
		t.Errorf("%d blocks of %d paragraphs, %d bytes of text", len(a.Blocks), n, len(a.Text))
	}
	for i, b := range a.Blocks {
		if want := long(fmt.Sprint("n", i)); b.Text != want {
			t.Fatalf("block %d is %q, want %q", i, b.Text, want)
		}
	}
}

// TestLongArticleIsKeptToItsEnd holds pages far longer than those that the model learned from most: an
// article of a million letters is no less one.
func TestLongArticleIsKeptToItsEnd(t *testing.T) {
	subjects := strings.Fields("ministers fishermen engineers teachers judges farmers sailors nurses miners voters")
	verbs := strings.Fields("asked warned promised denied argued feared learned wrote hoped explained")
	things := strings.Fields("harbour bridge railway budget election river hospital treaty mine forest")
	for _, n := range []int{40, 400, 4000} {
		var page strings.Builder
		page.WriteString(`<title>The long report</title><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>The long report</h1>`)
		for i := range n {
			a, b, c := i%10, i/10%10, i/100%10
			fmt.Fprintf(&page, "<p>In part %d the %s %s that the %s was lost, and the %s of the valley %s it again. Some of the %s said nothing about the %s, which was %d years old.</p>",
				i, subjects[a], verbs[b], things[c], subjects[b], verbs[c], subjects[c], things[a], i+3)
		}
		page.WriteString(`</article><footer><p>Copyright The Harbour Post. All rights reserved.</p></footer>`)
		a := extract.HTML([]byte(page.String()), extract.Options{})
		if got := strings.Count(a.Text, "In part"); got*100 < n*97 {
			t.Errorf("%d of %d paragraphs are kept", got, n)
		}
	}
}

func TestTemplate(t *testing.T) {
	notice := "Our newsroom is paid for by the readers of the valley, who own the paper together and elect its editors each year."
	page := []byte("<p>" + long("a") + "</p><p>" + notice + "</p><p>" + long("b") + "</p>")
	for _, c := range []struct {
		name        string
		pages, seen int
		kept        bool
	}{{"unknown", 0, 0, true}, {"on most pages", 20, 18, false}, {"syndicated to a few", 100, 3, true}, {"on two of two", 2, 2, true}} {
		template := article.NewTemplate(c.pages, []uint64{article.LineHash(notice)}, []int32{int32(c.seen)})
		a := extract.HTML(page, extract.Options{Template: template})
		if kept := strings.Contains(a.Text, notice); kept != c.kept {
			t.Errorf("%s: kept is %v, want %v", c.name, kept, c.kept)
		}
		if i := slices.IndexFunc(a.Blocks, func(b article.Block) bool { return b.Reason == "template" }); (i >= 0) == c.kept {
			t.Errorf("%s: reason template at block %d", c.name, i)
		}
	}
}

func TestSurvey(t *testing.T) {
	page := []byte(`<link rel="canonical" href="https://a.example/x"><p>One line</p><p>Two  lines</p><p>One line</p>`)
	url, lines := extract.Survey(page)
	want := []uint64{article.LineHash("One line"), article.LineHash("Two lines")}
	slices.Sort(want)
	if !slices.Equal(lines.Hashes, want) || lines.Content != 0 {
		t.Errorf("lines %v, want %v", lines, want)
	}
	if url != "https://a.example/x" {
		t.Errorf("url %q", url)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<p>a<b>b</p><table><td>x</div></table><!--`))
	f.Add([]byte("<a href=\"x<p title='>'>t</a></a><script><!--<script></script>\xff\xfe<svg/><title>&#0;&notit;"))
	f.Add([]byte("<li><p><li><h1><time datetime=x>y</h1><div itemprop=author><time>z</div>" + long("x")))
	f.Fuzz(func(t *testing.T, page []byte) {
		a := extract.HTML(page, extract.Options{})
		checkOffsets(t, page, &a)
		extract.Survey(page)
	})
}

package extract_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/clean"
	"github.com/newsmill/newsmill/stages/extract"
)

// shared is a folder of real pages with the texts of their articles, which the repository
// does not hold. Tests that need it skip without it.
const shared = "../../../shared/data/extract"

type gold struct{ ID, Path, Text, URL string }

func readGold(tb testing.TB, set string) []gold {
	f, err := os.Open(filepath.Join(shared, set, "gold.jsonl"))
	if err != nil {
		tb.Skip("the shared pages are not here")
	}
	defer f.Close()
	var all []gold
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		var g gold
		if err := d.Decode(&g); err == io.EOF {
			return all
		} else if err != nil {
			tb.Fatal(err)
		}
		all = append(all, g)
	}
}

func readPage(tb testing.TB, path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		tb.Skip("the shared pages are not here")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	page, err := io.ReadAll(z)
	if err != nil {
		tb.Fatal(err)
	}
	return []byte(strings.ToValidUTF8(string(page), "\uFFFD"))
}

// words are those of the measure: letters and digits; Han and its like one by one.
func words(text string) []string {
	var out []string
	start := -1
	for i, r := range text {
		apart := r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0x0e00 && r <= 0x0eff
		in := !apart && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_')
		if !in && start >= 0 {
			out, start = append(out, text[start:i]), -1
		}
		if apart {
			out = append(out, string(r))
		} else if in && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

func shingles(text string) map[string]int {
	w, out := words(text), map[string]int{}
	if len(w) > 0 && len(w) < 4 {
		out[strings.Join(w, " ")]++
	}
	for i := 0; i+4 <= len(w); i++ {
		out[strings.Join(w[i:i+4], " ")]++
	}
	return out
}

// overlap gives precision and recall of one page.
func overlap(want, got string) (p, r float64) {
	a, b := shingles(want), shingles(got)
	tp, na, nb := 0, 0, 0
	for k, n := range a {
		tp += min(n, b[k])
		na += n
	}
	for _, n := range b {
		nb += n
	}
	return float64(tp) / float64(max(nb, 1)), float64(tp) / float64(max(na, 1))
}

func TestSharedPages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1,780 pages")
	}
	for _, c := range []struct {
		set, kind string
		floor     float64
	}{{"news", "pages", .96}, {"sites", "pages", .96}, {"articles", "pages", .95}, {"news", "flat", .93}, {"sites", "flat", .9}, {"articles", "flat", .92}} {
		t.Run(c.set+"/"+c.kind, func(t *testing.T) {
			var sumP, sumR float64
			var np, nr int
			type row struct {
				id   string
				p, r float64
			}
			var rows []row
			for _, g := range readGold(t, c.set) {
				name := g.ID + ".html.gz"
				if c.kind == "flat" {
					name = g.ID + ".txt.gz"
				}
				page := readPage(t, filepath.Join(shared, c.set, c.kind, name))
				var a article.Article
				if c.kind == "flat" {
					a = clean.Text(string(page), clean.Options{URL: g.URL})
				} else {
					a = extract.HTML(page, extract.Options{URL: g.URL})
				}
				p, r := overlap(g.Text, a.Text)
				if a.Text != "" || g.Text != "" {
					sumP, np = sumP+p, np+1
				}
				sumR, nr = sumR+r, nr+1
				rows = append(rows, row{g.ID, p, r})
			}
			p, r := sumP/float64(np), sumR/float64(nr)
			f := 2 * p * r / (p + r)
			t.Logf("%s/%s: %d pages, precision %.3f, recall %.3f, F1 %.3f", c.set, c.kind, len(rows), p, r, f)
			sort.SliceStable(rows, func(i, j int) bool { return rows[i].p*rows[i].r < rows[j].p*rows[j].r })
			for _, w := range rows[:min(12, len(rows))] {
				t.Logf("  %-40s precision %.2f recall %.2f", w.id, w.p, w.r)
			}
			if f < c.floor {
				t.Errorf("F1 %.3f is below %.2f", f, c.floor)
			}
		})
	}
}

// newsPages reads the pages of the news set.
func newsPages(b *testing.B) (pages [][]byte) {
	size := 0
	for _, g := range readGold(b, "news") {
		page := readPage(b, filepath.Join(shared, "news/pages", g.ID+".html.gz"))
		pages, size = append(pages, page), size+len(page)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	return pages
}

func BenchmarkNewsPages(b *testing.B) {
	pages := newsPages(b)
	for b.Loop() {
		for _, page := range pages {
			extract.HTML(page, extract.Options{})
		}
	}
	b.ReportMetric(float64(len(pages)*b.N)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkFloor is what extraction is measured against: a page without scripts, styles,
// drawings and comments, parsed to a tree, and nothing else.
func BenchmarkFloor(b *testing.B) {
	pages := newsPages(b)
	for b.Loop() {
		for _, page := range pages {
			if _, err := html.Parse(bytes.NewReader(stripped(page))); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(pages)*b.N)/b.Elapsed().Seconds(), "pages/s")
}

func stripped(page []byte) []byte {
	out := make([]byte, 0, len(page))
	for {
		begin, end := -1, ""
		for _, c := range [][2]string{{"<script", "</script>"}, {"<style", "</style>"}, {"<svg", "</svg>"}, {"<!--", "-->"}} {
			if i := bytes.Index(page, []byte(c[0])); i >= 0 && (begin < 0 || i < begin) {
				begin, end = i, c[1]
			}
		}
		if begin < 0 {
			return append(out, page...)
		}
		out = append(out, page[:begin]...)
		n := bytes.Index(page[begin:], []byte(end))
		if n < 0 {
			return out
		}
		page = page[begin+n+len(end):]
	}
}

// Package clean finds the article in flattened text: what a crude scraper leaves of a page,
// every visible line of it and no markup.
//
// One line is one block. A trained [Model] judges each by what it is made of (length, marks that
// end a sentence, wording), by the page's own repetitions, by what stands around it, by the
// site's template, and then by the judgements of its neighbours and by whether it speaks of what
// the likely lines speak of: teasers of other stories do not.
package clean

import (
	"strings"
	"unicode"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract/metadata"
)

// Options say what is known of a page.
type Options struct {
	URL      string
	Template *article.Template // of the page's site; nil is unknown
	Given    metadata.Given    // what the input already says
	Keep     bool              // the text is the article's, character for character
	Model    *Model            // that judges; nil is the one that newsmill ships
}

// Text extracts the article of flattened text. With Keep nothing is judged: the text stays
// as it is, and each paragraph of it, parted from the next by blank lines, is a kept block.
func Text(page string, opt Options) article.Article {
	if opt.Keep {
		return keepAll(page, opt)
	}
	lines := split(page)
	texts := make([]string, len(lines))
	for i := range lines {
		texts[i] = lines[i].text
	}
	var a article.Article
	m := opt.Model
	if m == nil {
		m = learned()
	}
	c := decide(m, lines, opt.Template)
	a.Meta = metadata.Lines(texts, c.from, c.to, opt.URL, opt.Given)
	a.Blocks = label(lines, c, &a.Meta)
	a.Join()
	if a.Text == "" {
		a.Warn("empty")
	}
	return a
}

// Survey gives the lines of the page.
func Survey(page string) article.Lines {
	var lines article.Lines
	for _, l := range split(page) {
		lines.Add(l.text, l.Weight)
	}
	return lines.Done()
}

func keepAll(page string, opt Options) article.Article {
	a := article.Article{Text: page}
	var texts []string
	for start := 0; start < len(page); {
		end := start + paragraph(page[start:])
		body := page[start:end]
		from := start + len(body) - len(strings.TrimLeft(body, " \t\r\n"))
		to := start + len(strings.TrimRight(body, " \t\r\n"))
		if from < to {
			a.Blocks = append(a.Blocks, article.Block{
				Text: page[from:to], Label: article.Body, Kept: true, Score: -1,
				Reason: "input", Start: from, End: to, RawStart: from, RawEnd: to,
			})
			texts = append(texts, page[from:to])
		}
		start = end
	}
	a.Meta = metadata.Lines(texts, 0, len(texts), opt.URL, opt.Given)
	if len(a.Blocks) == 0 {
		a.Warn("empty")
	}
	return a
}

// paragraph gives the bytes up to and with the next blank line.
func paragraph(text string) int {
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		j := i + 1
		for j < len(text) && (text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
			j++
		}
		if j < len(text) && text[j] == '\n' {
			return j + 1
		}
	}
	return len(text)
}

type line struct {
	text string
	article.Measure
	start, end int    // in the page, without the space around it
	hash       uint64 // [article.LineHash] of the text
	times      int    // it stands in the page

	earlier int // of these, before it
}

func split(page string) []line {
	var lines []line
	var buf []byte
	next := 0
	for raw := range strings.Lines(page) {
		start := next
		next += len(raw)
		buf = article.Fold(buf[:0], raw)
		if text := furniture.Apart(strings.TrimRight(string(buf), " ")); text != "" {
			start += len(raw) - len(strings.TrimLeftFunc(raw, unicode.IsSpace))
			end := next - len(raw) + len(strings.TrimRightFunc(raw, unicode.IsSpace))
			lines = append(lines, line{text: text, start: start, end: max(start, end), Measure: article.MeasureOf(text), hash: article.LineHash(text)})
		}
	}
	return lines
}

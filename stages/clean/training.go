package clean

import (
	"strings"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// LookAt gives what the model learns from a page.
func LookAt(page string, w features.Wording, t *article.Template) features.Look {
	lines := split(page)
	count(lines)
	l := newLayout(lines)
	look := features.Look{Groups: l.groups()}
	for i := range lines {
		look.Add(lines[i].text, lines[i].Weight, func(r *features.Row, i int) { l.row(r, i, w, t) })
	}
	return look
}

// Grow puts paragraphs behind a line of a page's article, as if it had been so much longer, and
// gives which line that is, or "" where no two long lines of the article follow each other.
func Grow(page string, body []bool, paragraphs []string) (grown string, behind int) {
	lines := split(page)
	var pairs []int
	for i := 1; i < len(body); i++ {
		if body[i-1] && body[i] && lines[i-1].Weight >= longLine && lines[i].Weight >= longLine && strings.Count(page, lines[i].text) == 1 {
			pairs = append(pairs, i)
		}
	}
	if len(pairs) == 0 {
		return "", 0
	}
	i := pairs[len(pairs)/2]
	at := strings.LastIndexByte(page[:strings.Index(page, lines[i].text)], '\n') + 1
	return page[:at] + strings.Join(paragraphs, "\n") + "\n" + page[at:], i - 1
}

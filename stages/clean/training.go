package clean

import (
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

// LookAt gives what the model learns from a page.
func LookAt(page string, w features.Wording, t *article.Template) features.Look {
	lines := split(page)
	count(lines)
	l := newLayout(lines)
	var look features.Look
	for i := range lines {
		look.Add(lines[i].text, lines[i].Weight, func(r *features.Row, i int) { l.row(r, i, w, t) })
	}
	return look
}

package metadata

import (
	"strings"

	"github.com/newsmill/newsmill/stages/article"
)

func siteOf(address string) string { return article.SiteOf(address) }

const (
	headLines = 12 // lines of flattened text among which byline and date are looked for
	lineOfDay = 80 // letters; a longer line is a sentence that speaks of a day
)

// stamps are words that say of the day behind them that it is the page's own.
var stamps = []string{"published", "posted", "updated", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd", "publisert", "publicerad", "udgivet", "julkaistu", "opublikowano", "date:", "datum:"}

// Lines reads the metadata of flattened text: of its first lines, and only where a line can
// hardly be anything else. lines are in the order of the page.
func Lines(lines []string, url string, given Given) article.Metadata {
	m := article.Metadata{Title: given.Title, Language: given.Language, Site: given.Site, Published: given.Published}
	for i, line := range lines[:min(len(lines), headLines)] {
		line = fold(line)
		low := strings.ToLower(line)
		if m.Published.Basis == "" && len(line) <= lineOfDay && (hinted(low, stamps...) || onlyDate(line)) {
			if d, ok := ParseDate(line); ok {
				d.Basis = "byline"
				m.Published = d
			}
		}
		if len(m.Authors)+len(m.Agencies) == 0 && len(line) <= lineOfDay {
			switch {
			case strings.HasPrefix(low, "by ") || strings.HasPrefix(low, "von ") || strings.HasPrefix(low, "par "):
				b := readByline(line, false, nil)
				m.Authors, m.Agencies = b.people, b.wires
			case i > 0:
				// A line of nothing but wire services: Reuters/AFP/gw.
				if wires := readByline(line, false, nil).wires; len(wires) > 0 && strings.ContainsRune(line, '/') && !strings.Contains(line, " ") {
					m.Agencies = wires
				}
			}
		}
	}
	if m.Published.Basis == "" {
		m.Published = addressDate(url)
	}
	return m
}

// onlyDate tells whether a line holds a day and hardly a word besides: 26 December 2021, 10:15.
func onlyDate(line string) bool {
	const most = 8
	p := cut(line)
	_, ok := findDay(line, p, 0, unknown)
	return ok && len(p) <= most
}

package metadata

import (
	"strings"
	"unicode"
)

// title gives the headline without the outlet's name.
//
// The heading of the page is what a reader sees; meta tags may hold a shorter one for search
// engines, or the outlet's name behind it. So a candidate that stands as a heading too wins;
// else JSON-LD, OpenGraph and the title tag follow in this order.
func (e *Evidence) title(node object, site string) string {
	if e.Given.Title != "" {
		return e.Given.Title
	}
	names := e.siteNames(site)
	var candidates []string
	for _, text := range []string{node.text("headline"), e.meta("og:title"), e.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"), node.text("name"), e.Title} {
		if text = bare(fold(text), names); text != "" {
			candidates = append(candidates, text)
		}
	}
	var headings []string
	for _, h := range e.Headings {
		if h = fold(h); h != "" {
			headings = append(headings, h)
		}
	}
	for _, c := range candidates {
		for _, h := range headings {
			if strings.EqualFold(letters(c), letters(h)) {
				return h
			}
		}
	}
	// A heading that most words of some candidate stand in is the same headline, put otherwise.
	for _, h := range headings {
		for _, c := range candidates {
			if shared(h, c) >= 0.6 {
				return h
			}
		}
	}
	if len(candidates) > 0 {
		return candidates[0]
	}
	if len(headings) == 1 {
		return headings[0]
	}
	return ""
}

// siteNames are the names that may stand glued to a title: what the page calls its outlet,
// and the name in its address.
func (e *Evidence) siteNames(site string) (names []string) {
	for _, name := range []string{site, e.meta("og:site_name"), e.meta("application-name")} {
		if name = letters(fold(name)); name != "" {
			names = append(names, strings.ToLower(name))
		}
	}
	for _, address := range []string{e.URL, e.meta("og:url")} {
		if label := siteLabel(address); label != "" {
			names = append(names, label)
		}
	}
	for _, l := range e.Links {
		if strings.EqualFold(l.Rel, "canonical") {
			if label := siteLabel(l.Href); label != "" {
				names = append(names, label)
			}
		}
	}
	return names
}

var separators = []string{" | ", " - ", " – ", " — ", " :: ", " : ", " · ", " • ", " » ", " « ", " // ", " / "}

// bare takes the outlet's name off both ends of a title. Without a name to compare with, what
// stands behind the last bar goes: nobody writes a bar in a headline.
func bare(title string, names []string) string {
	for range 3 {
		cut := false
		for _, s := range separators {
			if i := strings.LastIndex(title, s); i > 0 && (ofSite(title[i+len(s):], names) || s == " | " && len(title[i:]) < 40) {
				title, cut = strings.TrimSpace(title[:i]), true
			}
			if i := strings.Index(title, s); i > 0 && ofSite(title[:i], names) {
				title, cut = strings.TrimSpace(title[i+len(s):]), true
			}
		}
		if !cut {
			break
		}
	}
	return title
}

// ofSite tells whether a part of a title is the outlet: its name, a part of the name, or the
// name with a word or two more.
func ofSite(part string, names []string) bool {
	part = strings.ToLower(letters(part))
	if len(part) < 2 {
		return false
	}
	for _, name := range names {
		if part == name || len(part) > 3 && strings.Contains(name, part) || len(name) > 3 && strings.Contains(part, name) && len(part) < 3*len(name) {
			return true
		}
	}
	return false
}

// letters gives the letters and digits of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, text)
}

// shared gives the share of words that two texts have in common, of the shorter one's.
func shared(a, b string) float64 {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(a)) {
		words[letters(w)] = true
	}
	n, both := 0, 0
	for _, w := range strings.Fields(strings.ToLower(b)) {
		n++
		if words[letters(w)] {
			both++
		}
	}
	if n = min(n, len(words)); n < 4 {
		return 0
	}
	return float64(both) / float64(n)
}

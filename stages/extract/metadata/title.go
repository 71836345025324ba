package metadata

import (
	"slices"
	"strings"
	"unicode"
)

// title gives the headline without the outlet's name.
//
// What JSON-LD and OpenGraph call the headline, and what stands as a heading, mostly agree but
// for marks and the outlet's name; where they differ, see [headline]. The wording of the
// metadata goes before that of the heading, which may be set in capitals or over two lines.
func (e *Evidence) title(nodes []object, node object, site string) string {
	if e.Given.Title != "" {
		return e.Given.Title
	}
	names, section := e.siteNames(site), sameness(fold(e.section(node)))
	cut := func(texts ...string) wording {
		for _, text := range texts {
			if text = bare(fold(text), names, section); text != "" {
				return wording{text, sameness(text)}
			}
		}
		return wording{}
	}
	c := candidates{
		structured: cut(node.text("headline")), social: cut(e.meta("og:title")),
		other: cut(e.meta("headline", "twitter:title", "parsely-title", "sailthru.title", "dc.title"), node.text("name")), tag: cut(e.Title),
		written: e.news(nodes), first: !e.Second,
	}
	near := make([]wording, 0, len(e.Large))
	for _, line := range e.Large {
		if line = bare(fold(line), names, section); line != "" {
			near = append(near, wording{line, sameness(line)})
		}
	}
	var far []wording
	masthead := e.masthead()
	for _, h := range e.Headings[:min(len(e.Headings), mostHeadings)] {
		h = bare(fold(h), names, section)
		switch key := sameness(h); {
		case key == "", masthead != "" && key == masthead:
		case slices.ContainsFunc(near, func(n wording) bool { return n.key == key }):
			c.headings = append(c.headings, wording{h, key})
		default:
			far = append(far, wording{h, key})
		}
	}
	c.close = len(c.headings)
	c.headings = append(c.headings, far...)
	c.near = near
	if e.Recurs {
		c.tag = wording{}
	}
	headline, glued := c.headline(strings.ToLower(e.Opening))
	e.Recurs = e.Recurs || glued
	return headline
}

// news tells whether the page says that it is news: then somebody wrote its metadata. Those of
// other pages are written for search engines.
func (e *Evidence) news(nodes []object) bool {
	for _, n := range nodes {
		for _, n := range []object{n, n.object("publisher")} {
			for _, t := range n.texts("@type") {
				if strings.HasSuffix(t, "NewsArticle") || t == "LiveBlogPosting" || t == "NewsMediaOrganization" {
					return true
				}
			}
		}
	}
	return e.meta("news_keywords", "googlebot-news") != ""
}

const (
	mostHeadings    = 100
	longestMasthead = 30 // bytes
	shortestEnding  = 16 // bytes: what is shorter may end a heading by chance
	shortestKicker  = 5  // bytes: what is shorter is a number or an article
)

// A wording is a headline as some part of the page has it, and the letters that two of them
// have in common where they are the same headline.
type wording struct{ text, key string }

func sameness(text string) string { return strings.ToLower(letters(text)) }

// candidates are the wordings of a page's headline, without the outlet's name.
type candidates struct {
	structured wording   // JSON-LD's headline
	social     wording   // OpenGraph's title
	other      wording   // of the tags that few pages have
	tag        wording   // the title element
	headings   []wording // those close to the text first
	close      int       // how many are close
	near       []wording // lines close to the text that are set as headlines are
	first      bool      // the headings are of the first rank
	written    bool      // somebody wrote the metadata, for it is news
}

func (c *candidates) heading(as wording) bool {
	return as.key != "" && slices.ContainsFunc(c.headings, func(h wording) bool { return h.key == as.key })
}

// headline chooses among the wordings.
//
// Heading and title element are often printed from one field, which may have a kicker in it
// ("Elections: Turnout falls") or words for search engines. Metadata of news that differs from
// both was written by somebody as the headline, and wins. Else the metadata that stands as a
// heading too wins. Where none does, the metadata of news wins that agrees with itself; the
// metadata of other pages was written for search engines, and the heading over the text wins.
// Then comes what the heading has behind a kicker, then a heading that says the same in other
// words. A page without any of these has a line over its text that is set as a headline; the
// title element may be the site's own name, which the text never speaks of: masthead says so.
func (c *candidates) headline(opening string) (text string, masthead bool) {
	ld, og := c.structured, c.social
	if c.heading(c.tag) && c.written {
		switch {
		case og.key != "" && og.key != c.tag.key && (ld.key == "" || ld.key == c.tag.key):
			return og.text, false
		case ld.key != "" && ld.key != c.tag.key && og.key == c.tag.key:
			return ld.text, false
		}
	}
	all := []wording{ld, og, c.other, c.tag}
	agreed := slices.IndexFunc(all, c.heading)
	switch {
	case agreed >= 0 && (agreed < 2 || !c.written):
		return c.set(all[agreed]), false
	case !c.written && c.close == 1 && c.first && c.kicked(all) == "":
		return c.headings[0].text, false
	case ld.key != "" && ld.key == og.key:
		return ld.text, false
	case agreed >= 0:
		return c.set(all[agreed]), false
	}
	if text := c.kicked(all); text != "" {
		return text, false
	}
	headings := c.headings
	if c.close > 0 {
		headings = headings[:c.close]
	}
	for _, h := range headings {
		for _, a := range all {
			if shared(h.text, a.text) >= 0.6 {
				return h.text, false
			}
		}
	}
	if line := c.overText(opening); line != "" {
		return line, true
	}
	for _, a := range all {
		if a.key != "" && c.other.key != "" && strings.HasPrefix(a.text, c.other.text) { // a section or the outlet behind it
			a = c.other
		}
		if a.key != "" {
			return a.text, false
		}
	}
	if len(c.headings) == 1 {
		return c.headings[0].text, false
	}
	return "", false
}

// kicked gives what a heading has behind a kicker: a whole wording, or what one has behind a
// kicker of its own ("Geneva talks: Both sides stay" over "Diplomacy Both sides stay").
func (c *candidates) kicked(all []wording) string {
	for _, a := range all {
		_, behind, _ := strings.Cut(a.text, ": ")
		for _, text := range []string{a.text, behind} {
			key := sameness(text)
			for _, h := range c.headings {
				kicker := len(h.key) - len(key)
				if len(key) >= shortestEnding && kicker >= shortestKicker && kicker < len(key) && strings.HasSuffix(h.key, key) {
					return text
				}
			}
		}
	}
	return ""
}

// set gives a wording that stands as a heading without the marks of some other markup, which
// the heading has not.
func (c *candidates) set(as wording) string {
	for _, h := range c.headings[:c.close] {
		if h.key == as.key && strings.ContainsAny(as.text, "*#_`⋆") {
			return h.text
		}
	}
	return as.text
}

// overText gives the line over the text that is set as a headline and speaks of what the text
// speaks of, where the title element is all that there is besides and speaks of something else.
func (c *candidates) overText(opening string) string {
	if c.structured.key != "" || c.social.key != "" || c.other.key != "" {
		return ""
	}
	best, most := "", 0
	for _, n := range c.near {
		if told := told(n.text, opening); told > most {
			best, most = n.text, told
		}
	}
	if c.tag.key == "" && len(c.near) == 1 {
		return c.near[0].text
	}
	const least = 2 // words
	if tag := told(c.tag.text, opening); most >= least && most > tag || c.tag.key == "" && best != "" {
		return best
	}
	return ""
}

// told counts the words of a headline that a text has.
func told(headline, text string) (n int) {
	const least = 4 // letters, or the bytes of two letters of a script without spaces
	for w := range strings.FieldsSeq(strings.ToLower(headline)) {
		if w = letters(w); len(w) >= least && strings.Contains(text, w) {
			n++
		}
	}
	return n
}

// siteNames are the names that may stand glued to a title: what the page calls its outlet,
// and the name in its address. Some pages put the headline in the outlet's place: that is no
// name.
func (e *Evidence) siteNames(site string) (names []string) {
	headlines := []string{sameness(e.meta("og:title"))}
	for _, h := range e.Headings[:min(len(e.Headings), mostHeadings)] {
		headlines = append(headlines, sameness(h))
	}
	if e.Recurs {
		names = append(names, sameness(e.Title))
	}
	if masthead := e.masthead(); masthead != "" {
		names = append(names, masthead)
	}
	for i, name := range []string{site, e.meta("og:site_name"), e.meta("application-name")} {
		name = sameness(fold(name))
		// A short name may be the heading of the masthead.
		if name != "" && (i == 0 && e.Given.Site != "" || len(name) < longestMasthead || !slices.Contains(headlines, name)) {
			names = append(names, name)
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

// masthead gives the heading that the title element has behind the headline, or that begins what it has there: the name of
// the outlet, where another heading begins the title.
func (e *Evidence) masthead() string {
	title := fold(e.Title)
	for _, s := range separators {
		i := strings.LastIndex(title, s)
		if i <= 0 {
			continue
		}
		before, behind := sameness(title[:i]), sameness(title[i+len(s):])
		for _, h := range e.Headings[:min(len(e.Headings), mostHeadings)] {
			if key := sameness(fold(h)); len(key) >= shortestEnding/2 && strings.HasPrefix(behind, key) && slices.ContainsFunc(e.Large, func(line string) bool { return sameness(fold(line)) == before }) {
				return key
			}
		}
	}
	return ""
}

var separators = []string{" | ", " - ", " – ", " — ", " :: ", " : ", " · ", " • ", " » ", " « ", " // ", " / "}

// bare takes the outlet's name off both ends of a title, and the section that stood before it.
// Without a name to compare with, what stands behind the last bar goes: nobody writes a bar
// in a headline.
func bare(title string, names []string, section string) string {
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
		// Marks without spaces part less surely: the whole name, or the section, must follow.
		for _, s := range []string{"|", "｜", "ㅣ", "-", "_"} {
			if i := strings.LastIndex(title, s); i > 0 {
				if tail := sameness(title[i+len(s):]); tail != "" && (tail == section || slices.Contains(names, tail)) {
					title, cut = strings.TrimSpace(title[:i]), true
				}
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

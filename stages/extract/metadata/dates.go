package metadata

import (
	"strings"
	"time"

	"github.com/newsmill/newsmill/stages/article"
)

// publishedTags are the tags that give the day of publication, best first.
var publishedTags = []string{
	"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "date.created",
	"dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "publishdate", "publish-date", "publication_date", "pubdate",
	"cxenseparse:recs:publishtime", "article.published", "date", "iso-8601-publish-date", "vr:published_time",
}

var updatedTags = []string{"article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "last-modified", "lastmod"}

// dates gives when the page was published and last changed.
//
// Tags come before the address, which holds a day only; but a tag that is years off the
// address loses to it, for then it is the template's or the crawl's. The day that readers see
// between headline and text comes before a tag that was written when the page was last saved.
func (e *Evidence) dates(node object, language, canonical string) (published, updated article.Date) {
	o := e.order(language, canonical)
	stamp, visible, changed := e.visible(o)
	for _, text := range append([]string{node.text("dateModified")}, e.metas(updatedTags)...) {
		if m, ok := parse(text, o, true); ok && !e.ahead(m) {
			changed = m
			changed.Basis = "metadata"
			break
		}
	}
	if changed.Basis == "" {
		changed = e.changed(o)
	}
	address := addressDate(e.URL)
	if address.Basis == "" {
		address = addressDate(canonical)
	}
	if visible.Basis == "" {
		visible = e.dateline(o)
	}
	switch best := pick(e.published(node, o), address); {
	case e.Given.Published.Basis != "":
		published = e.Given.Published
	case best.Basis == "" && visible.Basis != "" && (address.Basis == "" || address.Precision != "day"):
		published = visible.Date
	case best.Basis == "" && address.Basis != "":
		published = address
	case best.Basis == "" && changed.Basis == "byline":
		published = changed.Date // of a page that says nothing else it is the day of what stands there now
	case wins(best, stamp, changed):
		published = stamp.Date
	default:
		published = best.Date
	}
	updated = changed.Date
	if !updated.Time.IsZero() && updated.Time.Before(published.Time) {
		updated = article.Date{} // a page does not change before it is there
	}
	return published, updated
}

// changed gives the day of the last change that a time element between headline and text holds.
func (e *Evidence) changed(o order) moment {
	for _, t := range e.Times {
		if t.Near && (hinted(t.Hint, "modif", "updat") || onlyUpdated(t.Text)) {
			if m, ok := parse(t.Datetime, o, true); ok && !e.ahead(m) {
				m.Basis = "metadata"
				return m
			}
		}
	}
	return moment{}
}

// ahead tells whether a day is after the page was fetched, as far as the input says when that was; zones of the world are a day apart.
func (e *Evidence) ahead(m moment) bool {
	return !e.Given.Crawled.IsZero() && m.day.Sub(e.Given.Crawled) > 24*time.Hour
}

// wins tells whether the day that readers see comes before that of a tag: where the tag was
// written when the page was last saved, long after.
func wins(tag, visible, changed moment) bool {
	const long, save = 30 * 24 * time.Hour, 49 * time.Hour
	return visible.Basis != "" && changed.Basis == "metadata" && tag.Time.Sub(changed.Time).Abs() < save && tag.day.Sub(visible.day) > long
}

// published gives the days that the page's tags call that of publication, best first.
func (e *Evidence) published(node object, o order) (found []moment) {
	add := func(text string) {
		if m, ok := parse(text, o, true); ok && !e.ahead(m) {
			m.Basis = "metadata"
			found = append(found, m)
		}
	}
	add(node.text("datePublished"))
	for _, text := range e.metas(publishedTags) {
		add(text)
	}
	for _, t := range e.Times {
		if t.Near && t.of("publish", "pubdate", "created", "posted", "entry-date") {
			add(first(t.Datetime, t.Text))
		}
	}
	for _, m := range e.Meta {
		if hinted(m.Name, "publish", "pubdate", "issued") && hinted(m.Name, "date", "time") && !hinted(m.Name, "modif", "updat", "unpublish", "expir") {
			add(m.Content)
		}
	}
	add(node.text("dateCreated"))
	add(node.text("uploadDate"))
	for _, t := range e.Times {
		if !t.Near && t.of("publish", "pubdate", "created", "posted", "entry-date") {
			add(first(t.Datetime, t.Text))
		}
	}
	for _, near := range []bool{true, false} {
		for _, t := range e.Times {
			if t.Near == near && t.of("") {
				add(t.Datetime)
			}
		}
	}
	return found
}

// of tells whether a time is said to be one of these, and not of a change.
func (t *TimeElement) of(words ...string) bool {
	return hinted(t.Hint, words...) && !hinted(t.Hint, "modif", "updat")
}

// metas gives the contents of the tags of these names, in their order.
func (e *Evidence) metas(names []string) (out []string) {
	for _, name := range names {
		if text := e.meta(name); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// visible gives the days that readers see: the first that stands by itself between headline
// and text, the first there or in any byline, and that of the last change.
func (e *Evidence) visible(o order) (stamp, published, changed moment) {
	lines := make([]string, 0, 64)
	lines = append(lines, e.Near...)
	for _, t := range e.Times {
		if t.Near {
			lines = append(lines, t.Text)
		}
	}
	lines = append(lines, e.Credits...)
	near := len(lines)
	lines = append(lines, e.Dated...)
	lines = append(lines, e.Bylines...)
	for _, t := range e.Times {
		if !t.Near {
			lines = append(lines, t.Text)
		}
	}
	told, stamped := false, false // a word for publishing stands before the day
	pending := false              // a line before said that the page was changed, and not when
	for i, line := range lines {
		p := cut(line)
		if p == nil {
			pending = onlyUpdated(line)
			continue
		}
		for at := 0; at < len(p); {
			d, ok := findDay(line, p, at, o)
			if !ok {
				break
			}
			m := momentOf(line, p, d, false)
			m.Basis = "byline"
			update, said := pending, false
			for _, w := range p[at:d.first] {
				publishes := datelines().published[w.word]
				said = said || publishes
				update = (update || datelines().updated[w.word]) && !publishes
			}
			switch {
			case e.ahead(m):
				at = d.last + 1
				continue
			case update && changed.Basis == "":
				changed = m
			case !update && (published.Basis == "" || said && !told && i < near):
				published, told = m, said
			}
			if !update && (stamp.Basis == "" || said && !stamped) && i < near && bareDay(p) {
				stamp, stamped = m, said
			}
			at, pending = d.last+1, false
		}
	}
	return stamp, published, changed
}

// dateline gives the day that a wire service puts before its text: RAJSHAHI, Dec 20, 2025
// (BSS) - The river rose.
func (e *Evidence) dateline(o order) moment {
	const reach, behind = 80, 24 // bytes
	line := e.Opening[:min(len(e.Opening), dateLine)]
	p := cut(line)
	d, ok := findDay(line, p, 0, o)
	if !ok || p[d.first].start > reach {
		return moment{}
	}
	rest := line[p[d.last].end:]
	for _, mark := range []string{" - ", " – ", " — ", " -- ", ") -", ") –", ") —", "/", "电", "】"} {
		if i := strings.Index(rest, mark); i >= 0 && i <= behind {
			m := momentOf(line, p, d, false)
			m.Basis = "text"
			return m
		}
	}
	return moment{}
}

// bareDay tells whether a line holds hardly a word besides its days.
func bareDay(p []piece) bool {
	const most = 3
	words := 0
	for i := range p {
		if p[i].digits == 0 && p[i].month == 0 && len(p[i].word) > 3 && !datelines().published[p[i].word] {
			words++
		}
	}
	return words <= most
}

// onlyUpdated tells whether a line is a word or two that announce the day of the last change.
func onlyUpdated(line string) bool {
	const most = 40
	if len(line) > most {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(line)) {
		if datelines().updated[strings.Trim(w, ":.")] {
			return true
		}
	}
	return false
}

// order gives the order of day and month in dates of numbers alone: as other dates of the page
// are written, else as is usual where the page's language is at home.
func (e *Evidence) order(language, canonical string) order {
	for _, t := range e.Times {
		if m, ok := parse(t.Text, unknown, false); ok && m.sure != unknown {
			return m.sure
		}
	}
	for _, line := range e.Near {
		if m, ok := parse(line, unknown, false); ok && m.sure != unknown {
			return m.sure
		}
	}
	return usualOrder(language, canonical)
}

func usualOrder(language, address string) order {
	switch base, region, _ := strings.Cut(language, "-"); {
	case base == "":
		return unknown
	case base != "en" || region != "" && region != "US" && region != "PH":
		return dayFirst
	case region != "":
		return monthFirst
	}
	site := article.SiteOf(address)
	for _, ending := range []string{".uk", ".au", ".ie", ".in", ".nz", ".za", ".ng", ".ke", ".sg"} {
		if strings.HasSuffix(site, ending) {
			return dayFirst
		}
	}
	for _, ending := range []string{".us", ".gov", ".edu"} {
		if strings.HasSuffix(site, ending) {
			return monthFirst
		}
	}
	return unknown
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func hinted(hint string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(hint, w) {
			return true
		}
	}
	return false
}

// pick takes the first candidate that the address does not speak against, with the time of
// day that a later one adds to the same day. Where all are off, none counts.
func pick(candidates []moment, address article.Date) (best moment) {
	const near = 40 * 24 * time.Hour
	for _, c := range candidates {
		off := c.day.Sub(address.Time).Abs()
		ok := address.Basis == "" || off < near || address.Precision != "day" && off < 366*24*time.Hour
		switch {
		case !ok:
		case best.Basis == "":
			best = c
		case best.Precision == "day" && c.Precision == "minute" && c.day.Equal(best.day):
			return c
		}
	}
	return best
}

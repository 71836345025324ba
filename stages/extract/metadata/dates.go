package metadata

import (
	"slices"
	"strings"
	"time"

	"github.com/newsmill/newsmill/stages/article"
)

// dates gives when the page was published and last changed. Tags come before the address,
// which holds a day only; but a tag that is years off the address loses to it, for then it is
// the template's or the crawl's.
func (e *Evidence) dates(node object, canonical string) (published, updated article.Date) {
	var candidates []article.Date
	add := func(text, basis string) {
		if d, ok := ParseDate(text); ok {
			d.Basis = basis
			candidates = append(candidates, d)
		}
	}
	add(node.text("datePublished"), "metadata")
	for _, name := range []string{
		"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "date.created",
		"dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "publishdate", "publish-date", "publication_date", "pubdate", "cxenseparse:recs:publishtime", "article.published", "date", "iso-8601-publish-date", "vr:published_time",
	} {
		add(e.meta(name), "metadata")
	}
	add(node.text("dateCreated"), "metadata")
	add(node.text("uploadDate"), "metadata")
	for _, t := range e.Times {
		if hinted(t.Hint, "publish", "pubdate", "created", "posted", "entry-date", "datepublished") && !hinted(t.Hint, "modif", "updat") {
			add(first(t.Datetime, t.Text), "metadata")
		}
	}
	for _, t := range e.Times {
		if !hinted(t.Hint, "modif", "updat") {
			add(t.Datetime, "metadata")
		}
	}
	address := addressDate(first(e.URL, canonical))
	if address.Basis == "" {
		address = addressDate(canonical)
	}
	if e.Given.Published.Basis != "" {
		published = e.Given.Published
	} else {
		published = pick(candidates, address)
	}
	if published.Basis == "" {
		for _, line := range slices.Concat(e.Credits, e.Near, e.Bylines) {
			if d, ok := findDate(line); ok {
				d.Basis = "byline"
				published = d
				break
			}
		}
	}
	for _, text := range []string{node.text("dateModified"), e.meta("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")} {
		if d, ok := ParseDate(text); ok {
			d.Basis = "metadata"
			updated = d
			break
		}
	}
	if !updated.Time.IsZero() && updated.Time.Before(published.Time) {
		updated = article.Date{} // a page does not change before it is there
	}
	return published, updated
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

// pick takes the first candidate that the address does not speak against.
func pick(candidates []article.Date, address article.Date) article.Date {
	const near = 40 * 24 * time.Hour
	for _, c := range candidates {
		if address.Basis == "" {
			return c
		}
		off := c.Time.Sub(address.Time).Abs()
		if off < near || address.Precision != "day" && off < 366*24*time.Hour {
			return c
		}
	}
	if address.Basis != "" {
		return address
	}
	return article.Date{}
}

// layouts of machine-written times, with how much each gives. Those without a zone are taken
// as UTC: no page says whose clock it means.
var layouts = []struct{ layout, precision string }{
	{time.RFC3339Nano, "minute"},
	{"2006-01-02T15:04:05Z0700", "minute"},
	{"2006-01-02T15:04:05.999Z0700", "minute"},
	{"2006-01-02T15:04Z07:00", "minute"},
	{"2006-01-02T15:04Z0700", "minute"},
	{"2006-01-02T15:04:05.999999", "minute"},
	{"2006-01-02T15:04", "minute"},
	{"2006-01-02T15:04:05 -07:00", "minute"},
	{"2006-01-02 15:04:05Z07:00", "minute"},
	{"2006-01-02 15:04:05 -0700", "minute"},
	{"2006-01-02 15:04:05 -07:00", "minute"},
	{"2006-01-02 15:04:05 MST", "minute"},
	{"2006-01-02 15:04:05", "minute"},
	{"2006-01-02 15:04", "minute"},
	{"20060102T150405Z0700", "minute"},
	{"20060102T150405", "minute"},
	{time.RFC1123Z, "minute"},
	{time.RFC1123, "minute"},
	{"Mon Jan 2 15:04:05 MST 2006", "minute"},
	{"Mon Jan 02 2006 15:04:05 GMT-0700", "minute"},
	{"January 2, 2006 15:04", "minute"},
	{"January 2, 2006 3:04 PM", "minute"},
	{"January 2, 2006, 3:04 PM", "minute"},
	{"2006-01-02", "day"},
	{"2006/01/02", "day"},
	{"20060102", "day"},
	{"02.01.2006", "day"},
	{"2006-01", "month"},
	{"2006", "year"},
}

// ParseDate reads a time as a machine writes it, and as people write days; in UTC.
func ParseDate(text string) (article.Date, bool) {
	text = strings.TrimSpace(text)
	if len(text) < 4 || len(text) > 64 {
		return article.Date{}, false
	}
	for _, l := range layouts {
		t, err := time.Parse(l.layout, text)
		if err != nil {
			continue
		}
		d := article.Date{Time: t.UTC(), Precision: l.precision}
		return d, plausible(d)
	}
	return findDate(text)
}

func plausible(d article.Date) bool { return d.Time.Year() >= 1990 && d.Time.Year() <= 2100 }

// addressDate reads the day out of an address: /2021/12/26/, /2021-12-26-, /20211226.
func addressDate(address string) article.Date {
	_, path, found := strings.Cut(address, "://")
	if !found {
		return article.Date{}
	}
	for i := strings.IndexByte(path, '/'); i >= 0 && i < len(path); i++ {
		if i > 0 && digit(path[i-1]) || !digit(path[i]) {
			continue
		}
		year, n := number(path[i:], 4)
		if n != 4 || year < 1990 || year > 2100 {
			continue
		}
		rest := path[i+4:]
		step := 0
		if len(rest) > 0 && strings.IndexByte("/-_.", rest[0]) >= 0 {
			step = 1
		}
		month, n := number(rest[min(step, len(rest)):], 2)
		if n == 0 || month < 1 || month > 12 || step == 0 && n != 2 {
			continue
		}
		rest = rest[step+n:]
		if step == 1 && (len(rest) == 0 || strings.IndexByte("/-_.", rest[0]) < 0) {
			continue
		}
		day, m := number(rest[min(step, len(rest)):], 2)
		if m == 0 || day < 1 || day > 31 {
			if path[i+4] == '/' {
				return article.Date{Time: time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), Precision: "month", Basis: "url"}
			}
			continue
		}
		if end := rest[step+m:]; len(end) > 0 && digit(end[0]) && step == 1 {
			continue
		}
		return article.Date{Time: time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), Precision: "day", Basis: "url"}
	}
	return article.Date{}
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// number reads at most so many digits from the start of a text and says how many there were.
func number(text string, most int) (value, n int) {
	for n < len(text) && n < most && digit(text[n]) {
		value = value*10 + int(text[n]-'0')
		n++
	}
	return value, n
}

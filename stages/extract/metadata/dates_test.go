package metadata

import (
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2021-12-26T23:30:00-05:00":              "2021-12-27T04:30 minute",
		"2021-12-26T10:15:00.123456Z":            "2021-12-26T10:15 minute",
		"2021-12-26T10:15:00+0200":               "2021-12-26T08:15 minute",
		"2021-12-26T10:15":                       "2021-12-26T10:15 minute",
		"2021-12-26 10:15:00 -07:00":             "2021-12-26T17:15 minute",
		"20211226T101500Z":                       "2021-12-26T10:15 minute",
		"20211226101500":                         "2021-12-26T00:00 day",
		"Sun, 26 Dec 2021 10:15:00 +0100":        "2021-12-26T09:15 minute",
		"Sun Dec 26 10:15:00 UTC 2021":           "2021-12-26T10:15 minute",
		"Sun Dec 26 2021 10:15:00 GMT-0500 (ET)": "2021-12-26T15:15 minute",
		"December 26, 2021 6:01 PM":              "2021-12-26T18:01 minute",
		"December 26, 2021 12:01 a.m. EST":       "2021-12-26T05:01 minute",
		"1640513700":                             "2021-12-26T10:15 minute",
		"1640513700000":                          "2021-12-26T10:15 minute",
		"2021-12-26T00:00:00+02:00":              "2021-12-26T00:00 day", // midnight is a day, and the writer's
		"2021-12-26":                             "2021-12-26T00:00 day",
		"20211226":                               "2021-12-26T00:00 day",
		"26.12.2021":                             "2021-12-26T00:00 day",
		"26.12.21 10:15":                         "2021-12-26T10:15 minute",
		"Dec. 26th, 2021":                        "2021-12-26T00:00 day",
		"26. Dezember 2021":                      "2021-12-26T00:00 day",
		"26 de diciembre de 2021":                "2021-12-26T00:00 day",
		"le 26 déc. 2021":                        "2021-12-26T00:00 day",
		"26 декабря 2021 г.":                     "2021-12-26T00:00 day",
		"2021. december 26.":                     "2021-12-26T00:00 day",
		"2021年12月26日":                            "2021-12-26T00:00 day",
		"2021. 12. 26":                           "2021-12-26T00:00 day",
		"٢٦ ديسمبر ٢٠٢١":                         "2021-12-26T00:00 day",
		"२६ दिसंबर २०२१":                         "2021-12-26T00:00 day",
		"26/12/2021":                             "2021-12-26T00:00 day",
		"12/26/2021":                             "2021-12-26T00:00 day",
		"2021-12":                                "2021-12-01T00:00 month",
		"2021":                                   "2021-01-01T00:00 year",
		"03/04/2021":                             "", // March or April
		"31.02.2021":                             "",
		"26 December 1821":                       "",
		"3-4-5":                                  "",
		"call 2021 555 0126":                     "",
		"":                                       "",
	} {
		got := ""
		if d, ok := ParseDate(text); ok {
			got = d.Time.Format("2006-01-02T15:04") + " " + d.Precision
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAddressDate(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.example/2021/12/26/flood":          "2021-12-26 day",
		"https://a.example/news/2021-12-26-flood":     "2021-12-26 day",
		"https://a.example/2021/december/26/flood":    "2021-12-26 day",
		"https://a.example/20211226-flood":            "2021-12-26 day",
		"https://a.example/news/A2021122610150005196": "2021-12-26 day",
		"https://a.example/news/A2021122699150005196": "",
		"https://a.example/news/2021122610":           "",
		"https://a.example/2021/12/flood":             "2021-12-01 month",
		"https://a.example/s/5-95-2070077":            "", // a number of the page
		"https://a.example/a65105606/flood":           "",
		"https://a.example/?at=2021/12/26/":           "",
		"https://a.example/budget-2021-2022-passed":   "",
		"https://a.example/flood-of-2021-12-people":   "",
		"https://2021.12.26.example/flood":            "",
		"https://a.example/2021/13/26/":               "",
		"https://a.example/articles/2021-12-26+x:+y":  "2021-12-26 day",
		"a.example/2021/12/26/":                       "",
	} {
		got := ""
		if d := addressDate(address); d.Basis != "" {
			got = d.Time.Format("2006-01-02") + " " + d.Precision
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

func ld(node string) []string { return []string{`{"@type":"NewsArticle",` + node + `}`} }

// TestDates holds one page for each way in which pages are wrong about their day.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		name            string
		e               Evidence
		published, from string
		updated         string
	}{
		{"the tag comes before the address", Evidence{URL: "https://a.example/2021/12/25/x", JSONLD: ld(`"datePublished":"2021-12-26T10:00:00Z"`)}, "2021-12-26T10:00", "metadata", ""},
		{"a tag that is years off the address loses", Evidence{URL: "https://a.example/2021/12/25/x", JSONLD: ld(`"datePublished":"2026-01-02T10:00:00Z"`)}, "2021-12-25T00:00", "url", ""},
		{"a tag of any name that speaks of publishing", Evidence{Meta: []Pair{{"x-publish-date", "2021-12-26"}}}, "2021-12-26T00:00", "metadata", ""},
		{"the hour that another tag adds", Evidence{JSONLD: ld(`"datePublished":"2021-12-26"`), Meta: []Pair{{"article:published_time", "2021-12-26T10:00:00Z"}}}, "2021-12-26T10:00", "metadata", ""},
		{
			"saved anew by another system long after the day that readers see",
			Evidence{JSONLD: ld(`"datePublished":"2025-11-05","dateModified":"2025-11-05"`), Near: []string{"January 31, 2024", "Written by"}},
			"2024-01-31T00:00", "byline", "2025-11-05T00:00",
		},
		{
			"a day in a caption is no day of the page",
			Evidence{JSONLD: ld(`"datePublished":"2025-11-05","dateModified":"2025-11-05"`), Near: []string{"The harbour wall before it fell, seen on January 31, 2024"}},
			"2025-11-05T00:00", "metadata", "2025-11-05T00:00",
		},
		{"the day behind the word for a change", Evidence{Near: []string{"26/12/2021 10:22 Actualizado a 27/12/2021 15:43"}}, "2021-12-26T00:00", "byline", "2021-12-27T00:00"},
		{"the word for a change on a line of its own", Evidence{Near: []string{"Last updated", "27 December 2021", "Published 26 December 2021"}}, "2021-12-26T00:00", "byline", "2021-12-27T00:00"},
		{"glued to the author", Evidence{Near: []string{"By Jane DoePublished: Dec 26, 2021"}}, "2021-12-26T00:00", "byline", ""},
		{"a zone that is known gives the hour", Evidence{Near: []string{"Sun 26 Dec 2021 12.42 CET"}}, "2021-12-26T11:42", "byline", ""},
		{"numbers in the order of the language", Evidence{Lang: "de", Near: []string{"03/04/2021"}}, "2021-04-03T00:00", "byline", ""},
		{"numbers in the order of the country", Evidence{Lang: "en-US", Near: []string{"03/04/2021"}}, "2021-03-04T00:00", "byline", ""},
		{"numbers in the order of other dates", Evidence{Lang: "en", Near: []string{"03/04/2021"}, Times: []TimeElement{{Text: "12/26/2020"}}}, "2021-03-04T00:00", "byline", ""},
		{"numbers in no known order", Evidence{Lang: "en", Near: []string{"03/04/2021"}}, "", "", ""},
		{"a time without attributes", Evidence{Times: []TimeElement{{Text: "Dec 26, 2021"}}}, "2021-12-26T00:00", "byline", ""},
		{"the dateline of a wire", Evidence{Opening: "HARBOUR CITY, Dec 26, 2021 (ABC) - The river rose."}, "2021-12-26T00:00", "text", ""},
		{"a day that the text tells of", Evidence{Opening: "On Dec 26, 2021 the river rose and the council met."}, "", "", ""},
		{"after the page was fetched", Evidence{Given: Given{Crawled: time.Date(2021, 12, 27, 0, 0, 0, 0, time.UTC)}, JSONLD: ld(`"datePublished":"2099-01-01","dateModified":"2099-01-02"`), Near: []string{"26 December 2021"}}, "2021-12-26T00:00", "byline", ""},
		{"today's day over the day that the page was published", Evidence{Near: []string{"Today is Monday, 27 December 2021", "Published 26 December 2021"}}, "2021-12-26T00:00", "byline", ""},
		{
			"a change in a time element",
			Evidence{Times: []TimeElement{{Datetime: "2021-12-26T10:00:00Z", Text: "Dec 26", Near: true}, {Datetime: "2021-12-27T10:00:00Z", Text: "Updated Dec 27", Near: true}}},
			"2021-12-26T10:00", "metadata", "2021-12-27T10:00",
		},
		{"no change before the publication", Evidence{JSONLD: ld(`"datePublished":"2021-12-26","dateModified":"2021-12-01"`)}, "2021-12-26T00:00", "metadata", ""},
	} {
		m, _ := Read(&c.e)
		at := func(t time.Time) string {
			if t.IsZero() {
				return ""
			}
			return t.Format("2006-01-02T15:04")
		}
		if got := at(m.Published.Time); got != c.published || m.Published.Basis != c.from {
			t.Errorf("%s: published %q by %q, want %q by %q", c.name, got, m.Published.Basis, c.published, c.from)
		}
		if got := at(m.Updated.Time); got != c.updated {
			t.Errorf("%s: updated %q, want %q", c.name, got, c.updated)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2021-12-26T10:15:00+02:00", "26. Dezember 2021, 10.15 Uhr", "٢٦ ديسمبر ٢٠٢١", "12/26/21 6 pm", "Dec. 26th,\xff 2021"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := ParseDate(text)
		if ok && (d.Time.Year() < 1989 || d.Time.Year() > 2101 || d.Precision == "" || d.Time.Location() != time.UTC) {
			t.Errorf("%q is %v by the %s", text, d.Time, d.Precision)
		}
		addressDate("https://a.example/" + text)
		for _, p := range cut(text) {
			if p.start >= p.end || strings.TrimSpace(text[p.start:p.end]) == "" {
				t.Errorf("%q has a piece %d:%d", text, p.start, p.end)
			}
		}
	})
}

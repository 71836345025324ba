package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// record is a line or a row, field by field.
type record struct {
	id, url    string
	html, text []byte
	given      Given
}

// fieldError says that a field holds what it must not hold.
type fieldError struct{ field, found, wanted string }

// json takes one field of a valid JSON object. A null is a field that is not there; a field
// that is not known is left alone, since dumps carry much besides.
func (r *record) json(key, value []byte) *fieldError {
	name := string(key)
	switch name {
	case "id", "url", "html", "text", "title", "published_at", "crawled_at", "language", "site":
	case "mentions":
		if value[0] == 'n' {
			return nil
		}
		return r.mentions(value)
	default:
		return nil
	}
	if value[0] == 'n' {
		return nil
	}
	if value[0] != '"' {
		return &fieldError{name, jsonType(value[0]), "a string"}
	}
	return r.set(name, unquote(value))
}

// set takes a field that is a string in UTF-8.
func (r *record) set(name string, value []byte) *fieldError {
	switch name {
	case "id":
		r.id = string(value)
	case "url":
		r.url = string(value)
	case "html":
		r.html = value
	case "text":
		r.text = value
	case "title":
		r.given.Title = string(value)
	case "language":
		r.given.Language = string(value)
	case "site":
		r.given.Site = string(value)
	case "published_at", "crawled_at":
		if len(value) == 0 {
			return nil
		}
		at, precision, ok := parseTime(string(value))
		if !ok {
			return &fieldError{name, fmt.Sprintf("%q", shorten(value)), "a date like 2026-01-31 or a time like 2026-01-31T08:00:00Z"}
		}
		if name == "crawled_at" {
			r.given.CrawledAt = at
		} else {
			r.given.PublishedAt, r.given.PublishedPrecision = at, precision
		}
	}
	return nil
}

func (r *record) mentions(value []byte) *fieldError {
	wanted := "a list of {char_start, char_end, type} with 0 <= char_start < char_end"
	if value[0] != '[' {
		return &fieldError{"mentions", jsonType(value[0]), wanted}
	}
	var list []struct {
		Start *int    `json:"char_start"`
		End   *int    `json:"char_end"`
		Type  *string `json:"type"`
	}
	if err := json.Unmarshal(value, &list); err != nil {
		return &fieldError{"mentions", err.Error(), wanted}
	}
	r.given.HasMentions = true
	for i, m := range list {
		if m.Start == nil || m.End == nil || m.Type == nil || *m.Start < 0 || *m.End <= *m.Start {
			return &fieldError{fmt.Sprintf("mentions[%d]", i), "incomplete or no span", wanted}
		}
		r.given.Mentions = append(r.given.Mentions, Mention{Start: *m.Start, End: *m.End, Type: *m.Type})
	}
	return nil
}

func jsonType(first byte) string {
	switch first {
	case '"':
		return "a string"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	}
	return "a number"
}

func shorten(value []byte) string {
	return string(bytes.ToValidUTF8(value[:min(len(value), 60)], []byte("?")))
}

// moments are the ways in which a time is written, by length of what is certain. A time without
// a zone is taken as UTC.
var moments = []struct{ layout, precision string }{
	{time.RFC3339, "minute"},
	{"2006-01-02T15:04:05", "minute"},
	{"2006-01-02T15:04Z07:00", "minute"},
	{"2006-01-02T15:04", "minute"},
	{"2006-01-02T15:04:05Z0700", "minute"},
	{"2006-01-02", "day"},
	{"2006-01", "month"},
	{"2006", "year"},
}

func parseTime(s string) (at time.Time, precision string, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) > 10 && s[10] == ' ' {
		s = s[:10] + "T" + strings.Replace(s[11:], " ", "", 1) // "2026-01-31 08:00:00 +01:00"
		s = strings.TrimSuffix(s, "UTC")
	}
	for _, m := range moments {
		if at, err := time.Parse(m.layout, s); err == nil {
			return at.UTC(), m.precision, true
		}
	}
	return time.Time{}, "", false
}

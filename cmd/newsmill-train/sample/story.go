package sample

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

const minutePrecision = "2006-01-02 15:04"

// parseStory reads the tellings of one story file.
func parseStory(story, data string, outlets map[string]*sampleOutlet) ([]*sampleArticle, error) {
	var articles []*sampleArticle
	wires := make(map[string]*sampleArticle)
	for _, part := range strings.Split("\n"+strings.TrimSpace(data), "\n== ")[1:] {
		first, rest, _ := strings.Cut(part, "\n")
		a := &sampleArticle{Story: story}
		fields := strings.Fields(first)
		if len(fields) == 2 && fields[0] == "wire" {
			wires[fields[1]] = a
			a.Outlet = &sampleOutlet{Zone: time.UTC}
		} else if len(fields) == 3 {
			if a.Outlet = outlets[fields[0]]; a.Outlet == nil {
				return nil, fmt.Errorf("telling %q: no outlet %q", first, fields[0])
			}
			when, err := time.ParseInLocation(minutePrecision, fields[1]+" "+fields[2], a.Outlet.Zone)
			if err != nil {
				return nil, err
			}
			a.Published, a.Night, a.Form = when, fields[1], a.Outlet.Form
			articles = append(articles, a)
		} else {
			return nil, fmt.Errorf("telling %q: want OUTLET YYYY-MM-DD HH:MM or wire NAME", first)
		}
		if err := a.parse(rest); err != nil {
			return nil, fmt.Errorf("telling %q: %w", first, err)
		}
	}
	for _, a := range articles {
		if a.Slug == "" || a.Headline == "" {
			return nil, fmt.Errorf("telling of %s by %s: no slug or headline", a.Published, a.Outlet.Key)
		}
		if a.Wire == "" {
			continue
		}
		wire := wires[a.Wire]
		if wire == nil {
			return nil, fmt.Errorf("%s: no wire text %q", a.Slug, a.Wire)
		}
		a.Paragraphs, a.Dateline = wire.Paragraphs, wire.Dateline
	}
	return articles, nil
}

// parse reads what stands below the first line of a telling.
func (a *sampleArticle) parse(data string) error {
	head, body, _ := strings.Cut(data, "\n\n")
	for line := range strings.Lines(head) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			return fmt.Errorf("no key in line %q", line)
		}
		if err := a.set(key, value); err != nil {
			return err
		}
	}
	for _, p := range strings.Split(body, "\n\n") {
		p = strings.Join(strings.Fields(p), " ") // white space folded: sources may be wrapped
		switch {
		case p == "":
		case strings.HasPrefix(p, "@ "):
			clock, title, _ := strings.Cut(p[2:], " ")
			when, err := time.ParseInLocation(minutePrecision, a.Night+" "+clock, a.Outlet.Zone)
			if err != nil {
				return err
			}
			a.Posts = append(a.Posts, samplePost{Time: when, Title: title})
		case len(a.Posts) > 0:
			last := &a.Posts[len(a.Posts)-1]
			last.Paragraphs = append(last.Paragraphs, p)
		default:
			a.Paragraphs = append(a.Paragraphs, p)
		}
	}
	slices.Reverse(a.Posts) // told in order, shown newest first
	return nil
}

func (a *sampleArticle) set(key, value string) error {
	switch key {
	case "Slug":
		a.Slug = value
	case "Section":
		a.Section = value
	case "Headline":
		a.Headline = value
	case "Standfirst":
		a.Standfirst = value
	case "Byline":
		a.Byline = value
	case "Dateline":
		a.Dateline = value
	case "Caption":
		a.Caption = value
	case "Credit":
		a.Credit = value
	case "Form":
		a.Form = value
	case "Wire":
		a.Wire = value
	case "Correction":
		a.Correction = value
	case "Topics":
		a.Topics = strings.Split(value, ", ")
	case "Comment":
		name, text, _ := strings.Cut(value, " | ")
		a.Comments = append(a.Comments, sampleComment{name, text})
	case "Again":
		a.Again = strings.Split(value, ", ")
	case "Twice":
		a.Twice = value == "yes"
	case "Published": // of a revision: the first line has the time of the change
		when, err := time.ParseInLocation(minutePrecision, value, a.Outlet.Zone)
		if err != nil {
			return err
		}
		a.Published, a.Updated = when, a.Published
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return nil
}

package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

func newShow(s *streams) *cobra.Command {
	var color string
	cmd := &cobra.Command{
		Use:   "show DIR ARTICLE",
		Short: "Show an article with what was found in it",
		Long: `Show prints an article with the names, times and event triggers marked in its text, and its
quotes and events below. ARTICLE is an article_id, the beginning of one, a source_path, a
source_record, or a url.`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			p := painter{out: s.out}
			switch color {
			case "always":
				p.color = true
			case "auto":
				file, ok := s.out.(*os.File)
				p.color = ok && term.IsTerminal(int(file.Fd())) && os.Getenv("NO_COLOR") == ""
			case "never":
			default:
				return usage("--color is %q: give auto, always or never", color)
			}
			data, err := opened(args[0])
			if err != nil {
				return err
			}
			found, err := load(data, args[1])
			if err != nil {
				return err
			}
			return p.article(found)
		},
	}
	cmd.Flags().StringVar(&color, "color", "auto", "auto, always or never")
	return cmd
}

// shown is an article with its rows.
type shown struct {
	article  schemas.Article
	mentions []schemas.Mention
	times    []schemas.Time
	quotes   []schemas.Quote
	tellings []schemas.EventMention
}

// load finds the one article that a name stands for.
func load(data dataset.Dataset, name string) (*shown, error) {
	m, err := data.Read()
	if err != nil {
		return nil, err
	}
	var s shown
	matches := 0
	exact := false
	for a, err := range sink.Rows[schemas.Article](data.TableFiles(m, "articles")) {
		if err != nil {
			return nil, err
		}
		whole := a.ArticleID == name || a.SourcePath == name || a.SourceRecord == name || a.URL == name || a.CanonicalURL == name
		if whole && !exact {
			exact, matches = true, 0
		}
		if whole || !exact && strings.HasPrefix(a.ArticleID, name) {
			if matches == 0 {
				s.article = *a
			}
			matches++
		}
	}
	switch {
	case matches == 0:
		return nil, fmt.Errorf("no article %q in %s; articles.parquet has the ids, paths and urls there are", name, data.Dir)
	case matches > 1:
		return nil, fmt.Errorf("%q stands for %d articles of %s; give more of the article_id", name, matches, data.Dir)
	}
	id := s.article.ArticleID
	if s.mentions, err = rowsWhere(data.TableFiles(m, "mentions"), func(r *schemas.Mention) bool { return r.ArticleID == id }); err != nil {
		return nil, err
	}
	if s.times, err = rowsWhere(data.TableFiles(m, "times"), func(r *schemas.Time) bool { return r.ArticleID == id }); err != nil {
		return nil, err
	}
	if s.quotes, err = rowsWhere(data.TableFiles(m, "quotes"), func(r *schemas.Quote) bool { return r.ArticleID == id }); err != nil {
		return nil, err
	}
	s.tellings, err = rowsWhere(data.TableFiles(m, "event_mentions"), func(r *schemas.EventMention) bool { return r.ArticleID == id })
	return &s, err
}

func rowsWhere[T any](files []string, is func(*T) bool) (out []T, err error) {
	for row, err := range sink.Rows[T](files) {
		if err != nil {
			return nil, err
		}
		if is(row) {
			out = append(out, *row)
		}
	}
	return out, nil
}

// painter writes for the terminal.
type painter struct {
	out   io.Writer
	color bool
}

const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	blue   = "34"
	purple = "35"
	cyan   = "36"
)

func (p painter) paint(code, text string) string {
	if !p.color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p painter) article(s *shown) error {
	a := &s.article
	fmt.Fprintln(p.out, p.paint(bold, cmp.Or(a.Title, "(no title)")))
	facts := []string{a.ArticleID, cmp.Or(a.URL, a.SourcePath), a.Site, strings.Join(a.Authors, ", "), strings.Join(a.Agencies, ", "), published(a), a.Language}
	facts = append(facts, a.Warnings...)
	facts = slices.DeleteFunc(facts, func(f string) bool { return f == "" })
	fmt.Fprintf(p.out, "%s\n\n%s\n", p.paint(dim, strings.Join(facts, " · ")), p.marked(s))
	p.quotes(s.quotes)
	p.events(s.tellings)
	_, err := fmt.Fprintln(p.out)
	return err
}

func published(a *schemas.Article) string {
	if a.PublishedAt == nil {
		return ""
	}
	layout := map[string]string{"minute": "2006-01-02 15:04 UTC", "month": "2006-01", "year": "2006"}[a.PublishedPrecision]
	return time.UnixMicro(*a.PublishedAt).UTC().Format(cmp.Or(layout, time.DateOnly)) + " by " + a.PublishedBasis
}

// marking is a span to be marked: [text|NOTE] without color.
type marking struct {
	start, end  int32
	color, note string
}

// marked gives the text with names, times and triggers marked. Where marks overlap, the one
// that begins first, or is longer, is shown.
func (p painter) marked(s *shown) string {
	var marks []marking
	for _, m := range s.mentions {
		color := map[string]string{"PERSON": green, "ORG": blue}[m.Type]
		marks = append(marks, marking{m.CharStart, m.CharEnd, cmp.Or(color, cyan), m.Type})
	}
	for _, t := range s.times {
		marks = append(marks, marking{t.CharStart, t.CharEnd, purple, cmp.Or(t.Value, t.Kind)})
	}
	for _, e := range s.tellings {
		marks = append(marks, marking{e.TriggerStart, e.TriggerEnd, red, e.CAMEOCode})
	}
	slices.SortStableFunc(marks, func(a, b marking) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	text := []rune(s.article.Text)
	var out strings.Builder
	at := int32(0)
	for _, m := range marks {
		if m.start < at || int(m.end) > len(text) {
			continue
		}
		out.WriteString(string(text[at:m.start]))
		surface := string(text[m.start:m.end])
		if p.color {
			out.WriteString(p.paint(m.color, surface) + p.paint(dim, "|"+m.note))
		} else {
			out.WriteString("[" + surface + "|" + m.note + "]")
		}
		at = m.end
	}
	out.WriteString(string(text[at:]))
	return out.String()
}

func (p painter) quotes(quotes []schemas.Quote) {
	if len(quotes) > 0 {
		fmt.Fprintf(p.out, "\n%s\n", p.paint(bold, "Quotes"))
	}
	for _, q := range quotes {
		reporter := ""
		if q.ReportedByName != "" {
			reporter = " " + p.paint(dim, "("+q.ReportedByName+")")
		}
		fmt.Fprintf(p.out, "  %-8s %s %s%s: %s\n", q.Kind, p.paint(green, cmp.Or(q.SpeakerName, "?")), q.Cue, reporter, strings.Join(strings.Fields(q.Text), " "))
	}
}

func (p painter) events(tellings []schemas.EventMention) {
	if len(tellings) > 0 {
		fmt.Fprintf(p.out, "\n%s\n", p.paint(bold, "Events"))
	}
	slices.SortStableFunc(tellings, func(a, b schemas.EventMention) int { return cmp.Compare(a.TriggerStart, b.TriggerStart) })
	for _, e := range tellings {
		fmt.Fprintf(p.out, "  %s %-12s %s %s %s", p.paint(red, e.CAMEOCode), e.Status, actor(e.Actor1Name, e.Actor1Code, e.Actor1Basis), p.paint(bold, e.Trigger), actor(e.Actor2Name, e.Actor2Code, e.Actor2Basis))
		if e.DateStart != nil {
			fmt.Fprintf(p.out, " on %s", time.Unix(int64(*e.DateStart)*86400, 0).UTC().Format(time.DateOnly))
			if e.DateEnd != nil && *e.DateEnd != *e.DateStart {
				fmt.Fprintf(p.out, " to %s", time.Unix(int64(*e.DateEnd)*86400, 0).UTC().Format(time.DateOnly))
			}
		}
		if e.PlaceName != "" {
			fmt.Fprintf(p.out, " in %s", e.PlaceName)
		}
		fmt.Fprintf(p.out, "  %s\n", p.paint(dim, e.Rule))
	}
}

func actor(name, code, basis string) string {
	if basis == "text" {
		code = strings.TrimPrefix(code+", inferred", ", ")
	}
	switch {
	case name == "":
		return "–"
	case code == "":
		return name
	}
	return name + " (" + code + ")"
}

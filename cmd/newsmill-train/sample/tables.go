package sample

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
)

// feedLine is one line of a publisher's feed; the keys are those that newsmill reads.
type feedLine struct {
	ID          string `json:"id"`
	URL         string `json:"url"`
	HTML        string `json:"html,omitempty"`
	Text        string `json:"text,omitempty"`
	Title       string `json:"title,omitempty"`
	PublishedAt string `json:"published_at,omitempty"`
	CrawledAt   string `json:"crawled_at,omitempty"`
	Language    string `json:"language,omitempty"`
	Site        string `json:"site,omitempty"`
}

// writeFeed gives JSON Lines: pages with their markup, or the bare text with what the
// publisher says of it.
func writeFeed(pages []delivery) ([]byte, error) {
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	lines.SetEscapeHTML(false)
	for _, p := range pages {
		line := feedLine{ID: p.Outlet.Key + "-" + p.ID(), URL: p.URL(), CrawledAt: p.crawled.Format(time.RFC3339)}
		if p.Form == "feed" {
			line.HTML = string(p.page)
		} else {
			line.Text = strings.Join(p.Paragraphs, "\n\n")
			line.Title, line.PublishedAt = p.Headline, p.Published.Format(time.RFC3339)
			line.Language, line.Site = p.Outlet.Language, p.Outlet.Name
		}
		if err := lines.Encode(line); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// archiveRow is one row of a library's archive of pages.
type archiveRow struct {
	ID          string     `parquet:"id"`
	URL         string     `parquet:"url"`
	HTML        *string    `parquet:"html,optional"`
	Text        *string    `parquet:"text,optional"`
	Title       *string    `parquet:"title,optional"`
	PublishedAt *time.Time `parquet:"published_at,optional,timestamp(microsecond)"`
	CrawledAt   *time.Time `parquet:"crawled_at,optional,timestamp(microsecond)"`
	Language    *string    `parquet:"language,optional"`
	Site        *string    `parquet:"site,optional"`
}

// writeParquet gives the pages as rows, in turn with markup and as visible text.
func writeParquet(pages []delivery) ([]byte, error) {
	var rows []archiveRow
	for i, p := range pages {
		row := archiveRow{ID: p.Outlet.Key + "-" + p.ID(), URL: p.URL(), CrawledAt: &p.crawled}
		if i%2 == 0 {
			page := string(p.page)
			row.HTML = &page
		} else {
			text, err := p.flatText()
			if err != nil {
				return nil, err
			}
			published := p.Published.UTC()
			row.Text, row.Title, row.PublishedAt = &text, &p.Headline, &published
			row.Language, row.Site = &p.Outlet.Language, &p.Outlet.Name
		}
		rows = append(rows, row)
	}
	return parquetFile(rows)
}

// parquetFile writes rows with a fixed author, since the library would else name the build.
func parquetFile[T any](rows []T) ([]byte, error) {
	var b bytes.Buffer
	w := parquet.NewGenericWriter[T](&b, parquet.CreatedBy("newsmill-train", "1", "sample"), parquet.Compression(&parquet.Zstd))
	if _, err := w.Write(rows); err != nil {
		return nil, fmt.Errorf("write parquet: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("close parquet: %w", err)
	}
	return b.Bytes(), nil
}

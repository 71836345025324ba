// Package article holds what extraction gives, whether the page came as HTML (package
// extract) or as bare lines (package clean): the clean text, the blocks it was chosen from,
// and the metadata.
package article

import "time"

// Article is a page after extraction.
type Article struct {
	Text     string // clean: paragraphs parted by one blank line; no headline, no boilerplate
	Blocks   []Block
	Meta     Metadata
	Warnings []string // codes, sorted: empty, paywalled, opinion, ...
}

// Label says what a block is; the values are those of the contract.
type Label string

// Labels of blocks.
const (
	Body       Label = "body"
	Headline   Label = "headline"
	Standfirst Label = "standfirst"
	Byline     Label = "byline"
	Dateline   Label = "dateline"
	Caption    Label = "caption"
	Related    Label = "related"
	Navigation Label = "navigation"
	Share      Label = "share"
	Promotion  Label = "promotion"
	Comment    Label = "comment"
	Legal      Label = "legal"
	Other      Label = "other"
)

// Block is a stretch of visible text between two breaks: a paragraph, a heading, a list
// item, a line of flattened text.
type Block struct {
	Text     string // white space folded
	Label    Label
	Kept     bool
	Score    float32 // that it is body, 0 to 1; negative is unknown
	Reason   string  // model, template, duplicate, metadata, layout, ...
	Start    int     // bytes in Article.Text, where kept; else -1
	End      int
	RawStart int // bytes of the page, -1 is unknown: of its UTF-8 first, then of it as it came
	RawEnd   int
}

// Metadata is what a page says of itself. Zero values are unknown.
type Metadata struct {
	Title        string
	Authors      []string
	Agencies     []string // wire services credited
	CanonicalURL string
	Site         string
	Section      string
	Language     string // that the page declares, BCP 47
	Published    Date
	Updated      Date
	ImageURL     string
	ImageCaption string
}

// Date is a point in time with how much of it is known and where it was read.
type Date struct {
	Time      time.Time // UTC; zero is unknown
	Precision string    // minute, day, month, year
	Basis     string    // metadata, url, byline, text, input
}

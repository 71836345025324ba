// Package source reads what newsmill is given: HTML files, flattened text, WARC and
// WET, JSON Lines, Parquet, CoNLL-U and standard input, each plain, gzipped or zstd-compressed.
//
// A [File] is one input file. [Cut] divides it into sections that can be read apart, and
// [Read] streams the pages of a section in the order in which they stand. What cannot be
// read as a page comes out as a [Fault], in its place: every record that came in is one
// [Item], and nothing is skipped in silence. Memory is bounded by [Limits], not by the file.
package source

import "time"

// Kind says what the bytes of a page are.
type Kind uint8

const (
	// HTML is a page with its markup.
	HTML Kind = iota
	// Text is a page that something else flattened already: visible lines, no markup.
	Text
	// CoNLLU is a document of a treebank: sentences and words, each on a line. See [Page.Treebank].
	CoNLLU
)

// Page is one page as it came in.
type Page struct {
	Path    string // source_path: relative within its input, slashes
	Offset  int64  // source_offset: see the contract
	Record  string // source_record: JSON Lines id, WARC-Record-ID, newdoc id; "" is none
	Kind    Kind
	URL     string // that the input gives; "" is none
	Body    []byte // after transfer and content decoding, before charset decoding
	Charset string // that the transport declares (HTTP header); "" is none
	Given   Given

	// Apart says that a [Section] may start at Offset: the page can be read again from there.
	Apart bool

	id      string // what ID gives, once it was asked
	plain   bool   // UTF8 found that Body is its text as it stands
	keyed   bool   // Record is the id that the user gave, not one that the crawler made up
	decoded bool   // Body is UTF-8 already, whatever the page says of itself
	memory  []byte // that Body is a part of; see Release
}

// Given is what the user of JSON Lines or Parquet says of a page. Zero values are unknown.
type Given struct {
	Title       string
	PublishedAt time.Time // UTC
	// PublishedPrecision is minute, day, month or year: how much of PublishedAt was written.
	PublishedPrecision string
	CrawledAt          time.Time // UTC; for WARC the WARC-Date
	Language           string    // BCP 47
	Site               string
	// Mentions are spans the user knows already, offsets in code points into the text.
	// HasMentions tells an empty list (tag nothing) from an absent one (tag).
	Mentions    []Mention
	HasMentions bool
}

// Mention is a span that the input marks.
type Mention struct {
	Start, End int // code points, end exclusive
	Type       string
}

// Fault is a record, or a stretch of bytes, that is no page.
type Fault struct {
	Path    string
	Record  string
	Offset  int64
	URL     string
	Code    string // one of the Code constants
	Message string // what is wrong, where, and what to do
	Raw     []byte // the first bytes, at most 64 KiB
}

// Item is a page or a fault; exactly one of the two is set.
type Item struct {
	Page  *Page
	Fault *Fault
	Read  int64 // stored bytes of the section that were read so far, about; 0 for Parquet
}

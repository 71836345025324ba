package schemas

// Article is a row of articles.
type Article struct {
	ArticleID          string   `parquet:"article_id" doc:"Key: 32 hex digits of the SHA-256 over the url that the input gives (without one, the row's id), NUL, and the page's bytes."`
	SourcePath         string   `parquet:"source_path,dict" doc:"Input file the page came in (inputs.source_path)."`
	SourceRecord       string   `parquet:"source_record,optional" doc:"Id of the record in its file: JSON Lines id, WARC-Record-ID."`
	SourceOffset       int64    `parquet:"source_offset" doc:"Where the record begins: byte offset of the member in the stored file for per-record WARC, byte offset in the decompressed stream otherwise, row number for Parquet, 0 for one-page files."`
	URL                string   `parquet:"url,optional" doc:"Address that the input gives."`
	CanonicalURL       string   `parquet:"canonical_url,optional" doc:"Address that the page gives for itself."`
	Domain             string   `parquet:"domain,optional,dict" doc:"Registrable domain of the address, by the public suffix list."`
	Site               string   `parquet:"site,optional,dict" doc:"What the page calls its outlet."`
	Section            string   `parquet:"section,optional,dict" doc:"Section of the outlet that the page names."`
	Title              string   `parquet:"title,optional" doc:"Headline, without the outlet's name."`
	Authors            []string `parquet:"authors,list" doc:"People credited, in the page's order."`
	Agencies           []string `parquet:"agencies,list" doc:"Wire services credited."`
	Language           string   `parquet:"language,dict" doc:"Language of the text, BCP 47; und is unknown."`
	LanguageScore      *float64 `parquet:"language_score" doc:"How sure the language is, 0 to 1."`
	PublishedAt        *int64   `parquet:"published_at,timestamp(microsecond)" doc:"When the page says that it was published, UTC."`
	PublishedPrecision string   `parquet:"published_precision,optional,dict" values:"minute day month year" doc:"How much of published_at the page gives: minute, day, month, year."`
	PublishedBasis     string   `parquet:"published_basis,optional,dict" values:"metadata url byline text input" doc:"Where published_at was read: metadata, url, byline, text, input."`
	UpdatedAt          *int64   `parquet:"updated_at,timestamp(microsecond)" doc:"When the page says that it was last changed, UTC."`
	CrawledAt          *int64   `parquet:"crawled_at,timestamp(microsecond)" doc:"When the page was fetched, as the input says, UTC."`
	ImageURL           string   `parquet:"image_url,optional" doc:"Address of the lead image."`
	ImageCaption       string   `parquet:"image_caption,optional" doc:"Caption of the lead image."`
	Text               string   `parquet:"text" doc:"Clean text: paragraphs parted by one blank line, without headline and boilerplate. All offsets of the other tables count its Unicode code points."`
	TextHash           string   `parquet:"text_hash,optional" doc:"Equal for articles whose words are the same, whatever their case, marks and spacing; NULL for an empty text."`
	CharCount          int32    `parquet:"char_count" doc:"Code points of text."`
	WordCount          int32    `parquet:"word_count" doc:"Words of text, by Unicode UAX #29; punctuation does not count."`
	SentenceCount      int32    `parquet:"sentence_count" doc:"Sentences of text."`
	RemovedCharCount   int64    `parquet:"removed_char_count" doc:"Code points of visible text on the page that are not in text."`
	Sentiment          *float64 `parquet:"sentiment" doc:"Tone of the text, -1 to 1."`
	Warnings           []string `parquet:"warnings,list" values:"empty gallery live_blog opinion paywalled review truncated_markup untagged_language video" doc:"What a reader should know of the page: empty (no article was found), paywalled, truncated_markup (too deep to be read in whole), untagged_language (no model for it), and what kind it is where it is no plain report: gallery, live_blog, opinion, review, video."`
}

package schemas

// Block is a row of blocks.
type Block struct {
	ArticleID  string   `parquet:"article_id,dict" doc:"Article the block belongs to."`
	BlockIndex int32    `parquet:"block_index" doc:"Place of the block on the page, 0-based."`
	Label      string   `parquet:"label,dict" values:"body headline standfirst byline dateline caption related navigation share promotion comment legal other" doc:"What the block is: body, headline, standfirst, byline, dateline, caption, related, navigation, share, promotion, comment, legal, other."`
	Kept       bool     `parquet:"kept" doc:"Whether the block is part of articles.text."`
	Score      *float64 `parquet:"score" doc:"That the block is body, 0 to 1."`
	Reason     string   `parquet:"reason,dict" values:"model template duplicate metadata layout data input" doc:"What decided: model, template (recurs on the site), duplicate (stands elsewhere on the page), metadata (is the headline, an author or the day), layout (stands beside the text: another column, a row of links, another story, a caption), data (read from the page's JSON), input (given as clean)."`
	Text       string   `parquet:"text,optional" doc:"The block's text where it was not kept; where it was, the offsets give it."`
	CharStart  *int32   `parquet:"char_start" doc:"First code point in articles.text, where kept."`
	CharEnd    *int32   `parquet:"char_end" doc:"One past the last code point in articles.text, where kept."`
	RawStart   *int64   `parquet:"raw_start" doc:"First byte of the block in the page, in its own charset, transfer and content decoding undone."`
	RawEnd     *int64   `parquet:"raw_end" doc:"One past the last byte of the block, likewise."`
}

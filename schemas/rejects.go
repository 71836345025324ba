package schemas

// Reject is a row of rejects.
type Reject struct {
	SourcePath   string `parquet:"source_path,dict" doc:"Input file it came in (inputs.source_path)."`
	SourceRecord string `parquet:"source_record,optional" doc:"Id of the record in its file."`
	SourceOffset int64  `parquet:"source_offset" doc:"Where it begins, counted as in articles."`
	ArticleID    string `parquet:"article_id,optional" doc:"Id that the page has, or would have had."`
	URL          string `parquet:"url,optional" doc:"Address that the input gives."`
	Stage        string `parquet:"stage,dict" doc:"Where it failed: source, extract, segment, entity, ...; survey for repeated pages."`
	Code         string `parquet:"code,dict" doc:"What is wrong, for programs: empty, truncated, bad_gzip, too_large, bad_json, panic, repeated, ..."`
	Message      string `parquet:"message" doc:"What is wrong, for people, with what to do; for repeated pages, the first one's place."`
	Raw          []byte `parquet:"raw,optional" doc:"The first bytes as they came, at most 64 KiB."`
}

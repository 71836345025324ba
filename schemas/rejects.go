package schemas

// Reject is a row of rejects.
type Reject struct {
	SourcePath   string `parquet:"source_path,dict" doc:"Input file it came in (inputs.source_path)."`
	SourceRecord string `parquet:"source_record,optional" doc:"Id of the record in its file."`
	SourceOffset int64  `parquet:"source_offset" doc:"Where it begins, counted as in articles."`
	ArticleID    string `parquet:"article_id,optional" doc:"Id that the page has, or would have had."`
	URL          string `parquet:"url,optional" doc:"Address that the input gives."`
	Stage        string `parquet:"stage,dict" doc:"Where it failed: source, extract, segment, entity, ...; survey for repeated pages."`
	Code         string `parquet:"code,dict" values:"empty truncated bad_gzip bad_zstd bad_http not_html not_text too_large bad_json bad_type no_content ambiguous bad_warc bad_parquet bad_conllu unreadable bad_mentions panic repeated" doc:"What is wrong, for programs: empty, truncated, unreadable, too_large; bad_gzip, bad_zstd, bad_http, bad_json, bad_warc, bad_parquet, bad_conllu (not in its own format); bad_type, no_content, ambiguous, bad_mentions (of a row); not_html, not_text (another kind of file); panic (a defect of newsmill); repeated (no reject: the page came before in the batch)."`
	Message      string `parquet:"message" doc:"What is wrong, for people, with what to do; for repeated pages, the first one's place."`
	Raw          []byte `parquet:"raw,optional" doc:"The first bytes as they came, at most 64 KiB."`
}

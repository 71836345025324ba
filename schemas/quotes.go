package schemas

// Quote is a row of quotes.
type Quote struct {
	QuoteID             string  `parquet:"quote_id" doc:"Key: article_id, then char_start and char_end as 8 hex digits each."`
	ArticleID           string  `parquet:"article_id,dict" doc:"Article the quote stands in."`
	Kind                string  `parquet:"kind,dict" values:"direct partial indirect" doc:"direct (whole sentences between marks), partial (words between marks), indirect (no marks)."`
	CharStart           int32   `parquet:"char_start" doc:"First code point in articles.text, inside the marks."`
	CharEnd             int32   `parquet:"char_end" doc:"One past the last code point in articles.text."`
	Text                string  `parquet:"text" doc:"What is quoted: articles.text from char_start to char_end."`
	Cue                 string  `parquet:"cue,optional,dict" doc:"The word that reports it: said, told, according to, ..."`
	SpeakerMentionID    string  `parquet:"speaker_mention_id,optional" doc:"The speaker's name in the text."`
	SpeakerEntityID     string  `parquet:"speaker_entity_id,optional,dict" doc:"The speaker (entities.entity_id)."`
	SpeakerName         string  `parquet:"speaker_name,optional,dict" doc:"The speaker's full name, or the words that stand for it."`
	ReportedByMentionID string  `parquet:"reported_by_mention_id,optional" doc:"The name of the source that reports what the speaker said, where the text tells one apart: Interfax in “Interfax quoted the ministry as saying”, the paper in “told The Times”."`
	ReportedByEntityID  string  `parquet:"reported_by_entity_id,optional,dict" doc:"That source (entities.entity_id)."`
	ReportedByName      string  `parquet:"reported_by_name,optional,dict" doc:"That source's full name, or the words that stand for it (the paper)."`
	Score               float64 `parquet:"score" doc:"How sure the quote and its speaker are, 0 to 1."`
}

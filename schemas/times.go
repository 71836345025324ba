package schemas

// Time is a row of times.
type Time struct {
	TimeID        string `parquet:"time_id" doc:"Key: article_id, then char_start and char_end as 8 hex digits each."`
	ArticleID     string `parquet:"article_id,dict" doc:"Article the expression stands in."`
	SentenceIndex int32  `parquet:"sentence_index" doc:"Sentence the expression stands in."`
	CharStart     int32  `parquet:"char_start" doc:"First code point in articles.text."`
	CharEnd       int32  `parquet:"char_end" doc:"One past the last code point in articles.text."`
	Surface       string `parquet:"surface,dict" doc:"The expression as the text has it."`
	Kind          string `parquet:"kind,dict" values:"DATE TIME DURATION SET" doc:"DATE, TIME, DURATION, SET."`
	Value         string `parquet:"value,optional,dict" doc:"Value in the terms of TIMEX3: 2022-01-10, XXXX-01, P2M, PRESENT_REF, ..."`
	DateStart     *int32 `parquet:"date_start,date" doc:"First day meant."`
	DateEnd       *int32 `parquet:"date_end,date" doc:"Last day meant."`
	Precision     string `parquet:"precision,optional,dict" values:"minute day week month quarter year decade century" doc:"minute, day, week, month, quarter, year, decade, century."`
}

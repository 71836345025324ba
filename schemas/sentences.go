package schemas

// Sentence is a row of sentences.
type Sentence struct {
	ArticleID      string   `parquet:"article_id,dict" doc:"Article the sentence belongs to."`
	SentenceIndex  int32    `parquet:"sentence_index" doc:"Place of the sentence in the article, 0-based."`
	CharStart      int32    `parquet:"char_start" doc:"First code point in articles.text."`
	CharEnd        int32    `parquet:"char_end" doc:"One past the last code point in articles.text."`
	Text           string   `parquet:"text" doc:"The sentence: articles.text from char_start to char_end."`
	ParagraphIndex int32    `parquet:"paragraph_index" doc:"Paragraph of the article it stands in, 0-based."`
	Sentiment      *float64 `parquet:"sentiment" doc:"Tone of the sentence, -1 to 1."`
	InQuote        bool     `parquet:"in_quote" doc:"Whether the sentence stands inside quotation marks as a whole."`
}

package schemas

// Token is a row of tokens. What a language has no model for is NULL.
type Token struct {
	ArticleID     string `parquet:"article_id,dict" doc:"Article the word stands in."`
	SentenceIndex int32  `parquet:"sentence_index" doc:"Sentence the word stands in."`
	TokenIndex    int32  `parquet:"token_index" doc:"Place of the word in its sentence, 1-based."`
	CharStart     int32  `parquet:"char_start" doc:"First code point in articles.text. Words that are written as one, and do not make it up (French du: de, le), have the span of all of it."`
	CharEnd       int32  `parquet:"char_end" doc:"One past the last code point in articles.text."`
	Form          string `parquet:"form,dict" doc:"The word: articles.text from char_start to char_end, or its own form where several share a span."`
	Lemma         string `parquet:"lemma,optional,dict" doc:"Its dictionary form."`
	UPOS          string `parquet:"upos,optional,dict" values:"ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X" doc:"Part of speech in Universal Dependencies: ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X."`
	XPOS          string `parquet:"xpos,optional,dict" doc:"Part of speech in the language's own tag set, for English that of the Penn Treebank."`
	Feats         string `parquet:"feats,optional,dict" doc:"Morphology in Universal Dependencies: Number=Sing|Person=3."`
	Head          *int32 `parquet:"head" doc:"token_index of the word it depends on, 0 for the root of the sentence."`
	Deprel        string `parquet:"deprel,optional,dict" doc:"Relation to the head, of Universal Dependencies."`
}

package schemas

// Mention is a row of mentions.
type Mention struct {
	MentionID      string   `parquet:"mention_id" doc:"Key: article_id, then char_start and char_end as 8 hex digits each."`
	ArticleID      string   `parquet:"article_id,dict" doc:"Article the name stands in."`
	SentenceIndex  int32    `parquet:"sentence_index" doc:"Sentence the name stands in."`
	CharStart      int32    `parquet:"char_start" doc:"First code point in articles.text."`
	CharEnd        int32    `parquet:"char_end" doc:"One past the last code point in articles.text."`
	Surface        string   `parquet:"surface,dict" doc:"The name as the text has it."`
	Type           string   `parquet:"type,dict" values:"PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK" doc:"PERSON, ORG, GPE (countries, cities, regions), LOC, FAC, NORP (peoples, parties), EVENT, PRODUCT, WORK."`
	Score          float64  `parquet:"score" doc:"How sure the name and its type are, 0 to 1."`
	EntityID       string   `parquet:"entity_id,optional,dict" doc:"Who or what bears the name (entities.entity_id)."`
	EntityName     string   `parquet:"entity_name,optional,dict" doc:"The bearer's full name."`
	LinkScore      *float64 `parquet:"link_score" doc:"How sure the link to the entity is, 0 to 1."`
	Country        string   `parquet:"country,optional,dict" doc:"The bearer's country, ISO 3166-1 alpha-3."`
	Latitude       *float64 `parquet:"latitude" doc:"Degrees north: of a place; of a people, the middle of its land; of an organisation or a building named after a place of the page, that place."`
	Longitude      *float64 `parquet:"longitude" doc:"Degrees east, for places."`
	GeoNames       string   `parquet:"geonames,optional,dict" doc:"GeoNames id of a place."`
	Wikidata       string   `parquet:"wikidata,optional,dict" doc:"Wikidata id of the bearer."`
	Sentiment      *float64 `parquet:"sentiment" doc:"Tone toward the bearer in this sentence, -1 to 1."`
	SentimentLabel string   `parquet:"sentiment_label,optional,dict" values:"negative neutral positive" doc:"The same as a class: negative, neutral, positive."`
}

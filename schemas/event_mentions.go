package schemas

// EventMention is a row of event_mentions. It is complete in itself: link makes events of
// these rows and of the articles' dates, domains and addresses, and of nothing else.
type EventMention struct {
	EventMentionID  string   `parquet:"event_mention_id" doc:"Key: article_id, then the trigger's char_start and char_end as 8 hex digits each, and an ordinal of 2."`
	EventID         string   `parquet:"event_id,dict" doc:"The event that is told (events.event_id)."`
	ArticleID       string   `parquet:"article_id,dict" doc:"The article that tells it."`
	SentenceIndex   int32    `parquet:"sentence_index" doc:"The sentence that tells it."`
	TriggerStart    int32    `parquet:"trigger_start" doc:"First code point of the trigger in articles.text."`
	TriggerEnd      int32    `parquet:"trigger_end" doc:"One past its last code point."`
	Trigger         string   `parquet:"trigger,dict" doc:"The word or words that tell the event."`
	Actor1MentionID string   `parquet:"actor1_mention_id,optional" doc:"Name of who did it."`
	Actor2MentionID string   `parquet:"actor2_mention_id,optional" doc:"Name of to whom it was done."`
	PlaceMentionID  string   `parquet:"place_mention_id,optional" doc:"Name of the place."`
	TimeID          string   `parquet:"time_id,optional" doc:"Expression that dates it."`
	TimeValue       string   `parquet:"time_value,optional,dict" doc:"Its TIMEX3 value; XXXX-01-10 where nothing tells the year."`
	QuoteID         string   `parquet:"quote_id,optional" doc:"Quote that it stands in."`
	AttributedTo    string   `parquet:"attributed_to,optional" doc:"Name of who says so (mention_id)."`
	CAMEOCode       string   `parquet:"cameo_code,dict" doc:"CAMEO event code, 2 to 4 digits."`
	Status          string   `parquet:"status,dict" values:"actual ongoing scheduled conditional hypothetical denied" doc:"actual, ongoing, scheduled, conditional, hypothetical, denied."`
	Rule            string   `parquet:"rule,dict" doc:"The pattern that fired; model: and a root where no pattern names the trigger."`
	Score           float64  `parquet:"score" doc:"How sure the coding is, 0 to 1."`
	Actor1EntityID  string   `parquet:"actor1_entity_id,optional,dict" doc:"Who did it (entities.entity_id)."`
	Actor1Name      string   `parquet:"actor1_name,optional,dict" doc:"Full name of actor 1, or the words that stand for it."`
	Actor1Code      string   `parquet:"actor1_code,optional,dict" doc:"CAMEO code of actor 1."`
	Actor1Country   string   `parquet:"actor1_country,optional,dict" doc:"Country of actor 1, ISO 3166-1 alpha-3."`
	Actor1Role      string   `parquet:"actor1_role,optional,dict" doc:"CAMEO role of actor 1."`
	Actor1Basis     string   `parquet:"actor1_basis,optional,dict" values:"sentence text" doc:"What tells who actor 1 is: the sentence, by a name, a noun or a pronoun; or text, where that is inferred from the rest of the text."`
	Actor2EntityID  string   `parquet:"actor2_entity_id,optional,dict" doc:"To whom it was done (entities.entity_id)."`
	Actor2Name      string   `parquet:"actor2_name,optional,dict" doc:"Full name of actor 2, or the words that stand for it."`
	Actor2Code      string   `parquet:"actor2_code,optional,dict" doc:"CAMEO code of actor 2."`
	Actor2Country   string   `parquet:"actor2_country,optional,dict" doc:"Country of actor 2, ISO 3166-1 alpha-3."`
	Actor2Role      string   `parquet:"actor2_role,optional,dict" doc:"CAMEO role of actor 2."`
	Actor2Basis     string   `parquet:"actor2_basis,optional,dict" values:"sentence text" doc:"What tells who actor 2 is: the sentence, by a name, a noun or a pronoun; or text, where that is inferred from the rest of the text."`
	Reciprocal      bool     `parquet:"reciprocal" doc:"Whether both did it to each other."`
	DateStart       *int32   `parquet:"date_start,date" doc:"First day of the event, as this telling has it."`
	DateEnd         *int32   `parquet:"date_end,date" doc:"Last day of the event, as this telling has it."`
	DatePrecision   string   `parquet:"date_precision,optional,dict" values:"day week month quarter year decade century" doc:"How exact the days are: day, week, month, quarter, year, decade, century."`
	DateBasis       string   `parquet:"date_basis,optional,dict" values:"text publication" doc:"Where the days come from: text, or publication."`
	PlaceEntityID   string   `parquet:"place_entity_id,optional,dict" doc:"Where it happened (entities.entity_id)."`
	PlaceName       string   `parquet:"place_name,optional,dict" doc:"Full name of the place."`
	PlaceCountry    string   `parquet:"place_country,optional,dict" doc:"Country of the place, ISO 3166-1 alpha-3."`
	Latitude        *float64 `parquet:"latitude" doc:"Degrees north."`
	Longitude       *float64 `parquet:"longitude" doc:"Degrees east."`
	PlaceBasis      string   `parquet:"place_basis,optional,dict" values:"argument sentence dateline" doc:"What gives the place: argument, sentence, dateline."`
	Sentiment       *float64 `parquet:"sentiment" doc:"Tone of the sentence, -1 to 1."`
	Sentence        string   `parquet:"sentence" doc:"The sentence that tells it."`
}

package schemas

// Event is a row of events.
type Event struct {
	EventID         string   `parquet:"event_id" doc:"Key: the event_mention_id of the earliest telling, by published_at, then id."`
	DateStart       *int32   `parquet:"date_start,date" doc:"First day of the event."`
	DateEnd         *int32   `parquet:"date_end,date" doc:"Last day of the event."`
	DatePrecision   string   `parquet:"date_precision,optional,dict" values:"day week month quarter year decade century" doc:"How exact the days are: day, week, month, quarter, year, decade, century."`
	DateBasis       string   `parquet:"date_basis,optional,dict" values:"text publication" doc:"Where the days come from: text, or publication."`
	FirstReportedAt *int64   `parquet:"first_reported_at,timestamp(microsecond)" doc:"Publication of the earliest telling, UTC."`
	LastReportedAt  *int64   `parquet:"last_reported_at,timestamp(microsecond)" doc:"Publication of the latest telling, UTC."`
	Status          string   `parquet:"status,dict" values:"actual ongoing scheduled conditional hypothetical denied" doc:"actual, ongoing, scheduled, conditional, hypothetical, denied."`
	CAMEOCode       string   `parquet:"cameo_code,dict" doc:"CAMEO event code, 2 to 4 digits."`
	CAMEORoot       string   `parquet:"cameo_root,dict" doc:"Its first two digits."`
	QuadClass       string   `parquet:"quad_class,dict" values:"verbal_cooperation material_cooperation verbal_conflict material_conflict" doc:"verbal_cooperation, material_cooperation, verbal_conflict, material_conflict."`
	Goldstein       float64  `parquet:"goldstein" doc:"Goldstein scale of the code, -10 to 10."`
	PLOVEREvent     string   `parquet:"plover_event,optional,dict" doc:"PLOVER event type."`
	PLOVERMode      string   `parquet:"plover_mode,optional,dict" doc:"PLOVER mode."`
	Actor1ID        string   `parquet:"actor1_id,optional,dict" doc:"Who did it (entities.canonical_id)."`
	Actor1Name      string   `parquet:"actor1_name,optional,dict" doc:"Name of actor 1."`
	Actor1Code      string   `parquet:"actor1_code,optional,dict" doc:"CAMEO code of actor 1."`
	Actor1Country   string   `parquet:"actor1_country,optional,dict" doc:"Country of actor 1, ISO 3166-1 alpha-3."`
	Actor1Role      string   `parquet:"actor1_role,optional,dict" doc:"CAMEO role of actor 1: GOV, MIL, OPP, REB, COP, ..."`
	Actor1Basis     string   `parquet:"actor1_basis,optional,dict" values:"sentence text" doc:"What tells who actor 1 is: the sentence, by a name, a noun or a pronoun; or text, where that is inferred from the rest of the text."`
	Actor2ID        string   `parquet:"actor2_id,optional,dict" doc:"To whom it was done (entities.canonical_id)."`
	Actor2Name      string   `parquet:"actor2_name,optional,dict" doc:"Name of actor 2."`
	Actor2Code      string   `parquet:"actor2_code,optional,dict" doc:"CAMEO code of actor 2."`
	Actor2Country   string   `parquet:"actor2_country,optional,dict" doc:"Country of actor 2, ISO 3166-1 alpha-3."`
	Actor2Role      string   `parquet:"actor2_role,optional,dict" doc:"CAMEO role of actor 2."`
	Actor2Basis     string   `parquet:"actor2_basis,optional,dict" values:"sentence text" doc:"What tells who actor 2 is: the sentence, by a name, a noun or a pronoun; or text, where that is inferred from the rest of the text."`
	Reciprocal      bool     `parquet:"reciprocal" doc:"Whether both did it to each other (met, agreed, fought)."`
	PlaceID         string   `parquet:"place_id,optional,dict" doc:"Where it happened (entities.canonical_id)."`
	PlaceName       string   `parquet:"place_name,optional,dict" doc:"Name of the place."`
	PlaceCountry    string   `parquet:"place_country,optional,dict" doc:"Country of the place, ISO 3166-1 alpha-3."`
	Latitude        *float64 `parquet:"latitude" doc:"Degrees north."`
	Longitude       *float64 `parquet:"longitude" doc:"Degrees east."`
	PlaceBasis      string   `parquet:"place_basis,optional,dict" values:"argument sentence dateline" doc:"What gives the place: argument, sentence, dateline."`
	MentionCount    int64    `parquet:"mention_count" doc:"Tellings: rows of event_mentions."`
	ArticleCount    int64    `parquet:"article_count" doc:"Articles that tell it; revisions of one url count once."`
	DomainCount     int64    `parquet:"domain_count" doc:"Domains that tell it."`
	SourceCount     int64    `parquet:"source_count" doc:"Independent sources: copies of one original count once."`
	Sentiment       *float64 `parquet:"sentiment" doc:"Mean tone of the sentences that tell it, -1 to 1."`
	Score           float64  `parquet:"score" doc:"How sure the best telling is, 0 to 1."`
	Summary         string   `parquet:"summary" doc:"The sentence of the best telling."`
}

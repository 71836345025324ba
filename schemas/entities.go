package schemas

// Entity is a row of entities.
type Entity struct {
	EntityID     string   `parquet:"entity_id" doc:"Key: decided by the page and the gazetteer alone; it never changes."`
	CanonicalID  string   `parquet:"canonical_id" doc:"The smallest entity_id of those that are taken for one; itself where it is alone."`
	Name         string   `parquet:"name" doc:"Full name."`
	Type         string   `parquet:"type,dict" values:"PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK" doc:"PERSON, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT, WORK."`
	Aliases      []string `parquet:"aliases,list" doc:"The names that articles use for it, most used first."`
	Country      string   `parquet:"country,optional,dict" doc:"Its country, ISO 3166-1 alpha-3."`
	Wikidata     string   `parquet:"wikidata,optional" doc:"Wikidata id."`
	GeoNames     string   `parquet:"geonames,optional" doc:"GeoNames id of a place."`
	Latitude     *float64 `parquet:"latitude" doc:"Degrees north, as in mentions."`
	Longitude    *float64 `parquet:"longitude" doc:"Degrees east, for places."`
	MentionCount int64    `parquet:"mention_count" doc:"Rows of mentions that link to it."`
	ArticleCount int64    `parquet:"article_count" doc:"Articles that name it."`
}

package schemas

// Story is a row of stories.
type Story struct {
	StoryID          string   `parquet:"story_id" doc:"Key: the article_id of its earliest article."`
	Title            string   `parquet:"title,optional" doc:"Title of its earliest article that has one."`
	FirstPublishedAt *int64   `parquet:"first_published_at,timestamp(microsecond)" doc:"Publication of its earliest article, UTC."`
	LastPublishedAt  *int64   `parquet:"last_published_at,timestamp(microsecond)" doc:"Publication of its latest article, UTC."`
	ArticleCount     int64    `parquet:"article_count" doc:"Articles that follow it."`
	DomainCount      int64    `parquet:"domain_count" doc:"Domains that follow it."`
	TopEntities      []string `parquet:"top_entities,list" doc:"entity_ids that most of its articles name, most named first."`
}

package schemas

// StoryArticle is a row of story_articles.
type StoryArticle struct {
	ArticleID     string   `parquet:"article_id" doc:"Key: the article."`
	StoryID       string   `parquet:"story_id,dict" doc:"The story it belongs to."`
	DuplicateOf   string   `parquet:"duplicate_of,optional" doc:"The earlier article that it repeats."`
	DuplicateKind string   `parquet:"duplicate_kind,optional,dict" values:"exact near syndicated revision" doc:"exact, near, syndicated, revision (same url, new text)."`
	LineageID     string   `parquet:"lineage_id" doc:"The same for articles from one original: the earliest one's id."`
	Similarity    *float64 `parquet:"similarity" doc:"How alike it is to duplicate_of, 0 to 1."`
}

package schemas

// Input is a row of inputs: records is the sum of the four counts after it.
type Input struct {
	SourcePath string `parquet:"source_path" doc:"The file's path relative to its INPUT; the base name for one file, - for standard input."`
	Bytes      int64  `parquet:"bytes" doc:"Size of the file as it is stored."`
	SHA256     string `parquet:"sha256" doc:"SHA-256 of the file as it is stored, lower-case hex."`
	Records    int64  `parquet:"records" doc:"Pages and faults found in the file: articles + rejects + repeated + known."`
	Articles   int64  `parquet:"articles" doc:"Rows that the file gave to articles."`
	Rejects    int64  `parquet:"rejects" doc:"Rows that the file gave to rejects, repeated pages aside."`
	Repeated   int64  `parquet:"repeated" doc:"Pages that came before in the same batch."`
	Known      int64  `parquet:"known" doc:"Pages that an earlier batch of the dataset holds."`
}

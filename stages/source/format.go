package source

import "strings"

// Format says how a file holds its pages.
type Format uint8

const (
	HTMLFile    Format = iota // one page
	TextFile                  // one flattened page
	WARCFile                  // a page per response or resource record that holds HTML
	WETFile                   // a page per conversion record
	JSONLFile                 // a page per line
	ParquetFile               // a page per row
	CoNLLUFile                // a page per document of a treebank
)

// Compression is what stands around the format.
type Compression uint8

const (
	None Compression = iota
	Gzip
	Zstd
)

var formats = map[string]Format{
	".html": HTMLFile, ".htm": HTMLFile, ".xhtml": HTMLFile, ".txt": TextFile, ".warc": WARCFile,
	".wet": WETFile, ".jsonl": JSONLFile, ".ndjson": JSONLFile, ".parquet": ParquetFile, ".conllu": CoNLLUFile,
}

// FormatOf says how a name is read. Case does not matter. Crawls name their WET files
// .warc.wet.gz; the last ending but the compression decides.
func FormatOf(name string) (Format, Compression, bool) {
	name = strings.ToLower(name)
	compression := None
	if cut, ok := strings.CutSuffix(name, ".gz"); ok {
		name, compression = cut, Gzip
	} else if cut, ok := strings.CutSuffix(name, ".zst"); ok {
		name, compression = cut, Zstd
	}
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return 0, None, false
	}
	format, ok := formats[name[dot:]]
	if !ok {
		return 0, None, false
	}
	return format, compression, true
}

package source

import "fmt"

// Codes of faults. They are what a user counts and filters by, so they do not change.
const (
	CodeEmpty      = "empty"       // nothing in it
	CodeTruncated  = "truncated"   // it ends before its own format says so
	CodeBadGzip    = "bad_gzip"    // not gzip, or damaged
	CodeBadZstd    = "bad_zstd"    // not zstd, or damaged
	CodeBadHTTP    = "bad_http"    // a WARC response whose HTTP body cannot be decoded
	CodeNotHTML    = "not_html"    // binary noise where a page should be
	CodeNotText    = "not_text"    // the same for flattened text
	CodeTooLarge   = "too_large"   // past Limits.PageBytes
	CodeBadJSON    = "bad_json"    // the line is no JSON object
	CodeBadType    = "bad_type"    // a field or column holds what it must not hold
	CodeNoContent  = "no_content"  // neither html nor text
	CodeAmbiguous  = "ambiguous"   // both html and text
	CodeBadWARC    = "bad_warc"    // bytes between two records that are no record
	CodeBadParquet = "bad_parquet" // damaged, cut short, or no Parquet
	CodeBadCoNLLU  = "bad_conllu"  // a line of a treebank that is none
	CodeUnreadable = "unreadable"  // gone, or no permission
)

// rawBytes is how much of a faulty record is kept for the reader of the rejects.
const rawBytes = 64 << 10

func head(b []byte) []byte {
	if len(b) > rawBytes {
		b = b[:rawBytes]
	}
	return append([]byte(nil), b...)
}

func (j *job) fault(offset int64, code string, raw []byte, format string, args ...any) error {
	return j.faultOf(Fault{Offset: offset, Code: code, Raw: head(raw)}, format, args...)
}

func (j *job) faultOf(f Fault, format string, args ...any) error {
	f.Path = j.section.File.Rel
	place := "at byte"
	if j.section.File.Format == ParquetFile {
		place = "in row"
	}
	f.Message = fmt.Sprintf("%q %s %d: ", f.Path, place, f.Offset) + fmt.Sprintf(format, args...)
	return j.emit(Item{Fault: &f})
}

package verify

import (
	"iter"

	"github.com/newsmill/newsmill/pipeline/sink"
)

// spansOf reads some columns of a table and gives the span of each row that has one.
func spansOf[T any](files []string, of func(*T) (span, bool)) iter.Seq2[span, error] {
	return func(yield func(span, error) bool) {
		for row, err := range sink.Rows[T](files) {
			if err != nil {
				yield(span{}, err)
				return
			}
			if s, ok := of(row); ok && !yield(s, nil) {
				return
			}
		}
	}
}

func sentenceSpans(files []string) iter.Seq2[span, error] {
	type row struct {
		ArticleID string `parquet:"article_id"`
		Start     int32  `parquet:"char_start"`
		End       int32  `parquet:"char_end"`
		Text      string `parquet:"text"`
	}
	return spansOf(files, func(r *row) (span, bool) { return span{r.ArticleID, r.Start, r.End, r.Text, false}, true })
}

func quoteSpans(files []string) iter.Seq2[span, error] { return sentenceSpans(files) }

func mentionSpans(files []string) iter.Seq2[span, error] {
	type row struct {
		ArticleID string `parquet:"article_id"`
		Start     int32  `parquet:"char_start"`
		End       int32  `parquet:"char_end"`
		Surface   string `parquet:"surface"`
	}
	return spansOf(files, func(r *row) (span, bool) { return span{r.ArticleID, r.Start, r.End, r.Surface, false}, true })
}

func timeSpans(files []string) iter.Seq2[span, error] { return mentionSpans(files) }

func blockSpans(files []string) iter.Seq2[span, error] {
	type row struct {
		ArticleID string `parquet:"article_id"`
		Kept      bool   `parquet:"kept"`
		Start     *int32 `parquet:"char_start"`
		End       *int32 `parquet:"char_end"`
	}
	return spansOf(files, func(r *row) (span, bool) {
		if !r.Kept || r.Start == nil || r.End == nil {
			return span{article: r.ArticleID, start: 0, end: 0, anyText: true}, true
		}
		return span{r.ArticleID, *r.Start, *r.End, "", true}, true
	})
}

func triggerSpans(files []string) iter.Seq2[span, error] {
	type row struct {
		ArticleID string `parquet:"article_id"`
		Start     int32  `parquet:"trigger_start"`
		End       int32  `parquet:"trigger_end"`
		Trigger   string `parquet:"trigger"`
	}
	return spansOf(files, func(r *row) (span, bool) { return span{r.ArticleID, r.Start, r.End, r.Trigger, false}, true })
}

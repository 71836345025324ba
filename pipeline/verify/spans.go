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

// tokenSpans gives the spans of words. Several that share one are not what stands there: a word
// is told from its neighbour before it is given.
func tokenSpans(files []string) iter.Seq2[span, error] {
	type row struct {
		ArticleID string `parquet:"article_id"`
		Start     int32  `parquet:"char_start"`
		End       int32  `parquet:"char_end"`
		Form      string `parquet:"form"`
	}
	words := spansOf(files, func(r *row) (span, bool) { return span{r.ArticleID, r.Start, r.End, r.Form, false}, true })
	return func(yield func(span, error) bool) {
		var last span
		held := false
		for s, err := range words {
			if err != nil {
				yield(span{}, err)
				return
			}
			if held && s.article == last.article && s.start == last.start && s.end == last.end {
				last.anyText, s.anyText = true, true
			}
			if held && !yield(last, nil) {
				return
			}
			last, held = s, true
		}
		if held {
			yield(last, nil)
		}
	}
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

package export

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// CoNLLU writes the table tokens as a treebank in CoNLL-U, one document for each article: its
// newdoc id is the article's source_record, else its article_id, which stands below it in any
// case. Read again, it gives the same sentences and words; white space other than a blank between
// paragraphs and a space between words does not come back.
func CoNLLU(ctx context.Context, data dataset.Dataset, w io.Writer) error {
	m, err := data.Read()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 256<<10)
	for i := range m.Batches {
		if files := data.BatchFiles(&m.Batches[i], "tokens"); len(files) > 0 {
			if err := treebankOf(ctx, data, &m.Batches[i], files, out); err != nil {
				return fmt.Errorf("export tokens of batch %s: %w", m.Batches[i].Name, err)
			}
		}
	}
	return out.Flush()
}

type (
	articleRow struct {
		ArticleID    string `parquet:"article_id"`
		SourceRecord string `parquet:"source_record,optional"`
	}
	sentenceRow struct {
		ArticleID      string `parquet:"article_id"`
		SentenceIndex  int32  `parquet:"sentence_index"`
		CharStart      int32  `parquet:"char_start"`
		CharEnd        int32  `parquet:"char_end"`
		Text           string `parquet:"text"`
		ParagraphIndex int32  `parquet:"paragraph_index"`
	}
)

// treebankOf writes one batch. Its tables have their rows in the order of its articles, so one
// pass over each is enough.
func treebankOf(ctx context.Context, data dataset.Dataset, b *dataset.Batch, tokens []string, out *bufio.Writer) error {
	words := groups(sink.Rows[schemas.Token](tokens), func(t *schemas.Token) place { return place{t.ArticleID, t.SentenceIndex} })
	sentences := groups(sink.Rows[sentenceRow](data.BatchFiles(b, "sentences")), func(s *sentenceRow) place { return place{s.ArticleID, 0} })
	nextWords, stopWords := iter.Pull2(words)
	defer stopWords()
	nextSentences, stopSentences := iter.Pull2(sentences)
	defer stopSentences()
	text, err, open := nextSentences()
	row, rowErr, left := nextWords()
	for a, failed := range sink.Rows[articleRow](data.BatchFiles(b, "articles")) {
		if err := cmp.Or(failed, err, rowErr, context.Cause(ctx)); err != nil {
			return err
		}
		if !open || text[0].ArticleID != a.ArticleID {
			continue // an article without a sentence
		}
		id := cmp.Or(oneLine(a.SourceRecord), a.ArticleID)
		fmt.Fprintf(out, "# newdoc id = %s\n# article_id = %s\n", id, a.ArticleID)
		for i := range text {
			s := &text[i]
			if !left || row[0].ArticleID != s.ArticleID || row[0].SentenceIndex != s.SentenceIndex {
				continue // no word is in it
			}
			if i == 0 || s.ParagraphIndex != text[i-1].ParagraphIndex {
				out.WriteString("# newpar\n")
			}
			fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", id, s.SentenceIndex+1, oneLine(s.Text))
			glued := i+1 < len(text) && text[i+1].CharStart == s.CharEnd
			writeSentence(out, s, row, glued)
			if row, rowErr, left = nextWords(); rowErr != nil {
				return rowErr
			}
		}
		text, err, open = nextSentences()
	}
	if err == nil && left {
		return fmt.Errorf("the words of article %s do not stand in the order of the sentences; run newsmill verify", row[0].ArticleID)
	}
	return err
}

// writeSentence writes the words of a sentence, those that share a span behind the token that
// they are written as. glued says that no space stands behind the last one.
func writeSentence(out *bufio.Writer, s *sentenceRow, words []schemas.Token, glued bool) {
	for i := 0; i < len(words); {
		end := i + 1
		for end < len(words) && words[end].CharStart == words[i].CharStart && words[end].CharEnd == words[i].CharEnd {
			end++
		}
		space := "_"
		if glued && end == len(words) || end < len(words) && words[end].CharStart == words[i].CharEnd {
			space = "SpaceAfter=No"
		}
		if end-i > 1 {
			token := []rune(s.Text)[words[i].CharStart-s.CharStart : words[i].CharEnd-s.CharStart]
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", words[i].TokenIndex, words[end-1].TokenIndex, string(token), space)
			space = "_"
		}
		for ; i < end; i++ {
			t := &words[i]
			head := "_"
			if t.Head != nil {
				head = fmt.Sprint(*t.Head)
			}
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t_\t%s\n", t.TokenIndex, t.Form, cmp.Or(t.Lemma, "_"), cmp.Or(t.UPOS, "_"),
				cmp.Or(t.XPOS, "_"), cmp.Or(t.Feats, "_"), head, cmp.Or(t.Deprel, "_"), space)
		}
	}
	out.WriteByte('\n')
}

// oneLine puts a space in the place of whatever ends a line or a column.
func oneLine(text string) string { return strings.Join(strings.FieldsFunc(text, ends), " ") }

func ends(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }

// place is what rows are grouped by.
type place struct {
	article  string
	sentence int32
}

// groups gives runs of rows with one key, copied.
func groups[T any](rows iter.Seq2[*T, error], key func(*T) place) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		var group []T
		for r, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if len(group) > 0 && key(&group[0]) != key(r) {
				if !yield(group, nil) {
					return
				}
				group = nil
			}
			group = append(group, *r)
		}
		if len(group) > 0 {
			yield(group, nil)
		}
	}
}

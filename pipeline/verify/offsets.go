package verify

import (
	"encoding/binary"
	"fmt"
	"iter"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/pipeline/sink"
)

// span is what all rows with offsets have: where they point, and what should stand there.
type span struct {
	article    string
	start, end int32
	text       string
	anyText    bool // the row does not repeat the text
}

type articleText struct {
	ArticleID string `parquet:"article_id"`
	Text      string `parquet:"text"`
	CharCount int32  `parquet:"char_count"`
}

// offsets slices every span of every table out of its article's text. The tables of a batch
// have their rows in the order of its articles, so that one pass over all of them is enough.
func (c *checker) offsets() error {
	for i := range c.manifest.Batches {
		b := &c.manifest.Batches[i]
		files := func(table string) []string { return c.data.BatchFiles(b, table) }
		tables := map[string]iter.Seq2[span, error]{
			"sentences": sentenceSpans(files("sentences")), "mentions": mentionSpans(files("mentions")),
			"quotes": quoteSpans(files("quotes")), "times": timeSpans(files("times")), "blocks": blockSpans(files("blocks")),
			"tokens": tokenSpans(files("tokens")),
		}
		for _, name := range []string{"sentences", "mentions", "quotes", "times", "blocks", "tokens"} {
			if err := c.alongside(name, files("articles"), tables[name]); err != nil {
				return err
			}
		}
	}
	return c.triggers()
}

// alongside checks spans that come in the order of the articles.
func (c *checker) alongside(table string, articles []string, spans iter.Seq2[span, error]) error {
	next, stop := iter.Pull2(spans)
	defer stop()
	s, err, ok := next()
	for a, failed := range sink.Rows[articleText](articles) {
		if failed != nil {
			return failed
		}
		text := []rune(a.Text)
		if len(text) != int(a.CharCount) {
			c.problem("articles: char_count of %s is %d, its text has %d", a.ArticleID, a.CharCount, len(text))
		}
		for ok && err == nil && s.article == a.ArticleID {
			c.slice(table, text, s)
			s, err, ok = next()
		}
		if err != nil {
			return err
		}
	}
	if ok {
		c.problem("%s: the rows of article %s do not stand in the order of the articles", table, s.article)
	}
	return nil
}

func (c *checker) slice(table string, text []rune, s span) {
	c.Offsets++
	if s.start < 0 || s.end < s.start || int(s.end) > len(text) {
		c.problem("%s: %d to %d of article %s is outside its text of %d", table, s.start, s.end, s.article, len(text))
	} else if found := string(text[s.start:s.end]); !s.anyText && found != s.text {
		c.problem("%s: %d to %d of article %s is %.60q, the row says %.60q", table, s.start, s.end, s.article, found, s.text)
	}
}

// triggers checks event_mentions, which stand in the order of their keys: first they are
// brought into the order of the articles.
func (c *checker) triggers() error {
	places, spans := extsort.New(c.temp, sortBytes), extsort.New(c.temp, sortBytes)
	ordered := extsort.New(c.temp, sortBytes)
	defer places.Close()
	defer spans.Close()
	defer ordered.Close()
	articles := c.data.TableFiles(c.manifest, "articles")
	var record []byte
	n := uint64(0)
	type id struct {
		ArticleID string `parquet:"article_id"`
	}
	for a, err := range sink.Rows[id](articles) {
		if err != nil {
			return err
		}
		record = append(append(record[:0], a.ArticleID...), 0)
		record = binary.BigEndian.AppendUint64(record, n)
		if err := places.Add(record); err != nil {
			return err
		}
		n++
	}
	for s, err := range triggerSpans(c.data.TableFiles(c.manifest, "event_mentions")) {
		if err != nil {
			return err
		}
		record = append(append(record[:0], s.article...), 0)
		record = binary.BigEndian.AppendUint32(record, uint32(s.start))
		record = binary.BigEndian.AppendUint32(record, uint32(s.end))
		record = append(record, s.text...)
		if err := spans.Add(record); err != nil {
			return err
		}
	}
	next, stop := iter.Pull2(places.Sorted())
	defer stop()
	place, err, ok := next()
	const head = 32 + 1 // article_id, NUL
	for s, failed := range spans.Sorted() {
		if failed != nil {
			return failed
		}
		if len(s) < head {
			return fmt.Errorf("article_id of an event mention has not 32 digits")
		}
		for ok && err == nil && string(place[:head]) < string(s[:head]) {
			place, err, ok = next()
		}
		if err != nil {
			return err
		}
		if !ok || string(place[:head]) != string(s[:head]) {
			continue // an unresolved foreign key, told already
		}
		if err := ordered.Add(append(append(record[:0], place[head:]...), s...)); err != nil {
			return err
		}
	}
	return c.alongside("event_mentions", articles, func(yield func(span, error) bool) {
		for r, err := range ordered.Sorted() {
			if err != nil {
				yield(span{}, err)
				return
			}
			r = r[8:]
			s := span{article: string(r[:32]), start: int32(binary.BigEndian.Uint32(r[head:])), end: int32(binary.BigEndian.Uint32(r[head+4:])), text: string(r[head+8:])}
			if !yield(s, nil) {
				return
			}
		}
	})
}

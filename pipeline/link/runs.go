package link

import (
	"bytes"
	"encoding/binary"
	"iter"
	"strconv"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

func (l *linker) articlesRun(b *Batch) error {
	type row struct {
		ArticleID    string `parquet:"article_id"`
		URL          string `parquet:"url,optional"`
		CanonicalURL string `parquet:"canonical_url,optional"`
		Domain       string `parquet:"domain,optional"`
		Title        string `parquet:"title,optional"`
		TextHash     string `parquet:"text_hash,optional"`
		PublishedAt  *int64 `parquet:"published_at,timestamp(microsecond)"`
	}
	sorter := l.sorter(1)
	defer sorter.Close()
	ticks := ticker{ctx: l.ctx}
	var record []byte
	for r, err := range sink.Rows[row](b.Articles) {
		if err == nil {
			err = ticks.tick()
		}
		if err == nil {
			record, err = appendID(record[:0], r.ArticleID)
		}
		if err != nil {
			return err
		}
		url := r.CanonicalURL
		if url == "" {
			url = r.URL
		}
		record = appendTime(record, r.PublishedAt)
		for _, text := range []string{r.TextHash, url, r.Domain, r.Title} {
			record = appendText(record, text)
		}
		if err := sorter.Add(record); err != nil {
			return err
		}
	}
	return sorter.WriteRun(b.run("articles"))
}

// article is a record of the run articles.
type article struct {
	id                   [idSize]byte
	published            *int64
	hash, url, domain    string
	title                string
	publishedAndIDPrefix [8 + idSize]byte // sorts by published_at, then id
}

func decodeArticle(record []byte) (a article) {
	copy(a.id[:], record)
	a.published = timeOf(record[idSize:])
	copy(a.publishedAndIDPrefix[:], record[idSize:idSize+8])
	copy(a.publishedAndIDPrefix[8:], a.id[:])
	d := decoder{record[idSize+8:]}
	a.hash, a.url, a.domain, a.title = d.text(), d.text(), d.text(), d.text()
	return a
}

// mentionRow is what link reads of a mention.
type mentionRow struct {
	ArticleID  string   `parquet:"article_id"`
	Surface    string   `parquet:"surface"`
	Type       string   `parquet:"type"`
	EntityID   string   `parquet:"entity_id,optional"`
	EntityName string   `parquet:"entity_name,optional"`
	Country    string   `parquet:"country,optional"`
	Latitude   *float64 `parquet:"latitude"`
	Longitude  *float64 `parquet:"longitude"`
	GeoNames   string   `parquet:"geonames,optional"`
	Wikidata   string   `parquet:"wikidata,optional"`
}

// countSize is the size of the two counts at the end of a record of the run entities.
const countSize = 16

// namesRuns makes the runs names and entities. The mentions of an article stand together.
func (l *linker) namesRuns(b *Batch) error {
	names, entities := l.sorter(2), l.sorter(2)
	defer names.Close()
	defer entities.Close()
	ticks := ticker{ctx: l.ctx}
	here := map[string]bool{} // entities of the article
	article := ""
	var record []byte
	for m, err := range sink.Rows[mentionRow](b.Mentions) {
		if err == nil {
			err = ticks.tick()
		}
		if err != nil {
			return err
		}
		if m.EntityID == "" {
			continue
		}
		if m.ArticleID != article {
			article = m.ArticleID
			clear(here)
		}
		first := uint64(0)
		if !here[m.EntityID] {
			here[m.EntityID] = true
			first = 1
			if record, err = appendID(record[:0], m.ArticleID); err == nil {
				record, err = appendID(record, m.EntityID)
			}
			if err == nil {
				err = names.Add(record)
			}
			if err != nil {
				return err
			}
		}
		if record, err = m.append(record[:0]); err != nil {
			return err
		}
		record = binary.BigEndian.AppendUint64(record, 1)
		record = binary.BigEndian.AppendUint64(record, first)
		if err := entities.Add(record); err != nil {
			return err
		}
	}
	if err := names.WriteRun(b.run("names")); err != nil {
		return err
	}
	return extsort.WriteRun(b.run("entities"), summed(entities.Sorted()))
}

func (m *mentionRow) append(to []byte) ([]byte, error) {
	to, err := appendID(to, m.EntityID)
	for _, text := range []string{m.Surface, m.EntityName, m.Type, m.Country, m.GeoNames, m.Wikidata, degrees(m.Latitude), degrees(m.Longitude)} {
		to = appendText(to, text)
	}
	return to, err
}

func degrees(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}

// summed makes one record of records that differ in their counts only.
func summed(sorted iter.Seq2[[]byte, error]) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var last []byte
		for record, err := range sorted {
			if err != nil {
				yield(nil, err)
				return
			}
			key := record[:len(record)-countSize]
			if last != nil && bytes.Equal(key, last[:len(last)-countSize]) {
				for at := countSize; at > 0; at -= 8 {
					sum := binary.BigEndian.Uint64(last[len(last)-at:]) + binary.BigEndian.Uint64(record[len(record)-at:])
					binary.BigEndian.PutUint64(last[len(last)-at:], sum)
				}
				continue
			}
			if last != nil && !yield(last, nil) {
				return
			}
			last = append(last[:0], record...)
		}
		if last != nil {
			yield(last, nil)
		}
	}
}

// tellingsRun makes the run tellings, of the batch's own files or of the dataset's.
func (l *linker) tellingsRun(b *Batch) error {
	sorter := l.sorter(1)
	defer sorter.Close()
	files := b.Tellings
	if files == nil {
		files = l.committed
	}
	ticks := ticker{ctx: l.ctx}
	var record []byte
	for r, err := range sink.Rows[schemas.EventMention](files) {
		if err == nil {
			err = ticks.tick()
		}
		if err == nil {
			record, err = appendID(record[:0], r.ArticleID)
		}
		if err != nil {
			return err
		}
		r.EventID = "" // means nothing before link
		record = append(appendText(record, r.EventMentionID), 0)
		if err := sorter.Add(appendRow(record, r)); err != nil {
			return err
		}
	}
	sorted := sorter.Sorted()
	if b.Tellings == nil {
		sorted = l.ofBatch(b, sorted)
	}
	return extsort.WriteRun(b.run("tellings"), sorted)
}

// ofBatch keeps the tellings whose article is of the batch.
func (l *linker) ofBatch(b *Batch, tellings iter.Seq2[[]byte, error]) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		next, stop := iter.Pull2(extsort.Merge(l.options.Temp, []string{b.run("articles")}))
		defer stop()
		article, failed, ok := next()
		for t, err := range tellings {
			if err != nil {
				yield(nil, err)
				return
			}
			for ok && failed == nil && bytes.Compare(article[:idSize], t[:idSize]) < 0 {
				article, failed, ok = next()
			}
			if failed != nil {
				yield(nil, failed)
				return
			}
			if ok && bytes.Equal(article[:idSize], t[:idSize]) && !yield(t, nil) {
				return
			}
		}
	}
}

// decodeTelling gives the row of a record of the run tellings.
func decodeTelling(record []byte, row *schemas.EventMention) {
	d := decoder{record[idSize:]}
	d.text()
	d.take(1)
	decodeRow(d.b, row)
}

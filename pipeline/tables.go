package pipeline

import (
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// tables are the files that one shard writes: one writer for each table.
type tables struct {
	articles  *sink.Writer[schemas.Article]
	blocks    *sink.Writer[schemas.Block]
	sentences *sink.Writer[schemas.Sentence]
	mentions  *sink.Writer[schemas.Mention]
	quotes    *sink.Writer[schemas.Quote]
	times     *sink.Writer[schemas.Time]
	tellings  *sink.Writer[schemas.EventMention]
	rejects   *sink.Writer[schemas.Reject]
	tokens    *sink.Writer[schemas.Token] // nil where nobody asked for them
}

func newTables(dir string, meta sink.Meta, config Config) (*tables, error) {
	var t tables
	var err error
	open(&t.articles, dir, "articles", meta, &err)
	open(&t.blocks, dir, "blocks", meta, &err)
	open(&t.sentences, dir, "sentences", meta, &err)
	open(&t.mentions, dir, "mentions", meta, &err)
	open(&t.quotes, dir, "quotes", meta, &err)
	open(&t.times, dir, "times", meta, &err)
	open(&t.tellings, dir, "event_mentions", meta, &err)
	open(&t.rejects, dir, "rejects", meta, &err)
	if config.wants("tokens") {
		open(&t.tokens, dir, "tokens", meta, &err)
	}
	if err != nil {
		t.abort()
		return nil, err
	}
	return &t, nil
}

func open[T any](w **sink.Writer[T], dir, table string, meta sink.Meta, err *error) {
	if *err == nil {
		*w, *err = sink.Create[T](filepath.Join(dir, table+".parquet"), schemas.Named(table), meta)
	}
}

func (t *tables) write(r *pageRows) error {
	if err := t.articles.Write([]schemas.Article{*r.article}); err != nil {
		return err
	}
	if err := t.blocks.Write(r.blocks); err != nil {
		return err
	}
	if err := t.sentences.Write(r.sentences); err != nil {
		return err
	}
	if err := t.mentions.Write(r.mentions); err != nil {
		return err
	}
	if err := t.quotes.Write(r.quotes); err != nil {
		return err
	}
	if err := t.times.Write(r.times); err != nil {
		return err
	}
	if err := t.tellings.Write(r.tellings); err != nil || t.tokens == nil {
		return err
	}
	return t.tokens.Write(r.tokens)
}

// close completes the files side by side: each waits for the disk. After an error none is of use, and the folder is dropped.
func (t *tables) close() ([]sink.Part, error) {
	writers := []interface{ Close() (sink.Part, error) }{t.articles, t.blocks, t.sentences, t.mentions, t.quotes, t.times, t.tellings, t.rejects}
	if t.tokens != nil {
		writers = append(writers, t.tokens)
	}
	parts := make([]sink.Part, len(writers))
	var group errgroup.Group
	for i, w := range writers {
		group.Go(func() (err error) {
			parts[i], err = w.Close()
			parts[i].Path = filepath.Base(parts[i].Path)
			return err
		})
	}
	return parts, group.Wait()
}

func (t *tables) abort() {
	drop(t.articles)
	drop(t.blocks)
	drop(t.sentences)
	drop(t.mentions)
	drop(t.quotes)
	drop(t.times)
	drop(t.tellings)
	drop(t.rejects)
	drop(t.tokens)
}

func drop[T any](w *sink.Writer[T]) {
	if w != nil {
		w.Abort()
	}
}

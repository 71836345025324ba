package verify

import (
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// books checks that every record that came in has its row: what inputs counts for each file,
// articles and rejects hold.
func (c *checker) books() error {
	for i := range c.manifest.Batches {
		b := &c.manifest.Batches[i]
		rejects, repeated, err := c.rejectsByFile(b)
		if err != nil {
			return err
		}
		articles := map[string]int64{}
		type row struct {
			SourcePath string `parquet:"source_path"`
		}
		for r, err := range sink.Rows[row](c.data.BatchFiles(b, "articles")) {
			if err != nil {
				return err
			}
			articles[r.SourcePath]++
		}
		var all dataset.Counts
		for r, err := range sink.Rows[schemas.Input](c.data.BatchFiles(b, "inputs")) {
			if err != nil {
				return err
			}
			c.input(b, r, articles[r.SourcePath], rejects[r.SourcePath], repeated[r.SourcePath])
			all.Add(dataset.Counts{Records: r.Records, Articles: r.Articles, Rejects: r.Rejects, Repeated: r.Repeated, Known: r.Known})
			delete(articles, r.SourcePath)
			delete(rejects, r.SourcePath)
			delete(repeated, r.SourcePath)
		}
		for _, rest := range []map[string]int64{articles, rejects, repeated} {
			if len(rest) > 0 {
				c.problem("inputs: batch %s has rows from %d files that it does not name", b.Name, len(rest))
			}
		}
		if all != b.Counts {
			c.problem("inputs: batch %s counts %+v, the manifest says %+v", b.Name, all, b.Counts)
		}
	}
	return nil
}

func (c *checker) input(b *dataset.Batch, r *schemas.Input, articles, rejects, repeated int64) {
	if r.Articles+r.Rejects+r.Repeated+r.Known != r.Records {
		c.problem("inputs: %q of batch %s has %d records, and %d + %d + %d + %d of them told apart", r.SourcePath, b.Name, r.Records, r.Articles, r.Rejects, r.Repeated, r.Known)
	}
	if r.Articles != articles || r.Rejects != rejects || r.Repeated != repeated {
		c.problem("inputs: %q of batch %s counts %d articles, %d rejects, %d repeated; the tables hold %d, %d, %d",
			r.SourcePath, b.Name, r.Articles, r.Rejects, r.Repeated, articles, rejects, repeated)
	}
}

func (c *checker) rejectsByFile(b *dataset.Batch) (rejects, repeated map[string]int64, err error) {
	rejects, repeated = map[string]int64{}, map[string]int64{}
	type row struct {
		SourcePath string `parquet:"source_path"`
		Code       string `parquet:"code"`
	}
	for r, err := range sink.Rows[row](c.data.BatchFiles(b, "rejects")) {
		if err != nil {
			return nil, nil, err
		}
		if r.Code == "repeated" {
			repeated[r.SourcePath]++
		} else {
			rejects[r.SourcePath]++
		}
	}
	return rejects, repeated, nil
}
